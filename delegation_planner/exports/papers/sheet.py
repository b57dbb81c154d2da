"""A printed sheet as a value: cells, rows with their heights, pages; no spreadsheet library yet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from delegation_planner.exports.papers.styles import Line, Look, Style
from delegation_planner.exports.papers.text_width import TALLEST_ROW, Typeface, lines, room, row_height, text_height

POINTS_PER_CM: Final = 28.35
SAFE_SHARE: Final = 0.97
"""The share of a page that is planned full; the rest covers what drivers and programs round differently."""
TALLEST_TEXT: Final = 396.0
"""A text that needs more goes on in a further row: less than the tallest row, and than any page of ours."""

_PAPER_CM: Final = {"A4": (21.0, 29.7), "A5": (14.8, 21.0)}


class Run(NamedTuple):
    """Text of one type inside a cell; the next run begins on a new line."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str | None = None

    @property
    def typeface(self) -> Typeface:
        return Typeface(self.size, self.bold)


class Moment(NamedTuple):
    """A time of day or a date as the number that spreadsheets store; the look's number format words it."""

    number: float


Value = str | tuple[Run, ...] | Moment | int | None


class Cell(NamedTuple):
    """A cell at a column (from 1), merged over so many columns and rows."""

    column: int
    value: Value
    look: Look
    columns: int = 1
    rows: int = 1


class Row(NamedTuple):
    """A row of its height in points. `air` rows stand above an item and may carry the rule that parts it off."""

    height: float
    cells: tuple[Cell, ...]
    air: bool = False


class PageSetup(NamedTuple):
    """Paper, turn and margins (cm)."""

    paper: Literal["A4", "A5"] = "A4"
    landscape: bool = False
    sides: float = 1.5
    top: float = 1.7
    bottom: float = 1.3

    @property
    def capacity(self) -> float:
        """How many points of rows a page takes."""
        across, down = _PAPER_CM[self.paper]
        height = across if self.landscape else down
        return (height - self.top - self.bottom) * POINTS_PER_CM * SAFE_SHARE

    @property
    def printable_width(self) -> float:
        """Points between the side margins."""
        across, down = _PAPER_CM[self.paper]
        return ((down if self.landscape else across) - 2 * self.sides) * POINTS_PER_CM


class Margins(NamedTuple):
    """The texts of header and footer, with the codes that spreadsheets read in them."""

    header_left: str
    header_right: str
    footer_left: str
    footer_centre: str
    footer_right: str


class Properties(NamedTuple):
    """What the file says of itself."""

    title: str
    subject: str
    creator: str
    keywords: str
    language: str
    category: str


class Sheet(NamedTuple):
    """One paper, ready to be written.

    `breaks` are the numbers of the rows (from 1) after which a new page begins, `repeated` the rows printed again on
    top of each page, `freeze` the cell above and left of which the screen stands still. `title_cell` holds the title.
    `shared_looks` are looks of sibling papers, entered into the style table too, so that one table serves all.
    """

    name: str
    setup: PageSetup
    widths: tuple[float, ...]
    styles: Mapping[str, Style]
    rows: tuple[Row, ...]
    breaks: tuple[int, ...]
    repeated: tuple[int, int] | None
    freeze: str
    title_cell: str
    shared_looks: frozenset[Look]
    margins: Margins
    properties: Properties
    made_at: datetime


class Grid(NamedTuple):
    """The columns of a sheet and its styles: what decides how high a row must be."""

    widths: tuple[float, ...]
    styles: Mapping[str, Style]

    def row(self, cells: Sequence[Cell], pad: float = 3, least: float = 0) -> tuple[Row, ...]:
        """The cells as a row high enough for them; as several where a text is taller than a row may be."""
        rows: list[Row] = []
        left = tuple(cells)
        while True:
            needed = [self.needed(cell) for cell in left if cell.rows == 1]
            if max(needed, default=0.0) <= TALLEST_TEXT:
                return (*rows, Row(row_height(needed, pad, least), left))
            parts = [self._divided(cell) if cell.rows == 1 else (cell, cell._replace(value=None)) for cell in left]
            rows.append(Row(TALLEST_ROW, tuple(head for head, _ in parts)))
            left = tuple(rest for _, rest in parts)

    def needed(self, cell: Cell) -> float:
        """The height of the cell's text in points, without padding."""
        style = self.styles[cell.look.style]
        if isinstance(cell.value, tuple) and not isinstance(cell.value, Moment):
            points = self.points(cell)
            return sum(text_height(run.text, points, run.typeface) for run in cell.value)
        if isinstance(cell.value, str) and style.wrap:
            return text_height(cell.value, self.points(cell), style.typeface)
        return style.typeface.pitch if cell.value not in (None, "") else 0.0

    def points(self, cell: Cell) -> float:
        """The room that the cell's text has in its line."""
        width = sum(self.widths[cell.column - 1 : cell.column - 1 + cell.columns])
        return room(width, self.styles[cell.look.style].indent)

    def _divided(self, cell: Cell) -> tuple[Cell, Cell]:
        """What of the cell stands in a row of the tallest text, and what goes on below."""
        points = self.points(cell)
        if isinstance(cell.value, str):
            style = self.styles[cell.look.style]
            head, rest = _divided_text(cell.value, points, style.typeface, TALLEST_TEXT)
            return cell._replace(value=head), cell._replace(value=rest or None)
        if isinstance(cell.value, tuple) and not isinstance(cell.value, Moment):
            heads, rests = _divided_runs(cell.value, points)
            return cell._replace(value=heads), cell._replace(value=rests or None)
        return cell, cell._replace(value=None)


def _divided_runs(runs: tuple[Run, ...], points: float) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    left = TALLEST_TEXT
    for index, run in enumerate(runs):
        needed = text_height(run.text, points, run.typeface)
        if needed > left:
            head, rest = _divided_text(run.text, points, run.typeface, left)
            heads = (*runs[:index], run._replace(text=head)) if head else runs[:index]
            return heads, (run._replace(text=rest), *runs[index + 1 :])
        left -= needed
    return runs, ()


def _divided_text(text: str, points: float, typeface: Typeface, height: float) -> tuple[str, str]:
    """The text's first lines that fit into the height, and the rest; a newline at the cut is dropped."""
    spared = height
    start = 0
    for paragraph in text.split("\n"):
        for line in lines(paragraph, points, typeface):
            spared -= text_height(line, points, typeface)
            if spared < 0:
                return text[:start].rstrip("\n"), text[start:]
            start += len(line)
        start += 1
    return text, ""


def ruled_above(row: Row, line: Line | None) -> Row:
    """The row with a line (or none) along its top."""
    return row._replace(cells=tuple(cell._replace(look=cell.look._replace(above=line)) for cell in row.cells))


def ruled_below(row: Row, line: Line) -> Row:
    """The row with a line along its bottom."""
    return row._replace(cells=tuple(cell._replace(look=cell.look._replace(below=line)) for cell in row.cells))


def clock(moment: datetime) -> Moment:
    """The wall clock of a moment in its own zone as a time of day."""
    return Moment((moment.hour * 60 + moment.minute) / 1440)


def calendar_day(day: date) -> Moment:
    """A date as days of the spreadsheet's calendar."""
    return Moment(float(day.toordinal() - date(1899, 12, 30).toordinal()))
