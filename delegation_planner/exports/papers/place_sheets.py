"""A sheet for each place: what happens there and in its rooms, for whoever receives there."""

from collections.abc import Iterator
from typing import Final

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import marked, place_text, remarks_text, who_text
from delegation_planner.exports.papers.imprint import Imprint
from delegation_planner.exports.papers.item_sheet import Column, Heading, item_sheet
from delegation_planner.exports.papers.layout import Layout, paper_dates
from delegation_planner.plan.kinds import Id
from delegation_planner.programme.programme import Day, Entry, PlaceShown, Programme
from delegation_planner.words.visit_lines import dress_words
from delegation_planner.words.words import Words

ROOM: Final = 20.0
WHO: Final = 31.0
DRESS: Final = 9.0
CHARGE: Final = 10.5
REMARKS: Final = 14.0


def place_sheets(programme: Programme, imprint: Imprint) -> Iterator[Layout]:
    """A building with its rooms is one place; they stand in the order in which the visit comes to them."""
    words = imprint.words
    for place_id, place in _places(programme).items():
        days = [Day(day.number, day.date, _at(day, place_id)) for day in programme.days]
        here = programme._replace(days=tuple(day for day in days if day.entries))
        name = place.within or place.name
        address = ", ".join(dict.fromkeys(one_line(text) for text in (place.address, place.city) if text))
        heading = Heading(
            kind=words.say("PLACE SHEET"),
            title=marked(name, words),
            lines=(address, marked(programme.visit.title, words), paper_dates(words, programme.visit)),
            name=words.say("Place sheet"),
            about=one_line(name.text),
        )
        yield item_sheet("place_sheet", heading, _columns(words), here, imprint)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.say("Room"), ROOM, lambda entry: _where(entry, words)),
        Column(words.say("Who"), WHO, lambda entry: who_text(entry.who, words)),
        Column(words.say("Dress"), DRESS, lambda entry: one_line(dress_words(words, entry.dress))),
        Column(
            words.say("In charge"), CHARGE, lambda entry: marked(entry.in_charge, words) if entry.in_charge else None
        ),
        Column(words.say("Remarks"), REMARKS, lambda entry: remarks_text(entry, words)),
    )


def _where(entry: Entry, words: Words) -> str:
    """The room and how it is laid out; of a movement, from where to where."""
    if entry.to_place:
        return place_text(entry, words)
    room = marked(entry.place.name, words) if entry.place and entry.place.within else ""
    return "\n".join(filter(None, (room, one_line(entry.room_layout))))


def _places(programme: Programme) -> dict[Id, PlaceShown]:
    """Every building that the programme comes to, by id, as the first item there shows it."""
    found: dict[Id, PlaceShown] = {}
    for entry in programme.entries:
        for place in _of(entry):
            found.setdefault(_building(place), place)
    return found


def _at(day: Day, place_id: Id) -> tuple[Entry, ...]:
    return tuple(entry for entry in day.entries if place_id in map(_building, _of(entry)))


def _of(entry: Entry) -> list[PlaceShown]:
    return [place for place in (entry.place, entry.to_place) if place]


def _building(place: PlaceShown) -> Id:
    return place.within_id or place.id
