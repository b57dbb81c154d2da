"""What differs between two editions, in sentences: the same for mails, slips, the window and the command line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from delegation_planner.editions.difference import Difference, FieldChange, Headline, ItemChange, PersonLine, RowChange
from delegation_planner.plan.document import Document
from delegation_planner.plan.languages import text_in
from delegation_planner.programme.programme import (
    Entry,
    PersonShown,
    PlaceShown,
    Shown,
    StepLine,
    VehicleLine,
    WhoShown,
)
from delegation_planner.words import kinds_words
from delegation_planner.words.dates import clock, clock_as_known, duration, short_date, zone_label
from delegation_planner.words.visit_lines import dress_words, listed
from delegation_planner.words.words import Words, mark

HEADLINES: Final[dict[Headline, str]] = {
    "added": mark("ADDED"),
    "dropped": mark("DROPPED"),
    "cancelled": mark("CANCELLED"),
    "reinstated": mark("BACK IN"),
    "earlier": mark("EARLIER"),
    "later": mark("LATER"),
    "shorter": mark("SHORTER"),
    "longer": mark("LONGER"),
    "new_place": mark("NEW PLACE"),
    "changed": mark("CHANGED"),
}

FIELDS: Final[dict[str, str]] = {
    "start": mark("Time"), "end": mark("Time"), "place": mark("Place"), "to_place": mark("Place"),
    "title": mark("Title"), "short_title": mark("Short title"), "number": mark("Number"), "kind": mark("Kind"),
    "status": mark("Status"),
    "precision": mark("Time known as"), "track": mark("Track"), "who": mark("With"), "roles": mark("Your role"),
    "optional": mark("Attendance"), "dress": mark("Dress"), "host": mark("Host"), "in_charge": mark("In charge"),
    "remarks": mark("Remarks"), "alternate": mark("Wet-weather plan"), "travel_mode": mark("Travel"),
    "room_layout": mark("Room layout"),
    "travel_minutes": mark("Travel"), "flight_no": mark("Flight"), "escort": mark("Escort"), "steps": mark("Steps"),
    "vehicles": mark("Vehicle"), "disclosure": mark("Level"), "name": mark("Name"), "office": mark("Office"),
    "phone": mark("Phone"), "email": mark("Mail"), "hours": mark("Duty hours"), "order": mark("Order of precedence"),
    "state": mark("State"), "host_zone": mark("Host zone"), "guest_zone": mark("Guest zone"),
    "first_date": mark("First day"), "last_date": mark("Last day"), "dates": mark("Dates"),
}  # fmt: skip
"""What the fields of a change are called. Those not named here are told as part of another, or as details."""

_WORDS_OF_VALUES: Final[dict[str, dict[Any, str]]] = {
    "kind": dict(kinds_words.ITEM_KINDS), "status": {**kinds_words.ITEM_STATES, **kinds_words.VISIT_STATES},
    "precision": dict(kinds_words.PRECISIONS), "track": dict(kinds_words.TRACKS),
    "travel_mode": dict(kinds_words.TRAVEL_MODES), "escort": dict(kinds_words.ESCORTS),
    "disclosure": dict(kinds_words.DISCLOSURES), "state": dict(kinds_words.DOCUMENT_STATES),
    "dates": dict(kinds_words.VISIT_DATES), "optional": {True: mark("optional"), False: mark("expected")},
}  # fmt: skip

OldAndNew = Callable[[Entry, Entry], tuple[str, str]]
"""How the times of an item before and after a change are said."""

_TOLD_WITH_THE_TIME: Final = frozenset({"start", "end", "start_day", "end_day", "precision"})
_TOLD_WITH_THE_PLACE: Final = frozenset({"place", "to_place"})


def change_sentences(words: Words, difference: Difference) -> list[str]:
    """Each change as a sentence: the visit's head, items, delegations, people, papers."""
    lines = visit_sentences(words, difference.visit)
    lines += [item_sentence(words, change) for change in difference.items]
    lines += [_delegation_sentence(words, change) for change in difference.delegations]
    lines += [_person_sentence(words, change) for change in difference.people]
    lines += [_paper_sentence(words, change) for change in difference.papers]
    return list(dict.fromkeys(lines))


def visit_sentences(words: Words, fields: Sequence[FieldChange]) -> list[str]:
    """What has changed in the visit's head."""
    lines = [_detail(words, change) for change in fields if change.field in FIELDS.keys() - {"short_title"}]
    if fields and not lines:
        lines = [words.say("The visit's own title or dates have changed.")]
    return lines


def item_sentence(words: Words, change: ItemChange) -> str:
    """LATER: 12 Signing of the Memorandum. Time: … → …; Place: … → …"""
    head = words.say(
        "{headline}: {number} {title}", headline=words.say(HEADLINES[change.headline]), number=change.entry.number,
        title=_told(words, change.entry.title),
    )  # fmt: skip
    if change.before is None or change.after is None:
        return f"{head}. {item_when(words, change.entry)}{_where(change.entry)}"
    details = "; ".join(item_details(words, change))
    return f"{head}. {details[0].upper()}{details[1:]}" if details else head


def item_details(words: Words, change: ItemChange, times: OldAndNew | None = None) -> list[str]:
    """What has changed in an item that both editions hold, old and new; without `times`, both times in full."""
    before, after = change.before, change.after
    assert before is not None
    assert after is not None
    names = {each.field for each in change.fields}
    told = []
    if names & _TOLD_WITH_THE_TIME:
        old, new = times(before, after) if times else (item_when(words, before), item_when(words, after))
        told.append(_old_and_new(words, FIELDS["start"], old, new))
    if names & _TOLD_WITH_THE_PLACE:
        told.append(_old_and_new(words, FIELDS["place"], _places(before), _places(after)))
    if change.joined:
        told.append(words.say("now attending: {people}", people=_people(words, change.joined)))
    if change.left:
        told.append(words.say("no longer attending: {people}", people=_people(words, change.left)))
    told += (_detail(words, each) for each in change.fields if _is_told_apart(each, change))
    return list(dict.fromkeys(told))


def item_when(words: Words, entry: Entry) -> str:
    """Mon 24 Jul 2017, 11:00–11:20 WIB (UTC+07); of an item over two days or zones both ends in full."""
    start, end = entry.start, entry.end
    at = f"{short_date(words, start.date())}, {clock_as_known(words, start, entry.precision)}"
    if start.date() == end.date() and zone_label(words, start) == zone_label(words, end):
        return f"{at}–{clock(words, end)} {zone_label(words, end)}"
    until = f"{short_date(words, end.date())}, {clock(words, end)} {zone_label(words, end)}"
    return f"{at} {zone_label(words, start)} – {until}"


def value_text(words: Words, field: str, value: Any) -> str:
    """A value of a field as it can stand in a sentence; a dash for nothing."""
    if field in _WORDS_OF_VALUES and value in _WORDS_OF_VALUES[field]:
        return words.say(_WORDS_OF_VALUES[field][value])
    if field == "dress":
        return dress_words(words, value) or "–"
    if field == "roles":
        return ", ".join(words.say(kinds_words.ROLES[role]) for role in value) or "–"
    if field == "travel_minutes" and value is not None:
        return duration(words, value)
    return _text(words, value) or "–"


def _text(words: Words, value: Any) -> str:  # noqa: PLR0911 - one line a type
    match value:
        case None:
            return ""
        case Shown():
            return _line(value.text)
        case PlaceShown():
            return _place(value)
        case PersonShown():
            return _line(value.name.text)
        case WhoShown():
            return _line(value.name.text)
        case StepLine():
            return f"{clock(words, value.at)} {_line(value.cue.text)}"
        case VehicleLine():
            return f"{value.position} {_line(value.name.text)}"
        case datetime():
            return f"{short_date(words, value.date())}, {clock(words, value)} {zone_label(words, value)}"
        case date():
            return short_date(words, value)
        case tuple():
            return ", ".join(_text(words, part) for part in value)
    return _line(str(value))


def _is_told_apart(field: FieldChange, change: ItemChange) -> bool:
    """Whether no other part of the sentence says it already."""
    if field.field in _TOLD_WITH_THE_TIME | _TOLD_WITH_THE_PLACE:
        return False
    if field.field == "who":
        return not (change.joined or change.left)
    if field.field == "short_title":  # without one of its own an item is called by its title in short places, too
        return all(each.field != "title" for each in change.fields)
    if field.field == "status":
        return change.headline not in {"cancelled", "reinstated"}
    if field.field == "steps":
        return [step[1:] for step in field.old] != [step[1:] for step in field.new]  # by more than their item's time
    return field.field in FIELDS


def _detail(words: Words, change: FieldChange) -> str:
    """Dress: PSL → batik; of long lists only that they have changed."""
    if change.field in {"steps", "order", "vehicles"}:
        return words.say("{field}: changed", field=words.say(FIELDS[change.field]))
    old, new = (value_text(words, change.field, value) for value in (change.old, change.new))
    return _old_and_new(words, FIELDS[change.field], old, new)


def _old_and_new(words: Words, field: str, old: str, new: str) -> str:
    return words.say("{field}: {old} → {new}", field=words.say(field), old=old, new=new)


def _delegation_sentence(words: Words, change: RowChange[Any]) -> str:
    return _row_sentence(words, change, _line(change.row.name.text))


def _person_sentence(words: Words, change: RowChange[PersonLine]) -> str:
    return _row_sentence(words, change, _line(change.row.person.name.text))


def _paper_sentence(words: Words, change: RowChange[Document]) -> str:
    row = change.row
    title = text_in(row, "title", words.language)
    return _row_sentence(words, change, f"{row.code} {_line(title)}")


def _row_sentence(words: Words, change: RowChange[Any], name: str) -> str:
    headline: Headline = "added" if change.what == "new" else "dropped" if change.what == "dropped" else "changed"
    head = words.say("{headline}: {name}", headline=words.say(HEADLINES[headline]), name=name)
    details = "; ".join(row_details(words, change))
    return f"{head}. {details}" if details else head


def row_details(words: Words, change: RowChange[Any]) -> list[str]:
    """What has changed in a line of a list, old and new; nothing for a line that is new or gone."""
    return [_detail(words, each) for each in _fields_told(change) if each.field in FIELDS]


def _fields_told(change: RowChange[Any]) -> Iterator[FieldChange]:
    """The fields of a line; of a person's those of the person instead of the person."""
    for each in change.fields:
        if each.field == "person":
            yield from (
                FieldChange(part, old, new)
                for part, old, new in zip(PersonShown._fields, each.old, each.new, strict=True)
                if old != new
            )
        else:
            yield each


def _people(words: Words, people: Iterable[PersonShown]) -> str:
    return listed(words, [_line(one.name.text) for one in people])


def _where(entry: Entry) -> str:
    places = _places(entry)
    return f", {places}" if places != "–" else ""


def _places(entry: Entry) -> str:
    return " → ".join(_each_place(entry)) or "–"


def _each_place(entry: Entry) -> Iterator[str]:
    yield from (_place(place) for place in (entry.place, entry.to_place) if place)


def _place(place: PlaceShown) -> str:
    name = _line(place.name.text)
    return f"{_line(place.within.text)}, {name}" if place.within else name


def _told(words: Words, shown: Shown) -> str:
    """The text in one line, with its language in front where that is not the reader's."""
    text = _line(shown.text)
    return f"[{shown.language}] {text}" if text and shown.language != words.language else text


def _line(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())
