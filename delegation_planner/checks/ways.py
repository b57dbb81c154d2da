"""Checks of people's ways from item to item: jumps, short buffers, fast movements, flights, the body's clock."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Seen, Severity, Sight, Values, seen
from delegation_planner.checks.timed import EPOCH, Timed
from delegation_planner.plan.kinds import ITEM_PROPERTIES, Id

_STRETCH = 3  # an item, a movement, an item


def place_jumps(case: Case) -> Iterator[Sight]:
    """C3: somebody's next item is elsewhere, soon after, and nothing brings that person there.

    An error for everybody where the way is known to take longer; else a warning for guests: hosts find their way.
    """
    guests = case.ground.guests
    for earlier, later, people in case.next_items:
        jump = _jump(case, earlier, later)
        if jump is not None:
            concerned = people if jump.severity == "error" else [person for person in people if person in guests]
            if concerned:
                yield jump, concerned


def _jump(case: Case, earlier: Timed, later: Timed) -> Seen | None:
    """What is to be seen about two items that follow each other, whoever goes."""
    here, there = earlier.item, later.item
    gap = later.start - earlier.end
    if not 0 <= gap < case.rulebook.value("jump_window"):
        return None
    if not case.travel.elsewhere(here.end_place_id, there.place_id):
        return None
    known = case.travel.minutes(here.end_place_id, there.place_id, here.end_day, here.end_time)
    values: Values = {"day": there.start_day, "minutes": gap}
    if known is not None and gap < known + case.rulebook.value("boarding_slack"):
        return seen("C3", "error", here.id, there.id, needed=known + case.rulebook.value("boarding_slack"), **values)
    return seen("C3", "warning", here.id, there.id, **values)


def short_buffers(case: Case) -> Iterator[Sight]:
    """C4: between two items there is a movement, but less time than the way takes, with its slack.

    An error where less than three quarters of it are there. Several movements in a row count together; a way by air
    is a flight's (C6), a way that nobody knows is none of this. After an arrival no slack is asked for: getting
    into the cars is part of it.
    """
    judged: dict[tuple[Id, ...], Seen | None] = {}
    for person, way in case.ways.items():
        if len(way) < _STRETCH:
            continue
        since = 0  # where the last item that is no travelling stands
        for place, one in enumerate(way):
            if ITEM_PROPERTIES[one.item.kind].travelling:
                continue
            stretch, since = way[since : place + 1], place
            if len(stretch) < _STRETCH:
                continue
            ids = tuple(each.item.id for each in stretch)
            if ids not in judged:
                judged[ids] = _buffer(case, stretch)
            buffer = judged[ids]
            if buffer is not None:
                yield buffer, (person,)


def _buffer(case: Case, stretch: list[Timed]) -> Seen | None:
    """What is to be seen about a stretch from one item over movements to the next."""
    first, *movements, last = stretch
    gap = last.start - first.end
    ways = [case.travel.needed_by(each.item) for each in movements if each.item.kind == "movement"]
    apart = all(later.start >= earlier.end for earlier, later in pairwise(stretch))
    if ITEM_PROPERTIES[first.item.kind].travelling or not apart or gap >= case.rulebook.value("jump_window"):
        return None
    if len(ways) < len(movements) or None in ways:
        return None
    slack = 0 if first.item.kind == "arrival" else case.rulebook.value("boarding_slack")
    needed = sum(way or 0 for way in ways) + slack
    if gap >= needed:
        return None
    severity: Severity = "error" if gap * 100 < needed * case.rulebook.value("severe_shortage") else "warning"
    ids = (each.item.id for each in stretch)
    return seen("C4", severity, *ids, day=last.item.start_day, minutes=gap, needed=needed)


def fast_movements(case: Case) -> Iterator[Sight]:
    """C5: a movement is given less time than its way takes at that hour, its escort counted.

    Movements on ways that nobody knows the length of are told together, once a visit.
    """
    unknown = seen("C5", "note")
    for one in case.timed:
        item = one.item
        if item.kind == "movement":
            needed = case.travel.needed_by(item)
            if needed is not None and 0 < one.minutes < needed:
                values: Values = {"day": item.start_day, "minutes": one.minutes, "needed": needed}
                yield seen("C5", "warning", item.id, **values), ()
            elif case.travel.lacks_time(item):
                yield unknown, (item.id,)


def flight_margins(case: Case) -> Iterator[Sight]:
    """C6: somebody reaches the airport too late for a flight, or has the next item too soon after landing.

    The airport is reached at the end of the last movement to it, else with the first item there; what ended long
    before is not looked at. An arrival may begin at once; a party with a VIP leaves the airport sooner than others.
    """
    for person, way, place in case.flights:
        flight = way[place]
        margin = _check_in(case, flight)
        reached = _reaches(case, way[:place], flight, margin)
        if reached is not None:
            values: Values = {"day": flight.item.start_day, "needed": margin, "side": "before"}
            minutes = flight.start - _there_at(reached)
            yield seen("C6", "error", reached.item.id, flight.item.id, minutes=minutes, **values), (person,)
    for earlier, later, people in case.next_items:
        soon = _too_soon(case, earlier, later) if earlier.item.kind == "flight" else None
        if soon is not None:
            yield soon, people


def _check_in(case: Case, flight: Timed) -> int:
    domestic = case.rulebook.of_one_country(flight.item.start_zone, flight.item.end_zone)
    return case.rulebook.value("check_in_domestic" if domestic else "check_in_international")


def _reaches(case: Case, before: list[Timed], flight: Timed, margin: int) -> Timed | None:
    """The movement or the first item with which somebody reaches the airport too late; None if in time or unknown."""
    limit = flight.start - margin
    airport = case.travel.building(flight.item.place_id)
    first: Timed | None = None
    for one in reversed(before):
        item = one.item
        if airport is None or one.end < flight.start - case.rulebook.value("jump_window"):
            break
        if one.end > flight.start:
            continue  # who is at two items at once is told by C1
        if item.kind == "movement" and case.travel.building(item.end_place_id) == airport:
            return one if one.end > limit else None
        if ITEM_PROPERTIES[item.kind].travelling or case.travel.building(item.place_id) != airport:
            break
        if one.start <= limit:
            return None
        first = one
    return first


def _there_at(reached: Timed) -> int:
    return reached.end if reached.item.kind == "movement" else reached.start


def _too_soon(case: Case, flight: Timed, following: Timed) -> Seen | None:
    item = following.item
    gap = following.start - flight.end
    vip = not case.ground.vips.isdisjoint(case.bound(item.id))
    needed = case.rulebook.value("after_landing_vip" if vip else "after_landing")
    if item.kind == "arrival" or not 0 <= gap < needed:
        return None
    values: Values = {"day": item.start_day, "minutes": gap, "needed": needed, "side": "after"}
    return seen("C6", "error", flight.item.id, item.id, **values)


def tired_people(case: Case) -> Iterator[Sight]:
    """C11: on the day of landing after a night in the air, or over three zones and more, a meeting of substance soon.

    A flight is through the night when it is in the air at the night hour of the place where it starts or ends.
    """
    rest = case.rulebook.value("rest_after_landing")
    for person, way, place in case.flights:
        flight = way[place]
        soon = [
            one
            for one in way[place + 1 :]
            if 0 <= one.start - flight.end < rest
            and one.item.start_day == flight.item.end_day
            and ITEM_PROPERTIES[one.item.kind].substantive
        ]
        if soon and _tires(case, flight):
            for one in soon:
                values: Values = {"day": one.item.start_day, "minutes": one.start - flight.end}
                yield seen("C11", "note", flight.item.id, one.item.id, **values), (person,)


def _tires(case: Case, flight: Timed) -> bool:
    start, end = flight.item.start_zone, flight.item.end_zone
    change = abs(_ahead(flight.end, end) - _ahead(flight.start, start))
    return change >= case.rulebook.value("zone_change") or any(
        _local(flight.start, zone, night) < _local(flight.end, zone, night)
        for zone, night in ((start, case.rulebook.value("night_hour")), (end, case.rulebook.value("night_hour")))
    )


def _ahead(moment: int, zone: str) -> int:
    """By how many minutes the zone is ahead of UTC at that moment."""
    offset = (EPOCH + timedelta(minutes=moment)).astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return round(offset.total_seconds() / 60)


def _local(moment: int, zone: str, night: int) -> int:
    """The number of the local night, counted from the night hour, in which a moment lies."""
    return (moment + _ahead(moment, zone) - night) // 1440
