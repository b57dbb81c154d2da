"""A laid-out sheet as pages: its own breaks, repeated rows and margins; every cell in its place, in points."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from delegation_planner.exports.papers.sheet import POINTS_PER_CM, Cell, Grid, Row, Sheet
from delegation_planner.exports.papers.styles import Line
from delegation_planner.exports.papers.text_width import CELL_PADDING, INDENT_UNITS, WIDE_POINTS_PER_UNIT
from delegation_planner.screen.preview.cell_text import CellLine, cell_lines, cell_room
from delegation_planner.screen.preview.margin_texts import margin_lines
from delegation_planner.screen.preview.page import Across, Fill, Page, Stroke, TextLine
from delegation_planner.screen.preview.shown_values import WordsOf

TOP_PAD: Final = 1.5
"""Points above a text at the top of its cell, where there is as much to spare."""


class _Carried(NamedTuple):
    """What is left for the next page of a cell that is merged over the break."""

    cell: Cell
    lines: tuple[CellLine, ...]


def pages_of(sheet: Sheet, words_of: WordsOf) -> tuple[Page, ...]:
    """The pages as they are printed; `words_of` name days and months in the languages of dates."""
    ends = [*sheet.breaks, len(sheet.rows)]
    starts = [0, *sheet.breaks]
    width, height = (cm * POINTS_PER_CM for cm in sheet.setup.size_cm)
    carried: list[_Carried] = []
    made = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        page = _PageInMaking(sheet, words_of, width)
        if number > 1 and sheet.repeated:
            page.add(sheet.rows[sheet.repeated[0] - 1 : sheet.repeated[1]], ())
        carried = page.add(sheet.rows[start:end], carried)
        lines = (*page.lines, *margin_lines(sheet, number, len(ends), width, height))
        made.append(Page(sheet.setup, width, height, tuple(page.fills), tuple(page.strokes), lines))
    return tuple(made)


class _PageInMaking:
    """The fills, strokes and texts of a page, filled row by row."""

    def __init__(self, sheet: Sheet, words_of: WordsOf, width: float) -> None:
        self.fills: list[Fill] = []
        self.strokes: list[Stroke] = []
        self.lines: list[TextLine] = []
        self._grid = Grid(sheet.widths, sheet.styles)
        self._words_of = words_of
        units = [sum(sheet.widths[:number]) for number in range(len(sheet.widths) + 1)]
        left = (width - WIDE_POINTS_PER_UNIT * units[-1]) / 2
        self._columns = [left + WIDE_POINTS_PER_UNIT * each for each in units]
        self._y = sheet.setup.top * POINTS_PER_CM

    def add(self, rows: Sequence[Row], carried: Sequence[_Carried]) -> list[_Carried]:
        """Place the rows below those before, with what the last page left over; answers what is left over now."""
        tops = [self._y]
        for row in rows:
            tops.append(tops[-1] + row.height)
        left_over: list[_Carried] = []
        covered: dict[tuple[int, int], int] = {}
        begun: list[tuple[int, Cell, list[CellLine] | None]] = [(0, each.cell, list(each.lines)) for each in carried]
        begun += [(number, cell, None) for number, row in enumerate(rows) for cell in row.cells]
        for number, cell, lines in begun:
            if (number, cell.column) in covered and lines is None:
                self._edge_below(cell, tops, number, last=covered[number, cell.column])
                continue
            end = min(number + cell.rows, len(rows))
            covered |= {(inner, cell.column): end - 1 for inner in range(number + (lines is None), end)}
            rest = self._place(cell, tops[number], tops[end], lines)
            if number + cell.rows > len(rows):
                left_over.append(_Carried(cell._replace(rows=cell.rows - (end - number)), tuple(rest)))
        self._y = tops[-1]
        return left_over

    def _place(self, cell: Cell, top: float, bottom: float, lines: list[CellLine] | None) -> list[CellLine]:
        """Fill, borders and text of a cell; answers the lines that go on on the next page."""
        style, look = self._grid.styles[cell.look.style], cell.look
        left, right = self._columns[cell.column - 1], self._columns[cell.column - 1 + cell.columns]
        colour = look.fill or style.fill
        if colour:
            self.fills.append(Fill(left, top, right - left, bottom - top, colour))
        self._stroke(look.above or style.above, left, top, right, top)
        self._stroke(look.below or style.below, left, bottom, right, bottom)
        self._stroke(look.left or style.left, left, top, left, bottom)
        self._stroke(look.right or style.right, right, top, right, bottom)
        if lines is None:
            lines = cell_lines(self._grid, cell, self._words_of)
        return self._write(cell, lines, top, bottom)

    def _write(self, cell: Cell, lines: list[CellLine], top: float, bottom: float) -> list[CellLine]:
        fitting = list(lines)
        while cell.rows > 1 and fitting and sum(line.pitch for line in fitting) > bottom - top:
            fitting.pop()
        style = self._grid.styles[cell.look.style]
        spare = bottom - top - sum(line.pitch for line in fitting)
        above = {"top": min(TOP_PAD, spare / 2), "center": spare / 2}.get(style.vertical, spare - min(1.0, spare / 2))
        across = _across(cell.look.horizontal or style.horizontal)
        indent = INDENT_UNITS * WIDE_POINTS_PER_UNIT * style.indent if across == "left" else 0.0
        x = self._columns[cell.column - 1] + CELL_PADDING / 2 + indent
        y = top + above
        for line in fitting:
            room = cell_room(self._grid, cell)
            self.lines.append(TextLine(x, y, room, line.pitch, across, (line.span,)))
            y += line.pitch
        return lines[len(fitting) :]

    def _edge_below(self, cell: Cell, tops: list[float], number: int, last: int) -> None:
        """Of a cell that a merged one covers, only the line along the lower edge is seen."""
        if number == last:
            left, right = self._columns[cell.column - 1], self._columns[cell.column - 1 + cell.columns]
            self._stroke(cell.look.below, left, tops[number + 1], right, tops[number + 1])

    def _stroke(self, line: Line | None, x1: float, y1: float, x2: float, y2: float) -> None:
        if line is not None:
            self.strokes.append(Stroke(x1, y1, x2, y2, line))


def _across(horizontal: str) -> Across:
    return "center" if horizontal == "center" else "right" if horizontal == "right" else "left"
