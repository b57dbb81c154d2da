"""The programme for all readers: start times, titles and places, in one language or in two side by side."""

from typing import Final, NamedTuple

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import (
    marked,
    place_text,
    second_place_text,
    state_words,
    time_format,
    title_runs,
)
from delegation_planner.exports.papers.footnotes import footnotes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    AIR,
    Layout,
    across,
    blank,
    capitals,
    cities,
    closing_note,
    date_value,
    grid_for,
    host_noon,
    paper_dates,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run, Value, clock
from delegation_planner.exports.papers.styles import GREY, PUBLIC_TITLE_LINE, WARNING, Look, PaperKind
from delegation_planner.programme.programme import Day, Entry, Programme, Shown
from delegation_planner.words.dates import day_number, zone_label
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=False, sides=1.4, top=1.7, bottom=1.3)
WIDTHS: Final = (9.0, 63.0, 18.0)
WIDTHS_OF_TWO: Final = (6.6, 37.8, 2.0, 37.8, 6.6)
PAD: Final = {1: 4.0, 2: 2.0}
"""Points around an item's text, by the number of languages."""
DAY_HEAD: Final = 25.5
"""Points: a light day head with the space above it."""


class Half(NamedTuple):
    """One language of the paper: its words, where its times and texts stand, and how they are set."""

    words: Words
    time: int
    text: int
    columns: int
    time_style: str
    title_size: float
    small_size: float
    second: bool = False

    def title(self, entry: Entry) -> Shown:
        return entry.title_second if self.second and entry.title_second else entry.title

    def place(self, entry: Entry) -> str:
        if entry.kind == "flight":
            return ""
        return second_place_text(entry, self.words) if self.second else place_text(entry, self.words)


def public_programme(programme: Programme, imprint: Imprint) -> Layout:
    """Paper 1; with a second language in the imprint each half is complete, with its own times."""
    two = imprint.second is not None
    kind: PaperKind = "programme_two_languages" if two else "programme"
    grid = grid_for(kind, SETUP, WIDTHS_OF_TWO if two else WIDTHS, programme, imprint)
    halves = _halves(imprint)
    days = tuple(_day(day, grid, halves, programme) for day in programme.days)
    title, title_row = _title(programme, imprint, grid)
    return Layout(
        kind=kind,
        name=imprint.words.say("Programme"),
        grid=grid,
        title=title,
        repeated=(_zone_line(programme, halves, grid),),
        sections=days,
        closing=closing_note(grid, footnotes(programme, imprint, title, days), ruled=False),
        title_cell=f"A{title_row}",
        ruled=False,
    )


def _halves(imprint: Imprint) -> tuple[Half, ...]:
    if imprint.second is None:
        return (Half(imprint.words, 1, 2, 2, "DP Time", 10.5, 9.5),)
    first = Half(imprint.words, 1, 2, 1, "DP Time", 9.5, 8.5)
    return first, Half(imprint.second, 5, 4, 1, "DP Time R", 9.5, 8.5, second=True)


def _title(programme: Programme, imprint: Imprint, grid: Grid) -> tuple[tuple[Row, ...], int]:
    """The head of the first page, and the number of the row that holds the title."""
    words, second = imprint.words, imprint.second
    kinds = [each.say("PROGRAMME") for each in (words, second) if each]
    above = (
        *_host(programme, imprint, grid),
        *across(grid, " · ".join(dict.fromkeys(kinds)), "DP Kind C", pad=6),
        blank(grid, 9),
    )
    if programme.delegation_name:
        above += across(grid, marked(programme.delegation_name, words), "DP Sub C", pad=3)
    titles = _beside(grid, marked(programme.visit.title, words), _second_title(programme, imprint), "DP Title C", 9)
    where = " · ".join(cities(programme))
    dates = [", ".join(filter(None, (where, paper_dates(each, programme.visit)))) for each in (words, second) if each]
    below = _beside(grid, dates[0], dates[1] if second else None, "DP Sub C", 6)
    return (*above, *titles, *below, blank(grid, 3, below=PUBLIC_TITLE_LINE)), len(above) + 1


def _host(programme: Programme, imprint: Imprint, grid: Grid) -> tuple[Row, ...]:
    """Who invites, in the language or languages of the paper, each on its line."""
    shown = [(programme.visit.host, imprint.words)]
    if imprint.second and programme.visit.host_second:
        shown.append((programme.visit.host_second, imprint.second))
    first, *others = dict.fromkeys(capitals(marked(host, words), words) for host, words in shown)
    rows = [*across(grid, first, "DP Host C", pad=1.5)] if others else []
    return (*rows, *across(grid, others[0] if others else first, "DP Host C", pad=6))


def _second_title(programme: Programme, imprint: Imprint) -> str | None:
    if imprint.second is None:
        return None
    return marked(programme.visit.title_second or programme.visit.title, imprint.second)


def _beside(grid: Grid, first: Value, second: Value | None, style: str, pad: float) -> tuple[Row, ...]:
    if second is None:
        return across(grid, first, style, pad)
    return grid.row([Cell(1, first, Look(style), columns=2), Cell(4, second, Look(style), columns=2)], pad)


def _zone_line(programme: Programme, halves: tuple[Half, ...], grid: Grid) -> Row:
    """Which zone the times are in; printed again on every page."""
    moment = host_noon(programme.visit)
    texts = [
        half.words.say("All times local: {zone}, unless another zone is shown", zone=zone_label(half.words, moment))
        for half in halves
    ]
    cells = [Cell(1, texts[0], Look("DP Zone"), columns=3 if len(halves) == 1 else 2)]
    if len(halves) > 1:
        cells.append(Cell(4, texts[1], Look("DP Zone R"), columns=2))
    return grid.row(cells, pad=6)[0]


def _day(day: Day, grid: Grid, halves: tuple[Half, ...], programme: Programme) -> Section:
    blocks = tuple(_block(entry, grid, halves, programme) for entry in day.entries)
    heads = [(_day_head(day, halves, continued=again), blank(grid, AIR)) for again in (False, True)]
    return Section(heads[0], heads[1], blocks)


def _day_head(day: Day, halves: tuple[Half, ...], *, continued: bool) -> Row:
    cells = []
    for half in halves:
        style = "DP DayLight R" if half.second else "DP DayLight"
        value, look = date_value(half.words, day, Look(style), half.words.say("continued") if continued else "")
        cells.append(Cell(4 if half.second else 1, value, look, columns=2))
    if len(halves) == 1:
        number = day_number(halves[0].words, day.number) if day.number > 0 else None
        cells.append(Cell(3, number, Look("DP DayLight R")))
    else:
        cells.insert(1, Cell(3, None, Look("DP DayLight")))
    return Row(DAY_HEAD, tuple(cells))


def _block(entry: Entry, grid: Grid, halves: tuple[Half, ...], programme: Programme) -> tuple[Row, ...]:
    cells = []
    for half in halves:
        style = grid.styles[half.time_style]
        width = grid.widths[half.time - 1]
        number_format = time_format(half.words, entry.start, programme.visit.host_zone, entry, style.typeface, width)
        look = Look(half.time_style, number_format, struck=entry.status == "cancelled")
        cells.append(Cell(half.time, clock(entry.start), look))
        cells.append(Cell(half.text, _text(entry, half, programme), Look("DP Item"), columns=half.columns))
    return grid.row(sorted(cells), pad=PAD[len(halves)])


def _text(entry: Entry, half: Half, programme: Programme) -> tuple[Run, ...]:
    """The title and, beneath, the small line: place, flight number, state, zone. A cancelled item says only that."""
    words = half.words
    states = state_words(entry, words, programme.visit.host_zone, ends=False)
    where = [half.place(entry), one_line(entry.flight_no)]
    cancelled = entry.status == "cancelled"
    small = " · ".join(part for part in (states if cancelled else where + states) if part)
    colour = WARNING if cancelled else GREY
    title = title_runs(entry, half.title(entry), words, half.title_size)
    return (*title, Run(small, half.small_size, colour=colour)) if small else title
