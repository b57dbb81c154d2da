"""Paints the items of day columns from their pictures."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
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
_SHORT: Final = 18  # a block that is not higher has words that a ring around its neighbour would cut


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

    def sticking(self, scale: Scale, shown: Shown, column: int, pill: Box | None) -> list[tuple[Block, Box]]:
        """The blocks whose words stand lower than at their top: it is scrolled away, or a pill covers it."""
        placed = self.placed(scale, shown.book, column)
        edge = scale.page.y
        above = placed.blocks[: bisect_left(placed.tops, edge if pill is None else edge + PILL)]
        return [
            (block, box)
            for block, box in above
            if box.width >= NO_WORDS and box.bottom > edge + 8 and (box.y < edge or _covered(scale, box, pill))
        ]

    def paint_stuck(
        self, painter: QPainter, scale: Scale, shown: Shown, block: Block, box: Box, pill: Box | None
    ) -> None:
        """A block whose words stick to the top of what is seen, below a pill that would cover them."""
        words = _stuck_words(scale, box, pill)
        face = self.face(shown, block, box.width)
        top = max(box.y, scale.page.y)
        height = min(box.bottom - top, STICKS_FOR + PILL)
        x, y = box.x + scale.origin[0], scale.origin[1]
        painter.save()
        painter.setClipRect(QRectF(x, top + y, box.width, height))
        self._ground_below(painter, scale, box._replace(y=top, height=height))
        painter.setOpacity(shown.opacity(block.item.id))
        body = self._pictures.picture(face, box.width, box.height, scale.ratio, "body")
        self._draw(painter, scale, x, box.y + y, body)
        if words.height > 0:
            picture = self._pictures.picture(face, box.width, words.height, scale.ratio, "words")
            self._draw(painter, scale, x, words.y + y, picture)
        painter.restore()

    def words_across(
        self, scale: Scale, shown: Shown, column: int, minute_y: float, pill: Box | None
    ) -> Iterator[QRectF]:
        """The words, icons and marks of a column, in the view, that a line at a height of the content runs through."""
        placed = self.placed(scale, shown.book, column)
        stuck = [block for block, _ in self.sticking(scale, shown, column, pill)]
        for block, box in placed.blocks[: bisect_left(placed.tops, minute_y)]:
            if box.bottom > minute_y and box.width >= NO_WORDS:
                words = _stuck_words(scale, box, pill) if block in stuck else box
                for part in self._blocks.parts(shown.faces.face(block), words.width, words.height):
                    if part.top() <= minute_y - words.y <= part.bottom():
                        yield part.translated(words.x + scale.origin[0], words.y + scale.origin[1])

    def paint_short_words(self, painter: QPainter, scale: Scale, shown: Shown, ringed: Box) -> None:
        """The words of low blocks again that the ring around a block of the content has cut."""
        column = scale.column_at(ringed.x + 1 + scale.origin[0])
        around = Box(ringed.x - 3, ringed.y - 3, ringed.width + 6, ringed.height + 6)
        placed = self.placed(scale, shown.book, column)
        painter.save()
        painter.setClipRect(QRectF(*around.moved(*scale.origin)))  # words drawn twice would be bolder
        for block, box in placed.blocks[: bisect_left(placed.tops, around.bottom)]:
            if box.width >= NO_WORDS and box.height <= _SHORT and box.y >= scale.page.y and box.meets(around):
                face = shown.faces.face(block)
                painter.setOpacity(shown.opacity(block.item.id))
                words = self._pictures.picture(face, box.width, box.height, scale.ratio, "words")
                self._draw(painter, scale, box.x + scale.origin[0], box.y + scale.origin[1], words)
        painter.restore()

    def paint_over(
        self, painter: QPainter, scale: Scale, shown: Shown, block: Block, box: Box, *, hovered: bool
    ) -> None:
        """A block at a box of the view, fully opaque: hovered, or on its way to another time, which it says."""
        as_planned = hovered or box.width < NO_WORDS
        face = self.face(shown, block, box.width) if as_planned else shown.faces.made_for(block)
        picture = self._pictures.picture(face, box.width, box.height, scale.ratio, hovered=hovered)
        self._draw(painter, scale, box.x, box.y, picture)

    def count_earlier(self, scale: Scale, book: DayBook, column: int) -> int:
        """How many blocks of a column lie above what is seen."""
        return bisect_right(self.placed(scale, book, column).bottoms, scale.page.y + 6)

    def count_later(self, scale: Scale, book: DayBook, column: int) -> int:
        """How many blocks of a column lie below what is seen."""
        tops = self.placed(scale, book, column).tops
        return len(tops) - bisect_left(tops, scale.page.bottom - 6)

    def _ground_below(self, painter: QPainter, scale: Scale, box: Box) -> None:
        """The ground of a box of the content again, where the layer shows words that are to stand elsewhere."""
        ratio = scale.ratio
        region = QRect(
            round(box.x * ratio), round(box.y * ratio), round(box.width * ratio) + 1, round(box.height * ratio) + 1
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


def _covered(scale: Scale, box: Box, pill: Box | None) -> bool:
    """Whether a pill at the top of a column, in the view, lies over a box of the content that reaches so high."""
    return pill is not None and box.right + scale.origin[0] > pill.x and box.y < scale.page.y + PILL


def _stuck_words(scale: Scale, box: Box, pill: Box | None) -> Box:
    """Where the words of a block whose top is not seen stand in the content; without height where they have no room."""
    top = max(box.y, scale.page.y + (PILL if _covered(scale, box, pill) else 0))
    return box._replace(y=top, height=max(min(box.bottom - top, STICKS_FOR), 0))
