"""The officers' detailed rundown: every item with its minute steps, places, people, dress and who is in charge."""

from collections.abc import Iterator
from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import (
    marked,
    place_text,
    remarks_text,
    tag_runs,
    time_cell,
    title_runs,
    who_text,
)
from delegation_planner.exports.papers.footnotes import officers_footnotes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    Layout,
    across,
    air,
    blank,
    closing_note,
    day_banner,
    grid_for,
    heads,
    strip,
    title_rows,
    when_and_where,
)
from delegation_planner.exports.papers.page_breaks import Section, height
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Value, clock
from delegation_planner.exports.papers.styles import COLUMN_RULE, INTERNAL, TITLE_LINE, Look
from delegation_planner.exports.papers.text_width import TALLEST_ROW, row_height
from delegation_planner.programme.programme import Day, Entry, Programme, StepLine
from delegation_planner.words.dates import day_and_month, day_number, long_date
from delegation_planner.words.visit_lines import dress_words
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=True, sides=1.15, top=1.8, bottom=1.5)
WIDTHS: Final = (4.4, 8.6, 8.6, 35.7, 17.5, 31.0, 9.0, 10.5, 11.5)
NUMBER, FROM, TO, ACTIVITY, PLACE, WHO, DRESS, CHARGE, REMARKS = range(1, 10)
LINED: Final = (PLACE, WHO, DRESS, CHARGE, REMARKS)
"""Columns with a line at their left."""
STEP_PAD: Final = 2.0


def rundown(programme: Programme, imprint: Imprint) -> Layout:
    """Paper 2. At level internal it holds internal items too, in grey rows that say so."""
    words = imprint.words
    grid = grid_for("rundown", SETUP, WIDTHS, programme, imprint)
    where = when_and_where(programme, words)
    kind = across(grid, words.say("DETAILED RUNDOWN"), "DP Kind", pad=6)
    title = (
        *kind,
        *across(grid, marked(programme.visit.title, words), "DP Title", pad=6),
        *across(grid, where, "DP Sub", pad=6),
        blank(grid, 6, above=TITLE_LINE),
    )
    layout = _below(title, grid, programme, imprint)
    return layout._replace(name=words.say("Rundown"), title_cell=f"A{len(kind) + 1}")


def day_sheets(programme: Programme, imprint: Imprint) -> Iterator[Layout]:
    """The rundown of each day by itself, to be handed out or hung up that day."""
    words = imprint.words
    for day in programme.days:
        number = day_number(words, day.number)
        date = f"{long_date(words, day.date)} · {number}"
        grid = grid_for("day_sheet", SETUP, WIDTHS, programme, imprint)
        visit, where = marked(programme.visit.title, words), when_and_where(programme, words)
        title, title_cell = title_rows(grid, words.say("DAY SHEET"), date, visit, where)
        layout = _below(title, grid, programme._replace(days=(day,)), imprint)
        open_dates = programme.visit.dates == "window"
        about = number if open_dates else f"{number}, {day_and_month(words, day.date)}"
        yield layout._replace(kind="day_sheet", name=words.say("Day sheet"), title_cell=title_cell, about=about)


def _below(title: tuple[Row, ...], grid: Grid, programme: Programme, imprint: Imprint) -> Layout:
    """The rundown of the programme's days below a title."""
    sections = tuple(_day(day, grid, programme, imprint.words) for day in programme.days)
    return Layout(
        kind="rundown",
        name="",
        grid=grid,
        title=title,
        repeated=(strip(grid, imprint), _heads(imprint.words)),
        sections=sections,
        closing=closing_note(grid, officers_footnotes(programme, imprint, title, sections)),
        title_cell="A1",
        frozen_column="D",
    )


def _heads(words: Words) -> Row:
    texts = [
        words.say("No."), words.say("From"), words.say("To"), words.say("Activity and minute steps"),
        words.say("Place"), words.say("Who"), words.say("Dress"), words.say("In charge"), words.say("Remarks"),
    ]  # fmt: skip
    return heads(texts, centred=3)


def _day(day: Day, grid: Grid, programme: Programme, words: Words) -> Section:
    blocks = tuple(_block(entry, grid, programme, words) for entry in day.entries)
    head, again = (day_banner(day, programme, words, grid, continued=continued) for continued in (False, True))
    return Section((head,), (again,), blocks, own_page=True)


def _block(entry: Entry, grid: Grid, programme: Programme, words: Words) -> tuple[Row, ...]:
    """The air row, the item's row, and its steps; texts that belong to all of them run down beside."""
    fill = INTERNAL if entry.disclosure == "internal" else None
    above = air([(column, COLUMN_RULE if column in LINED else None) for column in range(1, len(WIDTHS) + 1)], fill)
    item = _item(entry, grid, programme, words, fill)
    beside = {column: item.pop(column) for column in (PLACE, WHO, DRESS, REMARKS)}
    steps = [grid.row(_step(step, words, fill), STEP_PAD) for step in entry.steps]
    needed = max(grid.needed(cell) for cell in beside.values())
    own = grid.row(list(item.values()))
    rows = [*own, *(row for step in steps for row in step)]
    if len(rows) == 1 or needed > TALLEST_ROW / 2:
        wide = grid.row(sorted((*item.values(), *beside.values())))
        below = [_with_empty(row, beside) for step in steps for row in step]
        return (above, *wide, *below)
    return (above, *_run_down(rows, beside, needed))


def _run_down(rows: list[Row], beside: dict[int, Cell], needed: float) -> list[Row]:
    """The rows with the cells beside them merged down over all; the last row grows where these need more."""
    missing = needed + 3 - height(rows)
    if missing > 0:
        rows[-1] = rows[-1]._replace(height=row_height([rows[-1].height + missing], 0))
    if height([row.closer for row in rows]) < needed:
        rows = [row._replace(spare=0.0) for row in rows]
    merged = [cell._replace(rows=len(rows)) for cell in beside.values()]
    first = rows[0]._replace(cells=tuple(sorted((*rows[0].cells, *merged))))
    return [first, *(_with_empty(row, beside) for row in rows[1:])]


def _with_empty(row: Row, beside: dict[int, Cell]) -> Row:
    empty = (cell._replace(value=None) for cell in beside.values())
    return row._replace(cells=tuple(sorted((*row.cells, *empty), key=lambda cell: cell.column)))


def _item(entry: Entry, grid: Grid, programme: Programme, words: Words, fill: str | None) -> dict[int, Cell]:
    zone = programme.visit.host_zone
    activity = title_runs(entry, entry.title, words, 10) + tag_runs(entry, words, zone)

    def text(column: int, value: Value) -> Cell:
        return Cell(column, value, Look("DP Cell", fill=fill, left=COLUMN_RULE))

    cells = (
        Cell(NUMBER, one_line(entry.number), Look("DP No", fill=fill)),
        time_cell(FROM, "DP Time", entry.start, entry, grid, words, zone, fill),
        time_cell(TO, "DP Time End", entry.end, entry, grid, words, zone, fill),
        Cell(ACTIVITY, activity, Look("DP Item", fill=fill)),
        text(PLACE, place_text(entry, words)),
        text(WHO, who_text(entry.who, words)),
        text(DRESS, one_line(dress_words(words, entry.dress))),
        text(CHARGE, marked(entry.in_charge, words) if entry.in_charge else None),
        text(REMARKS, remarks_text(entry, words)),
    )
    return {cell.column: cell for cell in cells}


def _step(step: StepLine, words: Words, fill: str | None) -> list[Cell]:
    """A minute step below its item: its clock time, its cue, its actor; its length where the plan holds one."""
    number_format = "hh\\.mm" if words.language == "id" else "hh:mm"
    borrowed = step.cue.language != words.language
    look = Look("DP Step Time", number_format, fill=fill)
    minutes = words.say("min")
    lasting = look._replace(number_format=f'0" {minutes}"') if step.minutes else look
    return [
        Cell(NUMBER, None, Look("DP No", fill=fill)),
        Cell(FROM, clock(step.at), look),
        Cell(TO, step.minutes or None, lasting),
        Cell(ACTIVITY, marked(step.cue, words), Look("DP Step", italic=borrowed, fill=fill)),
        Cell(CHARGE, one_line(step.actor) or None, Look("DP Cell", fill=fill, left=COLUMN_RULE)),
    ]
