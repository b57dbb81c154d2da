"""Paints the heads of the days and the ruler of the hours."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from delegation_planner.screen.painting import paint_mark
from delegation_planner.screen.schedule.grid.block_painter import Fonts
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.day_heads import DayHead, guest_clock, zone_letters
from delegation_planner.screen.schedule.grid.scale import HEAD, Scale
from delegation_planner.screen.schedule.grid.time_words import clock_at
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words

_INSET: Final = 9
_SEVERITY_ROLES: Final = {"error": "error", "warning": "warning", "note": "info"}


class HeadPainter:
    """Day heads above the columns, hours at their left; the guest's hours left of the host's on request."""

    def __init__(self, theme: Theme, words: Words, fonts: Fonts) -> None:
        self._theme = theme
        self._words = words
        self._fonts = fonts

    def paint_heads(self, painter: QPainter, scale: Scale, heads: dict[int, DayHead]) -> None:
        """The heads of the columns seen, given by column."""
        colour = self._theme.color
        painter.fillRect(QRectF(0, 0, scale.width, HEAD), colour("pane"))
        painter.save()
        painter.setClipRect(QRectF(scale.ruler, 0, scale.width - scale.ruler, HEAD))
        for column, head in heads.items():
            left = scale.column_x(column) + scale.origin[0]
            right = scale.column_x(column + 1) + scale.origin[0]
            painter.fillRect(QRectF(left, 6, 1 / scale.ratio * max(1, int(scale.ratio)), HEAD - 6), colour("line"))
            self._head(painter, head, left, right)
        painter.restore()
        painter.fillRect(QRectF(0, HEAD - 1, scale.width, 1), colour("line_strong"))
        for column, head in heads.items():
            if head.today:
                left, right = (scale.column_x(at) + scale.origin[0] for at in (column, column + 1))
                left = max(left, scale.ruler)
                painter.fillRect(QRectF(left + 1, HEAD - 3, right - left - 1, 3), colour("accent"))

    def _head(self, painter: QPainter, head: DayHead, left: float, right: float) -> None:
        x, until = left + _INSET, right - 6
        colour = self._theme.color
        strong = colour("accent_text" if head.today else "ink")
        mark_y = 15 if head.tracks else 33
        found_from = self._found(painter, head, until, mark_y)
        first_until, second_until = (found_from, until) if head.tracks else (until, found_from)
        x += self._text(painter, head.number, 14, 600, strong, x, 16, first_until) + 8
        date = self.fitting(head, first_until - x)
        self._text(painter, date, 12, 500, strong if head.dated else colour("muted"), x, 16, first_until)
        if head.tracks:
            self._tracks(painter, head, left, right)
            return
        room = second_until - left - _INSET
        below = head.below if self._width(head.below, 11, 400) <= room else head.below_short
        self._text(painter, below, 11, 400, colour("muted"), left + _INSET, 33.5, second_until)

    def fitting(self, head: DayHead, room: float) -> str:
        """The date as a head has room for it; that it is open is said whole or not at all."""
        if self._width(head.date, 12, 500) <= room:
            return head.date
        return head.date_short if head.dated or self._width(head.date_short, 12, 500) <= room else ""

    def _tracks(self, painter: QPainter, head: DayHead, left: float, right: float) -> None:
        share = (right - left) / len(head.tracks)
        for at, name in enumerate(head.tracks):
            x = left + share * at + (_INSET if at == 0 else 4)
            self._text(painter, name, 11, 400, self._theme.color("muted"), x, 33.5, left + share * (at + 1) - 2)

    def _found(self, painter: QPainter, head: DayHead, right: float, y: float) -> float:
        """The worst mark with its count at the right; where other words must end."""
        if head.severity is None:
            return right
        role = self._theme.color(_SEVERITY_ROLES[head.severity])
        count = str(head.found)
        x = right - self._width(count, 11, 600)
        self._text(painter, count, 11, 600, role, x, y, right)
        paint_mark(painter, self._theme, head.severity, QRect(round(x) - 17, round(y) - 7, 13, 13))
        return x - 22

    def paint_ruler(
        self, painter: QPainter, scale: Scale, book: DayBook, *, guest: bool, chips: Sequence[float] = ()
    ) -> None:
        """The hours of the host, and the guest's; none where a chip will lie."""
        colour, words, plan = self._theme.color, self._words, book.plan
        painter.fillRect(QRectF(0, HEAD, scale.ruler, scale.height - HEAD), colour("pane"))
        day = scale.days[scale.columns_seen().start] if scale.columns_seen() else scale.days[0]
        right = scale.ruler - 8
        self._right(painter, zone_letters(plan, plan.visit.host_zone, day), right, HEAD - 13, 10, 600, colour("muted"))
        if guest:
            name = zone_letters(plan, plan.visit.guest_zone, day)
            self._right(painter, name, 38, HEAD - 13, 10, 600, colour("muted"))
        painter.save()
        painter.setClipRect(QRectF(0, HEAD, scale.ruler, scale.height - HEAD))
        tick = colour("line")
        for hour in range(25):
            y = scale.y_of(hour * 60) + scale.origin[1]
            if HEAD + 6 <= y <= scale.height + 8 and all(abs(y - chip) > 13 for chip in chips):
                self._right(painter, clock_at(words, hour * 60), right, y, 10.5, 400, colour("muted"))
                painter.fillRect(QRectF(scale.ruler - 4, y, 4, 1 / scale.ratio), tick)
                if guest:
                    self._right(painter, guest_clock(words, plan, day, hour), 38, y, 10.5, 400, colour("muted"))
        painter.restore()

    def paint_chip(self, painter: QPainter, scale: Scale, text: str, y: float, role: str) -> None:
        """A time of its own on the ruler."""
        width = max(38.0, self._width(text, 10.5, 600) + 10)
        box = QRectF(scale.ruler - 4 - width, y - 8, width, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(box, 4, 4)
        self._right(
            painter, text, box.right() - 5, y, 10.5, 600, self._theme.color("on_accent" if role == "accent" else "pane")
        )

    def _right(
        self, painter: QPainter, text: str, right: float, y: float, size: float, weight: int, colour: QColor
    ) -> None:
        x = right - self._width(text, size, weight)
        self._text(painter, text, size, weight, colour, x, y, right + 1)

    def _text(
        self, painter: QPainter, text: str, size: float, weight: int, colour: QColor, x: float, y: float, until: float
    ) -> float:
        """A line with its middle at a height, cut where it must end; returns its width."""
        font, metrics = self._fonts.font(size, weight)
        shown = self._fonts.cut(text, size, weight, until - x + 0.5)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, y + (metrics.ascent() - metrics.descent()) / 2), shown)
        return self._fonts.width(shown, size, weight)

    def _width(self, text: str, size: float, weight: int) -> float:
        return self._fonts.width(text, size, weight)
