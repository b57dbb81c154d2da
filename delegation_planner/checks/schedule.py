"""Checks of the schedule: people in two places, times that cannot be, rooms taken twice."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from delegation_planner.checks.case import Case, Check
from delegation_planner.checks.finding import Finding, finding
from delegation_planner.checks.timed import Timed, overlapping_pairs
from delegation_planner.plan.day_time import moved
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place


def double_bookings(case: Case) -> Iterator[Finding]:
    """C1: a person attends two items that overlap; one finding a pair of items, naming all such persons.

    Touching ends are no conflict. A person who is optional at one of the two is not counted.
    """
    for earlier, later in case.overlapping:
        both = case.bound(earlier.item.id) & case.bound(later.item.id)
        if both:
            people = sorted((case.plan.find(Participant, id) for id in both), key=lambda person: person.code)
            yield finding("C1", "error", (earlier.item, later.item, *people), **_overlap(earlier, later))


def _overlap(earlier: Timed, later: Timed) -> dict[str, str | int]:
    """When both are on, in the later item's own clock."""
    minutes = min(earlier.end, later.end) - later.start
    item = later.item
    _, until = moved(item.start_day, item.start_time, minutes)
    return {"day": item.start_day, "start": item.start_time, "end": until, "minutes": minutes}


def bad_intervals(case: Case) -> Iterator[Finding]:
    """C2: an item that does not end after it starts, as instants, or lasts longer than a day.

    Flights and nights (lodging) may last longer.
    """
    longest = case.rulebook.longest_item.minutes
    for start, end, item in case.timed:
        minutes = end - start
        if minutes <= 0 or (minutes > longest and item.kind not in ("flight", "lodging")):
            times = {"start": item.start_time, "end": item.end_time}
            yield finding("C2", "error", (item,), day=item.start_day, minutes=minutes, **times)


def venue_clashes(case: Case) -> Iterator[Finding]:
    """C7: two items at a time in a place that holds one, or too little time between two room layouts there."""
    needed = case.rulebook.set_up_gap.minutes
    for place_id, taken in _taken_places(case).items():
        room = case.plan.find(Place, place_id)
        for earlier, later in overlapping_pairs(taken):
            yield _clash(room, earlier, later, gap=0, needed=0)
        for earlier, later in pairwise(taken):
            gap = later.start - earlier.end
            layouts = (earlier.item.room_layout, later.item.room_layout)
            if 0 <= gap < needed and all(layouts) and layouts[0] != layouts[1]:
                yield _clash(room, earlier, later, gap=gap, needed=needed)


def _taken_places(case: Case) -> dict[Id, list[Timed]]:
    """The items in each place that holds one at a time, in order of time."""
    taken: dict[Id, list[Timed]] = {}
    for timed in case.timed:
        place = case.plan.get(Place, timed.item.place_id)
        if place is not None and place.exclusive and not ITEM_PROPERTIES[timed.item.kind].travelling:
            taken.setdefault(place.id, []).append(timed)
    return taken


def _clash(room: Place, earlier: Timed, later: Timed, *, gap: int, needed: int) -> Finding:
    """A clash of two items in a room; `needed` is 0 where they overlap, else the minutes to set the room up."""
    rows = (later.item, earlier.item, room)
    return finding("C7", "warning", rows, day=later.item.start_day, minutes=gap, needed=needed)


SCHEDULE: Final[dict[str, Check]] = {"C1": double_bookings, "C2": bad_intervals, "C7": venue_clashes}
