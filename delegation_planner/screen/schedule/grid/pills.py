"""How many items lie out of sight above and below, as pills that lead there."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from delegation_planner.screen.painting import paint_icon
from delegation_planner.screen.schedule.grid.block_painter import Fonts, faded
from delegation_planner.screen.schedule.grid.scale import HEAD, Box, Scale
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words

_HEIGHT, _FADE = 16, 30
Way = Literal["earlier", "later"]


class Pill(NamedTuple):
    """A pill of a column: which way it leads, what it says, and its box in the view."""

    way: Way
    column: int
    text: str
    box: Box


def make_pills(words: Words, fonts: Fonts, scale: Scale, column: int, earlier: int, later: int) -> list[Pill]:
    """The pills of a column; none for what is in sight, nor where they have no room."""
    pills = []
    x, right = scale.column_x(column) + scale.origin[0], scale.column_x(column + 1) + scale.origin[0]
    for way, count, y in (("earlier", earlier, HEAD + 4), ("later", later, scale.height - _HEIGHT - 4)):
        if count:
            text = (
                words.say("{count} earlier", count=count)
                if way == "earlier"
                else words.say("{count} later", count=count)
            )
            width = scale.snapped(fonts.width(text, 10.5, 500) + 30)
            if width <= right - x - 4:
                box = Box(scale.snapped(right - 6 - width), y, width, _HEIGHT)
                pills.append(Pill("earlier" if way == "earlier" else "later", column, text, box))
    return pills


def paint_fade(painter: QPainter, theme: Theme, scale: Scale, column: int, way: Way) -> None:
    """The column fades into the pane where items go on out of sight."""
    x, right = scale.column_x(column) + scale.origin[0] + 1, scale.column_x(column + 1) + scale.origin[0]
    top = HEAD if way == "earlier" else scale.height - _FADE
    pane = theme.color("pane")
    clear, solid = faded(pane, 0.0), faded(pane, 0.9)
    fade = QLinearGradient(QPointF(0, top), QPointF(0, top + _FADE))
    fade.setColorAt(0, solid if way == "earlier" else clear)
    fade.setColorAt(1, clear if way == "earlier" else solid)
    painter.fillRect(QRectF(x, top, right - x, _FADE), QBrush(fade))


def paint_pill(painter: QPainter, theme: Theme, fonts: Fonts, pill: Pill, *, hovered: bool) -> None:
    """One pill with its arrow."""
    box = QRectF(pill.box.x + 0.5, pill.box.y + 0.5, pill.box.width - 1, pill.box.height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("control" if hovered else "line_strong"), 1))
    painter.setBrush(QColor(theme.color("hover" if hovered else "pane")))
    painter.drawRoundedRect(box, _HEIGHT / 2, _HEIGHT / 2)
    icon = "chevron_up" if pill.way == "earlier" else "chevron_down"
    paint_icon(painter, theme, icon, QRect(round(pill.box.x) + 6, round(pill.box.y) + 3, 10, 10))
    font, metrics = fonts.font(10.5, 500)
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    baseline = pill.box.y + (pill.box.height + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(pill.box.x + 20, baseline), pill.text)
