"""Paints one block: its body by kind and state, and its words."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.painting import paint_icon, paint_kind, paint_mark
from delegation_planner.screen.schedule.grid.faces import Face
from delegation_planner.screen.schedule.grid.text_lines import Line, Words, words_of_block
from delegation_planner.screen.theme import Theme, mixed
from delegation_planner.screen.tokens import KIND_ICONS

_HATCH: Final = 6
_TILE: Final = 24  # a multiple of the hatch that is whole at 125, 150 and 175 % too
_CORNER: Final = 9
_MOST_WIDTHS: Final = 20_000


class Fonts:
    """The fonts of blocks with their measures, each made once: text layout is what painting takes longest for."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[float, int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, float, int], float] = {}

    def font(self, size: float, weight: int, *, struck: bool = False) -> tuple[QFont, QFontMetricsF]:
        """A font and its metrics."""
        key = (size, weight, struck)
        if key not in self._made:
            font = self._theme.font(size, weight)
            font.setStrikeOut(struck)
            self._made[key] = (font, QFontMetricsF(font))
        return self._made[key]

    def width(self, text: str, size: float, weight: int) -> float:
        """How wide a text is; the texts of the last edits are remembered."""
        key = (text, size, weight)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            known = self._widths[key] = self.font(size, weight)[1].horizontalAdvance(text)
        return known

    def cut(self, text: str, size: float, weight: int, room: float) -> str:
        """A text as far as there is room for it."""
        if self.width(text, size, weight) <= room:
            return text
        return self.font(size, weight)[1].elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0))


class BlockPainter:
    """Paints blocks in the colours of the theme as they are at that moment."""

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        self._theme = theme
        self._fonts = fonts
        self._tiles: dict[tuple[int, float], QPixmap] = {}
        self._flat: dict[tuple[str, str, bool], tuple[QColor, QColor]] = {}

    @property
    def dark(self) -> bool:
        """Whether the theme is dark now."""
        return self._theme.tokens.name == "dark"

    def body(self, painter: QPainter, face: Face, width: float, height: float, *, hovered: bool = False) -> None:
        """Fill, hatch, left edge, outline and folded corner, at the origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(4.0, height / 3)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 0, width, height), radius, radius)
        fill = self.fill(face)
        painter.fillPath(shape, mixed(self._theme.color("ink"), fill, 0.05) if hovered else fill)
        painter.save()
        painter.setClipPath(shape)
        if face.travelling and face.status != "cancelled":
            self._hatch(painter, face, width, height)
        self._left_edge(painter, face, height)
        if face.internal and height >= _CORNER:
            self._folded_corner(painter, face, width)
        painter.restore()
        self._outline(painter, face, QRectF(0.5, 0.5, width - 1, height - 1), radius, hovered=hovered)

    def flat(self, painter: QPainter, item: ProgrammeItem, box: QRect, edge: int) -> None:
        """Fill and left edge alone, in a box: all that can be seen of a block too narrow for words."""
        key = (item.kind, item.status, self.dark)
        if key not in self._flat:
            face = Face(item.kind, item.status)
            self._flat[key] = self.fill(face), self.bar(face)
        fill, bar = self._flat[key]
        painter.fillRect(box, fill)
        painter.fillRect(box.x(), box.y(), min(edge, box.width()), box.height(), bar)

    def words(self, painter: QPainter, face: Face, width: float, height: float) -> None:
        """Icon, lines, mark and pin, at the origin; as many as a block of this size has room for."""
        shown = words_of_block(face, width, height, self._fonts.width)
        for line in shown.lines:
            self._line(painter, face, line)
        self._signs(painter, face, shown)

    def parts(self, face: Face, width: float, height: float) -> Iterator[QRectF]:
        """What words, icon and mark cover of a block of this size, with a little air."""
        shown = words_of_block(face, width, height, self._fonts.width)
        for line in shown.lines:
            text = self._fonts.cut(line.text, line.size, line.weight, line.width)
            wide = self._fonts.width(text, line.size, line.weight)
            x = line.x + line.width - wide if line.at_right else line.x
            high = min(line.size * 1.3, line.height)
            yield QRectF(x - 3, line.y + (line.height - high) / 2, wide + 6, high)
        for x, y, side in (shown.icon, shown.mark, shown.pin):
            if side:
                yield QRectF(x - 2, y, side + 4, side)

    def fill(self, face: Face) -> QColor:
        """The colour that a block is filled with."""
        theme = self._theme
        if face.status == "cancelled":
            return theme.color("header")
        if face.solid:
            return theme.color("sign")
        tint = theme.tint(face.kind)
        return mixed(tint, theme.color("pane"), 0.45) if face.status == "tentative" else tint

    def bar(self, face: Face) -> QColor:
        """The colour of its left edge and outline."""
        return self._theme.color("control") if face.status == "cancelled" else self._theme.bar(face.kind)

    def _hatch(self, painter: QPainter, face: Face, width: float, height: float) -> None:
        share = 0.17 if face.status == "confirmed" else 0.12 if self.dark else 0.11
        ratio = painter.device().devicePixelRatioF()
        brush = QBrush(self._hatch_tile(faded(self.bar(face), share), ratio))
        brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        painter.fillRect(QRectF(0, 0, width, height), brush)

    def _hatch_tile(self, colour: QColor, ratio: float) -> QPixmap:
        """A square of hatch that can be laid side by side: its side is a whole number of device pixels."""
        key = (colour.rgba(), ratio)
        if key not in self._tiles:
            side = _TILE * ratio
            tile = QPixmap(round(side), round(side))
            tile.fill(Qt.GlobalColor.transparent)
            painter = QPainter(tile)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(ratio, ratio)
            painter.setPen(QPen(colour, 1))
            for x in range(-_TILE, 2 * _TILE, _HATCH):
                painter.drawLine(QPointF(x, _TILE), QPointF(x + _TILE, 0))
            painter.end()
            self._tiles[key] = tile
        return self._tiles[key]

    def _left_edge(self, painter: QPainter, face: Face, height: float) -> None:
        if face.solid:
            painter.fillRect(QRectF(0, 0, 3, height), faded(self._theme.color("on_sign"), 0.55))
        elif face.status == "tentative":
            for y in range(0, int(height) + 1, 9):
                painter.fillRect(QRectF(0, y, 3, 6), self.bar(face))
        else:
            painter.fillRect(QRectF(0, 0, 3, height), self.bar(face))

    def _folded_corner(self, painter: QPainter, face: Face, width: float) -> None:
        corner = QPolygonF([QPointF(width - _CORNER, 0), QPointF(width, 0), QPointF(width, _CORNER)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("on_sign" if face.solid else "muted"))
        painter.drawPolygon(corner)

    def _outline(self, painter: QPainter, face: Face, box: QRectF, radius: float, *, hovered: bool) -> None:
        if face.solid and not hovered:
            return
        if face.status == "tentative":
            pen = QPen(faded(self.bar(face), 0.70 if self.dark else 0.62), 1)
            pen.setDashPattern([3, 3])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        else:
            pen = QPen(faded(self.bar(face), 0.45 if hovered else 0.24), 1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)

    def _line(self, painter: QPainter, face: Face, line: Line) -> None:
        struck = face.status == "cancelled" and line.role == "title"
        font, metrics = self._fonts.font(line.size, line.weight, struck=struck)
        painter.setFont(font)
        painter.setPen(self._ink(face, line))
        text = self._fonts.cut(line.text, line.size, line.weight, line.width)
        x = line.x + line.width - self._fonts.width(text, line.size, line.weight) if line.at_right else line.x
        baseline = line.y + (line.height + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, baseline), text)

    def _ink(self, face: Face, line: Line) -> QColor:
        if face.solid:
            return self._theme.color("on_sign")
        if face.status == "cancelled":
            return self._theme.color("muted")
        if line.role == "title":
            return self._theme.color("ink")
        if face.travelling:
            return self._theme.color("ink" if face.status == "confirmed" else "muted")
        return self._theme.bar(face.kind) if line.role == "times" else self._theme.color("muted")

    def _signs(self, painter: QPainter, face: Face, shown: Words) -> None:
        if shown.icon[2]:
            role = "on_sign" if face.solid else "muted" if face.status == "cancelled" else ""
            if role:
                paint_icon(painter, self._theme, KIND_ICONS[face.kind], _square(shown.icon), role)
            else:
                paint_kind(painter, self._theme, face.kind, _square(shown.icon))
        if shown.pin[2]:
            paint_icon(painter, self._theme, "pin", _square(shown.pin), "on_sign" if face.solid else "muted")
        if shown.mark[2] and face.severity is not None:
            if face.solid:
                self._disc(painter, shown.mark)
            paint_mark(painter, self._theme, face.severity, _square(shown.mark))

    def _disc(self, painter: QPainter, mark: tuple[float, float, int]) -> None:
        """A ground in the pane's colour below a mark, where the block has a strong colour of its own."""
        box = QRectF(_square(mark)).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("pane"))
        painter.drawEllipse(box)


def faded(colour: QColor, share: float) -> QColor:
    """A colour of which only a share (0 to 1) covers the ground."""
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin


def _square(place: tuple[float, float, int]) -> QRect:
    return QRect(round(place[0]), round(place[1]), place[2], place[2])
