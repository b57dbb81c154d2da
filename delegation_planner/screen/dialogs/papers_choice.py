"""Which papers are handed out: the usual ones, or some of those that the level allows."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from delegation_planner.exports.papers.paper_set import PAPER_NAMES, PaperName
from delegation_planner.hand_out import papers_at
from delegation_planner.plan.kinds import Disclosure
from delegation_planner.screen.paper_names import PAPER_TITLES
from delegation_planner.words.words import Words

LIST_HEIGHT: Final = 150


class PapersChoice(QWidget):
    """A list to tick papers in; none is ticked at first. What is ticked stays so when the level changes."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._ticked: set[PaperName] = set()
        self.list = QListWidget()
        self.list.setAccessibleName(words.say("Papers of your choice"))
        self.list.setProperty("look", "boxed")
        self.list.setFixedHeight(LIST_HEIGHT)
        self.list.itemChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.show_for(None)

    def show_for(self, level: Disclosure | None) -> None:
        """List what a level allows; without one that is public for everybody."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for name in papers_at(level or "public"):
                item = QListWidgetItem(self._words.say(PAPER_TITLES[name]))
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setCheckState(Qt.CheckState.Checked if name in self._ticked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self.changed.emit()

    def chosen(self) -> tuple[PaperName, ...]:
        """What is ticked and listed, in the order of the list."""
        listed = {self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())}
        return tuple(name for name in PAPER_NAMES if name in self._ticked & listed)

    def _follow(self, item: QListWidgetItem) -> None:
        name: PaperName = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() == Qt.CheckState.Checked:
            self._ticked.add(name)
        else:
            self._ticked.discard(name)
        self.changed.emit()
