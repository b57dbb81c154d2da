"""The list that opens below a field while one types, blind to accents."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from delegation_planner.plan.names import fold
from delegation_planner.screen.fields.picking import Pick
from delegation_planner.screen.fields.wide_list import WideList

_FOLDED = Qt.ItemDataRole.UserRole + 1


class TypeAhead(QCompleter):
    """Offers picks whose code or label holds what is typed.

    With a `separator` it looks for the entry after the last one; `by_code` puts the code, not the label, into it.
    """

    def __init__(self, field: QLineEdit, *, separator: str = "", by_code: bool = False) -> None:
        super().__init__(field)
        self._separator = separator
        self._by_code = by_code
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)
        self.setPopup(WideList(field))
        field.setCompleter(self)

    def offer(self, picks: Iterable[Pick]) -> None:
        """Offer these from now on."""
        self._items.clear()
        for pick in picks:
            item = QStandardItem(f"{pick.label}  ·  {pick.code}" if pick.code and not _holds_code(pick) else pick.label)
            item.setData(fold(f"{pick.label} {pick.code}"), _FOLDED)
            item.setData(pick.code if self._by_code else pick.label, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            self._items.appendRow(item)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [fold(path.rpartition(self._separator)[2] if self._separator else path)]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        chosen = str(index.data(Qt.ItemDataRole.UserRole))
        if not self._separator:
            return chosen
        # What was typed, not what the field shows: that is the entry which the arrow keys highlight.
        before, mark, _ = self.completionPrefix().rpartition(self._separator)
        return f"{before}{mark} {chosen}{self._separator} ".lstrip()


def _holds_code(pick: Pick) -> bool:
    """Whether the label names the code itself, as "12 Signing" and "Juanda Airport (SUB), Surabaya" do."""
    return pick.label == pick.code or pick.label.startswith(f"{pick.code} ") or f"({pick.code})" in pick.label
