"""Paints what lies over the items: rings, the hovered block, the now line, pills, and a drag on its way."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from delegation_planner.plan.kinds import Id, Track
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.block_painter import Fonts, faded
from delegation_planner.screen.schedule.grid.day_painter import DayPainter, Shown
from delegation_planner.screen.schedule.grid.gesture import Drop
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.lanes import Block, OnClock
from delegation_planner.screen.schedule.grid.pills import Pill, paint_fade, paint_pill
from delegation_planner.screen.schedule.grid.scale import HEAD, Box, Scale
from delegation_planner.screen.theme import Theme

FEW: Final = 40  # so many selected items are looked up one by one; of more, only those in sight


class Over(NamedTuple):
    """What lies over the items just now. `focused`: the grid has the keyboard. `now` is a minute of its clock."""

    selected: tuple[Id, ...] = ()
    focused: bool = False
    hovered: Block | None = None
    hovered_pill: Pill | None = None
    now: int | None = None
    drop: Drop | None = None
    band: Box | None = None


class Overlay:
    """Paints in the view's pixels, inside the content's part of the view."""

    def __init__(self, theme: Theme, fonts: Fonts, days: DayPainter) -> None:
        self._theme = theme
        self._fonts = fonts
        self._days = days

    def paint(self, painter: QPainter, scale: Scale, shown: Shown, over: Over, pills: Iterable[Pill]) -> None:
        """All of it, from below to above."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pills = list(pills)
        above = {pill.column: pill.box for pill in pills if pill.way == "earlier"}
        stuck = {
            column: self._days.sticking(scale, shown, column, above.get(column)) for column in scale.columns_seen()
        }
        for column, blocks in stuck.items():
            for block, box in blocks:
                self._days.paint_stuck(painter, scale, shown, block, box, above.get(column))
        if over.hovered is not None and all(block != over.hovered for blocks in stuck.values() for block, _ in blocks):
            self._hovered(painter, scale, shown, over.hovered)
        for pill in pills:
            if pill.way == "later" or not stuck[pill.column]:
                paint_fade(painter, self._theme, scale, pill.column, pill.way)
        self._rings(painter, scale, shown, over)
        if over.now is not None:
            self._now_line(painter, scale, shown, over.now, above)
        for pill in pills:
            paint_pill(painter, self._theme, self._fonts, pill, hovered=pill == over.hovered_pill)
        if over.drop is not None:
            self._drop(painter, scale, shown, over.drop)
        if over.band is not None:
            self._band(painter, over.band)

    def lying(self, scale: Scale, shown: Shown, drop: Drop) -> Iterator[tuple[Block | None, Box]]:
        """Where items lie during a drag, in the view: each in every day that it touches, in the lane that it had, or in
        that of the track that it goes to.
        """
        spans: list[tuple[OnClock | None, int, int]] = [(None, drop.start, drop.end)]
        if drop.lying:
            spans = [(one, one.start, one.drawn_until) for one in drop.lying]
        for one, start, end in spans:
            for column, day in enumerate(scale.days):
                if start < (day + 1) * DAY and end > day * DAY:
                    lane = self._lane(shown, one.item if one is not None else None, day, drop.track)
                    top, bottom = max(start - day * DAY, 0), min(end - day * DAY, DAY)
                    x, width = scale.lane(column, *lane)
                    y = scale.y_of(top)
                    box = Box(x, y, width, max(scale.y_of(bottom) - y - 1, 2)).moved(*scale.origin)
                    block = Block(one.item, one.start, one.end, day, top, bottom, *lane) if one is not None else None
                    yield block, box

    def _lane(self, shown: Shown, item: ProgrammeItem | None, day: int, track: Track | None) -> tuple[int, int]:
        tracks = shown.book.day(day).tracks
        if track is not None and track in tracks:
            return tracks.index(track), len(tracks)
        blocks = shown.book.blocks_of(item.id) if item is not None else ()
        return (blocks[0].lane, blocks[0].lanes) if blocks else (0, 1)

    def _drop(self, painter: QPainter, scale: Scale, shown: Shown, drop: Drop) -> None:
        focus = self._theme.color("focus")
        for minute in (drop.start, drop.end):
            y = scale.y_of(minute % DAY or (DAY if minute == drop.end else 0)) + scale.origin[1]
            painter.fillRect(QRectF(scale.ruler, y, scale.width - scale.ruler, 1), faded(focus, 0.8))
        for block, box in self.lying(scale, shown, drop):
            self._shadow(painter, box)
            if block is None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("accent_soft"))
                painter.drawRoundedRect(_rect(box), 4, 4)
            else:
                self._days.paint_over(painter, scale, shown, block, box, hovered=False)
            self._ring(painter, box, focus)

    def _hovered(self, painter: QPainter, scale: Scale, shown: Shown, block: Block) -> None:
        if block.item.id in shown.dragged or block.day not in scale.days:
            return
        box = scale.box(scale.days.index(block.day), block).moved(*scale.origin)
        if box.y >= HEAD:  # one whose top is scrolled away keeps its words where they stick
            self._days.paint_over(painter, scale, shown, block, box, hovered=True)

    def _rings(self, painter: QPainter, scale: Scale, shown: Shown, over: Over) -> None:
        colour = self._theme.color("focus" if over.focused else "control")
        boxes = list(self._selected_boxes(scale, shown, over.selected))
        for box in boxes:
            self._ring(painter, box.moved(*scale.origin), colour)
        for box in boxes[:FEW]:
            self._days.paint_short_words(painter, scale, shown, box)

    def _selected_boxes(self, scale: Scale, shown: Shown, selected: tuple[Id, ...]) -> Iterator[Box]:
        if len(selected) <= FEW:
            for item_id in selected:
                if item_id not in shown.dragged:
                    for block in shown.book.blocks_of(item_id):
                        yield scale.box(scale.days.index(block.day), block)
            return
        wanted = set(selected) - shown.dragged
        for column in scale.columns_seen():
            for block, box in self._days.placed(scale, shown.book, column).blocks:
                if block.item.id in wanted and box.meets(scale.page):
                    yield box

    def _ring(self, painter: QPainter, box: Box, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("pane"), 1))
        painter.drawRoundedRect(_rect(box).adjusted(-0.5, -0.5, 0.5, 0.5), 4.5, 4.5)
        painter.setPen(QPen(colour, 2))
        painter.drawRoundedRect(_rect(box).adjusted(-2, -2, 2, 2), 6, 6)

    def _shadow(self, painter: QPainter, box: Box) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 14 if self._theme.tokens.name == "dark" else 5))
        for spread in range(8):
            painter.drawRoundedRect(
                _rect(box).adjusted(-spread, 2 - spread, spread, 2 + spread), 4 + spread, 4 + spread
            )

    def _now_line(self, painter: QPainter, scale: Scale, shown: Shown, now: int, above: Mapping[int, Box]) -> None:
        """It passes behind words: through a title it would strike it, which is how cancelled items look."""
        day, minute = divmod(now, DAY)
        if day not in scale.days:
            return
        colour = self._theme.color("now")
        at = scale.y_of(minute)
        y = at + scale.origin[1]
        painter.save()
        free = QRegion(scale.ruler, HEAD, scale.page_width, scale.page_height)
        for column in scale.columns_seen():
            for words in self._days.words_across(scale, shown, column, at, above.get(column)):
                free -= QRegion(words.toAlignedRect())
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(scale.ruler, y, scale.width - scale.ruler, 1), faded(colour, 0.35))
        today = scale.column_box(scale.days.index(day)).moved(*scale.origin)
        painter.fillRect(QRectF(today.x, y - 0.5, today.width, 2), colour)
        painter.restore()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(today.x + 1, y + 0.5), 4, 4)

    def _band(self, painter: QPainter, band: Box) -> None:
        focus = self._theme.color("focus")
        painter.setPen(QPen(focus, 1))
        painter.setBrush(faded(focus, 0.10))
        painter.drawRect(_rect(band).adjusted(0.5, 0.5, -0.5, -0.5))


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
