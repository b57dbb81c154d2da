"""The pages of a paper one below the other, as broad as the view or as large as wished."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from delegation_planner.screen.preview.page import Page
from delegation_planner.screen.preview.painter import POINTS_PER_INCH, PagePainter
from delegation_planner.screen.theme import Theme

GAP: Final = 16
KEPT: Final = 6
"""Painted pages that are kept for scrolling."""
SMALLEST, LARGEST = 0.25, 4.0
STEP: Final = 1.25
_SCREEN_DOTS_PER_INCH: Final = 96
FULL_SIZE: Final = _SCREEN_DOTS_PER_INCH / POINTS_PER_INCH
"""Pixels for a point at zoom 1."""


class PagesView(QAbstractScrollArea):
    """`page` (from 0) is the one that the view shows most of; a zoom of None fits the width."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, theme: Theme, painter: PagePainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = painter
        self._pages: Sequence[Page] = ()
        self._places: list[QRect] = []
        self._pictures: dict[int, QPixmap] = {}
        self._zoom: float | None = None
        self.page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)

    @property
    def pages(self) -> Sequence[Page]:
        """What is shown."""
        return self._pages

    @property
    def zoom(self) -> float:
        """Shown size against real size."""
        if self._zoom is not None or not self._pages:
            return self._zoom or 1.0
        broadest = max(page.width for page in self._pages)
        fitting = (self.viewport().width() - 2 * GAP) / (broadest * FULL_SIZE)
        return max(SMALLEST, min(fitting, LARGEST))

    @property
    def fits_width(self) -> bool:
        """Whether pages are as broad as the view."""
        return self._zoom is None

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these from the first one on."""
        self._pages = pages
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.page = 0
        self.page_changed.emit(0)
        self.zoom_changed.emit()

    def go_to(self, page: int) -> None:
        """Scroll so that a page begins at the top; the nearest one where there is none of this number."""
        if self._places:
            page = max(0, min(page, len(self._places) - 1))
            self.verticalScrollBar().setValue(self._places[page].top() - GAP)
            self._now_at(page)

    def set_zoom(self, zoom: float | None) -> None:
        """Show so many times the real size, or with None as broad as the view; the page stays."""
        self._zoom = zoom if zoom is None else max(SMALLEST, min(zoom, LARGEST))
        page = self.page
        self._lay_out()
        self.go_to(page)
        self.zoom_changed.emit()

    def zoom_in(self) -> None:
        """A step larger."""
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self.set_zoom(self.zoom / STEP)

    def _lay_out(self) -> None:
        self._pictures.clear()
        scale = self.zoom * FULL_SIZE
        broadest = max((round(page.width * scale) for page in self._pages), default=0)
        view = self.viewport().size()
        whole = max(view.width(), broadest + 2 * GAP)
        self._places = []
        top = GAP
        for page in self._pages:
            width, height = round(page.width * scale), round(page.height * scale)
            self._places.append(QRect((whole - width) // 2, top, width, height))
            top += height + GAP
        for bar, most, step in (
            (self.verticalScrollBar(), top - view.height(), view.height()),
            (self.horizontalScrollBar(), whole - view.width(), view.width()),
        ):
            bar.setRange(0, max(0, most))
            bar.setPageStep(step)
        self.viewport().update()

    def _follow_scroll(self, value: int) -> None:
        if self._places:
            seen = QRect(self._places[0].left(), value, 1, self.viewport().height())
            shown = [
                seen.intersected(QRect(seen.left(), place.top(), 1, place.height())).height() for place in self._places
            ]
            if value < self.verticalScrollBar().maximum() or value == 0:
                self._now_at(shown.index(max(shown)))
            else:
                self._now_at(len(self._places) - 1)

    def _now_at(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def _picture(self, number: int) -> QPixmap:
        if number not in self._pictures:
            while len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self._places[number].size() * ratio)
            picture.fill(QColor("white"))
            brush = QPainter(picture)
            self._painter.paint(brush, self._pages[number], self.zoom * FULL_SIZE * ratio)
            brush.end()
            picture.setDevicePixelRatio(ratio)
            self._pictures[number] = picture
        return self._pictures[number]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("window"))
        painter.setPen(self._theme.color("line_strong"))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for number, place in enumerate(self._places):
            seen = place.translated(-across, -down)
            if seen.intersects(event.rect()):
                painter.drawPixmap(seen.topLeft(), self._picture(number))
                painter.drawRect(seen.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(self._theme.color("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self.page
        self._lay_out()
        self.go_to(page)
        self.zoom_changed.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * STEP if event.angleDelta().y() > 0 else self.zoom / STEP)
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self.page + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self.page - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(len(self._pages) - 1),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.set_zoom(None),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
