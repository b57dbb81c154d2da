"""The banner above the schedule while the dates of the visit are open."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import OneLine, plain_label
from delegation_planner.screen.tokens import BANNER


class TentativeBanner(QWidget):
    """Says that the dates are not fixed, and offers to fix them; hidden once they are."""

    def __init__(self, desk: Desk, fix: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        frame = QFrame(self)
        frame.setProperty("look", "banner")
        frame.setFixedHeight(BANNER)
        self._icon = plain_label()
        self.fix = QPushButton(desk.say("Fix the dates…"), frame)
        self.fix.clicked.connect(lambda _checked=False: fix())
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        said = desk.say("The dates are open: items keep their day number and local time, exports say TENTATIVE.")
        text = OneLine(frame)
        text.show_text(said, shorter=desk.say("The dates are open: exports say TENTATIVE."))
        row.addWidget(text, 1)
        row.addWidget(self.fix)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.addWidget(frame)
        desk.plan_changed.connect(self.follow)
        desk.theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.follow()

    def follow(self) -> None:
        """Show it while it is so."""
        self.fix.setEnabled(not self._desk.read_only)
        self.setVisible(self._desk.plan.visit.dates == "window")

    def _paint_icon(self) -> None:
        icon = self._desk.theme.icon("calendar", "warning")
        self._icon.setPixmap(icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))
