"""One person's own programme on A5, in large type, one row an item."""

from datetime import timedelta
from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import (
    marked,
    place_text,
    remarks_text,
    state_words,
    time_format,
    title_runs,
)
from delegation_planner.exports.papers.footnotes import footnotes
from delegation_planner.exports.papers.imprint import Imprint, paper_marking
from delegation_planner.exports.papers.layout import (
    BANNER,
    Layout,
    across,
    air,
    blank,
    closing_note,
    date_value,
    grid_for,
    host_noon,
    strip,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run, clock
from delegation_planner.exports.papers.styles import GREY, INK, TITLE_LINE, WARNING, Look
from delegation_planner.plan.kinds import Id
from delegation_planner.programme.programme import Day, Entry, PersonShown, Programme, VehicleLine
from delegation_planner.words.dates import day_number, zone_name
from delegation_planner.words.kinds_words import ROLES
from delegation_planner.words.visit_lines import dress_words, person_name, visit_dates
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A5", landscape=False, sides=1.0, top=1.7, bottom=1.4)
WIDTHS: Final = (9.0, 8.4, 47.4)
FROM, TO, TEXT = 1, 2, 3
SMALL: Final = 9.0


def personal_programme(programme: Programme, imprint: Imprint, reader: PersonShown) -> Layout:
    """Paper 3b, the plain form: fit for older eyes, for screen readers, and two-up on A4."""
    words = imprint.words
    grid = grid_for("personal", WIDTHS, programme, imprint)
    vehicles = {line.item_id: line for line in programme.vehicles}
    sections = tuple(_day(day, grid, programme, words, vehicles) for day in programme.days)
    above = (
        *across(grid, words.say("PERSONAL PROGRAMME"), "DP Kind", pad=6),
        *across(grid, one_line(person_name(reader)), "DP Reader", pad=3),
        *across(grid, marked(reader.office, words), "DP Sub", pad=6),
    )
    return Layout(
        kind="personal",
        name=words.say("Personal programme"),
        setup=SETUP,
        grid=grid,
        title=(
            *above,
            *across(grid, marked(programme.visit.title, words), "DP Title", pad=3),
            *across(grid, visit_dates(words, programme.visit), "DP Sub", pad=6),
            blank(grid, 6, above=TITLE_LINE),
        ),
        repeated=(strip(grid, imprint, paper_marking(programme, imprint)),),
        sections=sections,
        closing=closing_note(grid, footnotes(programme, imprint, sections)),
        title_cell=f"A{len(above) + 1}",
        shared_looks=_banner_looks(programme, words),
    )


def _day(day: Day, grid: Grid, programme: Programme, words: Words, vehicles: dict[Id, VehicleLine]) -> Section:
    blocks = tuple(_block(entry, grid, programme, words, vehicles.get(entry.item_id)) for entry in day.entries)
    heads = [(_banner(day, programme, words, continued=continued),) for continued in (False, True)]
    return Section(heads[0], heads[1], blocks)


def _banner(day: Day, programme: Programme, words: Words, *, continued: bool) -> Row:
    told = [day_number(words, day.number), zone_name(words, host_noon(programme, day))]
    value, look = date_value(words, day, Look("DP Day Date"), *told, words.say("continued") if continued else "")
    return Row(BANNER, (Cell(1, value, look, columns=3),))


def _banner_looks(programme: Programme, words: Words) -> frozenset[Look]:
    """The looks of all days' banners, whose number formats hold the day: so readers share one table of styles."""
    visit = programme.visit
    numbers = range((visit.last_date - visit.day_one).days + 3)
    days = [Day(number, visit.day_one + timedelta(days=number - 1), ()) for number in numbers]
    banners = [_banner(day, programme, words, continued=again) for day in days for again in (False, True)]
    return frozenset(banner.cells[0].look for banner in banners)


def _block(
    entry: Entry, grid: Grid, programme: Programme, words: Words, vehicle: VehicleLine | None
) -> tuple[Row, ...]:
    zone = programme.visit.host_zone
    cells = []
    for column, style, moment in ((FROM, "DP Time", entry.start), (TO, "DP Time End", entry.end)):
        face = grid.styles[style].typeface
        number_format = time_format(words, moment, zone, entry, face, grid.widths[column - 1])
        look = Look(style, number_format, italic=entry.status == "tentative", struck=entry.status == "cancelled")
        cells.append(Cell(column, clock(moment), look))
    text = title_runs(entry, entry.title, words, 11) + _small_runs(entry, words, zone, vehicle)
    cells.append(Cell(TEXT, text, Look("DP Item")))
    return (air([(column, None) for column in (FROM, TO, TEXT)]), *grid.row(cells))


def _small_runs(entry: Entry, words: Words, zone: str, vehicle: VehicleLine | None) -> tuple[Run, ...]:
    """Place, dress and state; then what is the reader's own: roles, car, remarks. A cancelled item says only that."""
    states = state_words(entry, words, zone, ends=True)
    if entry.status == "cancelled":
        return (Run(" · ".join(states), SMALL, colour=WARNING),)
    where = [place_text(entry, words), one_line(dress_words(words, entry.dress)), *states]
    own = [words.say("you need not attend")] if entry.optional else []
    if entry.roles:
        own.append(words.say("your part: {roles}", roles=", ".join(words.say(ROLES[role]) for role in entry.roles)))
    if vehicle:
        car = " ".join(filter(None, (marked(vehicle.name, words), one_line(vehicle.plate))))
        own.append(words.say("your car: {car}", car=car))
    lines = ((" · ".join(filter(None, where)), GREY), (" · ".join(own), INK), (remarks_text(entry, words), INK))
    return tuple(Run(text, SMALL, colour=colour) for text, colour in lines if text)
