"""The card over a day grid without items: what to do first. A double click beside it still adds an item."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.pane_frame import Picture

WIDTH = 420


class EmptyCard(QFrame):
    """Lies in the middle of the grid while the plan has no item."""

    def __init__(self, desk: Desk, ground: QWidget, add: Callable[[], None]) -> None:
        super().__init__(ground)
        self._desk = desk
        self._ground = ground
        self.setProperty("look", "card")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Picture(desk.theme, desk.theme.icon("calendar", "accent_text"), 28))
        column.addWidget(plain_label(desk.say("The schedule is empty"), "cardTitle"))
        step = desk.say("Double-click in a day to add the first item, or type it into the rundown.")
        column.addWidget(plain_label(step, "muted", wrap=True))
        row = QHBoxLayout()
        self.add = QPushButton(desk.say("Add an item"), self)
        self.add.setProperty("look", "main")
        self.add.setEnabled(not desk.read_only)
        self.add.clicked.connect(lambda _checked=False: add())
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        ground.installEventFilter(self)
        desk.plan_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show it while it is so."""
        self.setVisible(not self._desk.plan.table(ProgrammeItem))
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        ground = self._ground
        self.move(max(0, (ground.width() - self.width()) // 2), max(0, (ground.height() - self.height()) // 2))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
