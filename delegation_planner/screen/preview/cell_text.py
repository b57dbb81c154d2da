"""The lines that a cell's text falls into, as its row was planned for them."""

from typing import Final, NamedTuple

from delegation_planner.exports.clean_text import clean_text
from delegation_planner.exports.papers.sheet import Cell, Grid
from delegation_planner.exports.papers.styles import INK
from delegation_planner.exports.papers.text_width import (
    CELL_PADDING,
    INDENT_UNITS,
    WIDE_POINTS_PER_UNIT,
    Typeface,
    lines,
    text_height,
)
from delegation_planner.screen.preview.page import Span
from delegation_planner.screen.preview.shown_values import WordsOf, shown_number

NEVER_BROKEN: Final = 1e9


class CellLine(NamedTuple):
    """One line and the points from it to the next."""

    span: Span
    pitch: float


def cell_room(grid: Grid, cell: Cell) -> float:
    """The points that a cell's text has between its edges on our pages, whose columns are the widest ones allowed.

    Rows were planned for narrower columns: a text may take fewer lines than its row has room for, never more.
    """
    units = sum(grid.widths[cell.column - 1 : cell.column - 1 + cell.columns])
    indent = grid.styles[cell.look.style].indent
    return WIDE_POINTS_PER_UNIT * (units - INDENT_UNITS * indent) - CELL_PADDING


def cell_lines(grid: Grid, cell: Cell, words_of: WordsOf) -> list[CellLine]:
    """The lines of the cell's text, number or runs."""
    style, look = grid.styles[cell.look.style], cell.look
    room = cell_room(grid, cell)
    colour = look.colour or style.colour
    if isinstance(cell.value, tuple):
        return [
            line
            for run in cell.value
            for line in _lines(
                Span(run.text, run.typeface, run.colour or INK, run.italic, run.struck), room, run.typeface
            )
        ]
    if cell.value is None or cell.value == "":
        return []
    is_text = isinstance(cell.value, str)
    text = cell.value if isinstance(cell.value, str) else shown_number(cell.value, look.number_format, words_of)
    span = Span(text, style.typeface, colour, style.italic or look.italic, look.struck)
    return _lines(span, room if is_text and style.wrap else NEVER_BROKEN, style.typeface)


def _lines(span: Span, room: float, face: Typeface) -> list[CellLine]:
    text = clean_text(span.text)
    broken = lines(text, room, face)
    pitch = text_height(text, room, face) / len(broken)
    return [CellLine(span._replace(text=line.rstrip(" ")), pitch) for line in broken]
