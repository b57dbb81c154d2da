"""What stands in the middle of the window: what is told, and below it the panes."""

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.panes import Panes
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.told import ToldStrip
from delegation_planner.words.words import Words


class Centre(QWidget):
    """Made for one desk and one language; another one takes its place."""

    def __init__(self, desk: Desk | None, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.strip = ToldStrip(theme, words, self)
        column.addWidget(self.strip)
        self.panes: Panes | None = None
        if desk is not None:
            self.panes = Panes(desk, self)
            desk.told.connect(self.strip.tell)
            desk.done.connect(self.strip.tell_for_a_moment)
            column.addWidget(self.panes, 1)

    def leave(self, window: QMainWindow) -> None:
        """Make room for another one without being deleted yet."""
        layout = window.layout()
        assert layout is not None
        layout.removeWidget(self)  # else Qt would delete it at once
        self.hide()

    def parts(self) -> list[QWidget]:
        """All of it in parts that take a while to be deleted, and last itself."""
        return [*(self.panes.parts() if self.panes is not None else ()), self]
