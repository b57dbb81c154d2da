"""The room of the schedule's views, below the banners."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget
from typing_extensions import override


class Pages(QStackedWidget):
    """Banners come and go while somebody points at an item: the view that is shown scrolls by as much as it sinks or
    rises, as far as it can, so that what is seen stays where it is on the screen. `sank(pixels)` tells it, negative
    where it rose.
    """

    sank = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._holds = False
        self._area: QAbstractScrollArea | None = None
        self._begins: dict[QWidget, int] = {}  # where each area began when it was last seen
        self._scrolled = 0

    def show_view(self, view: QWidget, area: QAbstractScrollArea) -> None:
        """Show a view; `area` is what is scrolled of it."""
        self._area = area
        self.setCurrentWidget(view)
        self._note()

    def hold(self) -> None:
        """From now on; while a plan is opened, banners find their place and nobody has looked at anything yet."""
        self._holds = True
        self._note()

    def _note(self) -> None:
        if self._holds and self._area is not None:
            self._begins.setdefault(self._area, self.y())

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._area is not None:  # its new size, which comes next, may shorten the way that it can scroll
            self._scrolled = self._area.verticalScrollBar().value()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self._area
        if area is None or area not in self._begins:
            return
        pixels = self.y() - self._begins[area]
        self._begins[area] = self.y()
        if pixels:
            area.verticalScrollBar().setValue(self._scrolled + pixels)
            self.sank.emit(pixels)
