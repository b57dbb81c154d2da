"""Dialogs that are never smaller than their words need: Qt makes them at most two thirds of a small screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override


class RoomyDialog(QDialog):
    """Keeps its buttons and its wrapped sentences whole, as far as the screen is large enough.

    The minimum size that it has when it is first shown stays its least. Over a window it is gone once it has been
    answered and what asked for it has come to its end; else the window would keep it, and all it shows, for good.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(staying(parent))
        self._least: QSize | None = None
        self.is_left = False
        """Whether it has been answered."""
        self.finished.connect(self._leave)

    def _leave(self) -> None:
        self.is_left = True
        if self.parent() is not None:
            self.deleteLater()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._least is None:
            self._least = self.minimumSize()
        super().showEvent(event)
        self._hold_room(self._least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._least is not None:
            self._hold_room(self._least)

    def _hold_room(self, least: QSize) -> None:
        """Sentences need the more height the less width they have."""
        layout = self.layout()
        if layout is None:
            return
        width = max(least.width(), layout.totalMinimumSize().width())
        height = max(least.height(), layout.minimumHeightForWidth(max(width, self.width())))
        self.setMinimumSize(QSize(width, height).boundedTo(self.screen().availableSize()))


def staying(parent: QWidget | None) -> QWidget | None:
    """For a dialog that was left, and may still be the active window, what it stood over: it goes, with its own."""
    while isinstance(parent, RoomyDialog) and parent.is_left:
        parent = parent.parentWidget()
    return parent
