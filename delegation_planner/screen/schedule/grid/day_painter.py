"""Paints the items of day columns from their pictures."""

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.painting import paint_mark
from delegation_planner.screen.schedule.grid.block_painter import BlockPainter
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.faces import Face, Faces, bare_face
from delegation_planner.screen.schedule.grid.ground import Ground
from delegation_planner.screen.schedule.grid.lanes import Block, DayLayout
from delegation_planner.screen.schedule.grid.pictures import Pictures
from delegation_planner.screen.schedule.grid.scale import Box, Scale
from delegation_planner.screen.schedule.grid.text_lines import NO_WORDS, STICKS_FOR
from delegation_planner.screen.theme import Theme

_DIMMED: Final = 0.34
_ORIGIN: Final = 0.30
PILL: Final = 20  # how far down a pill at the top reaches
_LEAST_WORDS: Final = 17


class Shown(NamedTuple):
    """What the days show: whose blocks are dimmed (all but `own_items`, if set) and which are being dragged away."""

    book: DayBook
    faces: Faces
    marks: Marks
    own_items: frozenset[Id] | None = None
    dragged: frozenset[Id] = frozenset()

    def opacity(self, item_id: Id) -> float:
        """How strongly an item is painted."""
        if item_id in self.dragged:
            return _ORIGIN
        return 1.0 if self.own_items is None or item_id in self.own_items else _DIMMED


class Placed(NamedTuple):
    """The blocks of a day with their boxes in the content, by their top, and all tops and bottoms in order."""

    layout: DayLayout
    blocks: tuple[tuple[Block, Box], ...]
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]


class DayPainter:
    """Paints ground and blocks of the content. It remembers the boxes of each day for the scale last used."""

    def __init__(self, theme: Theme, ground: Ground, blocks: BlockPainter) -> None:
        self._theme = theme
        self._blocks = blocks
        self._ground = ground
        self._pictures = Pictures(blocks)
        self._scale = Scale()
        self._placed: dict[int, Placed] = {}

    def placed(self, scale: Scale, book: DayBook, column: int) -> Placed:
        """The blocks of a column with their boxes."""
        resting = scale._replace(left=0, top=0)
        if resting != self._scale:
            self._scale = resting
            self._placed.clear()
        day = scale.days[column]
        layout = book.day(day)
        known = self._placed.get(day)
        if known is None or known.layout is not layout:
            blocks = tuple(zip(layout.blocks, scale.boxes(column, layout.blocks), strict=True))
            tops = tuple(box.y for _, box in blocks)
            known = self._placed[day] = Placed(layout, blocks, tops, tuple(sorted(box.bottom for _, box in blocks)))
        return known

    def paint(self, painter: QPainter, scale: Scale, shown: Shown, region: QRect) -> None:
        """Everything in a region of the content, in device pixels."""
        self._ground.paint(painter, scale, region)
        ratio = scale.ratio
        top, bottom = region.top() / ratio, (region.bottom() + 1) / ratio
        left, right = region.left() / ratio, (region.right() + 1) / ratio
        for column in scale.columns_between(left, right):
            placed = self.placed(scale, shown.book, column)
            for block, box in placed.blocks[: bisect_left(placed.tops, bottom)]:
                if box.y + box.height > top:
                    self._block(painter, scale, shown, block, box)
        self._ground.paint_prayers(painter, scale, region)

    def face(self, shown: Shown, block: Block, width: float) -> Face:
        """The face of a block that is so wide."""
        if width >= NO_WORDS:
            return shown.faces.face(block)
        mark = shown.marks.get(block.item.id)
        return bare_face(block.item, mark.severity if mark is not None else None)

    def _block(self, painter: QPainter, scale: Scale, shown: Shown, block: Block, box: Box) -> None:
        opacity = shown.opacity(block.item.id)
        x, y, width, height = box
        ratio = scale.ratio
        at = QRect(round(x * ratio), round(y * ratio), round(width * ratio), round(height * ratio))
        if opacity < 1.0:
            painter.setOpacity(opacity)
        if width < NO_WORDS:
            self._flat(painter, scale, shown, block, at)
        else:
            face = shown.faces.face(block)
            painter.drawPixmap(at.topLeft(), self._pictures.picture(face, width, height, ratio))
        if opacity < 1.0:
            painter.setOpacity(1.0)
        if block.item.id in shown.dragged:
            pen = QPen(self._theme.bar(block.item.kind), 1)
            pen.setDashPattern([2, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _flat(self, painter: QPainter, scale: Scale, shown: Shown, block: Block, at: QRect) -> None:
        """A block too narrow for words: its colours and, if there is room, its mark."""
        self._blocks.flat(painter, block.item, at, round(3 * scale.ratio))
        side = round(8 * scale.ratio)
        if at.width() < 2 * side or at.height() <= side:
            return
        mark = shown.marks.get(block.item.id)
        if mark is not None:
            corner = QRect(at.right() - side - 1, at.top() + round(2 * scale.ratio), side, side)
            paint_mark(painter, self._theme, mark.severity, corner)

    # Over the layer, in the view's pixels.

    def sticking(self, scale: Scale, shown: Shown, column: int) -> list[tuple[Block, Box]]:
        """The blocks with words whose top is scrolled away."""
        placed = self.placed(scale, shown.book, column)
        edge = scale.page.y
        above = placed.blocks[: bisect_left(placed.tops, edge)]
        return [(block, box) for block, box in above if box.width >= NO_WORDS and box.bottom > edge + 8]

    def paint_stuck(
        self, painter: QPainter, scale: Scale, shown: Shown, block: Block, box: Box, *, below_pill: bool
    ) -> None:
        """A block whose top is scrolled away; its words stick to the top of what is seen, below a pill."""
        page = scale.page
        rest = box.bottom - page.y
        down = PILL if below_pill and rest - PILL >= _LEAST_WORDS else 0
        height = min(rest - down, STICKS_FOR)
        face = self.face(shown, block, box.width)
        x, y = box.x + scale.origin[0], page.y + scale.origin[1]
        painter.save()
        painter.setClipRect(QRectF(x, y, box.width, height + down))
        self._ground_below(painter, scale, box, height + down)
        painter.setOpacity(shown.opacity(block.item.id))
        body = self._pictures.picture(face, box.width, box.height, scale.ratio, "body")
        self._draw(painter, scale, x, box.y + scale.origin[1], body)
        self._draw(painter, scale, x, y + down, self._pictures.picture(face, box.width, height, scale.ratio, "words"))
        painter.restore()

    def paint_over(
        self, painter: QPainter, scale: Scale, shown: Shown, block: Block, box: Box, *, hovered: bool
    ) -> None:
        """A block at a box of the view, fully opaque: hovered, or on its way to another time."""
        face = self.face(shown, block, box.width)
        picture = self._pictures.picture(face, box.width, box.height, scale.ratio, hovered=hovered)
        self._draw(painter, scale, box.x, box.y, picture)

    def count_earlier(self, scale: Scale, book: DayBook, column: int) -> int:
        """How many blocks of a column lie above what is seen."""
        return bisect_right(self.placed(scale, book, column).bottoms, scale.page.y + 6)

    def count_later(self, scale: Scale, book: DayBook, column: int) -> int:
        """How many blocks of a column lie below what is seen."""
        tops = self.placed(scale, book, column).tops
        return len(tops) - bisect_left(tops, scale.page.bottom - 6)

    def _ground_below(self, painter: QPainter, scale: Scale, box: Box, height: float) -> None:
        """The ground again, where the layer shows words that are to stand elsewhere."""
        ratio, page = scale.ratio, scale.page
        region = QRect(
            round(box.x * ratio), round(page.y * ratio), round(box.width * ratio) + 1, round(height * ratio) + 1
        )
        painter.save()
        painter.translate(QPointF(*scale.origin))
        painter.scale(1 / ratio, 1 / ratio)
        self._ground.paint(painter, scale, region)
        painter.restore()

    def _draw(self, painter: QPainter, scale: Scale, x: float, y: float, picture: QPixmap) -> None:
        """A picture in device pixels at a place in logical ones."""
        painter.save()
        painter.translate(x, y)
        painter.scale(1 / scale.ratio, 1 / scale.ratio)
        painter.drawPixmap(0, 0, picture)
        painter.restore()
