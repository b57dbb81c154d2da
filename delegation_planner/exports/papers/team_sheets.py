"""A sheet for each team of the house: drivers, kitchen, press, security, interpreters."""

from collections.abc import Callable
from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import marked, place_name, place_text, remarks_text
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.item_sheet import Column, Heading, item_sheet
from delegation_planner.exports.papers.layout import Layout, when_and_where
from delegation_planner.programme.audience import Team
from delegation_planner.programme.programme import Entry, Part, PlaceShown, Programme, TeamLine, VehicleLine
from delegation_planner.words.kinds_words import ROLES
from delegation_planner.words.words import Words, mark

KINDS: Final[dict[Team, str]] = {
    "drivers": mark("FOR THE DRIVERS"),
    "kitchen": mark("FOR THE KITCHEN"),
    "press": mark("FOR THE PRESS"),
    "security": mark("FOR SECURITY"),
    "interpreters": mark("FOR THE INTERPRETERS"),
}
NAMES: Final[dict[Team, str]] = {
    "drivers": mark("Drivers"),
    "kitchen": mark("Kitchen"),
    "press": mark("Press"),
    "security": mark("Security"),
    "interpreters": mark("Interpreters"),
}
SCOPES: Final[dict[Team, str]] = {
    "drivers": mark("Movements and their vehicles. Seats stand on the vehicle manifest of each movement."),
    "kitchen": mark("Meals with covers and diets. Only numbers are given: ask protocol who keeps which diet."),
    "press": mark("Public items that may be covered. Positions and times of call are told by the press officer."),
    "security": mark("Wherever a VVIP or VIP of the visit is expected."),
    "interpreters": mark("Interpreted items, with the languages of the principals."),
}


def team_sheet(programme: Programme, imprint: Imprint) -> Layout:
    """The sheet of the team that the programme is made for."""
    team, words = programme.audience.team, imprint.words
    assert team is not None
    heading = Heading(
        kind=words.say(KINDS[team]),
        title=marked(programme.visit.title, words),
        lines=(when_and_where(programme, words), words.say(SCOPES[team])),
        name=words.say(NAMES[team]),
    )
    return item_sheet("team_sheet", heading, _COLUMNS[team](programme, words), programme, imprint)


def _drivers(programme: Programme, words: Words) -> tuple[Column, ...]:
    vehicles = _vehicles(programme)
    return (
        Column(words.say("From where"), 19, lambda entry: _place(entry.place, words)),
        Column(words.say("To where"), 21, lambda entry: _place(entry.to_place, words)),
        Column(words.say("Vehicles"), 27, lambda entry: _vehicle_lines(vehicles.get(entry.item_id, []), words)),
        _people(programme, words),
        Column(words.say("Remarks"), 12, lambda entry: remarks_text(entry, words)),
    )


def _kitchen(programme: Programme, words: Words) -> tuple[Column, ...]:
    lines = _lines(programme)
    return (
        Column(words.say("Place"), 22, lambda entry: place_text(entry, words)),
        Column(words.say("Covers"), 8, lambda entry: lines[entry.item_id].people, "DP Count"),
        Column(words.say("Diets"), 25, lambda entry: _diets(lines[entry.item_id], words)),
        Column(words.say("Host"), 16, lambda entry: marked(entry.host, words) if entry.host else None),
        Column(words.say("Remarks"), 12, lambda entry: remarks_text(entry, words)),
    )


def _press(programme: Programme, words: Words) -> tuple[Column, ...]:
    lines = _lines(programme)
    return (
        Column(words.say("Place"), 24, lambda entry: place_text(entry, words)),
        Column(words.say("On the stage"), 32, lambda entry: _with_roles(lines[entry.item_id].parts, words)),
        Column(words.say("Remarks"), 18, lambda entry: remarks_text(entry, words)),
    )


def _security(programme: Programme, words: Words) -> tuple[Column, ...]:
    lines, vehicles = _lines(programme), _vehicles(programme)
    return (
        Column(words.say("Place and address"), 28, lambda entry: _addresses(entry, words)),
        Column(
            words.say("VVIP and VIP"), 24,
            lambda entry: ", ".join(marked(part.name, words) for part in lines[entry.item_id].parts),
        ),
        _people(programme, words),
        Column(words.say("Vehicles"), 8, lambda entry: len(vehicles.get(entry.item_id, [])) or None, "DP Count"),
        Column(words.say("Remarks"), 14, lambda entry: remarks_text(entry, words)),
    )  # fmt: skip


def _interpreters(programme: Programme, words: Words) -> tuple[Column, ...]:
    lines = _lines(programme)

    def parts(entry: Entry, *, interpreting: bool) -> str:
        chosen = [each for each in lines[entry.item_id].parts if ("interpreter" in each.roles) == interpreting]
        return "\n".join(_with_languages(part, words) for part in chosen)

    return (
        Column(words.say("Place"), 22, lambda entry: place_text(entry, words)),
        Column(words.say("Principals, languages"), 24, lambda entry: parts(entry, interpreting=False)),
        Column(words.say("Interpreters, languages"), 24, lambda entry: parts(entry, interpreting=True)),
        Column(words.say("In charge"), 12, lambda entry: marked(entry.in_charge, words) if entry.in_charge else None),
    )


_COLUMNS: Final[dict[Team, Callable[[Programme, Words], tuple[Column, ...]]]] = {
    "drivers": _drivers,
    "kitchen": _kitchen,
    "press": _press,
    "security": _security,
    "interpreters": _interpreters,
}


def _lines(programme: Programme) -> dict[str, TeamLine]:
    return {line.item_id: line for line in programme.team_lines}


def _vehicles(programme: Programme) -> dict[str, list[VehicleLine]]:
    found: dict[str, list[VehicleLine]] = {}
    for vehicle in programme.vehicles:
        found.setdefault(vehicle.item_id, []).append(vehicle)
    return found


def _people(programme: Programme, words: Words) -> Column:
    """Who attends, or who has a seat: those who only drive along sit in the vehicles and are in no list."""
    lines, vehicles = _lines(programme), _vehicles(programme)

    def people(entry: Entry) -> int:
        seated = sum(len(vehicle.seated) for vehicle in vehicles.get(entry.item_id, []))
        return max(seated, lines[entry.item_id].people)

    return Column(words.say("Persons"), 8, people, "DP Count")


def _place(place: PlaceShown | None, words: Words) -> str | None:
    if place is None:
        return None
    return "\n".join(filter(None, (place_name(place, words), one_line(place.address))))


def _addresses(entry: Entry, words: Words) -> str:
    """Where the item is or leads to, each with its address."""
    places = (entry.place, entry.to_place)
    return "\n→ ".join(text for text in (_place(place, words) for place in places) if text)


def _vehicle_lines(vehicles: list[VehicleLine], words: Words) -> str:
    """1 Police lead car (B 1 RI), driver; a telephone number never."""
    told = []
    for each in vehicles:
        name = marked(each.name, words)
        plate = f"({one_line(each.plate)})" if each.plate else ""
        car = " ".join(filter(None, (str(each.position), name, plate)))
        told.append(", ".join(filter(None, (car, one_line(each.driver)))))
    return "\n".join(told)


def _diets(line: TeamLine, words: Words) -> str:
    told = [f"{each.people} × {one_line(each.diet)}" for each in line.diets if each.diet]
    unknown = sum(each.people for each in line.diets if each.diet is None)
    return "\n".join([*told, words.say("{people} × not yet told", people=unknown)] if unknown else told)


def _with_roles(parts: tuple[Part, ...], words: Words) -> str:
    """Inam Karimov (head, signatory)."""
    told = []
    for part in parts:
        roles = ", ".join(words.say(ROLES[role]) for role in part.roles)
        told.append(f"{marked(part.name, words)} ({roles})")
    return "\n".join(told)


def _with_languages(part: Part, words: Words) -> str:
    """Inam Karimov: AZ; [Interpreter AZ-EN]: AZ–EN."""
    languages = ", ".join(each.upper().replace("-", "–") for each in part.languages)
    return f"{marked(part.name, words)}: {languages}" if languages else marked(part.name, words)
