"""Checks of pairs of items at one time: people in two places, rooms taken twice."""

from collections.abc import Iterable, Iterator

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Seen, Sight, Values, seen
from delegation_planner.checks.timed import Timed, overlapping_pairs
from delegation_planner.plan.day_time import moved
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id
from delegation_planner.plan.place import Place


def double_bookings(case: Case) -> Iterator[Sight]:
    """C1: a person attends two items that overlap; one finding a pair of items, naming all such persons.

    Touching ends are no conflict. A person who is optional at one of the two is not counted.
    """
    for earlier, later, people in clashes(case) if case.part is None else _clashes_of_part(case):
        yield _double_booking(earlier, later), people


def clashes(case: Case) -> Iterator[tuple[Timed, Timed, Iterable[Id]]]:
    """Every two items of the plan that overlap and share people, with these people.

    One walk through the items in order of time. Of each person it is known until when he or she is busy; only for
    those for whom that reaches into the next item are the items looked at that are still on.
    """
    busy_until: dict[Id, int] = {}
    running: list[tuple[int, Timed, frozenset[Id]]] = []  # with their ends
    for one in case.around:
        start, end, item = one
        if end <= start:
            continue
        people = case.bound(item.id)
        taken = {person for person in people if busy_until.get(person, start) > start}
        running = [each for each in running if each[0] > start]
        for _, earlier, there in running if taken else ():
            if not taken.isdisjoint(there):
                yield earlier, one, taken & there
        longer = [(person, until) for person in taken if (until := busy_until[person]) > end]
        busy_until.update(dict.fromkeys(people, end))
        busy_until.update(longer)
        running.append((end, one, people))


def _clashes_of_part(case: Case) -> Iterator[tuple[Timed, Timed, Iterable[Id]]]:
    for earlier, later in case.overlapping():
        both = case.bound(earlier.item.id) & case.bound(later.item.id)
        if both:
            yield earlier, later, both


def _double_booking(earlier: Timed, later: Timed) -> Seen:
    """When both are on, in the later item's own clock."""
    minutes = min(earlier.end, later.end) - later.start
    item = later.item
    _, until = moved(item.start_day, item.start_time, minutes)
    when: Values = {"day": item.start_day, "start": item.start_time, "end": until, "minutes": minutes}
    return seen("C1", "error", earlier.item.id, item.id, **when)


def venue_clashes(case: Case) -> Iterator[Sight]:
    """C7: two items at a time in a place that holds one, or too little time between two room layouts there."""
    needed = case.rulebook.value("set_up_gap")
    for place_id, taken in _taken_places(case).items():
        for earlier, later in overlapping_pairs(taken):
            yield _clash(place_id, earlier, later, gap=0, needed=0)
        earlier = taken[0]
        for later in taken[1:]:
            gap = later.start - earlier.end
            layouts = (earlier.item.room_layout, later.item.room_layout)
            if 0 <= gap < needed and all(layouts) and layouts[0] != layouts[1]:
                yield _clash(place_id, earlier, later, gap=gap, needed=needed)
            earlier = max(earlier, later, key=lambda one: one.end)


def _taken_places(case: Case) -> dict[Id, list[Timed]]:
    """The items in each place that holds one at a time, in order of time; of a part, in its rooms."""
    rooms = {one.item.place_id for one in case.timed} if case.part is None else case.part.rooms
    exclusive = {id for id in rooms if (place := case.plan.get(Place, id)) is not None and place.exclusive}
    taken: dict[Id, list[Timed]] = {}
    for one in case.around:
        place_id = one.item.place_id
        if place_id is not None and place_id in exclusive and not ITEM_PROPERTIES[one.item.kind].travelling:
            taken.setdefault(place_id, []).append(one)
    return taken


def _clash(room: Id, earlier: Timed, later: Timed, *, gap: int, needed: int) -> Sight:
    """A clash of two items in a room; `needed` is 0 where they overlap, else the minutes to set the room up."""
    items = (later.item.id, earlier.item.id)
    return seen("C7", "warning", *items, day=later.item.start_day, minutes=gap, needed=needed).at(room), ()
