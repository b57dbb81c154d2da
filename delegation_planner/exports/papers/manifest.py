"""The vehicle manifest of a movement: who drives, in which order, and who sits where."""

from collections.abc import Iterator
from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.contacts import NO_BREAK_SPACE
from delegation_planner.exports.papers.entry_lines import (
    is_borrowed,
    marked,
    place_name,
    remarks_text,
    state_words,
    time_cell,
)
from delegation_planner.exports.papers.footnotes import borrowed_notes
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.layout import (
    Layout,
    across,
    air,
    blank,
    capitals,
    closing_note,
    grid_for,
    heads,
    paper_dates,
    strip,
    title_rows,
)
from delegation_planner.exports.papers.page_breaks import Section
from delegation_planner.exports.papers.sheet import Cell, Grid, PageSetup, Row, Run, Value
from delegation_planner.exports.papers.styles import COLUMN_RULE, GREY, Look
from delegation_planner.programme.programme import Day, Entry, PlaceShown, Programme, VehicleLine
from delegation_planner.words.dates import day_number, long_date, zone_name
from delegation_planner.words.words import Words

SETUP: Final = PageSetup("A4", landscape=True, sides=1.45, top=1.9, bottom=1.6)
WIDTHS: Final = (6.0, 16.0, 11.0, 18.0, 21.0, 21.0, 16.0, 18.0, 7.0)
POSITION, VEHICLE, PLATE, DRIVER, REAR_RIGHT, REAR_LEFT, FRONT, OTHERS, SEATED = range(1, 10)
TICK_BOX: Final = "□"


def manifests(programme: Programme, imprint: Imprint) -> Iterator[Layout]:
    """Paper 6, for each movement that has vehicles. The only paper with the drivers' telephone numbers."""
    for day in programme.days:
        for entry in day.entries:
            vehicles = [line for line in programme.vehicles if line.item_id == entry.item_id]
            if vehicles and entry.status != "cancelled":
                yield _manifest(entry, day, vehicles, programme, imprint)


def _manifest(entry: Entry, day: Day, vehicles: list[VehicleLine], programme: Programme, imprint: Imprint) -> Layout:
    words = imprint.words
    name = words.say("Item {number}: {title}", number=one_line(entry.number), title=marked(entry.title, words))
    grid = grid_for("manifest", SETUP, WIDTHS, programme, imprint, name)
    when = f"{long_date(words, day.date)} · {day_number(words, day.number)}"
    window = paper_dates(words, programme.visit) if programme.visit.dates == "window" else ""
    states = ", ".join(state_words(entry, words, programme.visit.host_zone, ends=True))
    line = " · ".join(filter(None, (when, states, window)))
    title, title_cell = title_rows(grid, words.say("VEHICLE MANIFEST"), name, line)
    sections = (Section((), (), tuple(_block(vehicle, grid, words) for vehicle in vehicles)),)
    opening = (*title, *_facts(entry, vehicles, grid, programme, words))
    seats = words.say("Right and left as felt by a person seated in the vehicle and facing forward.")
    return Layout(
        kind="manifest",
        name=words.say("Vehicle manifest"),
        grid=grid,
        title=opening,
        repeated=(strip(grid, imprint), _heads(words)),
        sections=sections,
        closing=closing_note(grid, [seats, *borrowed_notes(imprint, opening, sections)]),
        title_cell=title_cell,
        about=one_line(entry.number),
        marking=words.say("INTERNAL · DRIVERS AND ESCORT"),
    )


def _facts(
    entry: Entry, vehicles: list[VehicleLine], grid: Grid, programme: Programme, words: Words
) -> tuple[Row, ...]:
    """Times, places and persons in large type; escort and remarks below."""
    zone = programme.visit.host_zone
    people = sum(len(vehicle.seated) for vehicle in vehicles)
    count = words.say_many(
        "{people} in {count} vehicle", "{people} in {count} vehicles", len(vehicles), people=people
    )  # fmt: skip
    departs = time_cell(1, "DP Fact Time", entry.start, entry, grid, words, zone)._replace(columns=2)
    cells = (
        (words.say("Departs ({zone})", zone=zone_name(words, entry.start)), departs),
        (
            words.say("Arrives ({zone})", zone=zone_name(words, entry.end)),
            time_cell(3, "DP Fact Time", entry.end, entry, grid, words, zone),
        ),
        (words.say("From where"), Cell(4, _address(entry.place, words), Look("DP Fact"), columns=2)),
        (words.say("To where"), Cell(6, _address(entry.to_place, words), Look("DP Fact"), columns=2)),
        (words.say("Persons"), Cell(8, count, Look("DP Fact", horizontal="right"), columns=2)),
    )
    labels = [
        Cell(cell.column, label, Look("DP Label", horizontal=cell.look.horizontal), columns=cell.columns)
        for label, cell in cells
    ]
    remarks = remarks_text(entry, words).replace("\n", "   ")
    below = across(grid, capitals(remarks[:1], words) + remarks[1:], "DP Cell10", pad=3) if remarks else ()
    return (*grid.row(labels, pad=0), *grid.row([cell for _, cell in cells]), *below, blank(grid, 3))


def _address(place: PlaceShown | None, words: Words) -> str:
    if place is None:
        return "–"
    return ", ".join(filter(None, (place_name(place, words), one_line(place.address))))


def _heads(words: Words) -> Row:
    texts = [
        words.say("Pos."), words.say("Vehicle"), words.say("Plate"), words.say("Driver, phone"),
        words.say("Rear right"), words.say("Rear left"), words.say("Front"), words.say("Others"), words.say("Seated"),
    ]  # fmt: skip
    row = heads(texts, centred=1)
    last = row.cells[-1]
    return row._replace(cells=(*row.cells[:-1], last._replace(look=Look("DP Head C"))))


def _block(vehicle: VehicleLine, grid: Grid, words: Words) -> tuple[Row, ...]:
    seated: dict[str, list[str]] = {}
    for seat in vehicle.seated:
        seated.setdefault(seat.seat, []).append(marked(seat.name, words))
    borrowed = is_borrowed(vehicle.name, words)
    name: tuple[Run, ...] = (Run(marked(vehicle.name, words), 11, bold=not borrowed, italic=borrowed),)
    if vehicle.seats is not None:
        seats = words.say_many("{count} seat", "{count} seats", vehicle.seats)
        name += (Run(seats, 8, colour=GREY),)
    phone = one_line(vehicle.driver_phone).replace(" ", NO_BREAK_SPACE)
    driver = "\n".join(filter(None, (one_line(vehicle.driver), phone))) or words.say("TBC")
    texts: dict[int, tuple[Value, str]] = {
        VEHICLE: (name, "DP Big"),
        PLATE: (one_line(vehicle.plate) or words.say("TBC"), "DP Big N"),
        DRIVER: (driver, "DP Big N"),
        REAR_RIGHT: ("; ".join(seated.get("rear_right", [])), "DP Big"),
        REAR_LEFT: ("; ".join(seated.get("rear_left", [])), "DP Big"),
        FRONT: ("; ".join(seated.get("front", [])), "DP Big N"),
        OTHERS: ("; ".join(seated.get("other", [])), "DP Big N"),
        SEATED: (TICK_BOX, "DP Big C"),
    }
    cells = [Cell(POSITION, vehicle.position, Look("DP Position"))]
    cells += [Cell(column, value, Look(style, left=COLUMN_RULE)) for column, (value, style) in texts.items()]
    lined = [(column, COLUMN_RULE if column > POSITION else None) for column in range(1, len(WIDTHS) + 1)]
    return (air(lined), *grid.row(cells, pad=3))
