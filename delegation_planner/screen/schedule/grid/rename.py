"""The field in which an item is named anew, right on its block."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.schedule.grid.scale import Box

_LEAST_WIDTH, _HEIGHT = 120, 26


class RenameField(QLineEdit):
    """Enter or leaving it takes the name, Esc leaves the old one; a name that is refused stays to be mended."""

    def __init__(self, over: QWidget, item_id: Id, name: str, take: Callable[[str], bool]) -> None:
        super().__init__(name, over)
        self.item_id = item_id
        self._was = name
        self._take = take
        self._done = False
        self.selectAll()

    def lie_on(self, box: Box, view_width: int) -> None:
        """Lie over a block of the view."""
        width = min(max(round(box.width), _LEAST_WIDTH), view_width)
        self.setGeometry(min(round(box.x), view_width - width), round(box.y), width, _HEIGHT)

    def _finish(self, *, take: bool) -> None:
        if self._done:
            return
        self._done = True
        if take and self.text().strip() != self._was.strip() and not self._take(self.text()):
            self._done = False
            return
        over = self.parentWidget()
        had_keyboard = self.hasFocus()
        self.hide()
        self.deleteLater()
        if had_keyboard and over is not None:
            over.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(take=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._finish(take=False)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish(take=True)
