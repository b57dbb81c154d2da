"""The list below a field, as wide as its entries need, within the window."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

WIDEST: Final = 460
_AROUND: Final = 14


class WideList(QListView):
    """Shown by a completer, which makes it as wide as the field: names would be cut where fields are narrow."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self.setObjectName("typeAhead")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)

    def _fit(self) -> None:
        """As wide as needed, at least; where that would leave the window, further to the left."""
        needed = self.sizeHintForColumn(0) + self.verticalScrollBar().sizeHint().width() + _AROUND
        width = max(self._field.width(), min(needed, WIDEST))
        if self.minimumWidth() != width:
            self.setMinimumWidth(width)
        left = min(self._field.mapToGlobal(QPoint(0, 0)).x(), self._field.window().geometry().right() + 1 - width)
        if self.x() != left:
            self.move(left, self.y())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._fit()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()
