"""A printed sheet as a value: cells, rows with their heights, pages; no spreadsheet library yet."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest
from typing import Final, Literal, NamedTuple

from delegation_planner.exports.papers.styles import Line, Look, Style
from delegation_planner.exports.papers.text_width import (
    PIXEL,
    WIDE_POINTS_PER_UNIT,
    Typeface,
    divided,
    room,
    row_height,
    text_height,
)
from delegation_planner.plan.kinds import PaperSize

POINTS_PER_CM: Final = 28.35
SAFE_SHARE: Final = 0.97
"""The share of a page that is planned full; the rest covers what drivers and programs round differently."""
TALLEST_TEXT: Final = 396.0
"""A text that needs more goes on in a further row: less than the tallest row, and than any page of ours."""

Paper = Literal["A4", "A5", "Letter", "Half Letter"]
"""What a page is printed on."""

NARROWEST_TEXT: Final = 13.0
"""Units: broader columns hold running text, and give or take where another paper is broader or narrower."""
_PAPER_CM: Final[dict[Paper, tuple[float, float]]] = {
    "A4": (21.0, 29.7), "A5": (14.8, 21.0), "Letter": (21.59, 27.94), "Half Letter": (13.97, 21.59),
}  # fmt: skip
_AMERICAN: Final[dict[Paper, Paper]] = {"A4": "Letter", "A5": "Half Letter"}


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


class Moment(float):
    """A time of day or a date as the number that spreadsheets store; the look's number format words it."""

    __slots__ = ()


Value = str | tuple[Run, ...] | Moment | int | None


class Cell(NamedTuple):
    """A cell at a column (from 1), merged over so many columns and rows."""

    column: int
    value: Value
    look: Look
    columns: int = 1
    rows: int = 1


class Row(NamedTuple):
    """A row of its height in points. `air` rows stand above an item and may carry the rule that parts it off.

    `spare` are the points of padding that it can do without where that saves the paper a page.
    """

    height: float
    cells: tuple[Cell, ...]
    air: bool = False
    spare: float = 0.0

    @property
    def closer(self) -> "Row":
        """The row without its spare padding."""
        return self._replace(height=self.height - self.spare, spare=0.0)


class PageSetup(NamedTuple):
    """Paper, turn and margins (cm)."""

    paper: Paper = "A4"
    landscape: bool = False
    sides: float = 1.5
    top: float = 1.7
    bottom: float = 1.3

    def on(self, size: PaperSize) -> "PageSetup":
        """The same page of metric paper on paper of the visit's size: turned as it is, with the same margins."""
        return self._replace(paper=_AMERICAN.get(self.paper, self.paper)) if size == "letter" else self

    @property
    def is_narrow(self) -> bool:
        """Whether header and footer have room for short forms only."""
        return self.paper in ("A5", "Half Letter")

    @property
    def size_cm(self) -> tuple[float, float]:
        """Width and height of the paper as it lies."""
        across, down = _PAPER_CM[self.paper]
        return (down, across) if self.landscape else (across, down)

    @property
    def capacity(self) -> float:
        """How many points of rows a page takes."""
        return (self.size_cm[1] - self.top - self.bottom) * POINTS_PER_CM * SAFE_SHARE

    @property
    def printable_width(self) -> float:
        """Points between the side margins."""
        return (self.size_cm[0] - 2 * self.sides) * POINTS_PER_CM


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
    top of each page, `freeze` the cell above and left of which the screen stands still, if any. `title_cell` holds the
    title.
    `shared_looks` are looks of sibling papers, entered into the style table too, so that one table serves all.
    """

    name: str
    setup: PageSetup
    widths: tuple[float, ...]
    styles: Mapping[str, Style]
    rows: tuple[Row, ...]
    breaks: tuple[int, ...]
    repeated: tuple[int, int] | None
    freeze: str | None
    title_cell: str
    shared_looks: frozenset[Look]
    margins: Margins
    properties: Properties
    made_at: datetime

    @property
    def texts(self) -> Iterator[str]:
        """All texts of its cells."""
        for cell in (cell for row in self.rows for cell in row.cells):
            if isinstance(cell.value, str):
                yield cell.value
            elif isinstance(cell.value, tuple):
                yield from (run.text for run in cell.value)


def fitted(widths: tuple[float, ...], planned: PageSetup, page: PageSetup) -> tuple[float, ...]:
    """The widths of columns planned for one page on another page: columns of running text share the difference."""
    if page == planned:
        return widths
    difference = (page.printable_width - planned.printable_width) / WIDE_POINTS_PER_UNIT
    share = 1 + difference / sum(width for width in widths if width > NARROWEST_TEXT)
    return tuple(math.floor(20 * width * share) / 20 if width > NARROWEST_TEXT else width for width in widths)


class Grid(NamedTuple):
    """The columns of a sheet, its styles and its page: what decides how high a row must be, and where pages end."""

    widths: tuple[float, ...]
    styles: Mapping[str, Style]
    setup: PageSetup = PageSetup()

    def row(self, cells: Sequence[Cell], pad: float = 3, least: float = 0) -> tuple[Row, ...]:
        """The cells as a row high enough for them; as several where a text is taller than a row may be."""
        needed = [self.needed(cell) for cell in cells if cell.rows == 1]
        if max(needed, default=0.0) <= TALLEST_TEXT:
            return (Row(row_height(needed, pad, least), tuple(cells), spare=0.0 if least else _spare(pad)),)
        pieces = [self.pieces(cell) if cell.rows == 1 else [cell.value] for cell in cells]
        return tuple(
            self.row([cell._replace(value=value) for cell, value in zip(cells, values, strict=True)], pad, least)[0]
            for values in zip_longest(*pieces)
        )

    def needed(self, cell: Cell) -> float:
        """The height of the cell's text in points, without padding."""
        style = self.styles[cell.look.style]
        if isinstance(cell.value, tuple):
            points = self.points(cell)
            return sum(text_height(run.text, points, run.typeface) for run in cell.value)
        if isinstance(cell.value, str) and style.wrap:
            return text_height(cell.value, self.points(cell), style.typeface)
        return style.typeface.pitch if cell.value not in (None, "") else 0.0

    def points(self, cell: Cell) -> float:
        """The room that the cell's text has in its line."""
        width = sum(self.widths[cell.column - 1 : cell.column - 1 + cell.columns])
        return room(width, self.styles[cell.look.style].indent)

    def pieces(self, cell: Cell) -> list[Value]:
        """The cell's text in pieces that a row can hold."""
        points = self.points(cell)
        if isinstance(cell.value, str):
            typeface = self.styles[cell.look.style].typeface
            return [*divided(cell.value, points, typeface, TALLEST_TEXT, TALLEST_TEXT)[0]]
        if isinstance(cell.value, tuple):
            return [*_divided_runs(cell.value, points)]
        return [cell.value]


def _spare(pad: float) -> float:
    """Half of a padding, in whole pixels."""
    return pad / 2 // PIXEL * PIXEL


def _divided_runs(runs: tuple[Run, ...], points: float) -> list[tuple[Run, ...]]:
    spare = TALLEST_TEXT
    pieces: list[tuple[Run, ...]] = [()]
    for run in runs:
        texts, spare = divided(run.text, points, run.typeface, spare, TALLEST_TEXT)
        first, *further = [run._replace(text=text) for text in texts]
        pieces[-1] += (first,) if first.text else ()
        pieces += [(piece,) for piece in further]
    return pieces


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
