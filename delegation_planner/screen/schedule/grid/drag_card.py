"""Paints what is said beside a drag: a card with the new time and what it would cause."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from delegation_planner.screen.painting import paint_icon, paint_mark
from delegation_planner.screen.schedule.grid.block_painter import Fonts
from delegation_planner.screen.schedule.grid.drop_words import DropWords, Point
from delegation_planner.screen.schedule.grid.scale import HEAD, Box, Scale
from delegation_planner.screen.schedule.grid.text_lines import wrapped
from delegation_planner.screen.theme import Theme

WIDTH: Final = 318
LEAST_WIDTH: Final = 236
_INSET, _TEXT_AT = 14, 34
_TITLE_LINES: Final = 2
_DETAIL_LINES: Final = 2


class DragCard:
    """A card of fixed width, as high as it needs to be."""

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        self._theme = theme
        self._fonts = fonts

    def height(self, said: DropWords, width: float) -> float:
        """How high a card of this width is."""
        points = sum(self._height(point, width) for point in said.points)
        return self._top(said, width) + points + (4 if said.points else 0) + 30

    def _top(self, said: DropWords, width: float) -> float:
        """The height of the times, and of the track below them."""
        return self._times(said, width) + (17 if said.track else 0)

    def _times(self, said: DropWords, width: float) -> float:
        """The height of the times; how it was stands below them where it has no room beside them."""
        beside = self._fonts.width(said.times, 12.5, 600) + 8 + self._fonts.width(said.was, 11, 400)
        return 36 if beside <= width - 2 * _INSET else 53

    def place(self, scale: Scale, said: DropWords, beside: Box) -> Box:
        """Right of the column, else left of it, narrower if it must be; below or above only where neither has room.

        `beside` is as wide as the column and as high as what is dragged.
        """
        rooms = (scale.width - 4 - (beside.right + 12), beside.x - 12 - scale.ruler)
        width = next((float(WIDTH) for room in rooms if room >= WIDTH), max(rooms))
        if width < LEAST_WIDTH:
            return self._above_or_below(scale, said, beside)
        width = min(width, WIDTH)
        x = beside.right + 12 if rooms[0] >= width else beside.x - 12 - width
        height = self.height(said, width)
        y = min(max(beside.y - 8, HEAD + 6), scale.height - height - 8)
        return Box(scale.snapped(x), scale.snapped(max(y, HEAD + 2)), scale.snapped(width), height)

    def _above_or_below(self, scale: Scale, said: DropWords, beside: Box) -> Box:
        height = self.height(said, WIDTH)
        below = beside.bottom + 12
        y = below if below + height <= scale.height - 4 else beside.y - 12 - height
        x = min(max(beside.x + beside.width / 2 - WIDTH / 2, scale.ruler), scale.width - WIDTH - 4)
        return Box(scale.snapped(x), scale.snapped(max(y, HEAD + 2)), WIDTH, height)

    def paint(self, painter: QPainter, said: DropWords, box: Box) -> None:
        """The card in its box."""
        colour = self._theme.color
        self._ground(painter, QRectF(box.x, box.y, box.width, box.height))
        x, right = box.x + _INSET, box.right - _INSET
        y = box.y + 22
        width = self._text(painter, said.times, 12.5, 600, colour("ink"), x, y, right)
        top = self._times(said, box.width)
        below = top > 36
        was_x, was_y = (x, y + 17) if below else (x + width + 8, y)
        self._text(painter, said.was, 11, 400, colour("muted"), was_x, was_y, right)
        self._text(painter, said.track, 11.5, 500, colour("ink"), x, box.y + top + 3, right)
        y = box.y + self._top(said, box.width)
        for point in said.points:
            y = self._point(painter, point, box, y)
        y = box.bottom - 30
        painter.fillRect(QRectF(box.x + 1, y, box.width - 2, 1), colour("line"))
        self._text(painter, self.keys(said, right - x), 10.5, 400, colour("muted"), x, y + 15, right)

    def keys(self, said: DropWords, room: float) -> str:
        """As many of the keys as have room, each whole, the first one in any case."""
        for count in range(len(said.keys), 1, -1):
            for between in ("   ·   ", " · "):
                line = between.join(said.keys[:count])
                if self._fonts.width(line, 10.5, 400) <= room:
                    return line
        return said.keys[0]

    def _point(self, painter: QPainter, point: Point, box: Box, y: float) -> float:
        colour = self._theme.color
        left, right = box.x, box.right - _INSET
        sign = QRect(round(left) + _INSET, round(y) + 4, 13, 13)
        if point.severity is None:
            paint_icon(painter, self._theme, "check", sign, "ok")
        else:
            paint_mark(painter, self._theme, point.severity, sign)
        for line in self._titles(point, box.width):
            self._text(painter, line, 11.5, 500, colour("ink"), left + _TEXT_AT, y + 10, right)
            y += 16
        y += 2
        for line in self._details(point, box.width):
            self._text(painter, line, 11, 400, colour("muted"), left + _TEXT_AT, y + 8, right)
            y += 15
        return y + 6

    def _height(self, point: Point, width: float) -> float:
        return 16 * len(self._titles(point, width)) + 2 + 15 * len(self._details(point, width)) + 6

    def _titles(self, point: Point, width: float) -> list[str]:
        room = width - _TEXT_AT - _INSET
        return wrapped(point.title, [room] * _TITLE_LINES, lambda text: self._fonts.width(text, 11.5, 500))

    def _details(self, point: Point, width: float) -> list[str]:
        room = width - _TEXT_AT - _INSET
        return wrapped(point.detail, [room] * _DETAIL_LINES, lambda text: self._fonts.width(text, 11, 400))

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 11 if self._theme.tokens.name == "dark" else 3))
        for spread in range(12):
            painter.drawRoundedRect(box.adjusted(-spread, 2 - spread, spread, 2 + spread), 8 + spread, 8 + spread)
        painter.setPen(QPen(self._theme.color("line_strong"), 1))
        painter.setBrush(self._theme.color("pane"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _text(
        self, painter: QPainter, text: str, size: float, weight: int, colour: QColor, x: float, y: float, until: float
    ) -> float:
        font, metrics = self._fonts.font(size, weight)
        shown = self._fonts.cut(text, size, weight, until - x)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, y + (metrics.ascent() - metrics.descent()) / 2), shown)
        return self._fonts.width(shown, size, weight)
