"""The pocket programme of one person: a sheet on its side, printed on both sides and folded in three."""

import math
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.contacts import NO_BREAK_SPACE
from delegation_planner.exports.papers.entry_lines import (
    is_elsewhere,
    marked,
    own_part,
    place_text,
    state_words,
    time_cell,
    title_runs,
)
from delegation_planner.exports.papers.footnotes import notes_on, texts_of
from delegation_planner.exports.papers.imprint import Imprint, margins, paper_marking
from delegation_planner.exports.papers.layout import (
    date_value,
    days_around,
    grid_for,
    host_noon,
    paper_dates,
    properties,
    sheet_name,
)
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run, Sheet, Value
from delegation_planner.exports.papers.styles import GREY, INK_RULE, THIN_RULE, WARNING, Look
from delegation_planner.exports.papers.text_width import TALLEST_ROW
from delegation_planner.programme.programme import ContactLine, Day, Entry, PersonShown, Programme, VehicleLine
from delegation_planner.words.dates import clock, day_and_month, day_number, offset, zone_label
from delegation_planner.words.visit_lines import dress_words, person_name
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=True, sides=0.65, top=1.5, bottom=1.2)
TIME_WIDTH: Final = 6.4
TEXT_WIDTH: Final = 34.8
GAP_WIDTH: Final = 4.55
PANEL: Final = (TIME_WIDTH, TEXT_WIDTH)
WIDTHS: Final = (*PANEL, GAP_WIDTH, GAP_WIDTH, *PANEL, GAP_WIDTH, GAP_WIDTH, *PANEL)
PANELS: Final = 3
PANEL_STEP: Final = 4
"""Columns from one panel's first to the next one's."""
FOLDS: Final = (4, 8)
"""Columns at whose left edge, in the middle of a gap, the paper is folded."""
UNIT: Final = 4.5
"""Points: a row's height runs across all panels, so rows are a fine grid and each entry is merged over several."""
LINE: Final = 3
"""Grid rows that a time takes where its offset stands below it."""
SMALL: Final = 8.0
PAD: Final = 1.0
TIME, TEXT = 1, 2


class Piece(NamedTuple):
    """What is never split: cells side by side in a panel's two columns, over so many grid rows.

    With `air` its first row stays empty; `ruled` parts it off there by a rule from what stands above it. `below` stands
    under the first cell, which then takes one line.
    """

    depth: int
    cells: tuple[Cell, ...]
    air: bool = False
    ruled: bool = False
    below: Cell | None = None


class Block(NamedTuple):
    """Pieces that stay together in a panel; where it begins a panel inside a day, `again` is the day's head."""

    pieces: tuple[Piece, ...]
    again: Piece | None = None

    @property
    def depth(self) -> int:
        return sum(piece.depth for piece in self.pieces)


def pocket_programme(programme: Programme, imprint: Imprint, reader: PersonShown) -> Sheet:
    """Paper 3: three panels a side, each as broad as a breast pocket; print on both sides, turned on the short edge."""
    words = imprint.words
    grid = grid_for("pocket", SETUP, WIDTHS, programme, imprint)
    depth = math.floor(grid.setup.capacity / UNIT)
    inside = [*_days(programme, grid, words), *_numbers(programme, grid, words, depth)]
    cover = _cover(programme, imprint, reader, grid, inside)
    rows = tuple(_rows(_panels([Block(cover), *inside], depth), depth))
    above_title = sum(piece.depth for piece in cover[:3])
    return Sheet(
        name=sheet_name(words.say("Pocket programme")),
        setup=grid.setup,
        widths=grid.widths,
        styles=grid.styles,
        rows=rows,
        breaks=tuple(range(depth, len(rows), depth)),
        repeated=None,
        freeze=None,
        title_cell=f"A{above_title + 1}",
        shared_looks=_banner_looks(programme, grid, words),
        margins=margins(programme, imprint, paper_marking(programme, imprint), narrow=False),
        properties=properties(words.say("Pocket programme"), programme, imprint),
        made_at=imprint.made_at,
    )


def _cover(
    programme: Programme, imprint: Imprint, reader: PersonShown, grid: Grid, inside: list[Block]
) -> tuple[Piece, ...]:
    """Whose it is, of which edition, and the note: here, because at the end it might stand on a sheet of its own.

    The note says whose time it is, how to fold, and what the signs `inside` mean.
    """
    words, visit = imprint.words, programme.visit
    titles = (
        _across(grid, words.say("PERSONAL PROGRAMME"), Look("DP Kind")),
        _across(grid, one_line(person_name(reader)), Look("DP Reader")),
        _across(grid, marked(reader.office, words), Look("DP Sub")),
        _across(grid, marked(visit.title, words), Look("DP Title"), pad=6),
        _across(grid, paper_dates(words, visit), Look("DP Sub")),
    )
    local = words.say("Times are local: {zone}.", zone=zone_label(words, host_noon(visit)))
    pieces = (*titles, *(piece for block in inside for piece in block.pieces))
    signs = notes_on(words, (text for piece in pieces for cell in piece.cells for text in texts_of(cell.value)))
    note = " ".join([local, words.say("Fold along the two gaps."), *signs])
    return (
        *titles,
        _across(grid, note, Look("DP Note"), pad=6),
        _across(grid, imprint.band.whole, Look("DP Strip", horizontal="left")),
        Piece(1, ()),
    )


def _across(grid: Grid, value: Value, look: Look, pad: float = 3) -> Piece:
    cell = Cell(TIME, value, look, columns=2)
    return Piece(_depth(grid, (cell,), pad), (cell,))


def _depth(grid: Grid, cells: tuple[Cell, ...], pad: float) -> int:
    needed = min(max(grid.needed(cell) for cell in cells) + pad, TALLEST_ROW)
    return math.ceil(needed / UNIT)


def _days(programme: Programme, grid: Grid, words: Words) -> Iterator[Block]:
    vehicles = {line.item_id: line for line in programme.vehicles}
    zone = programme.visit.host_zone
    for day in programme.days:
        head, again = (_banner(day, grid, words, continued=continued) for continued in (False, True))
        for number, entry in enumerate(day.entries):
            pieces = tuple(_entry(entry, grid, words, zone, vehicles.get(entry.item_id)))
            if number == 0:
                yield Block((Piece(1, ()), head, pieces[0]._replace(ruled=False)))
                pieces = pieces[1:]
            yield from (Block((piece,), again) for piece in pieces)


def _banner(day: Day, grid: Grid, words: Words, *, continued: bool) -> Piece:
    told = [day_number(words, day.number), *([words.say("continued")] if continued else [])]
    value, look = date_value(words, day, Look("DP Day Date"), *told)
    if isinstance(value, str):
        value = " · ".join((day_and_month(words, day.date), *told))
    else:
        look = look._replace(number_format=look.number_format.replace("dddd, d mmmm yyyy", "ddd d mmmm"))
    height = grid.styles["DP Day Date"].typeface.pitch + 6
    return Piece(math.ceil(height / UNIT), (Cell(TIME, value, look, columns=2),))


def _banner_looks(programme: Programme, grid: Grid, words: Words) -> frozenset[Look]:
    """The looks of all days' banners: readers then share one table of styles."""
    days = days_around(programme.visit)
    banners = [_banner(day, grid, words, continued=again) for day in days for again in (False, True)]
    return frozenset(banner.cells[0].look for banner in banners)


def _entry(entry: Entry, grid: Grid, words: Words, zone: str, vehicle: VehicleLine | None) -> Iterator[Piece]:
    """The entry, in further pieces where it is taller than a row may be."""
    time = time_cell(TIME, "DP Time", entry.start, entry, grid, words, zone)
    text = Cell(TEXT, title_runs(entry, entry.title, words, 10) + _small(entry, words, zone, vehicle), Look("DP Item"))
    first, *others = grid.pieces(text) if grid.needed(text) + PAD > TALLEST_ROW else [text.value]
    cells = (time, text._replace(value=first))
    yield Piece(_depth(grid, cells, PAD) + 1, cells, air=True, ruled=True, below=_offset(entry.start, zone))
    for value in others:
        more = (text._replace(value=value),)
        yield Piece(_depth(grid, more, PAD), more)


def _offset(moment: datetime, zone: str) -> Cell | None:
    """(+04), below a time that is not the paper's: beside it there is no room."""
    return Cell(TIME, in_brackets(moment), Look("DP Offset")) if is_elsewhere(moment, zone) else None


def in_brackets(moment: datetime) -> str:
    """(+04)."""
    return f"({offset(moment)})"


def _small(entry: Entry, words: Words, zone: str, vehicle: VehicleLine | None) -> tuple[Run, ...]:
    """Until when, where (a flight's title says it), dress, state; then the reader's own part."""
    states = state_words(entry, words, zone, ends=True)
    if entry.status == "cancelled":
        return (Run(" · ".join(states), SMALL, colour=WARNING),)
    ends = clock(words, entry.end)
    until = words.say("to {clock}", clock=f"{ends} {in_brackets(entry.end)}" if is_elsewhere(entry.end, zone) else ends)
    place = "" if entry.kind == "flight" else place_text(entry, words)
    where = [until, place, one_line(dress_words(words, entry.dress)), *states]
    own = own_part(entry, words, vehicle)
    return (Run(" · ".join(filter(None, (*where, *own))), SMALL, colour=GREY),)


def _numbers(programme: Programme, grid: Grid, words: Words, room: int) -> Iterator[Block]:
    """Whom to ring, liaison officers first; all in one panel if there are not too many for the `room` of one."""
    if not programme.numbers:
        return
    head = _across(grid, words.say("Telephone numbers"), Look("DP Section"), pad=6)
    first, *others = [_number(line, grid, words) for line in programme.numbers]
    whole = Block((head, Piece(1, ()), first, *others))
    if whole.depth <= room:
        yield whole
    else:
        yield Block((head, Piece(1, ()), first))
        yield from (Block((piece,)) for piece in others)


def _number(line: ContactLine, grid: Grid, words: Words) -> Piece:
    phone = one_line(line.phone).replace(" ", NO_BREAK_SPACE)
    reached = phone or one_line(line.email)
    office = marked(line.function, words) if line.person.notified else ""
    who = ", ".join(filter(None, (marked(line.person.short, words), office, one_line(line.hours))))
    return _across(grid, (Run(reached, 10, bold=True), Run(who, 8, colour=GREY)), Look("DP Cell10"), pad=5)


def _panels(blocks: list[Block], depth: int) -> list[list[Piece]]:
    """The pieces of each panel of so many grid rows: a block goes on to the next panel where it does not fit."""
    panels: list[list[Piece]] = [[]]
    left = depth
    for block in blocks:
        pieces, needed = block.pieces, block.depth
        if needed > left and panels[-1]:
            again = (block.again,) if block.again else ()
            first = pieces[0]
            if not first.cells:  # air above a day's head: not on top of a panel
                pieces = pieces[1:]
            pieces = (pieces[0]._replace(ruled=False), *pieces[1:])
            pieces = (*again, *pieces)
            needed = sum(piece.depth for piece in pieces)
            panels.append([])
            left = depth
        panels[-1] += pieces
        left -= needed
    return panels


def _rows(panels: list[list[Piece]], depth: int) -> Iterator[Row]:
    """The grid rows of all pages, each page as deep as a panel may be."""
    for start in range(0, len(panels), PANELS):
        cells: list[list[Cell]] = [[] for _ in range(depth)]
        for position, panel in enumerate(panels[start : start + PANELS]):
            _fill(cells, panel, PANEL_STEP * position)
        for edge in (0, -1):
            cells[edge] += (Cell(column, None, Look("DP Rule", left=INK_RULE)) for column in FOLDS)
        yield from (Row(UNIT, tuple(sorted(row, key=lambda cell: cell.column))) for row in cells)


def _fill(cells: list[list[Cell]], panel: list[Piece], shift: int) -> None:
    row = 0
    for piece in panel:
        if piece.ruled:
            rule = Look("DP Rule", above=THIN_RULE)
            cells[row] += (Cell(column + shift, None, rule) for column in (TIME, TEXT))
        top, depth = (row + 1, piece.depth - 1) if piece.air else (row, piece.depth)
        for number, cell in enumerate(piece.cells):
            rows = LINE if piece.below and number == 0 else depth
            cells[top].append(cell._replace(column=cell.column + shift, rows=rows))
        if piece.below:
            cells[top + LINE].append(piece.below._replace(column=piece.below.column + shift, rows=depth - LINE))
        row += piece.depth
