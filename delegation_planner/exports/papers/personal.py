"""One person's own programme on A5, in large type, one row an item."""

from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import (
    marked,
    own_part,
    place_text,
    remarks_text,
    state_words,
    time_cell,
    title_runs,
)
from delegation_planner.exports.papers.footnotes import footnotes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    BANNER,
    Layout,
    across,
    air,
    blank,
    closing_note,
    date_value,
    days_around,
    grid_for,
    host_noon,
    marked_strip,
    paper_dates,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run
from delegation_planner.exports.papers.styles import GREY, INK, TITLE_LINE, WARNING, Look
from delegation_planner.plan.kinds import ZoneName
from delegation_planner.programme.programme import Day, Entry, PersonShown, Programme, VehicleLine, VisitShown
from delegation_planner.words.dates import day_number, zone_name
from delegation_planner.words.visit_lines import dress_words, person_name
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A5", landscape=False, sides=0.9, top=1.7, bottom=1.4)
WIDTHS: Final = (9.0, 8.4, 47.4)
FROM, TO, TEXT = 1, 2, 3
SMALL: Final = 9.0


class PersonalProgrammes:
    """Lays out the personal programmes of one making, paper 3b: the plain form for older eyes and screen readers.

    Readers of the same item share its rows: what is laid out once is kept for as long as the making lasts.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._blocks: dict[tuple[Entry, VehicleLine | None, ZoneName], tuple[Row, ...]] = {}
        self._banners: dict[tuple[object, ...], Row] = {}

    def layout(self, programme: Programme, imprint: Imprint, reader: PersonShown) -> Layout:
        """The paper of a person's programme."""
        words, visit = self._words, programme.visit
        grid = grid_for("personal", SETUP, WIDTHS, programme, imprint)
        sections = tuple(self._day(day, grid, programme) for day in programme.days)
        above = (
            *across(grid, words.say("PERSONAL PROGRAMME"), "DP Kind", pad=6),
            *across(grid, one_line(person_name(reader)), "DP Reader", pad=3),
            *across(grid, marked(reader.office, words), "DP Sub", pad=6),
        )
        title = (
            *above,
            *across(grid, marked(visit.title, words), "DP Title", pad=3),
            *across(grid, paper_dates(words, visit), "DP Sub", pad=6),
            blank(grid, 6, above=TITLE_LINE),
        )
        return Layout(
            kind="personal",
            name=words.say("Personal programme"),
            grid=grid,
            title=title,
            repeated=marked_strip(grid, programme, imprint),
            sections=sections,
            closing=closing_note(grid, footnotes(programme, imprint, title, sections)),
            title_cell=f"A{len(above) + 1}",
            shared_looks=self._banner_looks(visit),
        )

    def _day(self, day: Day, grid: Grid, programme: Programme) -> Section:
        vehicles = {line.item_id: line for line in programme.vehicles}
        zone = programme.visit.host_zone
        blocks = [self._block(entry, grid, vehicles.get(entry.item_id), zone) for entry in day.entries]
        heads = [(self._banner(day, programme.visit, continued=again),) for again in (False, True)]
        return Section(heads[0], heads[1], tuple(blocks))

    def _banner(self, day: Day, visit: VisitShown, *, continued: bool) -> Row:
        noon = host_noon(visit, day)
        key = (day.number, noon, continued)
        if key not in self._banners:
            words = self._words
            told = [day_number(words, day.number), zone_name(words, noon)]
            told += [words.say("continued")] if continued else []
            value, look = date_value(words, day, Look("DP Day Date"), *told)
            self._banners[key] = Row(BANNER, (Cell(1, value, look, columns=3),))
        return self._banners[key]

    def _banner_looks(self, visit: VisitShown) -> frozenset[Look]:
        """The looks of all days' banners, whose number formats hold the day: so readers share one table of styles."""
        banners = [self._banner(day, visit, continued=again) for day in days_around(visit) for again in (False, True)]
        return frozenset(banner.cells[0].look for banner in banners)

    def _block(self, entry: Entry, grid: Grid, vehicle: VehicleLine | None, zone: ZoneName) -> tuple[Row, ...]:
        key = (entry, vehicle, zone)
        if key not in self._blocks:
            self._blocks[key] = _block(entry, grid, self._words, zone, vehicle)
        return self._blocks[key]


def _block(entry: Entry, grid: Grid, words: Words, zone: ZoneName, vehicle: VehicleLine | None) -> tuple[Row, ...]:
    cells = []
    for column, style, moment in ((FROM, "DP Time", entry.start), (TO, "DP Time End", entry.end)):
        cells.append(time_cell(column, style, moment, entry, grid, words, zone))
    text = title_runs(entry, entry.title, words, 11) + _small_runs(entry, words, zone, vehicle)
    cells.append(Cell(TEXT, text, Look("DP Item")))
    return (air([(column, None) for column in (FROM, TO, TEXT)]), *grid.row(cells))


def _small_runs(entry: Entry, words: Words, zone: str, vehicle: VehicleLine | None) -> tuple[Run, ...]:
    """Place, dress and state; then what is the reader's own: roles, car, remarks. A cancelled item says only that."""
    states = state_words(entry, words, zone, ends=True)
    if entry.status == "cancelled":
        return (Run(" · ".join(states), SMALL, colour=WARNING),)
    where = [place_text(entry, words), one_line(dress_words(words, entry.dress)), *states]
    own = own_part(entry, words, vehicle)
    lines = ((" · ".join(filter(None, where)), GREY), (" · ".join(own), INK), (remarks_text(entry, words), INK))
    return tuple(Run(text, SMALL, colour=colour) for text, colour in lines if text)
