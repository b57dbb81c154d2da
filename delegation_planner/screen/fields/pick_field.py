"""A row picked by typing ahead, and several of them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.picking import NOTHING, Pick, Picked, Unknown, find_pick, find_picks
from delegation_planner.screen.fields.type_ahead import TypeAhead

_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TypingAheadField(LineField):
    """A text with a list to choose from, opened by typing, by Alt+Down or by its arrow."""

    def __init__(
        self,
        parent: QWidget | None,
        arrow: QIcon | None = None,
        *,
        empty: object = "",
        separator: str = "",
        by_code: bool = False,
    ) -> None:
        super().__init__(parent, read=self._read_typed, write=self._write_shown, empty=empty)
        self._separator = separator
        self.picks: tuple[Pick, ...] = ()
        self.list = TypeAhead(self, separator=separator, by_code=by_code)
        if arrow is not None:
            opens = QAction(arrow, "", self)
            opens.triggered.connect(self.open_list)
            self.addAction(opens, QLineEdit.ActionPosition.TrailingPosition)

    def offer(self, picks: Sequence[Pick]) -> None:
        """What can be picked from now on."""
        if tuple(picks) != self.picks:
            self.picks = tuple(picks)
            self.list.offer(self.picks)

    def open_list(self) -> None:
        """Show everything that can be picked."""
        self.setFocus()
        text = self.text().strip()
        self.list.setCompletionPrefix(f"{text}{self._separator} " if self._separator and text else "")
        self.list.complete()

    def _read_typed(self, text: str) -> Any:
        return text

    def _write_shown(self, value: Any) -> str:
        return str(value)

    def _take_highlighted(self, *, stay: bool) -> bool | None:
        """Close the list and take its highlighted entry; None if no list was open, else whether to go on leaving."""
        popup = self.list.popup()
        if popup is None or not popup.isVisible():
            return None
        highlighted = popup.currentIndex().isValid()  # then the field shows it already
        popup.hide()
        return not (stay and highlighted)

    def _label(self, id: Id | None) -> str:
        return next((pick.label for pick in self.picks if pick.id == id), "")

    @override
    def event(self, arg__1: QEvent) -> bool:
        """While its list is open, the completer hands keys over past all event filters and swallows the leaving.

        So the list is closed first and the key sent anew: then the table that this is an editor of hears it too.
        """
        if isinstance(arg__1, QKeyEvent) and arg__1.type() == QEvent.Type.KeyPress and arg__1.key() in _LEAVING:
            stay = bool(self._separator) and arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            leaves = self._take_highlighted(stay=stay)
            if leaves is not None:
                if leaves:
                    again = QKeyEvent(arg__1.type(), arg__1.key(), arg__1.modifiers(), arg__1.text())
                    QCoreApplication.sendEvent(self, again)
                arg__1.accept()
                return True
        return super().event(arg__1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_list()
            return
        super().keyPressEvent(event)


class PickField(TypingAheadField):
    """One row, as `Picked`. With `free`, a text that names no row is kept as text; else it is not understood."""

    def __init__(self, parent: QWidget | None = None, *, arrow: QIcon | None = None, free: bool = False) -> None:
        self._free = free
        super().__init__(parent, arrow, empty=NOTHING)

    @override
    def _read_typed(self, text: str) -> Picked | None:
        pick = find_pick(self.picks, text)
        if pick is not None:
            return Picked(pick.id)
        return Picked(None, text) if self._free else None

    @override
    def _write_shown(self, value: Picked) -> str:
        return self._label(value.id) if value.id is not None else value.text


class SeveralField(TypingAheadField):
    """Several rows, as a tuple of ids in the order typed, written as labels or, with `by_code`, as codes."""

    def __init__(self, parent: QWidget | None = None, *, arrow: QIcon | None = None, by_code: bool = False) -> None:
        self._by_code = by_code
        super().__init__(parent, arrow, empty=(), separator="," if by_code else ";", by_code=by_code)

    @override
    def _read_typed(self, text: str) -> tuple[Id, ...] | None:
        found = find_picks(self.picks, text)
        return None if isinstance(found, Unknown) else found

    @override
    def _write_shown(self, value: tuple[Id, ...]) -> str:
        by_id = {pick.id: pick for pick in self.picks}
        chosen = [by_id[id] for id in value if id in by_id]
        return ", ".join(pick.code for pick in chosen) if self._by_code else "; ".join(pick.label for pick in chosen)
