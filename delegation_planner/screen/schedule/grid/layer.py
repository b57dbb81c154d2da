"""The painted ground and items as one picture, which scrolling moves instead of painting it anew."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from delegation_planner.screen.schedule.grid.scale import HEAD, Scale

Paint = Callable[[QPainter, QRect], None]


class Layer:
    """The part of the content that is seen. Only what scrolling lays bare is painted."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._scale: Scale | None = None

    def renew(self) -> None:
        """Paint everything anew the next time."""
        self._scale = None

    def show(self, scale: Scale, paint: Paint) -> QPixmap:
        """The picture for a scale. `paint` is given regions of the content in device pixels."""
        width = round(scale.width * scale.ratio) - round(scale.ruler * scale.ratio)
        height = round(scale.height * scale.ratio) - round(HEAD * scale.ratio)
        left, top = round(scale.left * scale.ratio), round(scale.top * scale.ratio)
        page = QRect(left, top, max(1, width), max(1, height))
        before = self._scale
        if before is None or before._replace(left=0, top=0) != scale._replace(left=0, top=0):
            self._picture = QPixmap(page.size())
            self._paint(page, [page], paint)
        elif (before.left, before.top) != (scale.left, scale.top):
            was = page.translated(round(before.left * scale.ratio) - left, round(before.top * scale.ratio) - top)
            self._scroll(was, page, paint)
        self._scale = scale
        self._picture.setDevicePixelRatio(scale.ratio)
        return self._picture

    def _scroll(self, was: QRect, page: QRect, paint: Paint) -> None:
        stays = was.intersected(page)
        if stays.isEmpty():
            self._paint(page, [page], paint)
            return
        self._picture.setDevicePixelRatio(1)
        self._picture.scroll(was.left() - page.left(), was.top() - page.top(), self._picture.rect())
        self._paint(page, bare(page, stays), paint)

    def _paint(self, page: QRect, regions: list[QRect], paint: Paint) -> None:
        self._picture.setDevicePixelRatio(1)
        painter = QPainter(self._picture)
        painter.translate(-page.topLeft())
        for region in regions:
            painter.save()
            painter.setClipRect(region)
            paint(painter, region)
            painter.restore()
        painter.end()


def bare(page: QRect, stays: QRect) -> list[QRect]:
    """The parts of a page that are not in the rectangle that stays: at most one above or below and one beside."""
    parts = [
        QRect(page.left(), page.top(), page.width(), stays.top() - page.top()),
        QRect(page.left(), stays.bottom() + 1, page.width(), page.bottom() - stays.bottom()),
        QRect(page.left(), stays.top(), stays.left() - page.left(), stays.height()),
        QRect(stays.right() + 1, stays.top(), page.right() - stays.right(), stays.height()),
    ]
    return [part for part in parts if not part.isEmpty()]
