"""What is known beside the fields of an item that travels: how long it is under way, how long the way takes; no Qt."""

from collections.abc import Callable
from typing import Final, NamedTuple

from delegation_planner.checks.travel import Travel, Way
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import span
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.edits.visit_rules import set_travel_time
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.tables import Row
from delegation_planner.session.store import Label
from delegation_planner.words.dates import duration, wall_clock
from delegation_planner.words.words import Words, mark

Act = Callable[[Plan, Callable[[], Id]], Changes]


class Hint(NamedTuple):
    """A sentence beside a field, and perhaps a verb with the edit that it carries out."""

    text: str
    verb: str = ""
    label: Label | None = None
    act: Act | None = None


def hints_of(plan: Plan, rulebook: Rulebook, words: Words, row: Row) -> dict[str, Hint]:
    """The hints of a row by the names of the fields that they stand beside."""
    if not isinstance(row, ProgrammeItem) or not ITEM_PROPERTIES[row.kind].travelling:
        return {}
    under_way, way = _under_way(plan, words, row), _way(plan, rulebook, words, row)
    found = {"end": Hint(under_way) if under_way else None, "travel_minutes": way}
    return {name: hint for name, hint in found.items() if hint is not None}


_ARRIVES: Final[dict[int, str]] = {-1: mark("Arrives the day before."), 1: mark("Arrives the next day.")}


def _under_way(plan: Plan, words: Words, item: ProgrammeItem) -> str:
    """8 h 10 on the way. Arrives the next day. Said of flights with their transits, and of what goes over zones."""
    if item.kind != "flight" and item.start_zone == item.end_zone:
        return ""
    when = span(plan.visit, item)
    if not when.is_valid:
        return ""
    said = words.say("{length} on the way.", length=duration(words, when.minutes))
    days = item.end_day - item.start_day
    if days in _ARRIVES:
        return f"{said} {words.say(_ARRIVES[days])}"
    later = words.say("Arrives {days} days later.", days=days)
    return f"{said} {later}" if days else said


def _way(plan: Plan, rulebook: Rulebook, words: Words, item: ProgrammeItem) -> Hint | None:
    """What the travel times say of a movement's way, while the plan says less or nothing."""
    if item.kind != "movement":
        return None
    travel, planned = Travel(plan, rulebook), item.travel_minutes
    if travel.lacks_time(item):
        return _unknown(words, item, travel.building(item.place_id), travel.building(item.end_place_id))
    needed = travel.needed_by(item)
    way = travel.way(item.place_id, item.end_place_id, item.start_day, item.start_time)
    if not needed or way is None or (planned is not None and planned >= needed):
        return None
    text = _source(words, item, way, needed)
    if planned is not None:
        more = words.say("That is {minutes} more than planned.", minutes=duration(words, needed - planned))
        text = f"{text} {more}"
    return Hint(
        text, words.say("Plan {minutes}", minutes=duration(words, needed)), Label("edit_item", {"name": item.code}),
        lambda plan, _new_id: edit_item(plan, item.id, {"travel_minutes": needed}),
    )  # fmt: skip


def _source(words: Words, item: ProgrammeItem, way: Way, needed: int) -> str:
    """45 min by car at 08:00, from the visit's travel times."""
    values = {"minutes": duration(words, needed), "clock": wall_clock(words, item.start_time), "city": way.city}
    escorted = item.escort != "none"
    if way.city and escorted:
        return words.say("{minutes} with an escort at {clock}, from the usual times for {city}.", **values)
    if way.city:
        return words.say("{minutes} by car at {clock}, from the usual times for {city}.", **values)
    if escorted:
        return words.say("{minutes} with an escort at {clock}, from the visit's travel times.", **values)
    return words.say("{minutes} by car at {clock}, from the visit's travel times.", **values)


def _unknown(words: Words, item: ProgrammeItem, start: Id | None, end: Id | None) -> Hint:
    """Nobody knows how long the way takes; what is planned without an escort can be kept for the whole visit."""
    text, planned = words.say("How long this way takes is not known."), item.travel_minutes
    if not planned or item.escort != "none" or start is None or end is None:
        return Hint(text)
    return Hint(
        text, words.say("Keep {minutes} for this way", minutes=duration(words, planned)), Label("set_travel_time"),
        lambda plan, new_id: set_travel_time(plan, start, end, planned, new_id),
    )  # fmt: skip
