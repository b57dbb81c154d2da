"""What stands over the days and beside the hours; no Qt."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.checks.finding import Severity
from delegation_planner.plan.day_time import instant
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id, Track, ZoneName
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.marks import Marks, mark_of_all
from delegation_planner.screen.names import date_shown
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.words.dates import day_and_month, wall_clock, zone_city
from delegation_planner.words.words import Words, mark

TRACK_NAMES: Final[dict[Track, str]] = {
    "main": mark("Main"),
    "spouse": mark("Spouse"),
    "working": mark("Working"),
    "advance": mark("Advance"),
    "press": mark("Press"),
}


class DayHead(NamedTuple):
    """The head of a day column. `date` says so where it is open (not `dated`); `below` says the city and the number
    of items. Both have a shorter form for narrow columns.
    """

    number: str
    date: str
    date_short: str
    dated: bool
    below: str
    below_short: str
    tracks: tuple[str, ...]
    severity: Severity | None
    found: int
    today: bool


def day_head(
    words: Words, book: DayBook, marks: Marks, own_items: frozenset[Id] | None, today: int | None, day: int
) -> DayHead:
    """The head of a day; `own_items` are the items of the person looked at, if there is one."""
    items = book.starting(day)
    plan = book.plan
    on = date_shown(plan, day)
    worst = mark_of_all(marks[item.id] for item in items if item.id in marks)
    short = _counted(words, items, own_items)
    city = main_city(plan, items)
    date = words.say("date open") if on is None else day_and_month(words, on)
    return DayHead(
        number=f"D{day}",
        date=date,
        date_short=words.say("not fixed") if on is None else date.rpartition(" ")[0],
        dated=on is not None,
        below=f"{city} · {short}" if city and own_items is None else short,
        below_short=short,
        tracks=tuple(words.say(TRACK_NAMES[track]) for track in book.day(day).tracks) if own_items is None else (),
        severity=worst.severity if worst else None,
        found=worst.worst_count() if worst else 0,
        today=day == today,
    )


def main_city(plan: Plan, items: Sequence[ProgrammeItem]) -> str:
    """The city in which most of the items are, ways from place to place apart; nothing if no place has one."""
    staying = [item for item in items if not ITEM_PROPERTIES[item.kind].travelling]
    places = (plan.get(Place, item.place_id) for item in staying or items)
    counted = Counter(place.city for place in places if place is not None and place.city)
    return next((city for city, _ in counted.most_common(1)), "")


def _counted(words: Words, items: tuple[ProgrammeItem, ...], own_items: frozenset[Id] | None) -> str:
    if own_items is None:
        return words.say_many("{count} item", "{count} items", len(items))
    there = sum(item.id in own_items for item in items)
    return words.say("{attended} of {items} items", attended=there, items=len(items))


def is_friday(plan: Plan, day: int) -> bool:
    """Whether a day is known to be a Friday: while the dates are open nobody knows."""
    on = date_shown(plan, day)
    return on is not None and on.weekday() == 4


def zone_letters(plan: Plan, zone: ZoneName, day: int) -> str:
    """WIB; the city where a zone has no letters that people use, or where it has no date yet."""
    city = zone_city(zone)
    try:
        letters = _noon(plan, day, zone).tzname() or ""
    except PlanError:
        return city
    return letters if letters.isalpha() else city


def guest_clock(words: Words, plan: Plan, day: int, hour: int) -> str:
    """What the guest's clock at home says at an hour of the host's; nothing while the visit has no date."""
    visit = plan.visit
    try:
        at = instant(visit, day, f"{hour % 24:02d}:00", visit.host_zone).astimezone(ZoneInfo(visit.guest_zone))
    except PlanError:
        return ""
    return wall_clock(words, f"{at:%H:%M}")


def _noon(plan: Plan, day: int, zone: ZoneName) -> datetime:
    return instant(plan.visit, day, "12:00", zone)
