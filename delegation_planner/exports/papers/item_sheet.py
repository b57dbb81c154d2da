"""A landscape list of items, day by day, with the columns that one kind of reader needs: places and teams."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import tag_runs, time_cell, title_runs
from delegation_planner.exports.papers.footnotes import officers_footnotes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    Layout,
    air,
    closing_note,
    day_banner,
    grid_for,
    heads,
    strip,
    title_rows,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Value
from delegation_planner.exports.papers.styles import COLUMN_RULE, INTERNAL, Look, PaperKind
from delegation_planner.programme.programme import Day, Entry, Programme
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=True, sides=1.15, top=1.8, bottom=1.5)
WHOLE_WIDTH: Final = 136.8
NUMBER_WIDTH: Final = 4.4
TIME_WIDTH: Final = 8.6
NUMBER, FROM, TO, ACTIVITY = 1, 2, 3, 4


class Column(NamedTuple):
    """A column right of the activity: its head (said), its width, and what it says of an item."""

    head: str
    width: float
    value: Callable[[Entry], Value]
    style: str = "DP Cell"


class Heading(NamedTuple):
    """What stands above the list: kind of paper, title, lines below; and what the file is called."""

    kind: str
    title: str
    lines: tuple[str, ...]
    name: str
    about: str = ""


def item_sheet(
    kind: PaperKind, heading: Heading, columns: Sequence[Column], programme: Programme, imprint: Imprint
) -> Layout:
    """The list of the programme's items; the activity takes the width that the columns leave."""
    words = imprint.words
    activity = WHOLE_WIDTH - NUMBER_WIDTH - 2 * TIME_WIDTH - sum(column.width for column in columns)
    widths = (NUMBER_WIDTH, TIME_WIDTH, TIME_WIDTH, activity, *(column.width for column in columns))
    grid = grid_for(kind, SETUP, widths, programme, imprint, heading.title)
    title, title_cell = title_rows(grid, heading.kind, heading.title, *heading.lines)
    fixed = [words.say("No."), words.say("From"), words.say("To"), words.say("Activity")]
    sections = tuple(_day(day, columns, grid, programme, words) for day in programme.days)
    return Layout(
        kind=kind,
        name=heading.name,
        grid=grid,
        title=title,
        repeated=(strip(grid, imprint), heads([*fixed, *(column.head for column in columns)], centred=3)),
        sections=sections,
        closing=closing_note(grid, officers_footnotes(programme, imprint, title, sections)),
        title_cell=title_cell,
        frozen_column="D",
        about=heading.about,
    )


def _day(day: Day, columns: Sequence[Column], grid: Grid, programme: Programme, words: Words) -> Section:
    head, again = (day_banner(day, programme, words, grid, continued=continued) for continued in (False, True))
    blocks = tuple(_block(entry, columns, grid, programme.visit.host_zone, words) for entry in day.entries)
    return Section((head,), (again,), blocks)


def _block(entry: Entry, columns: Sequence[Column], grid: Grid, zone: str, words: Words) -> tuple[Row, ...]:
    fill = INTERNAL if entry.disclosure == "internal" else None
    activity = title_runs(entry, entry.title, words, 10) + tag_runs(entry, words, zone)
    cells = [
        Cell(NUMBER, one_line(entry.number), Look("DP No", fill=fill)),
        time_cell(FROM, "DP Time", entry.start, entry, grid, words, zone, fill),
        time_cell(TO, "DP Time End", entry.end, entry, grid, words, zone, fill),
        Cell(ACTIVITY, activity, Look("DP Item", fill=fill)),
    ]
    beside = range(ACTIVITY + 1, len(grid.widths) + 1)
    for number, column in zip(beside, columns, strict=True):
        cells.append(Cell(number, column.value(entry), Look(column.style, fill=fill, left=COLUMN_RULE)))
    lined = [(number, COLUMN_RULE if number > ACTIVITY else None) for number in range(1, len(grid.widths) + 1)]
    return (air(lined, fill), *grid.row(cells))
