"""Paints what lies below the items: hours, days, the hours of night, meals and Friday prayer."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from delegation_planner.screen.schedule.grid.block_painter import Fonts, faded
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.scale import PRAYER_STRIP, Scale
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words

_NIGHT: Final = ((0, 7 * 60), (21 * 60, DAY))
_MEALS: Final = ((12 * 60, 13 * 60), (19 * 60, 20 * 60 + 30))
PRAYER: Final = (11 * 60 + 30, 13 * 60)


class Ground:
    """The ground of the whole content, painted in device pixels so that hairlines are sharp at every scale."""

    def __init__(self, theme: Theme, words: Words, fonts: Fonts) -> None:
        self._theme = theme
        self._words = words
        self._fonts = fonts

    def paint(self, painter: QPainter, scale: Scale, region: QRect) -> None:
        """The part of the ground in a region of the content, in device pixels."""
        colour = self._theme.color
        right = round(scale.column_x(len(scale.days)) * scale.ratio)
        across = QRect(region.left(), 0, min(region.right() + 1, right) - region.left(), 1)
        painter.fillRect(region, colour("pane"))
        for bands, role in ((_NIGHT, "off_hours"), (_MEALS, "band")):
            for top, bottom in bands:
                painter.fillRect(_between(scale, across, top, bottom), colour(role))
        columns = self._columns(scale, region)
        for column, box in columns:
            if scale.days[column] in scale.fridays:
                painter.fillRect(_between(scale, box, *PRAYER), colour("band_friday"))
        line = max(1, int(scale.ratio))
        for half in range(1, 48):
            y = round(scale.y_of(half * 30) * scale.ratio)
            painter.fillRect(across.left(), y, across.width(), line, colour("line_half" if half % 2 else "line"))
        for column, box in columns:
            if column:
                painter.fillRect(box.left(), region.top(), line, region.height(), colour("line"))

    def paint_prayers(self, painter: QPainter, scale: Scale, region: QRect) -> None:
        """The strips at the right of Fridays; they stand beside the items, which cover the band."""
        for column, box in self._columns(scale, region):
            if scale.days[column] in scale.fridays:
                painter.save()
                painter.scale(scale.ratio, scale.ratio)
                self._prayer(painter, scale, (box.right() + 1) / scale.ratio)
                painter.restore()

    def _prayer(self, painter: QPainter, scale: Scale, right: float) -> None:
        top, bottom = (scale.y_of(minute) for minute in PRAYER)
        strip = QRectF(right - PRAYER_STRIP - 1.5, top + 0.5, 16, bottom - top - 2)
        bar = self._theme.bar("ceremony")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faded(bar, 0.45), 1))
        painter.setBrush(self._theme.color("band_friday"))
        painter.drawRoundedRect(strip, 4, 4)
        name = self._words.say("Friday prayer")
        font, metrics = self._fonts.font(10, 500)
        if metrics.horizontalAdvance(name) > strip.height() - 4:
            return
        painter.translate(strip.center())
        painter.rotate(-90)
        painter.setFont(font)
        painter.setPen(bar)
        turned = QRectF(-strip.height() / 2, -strip.width() / 2, strip.height(), strip.width())
        painter.drawText(turned, int(Qt.AlignmentFlag.AlignCenter), name)

    def _columns(self, scale: Scale, region: QRect) -> list[tuple[int, QRect]]:
        """The columns that a region meets, with their boxes in device pixels."""
        found = []
        for column in scale.columns_between(region.left() / scale.ratio, (region.right() + 1) / scale.ratio):
            left, right = (round(scale.column_x(at) * scale.ratio) for at in (column, column + 1))
            found.append((column, QRect(left, 0, right - left, 1)))
        return found


def _between(scale: Scale, across: QRect, top: int, bottom: int) -> QRect:
    y, until = (round(scale.y_of(minute) * scale.ratio) for minute in (top, bottom))
    return QRect(across.left(), y, across.width(), until - y)
