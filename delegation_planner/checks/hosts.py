"""C18: whether the hosts can be in place when their guests arrive."""

from collections.abc import Iterator

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Sight, Values, seen
from delegation_planner.checks.timed import Timed
from delegation_planner.plan.kinds import Id


def hosts_elsewhere(case: Case) -> Iterator[Sight]:
    """C18: of the first item at a place after the guests' movement there, a host is still at another item just before.

    Hosts who come with the guests are not counted. Items that overlap are C1's.
    """
    before = case.rulebook.value("hosts_before")
    buildings = _by_building(case)
    recent: list[Timed] = []  # ended less than `before` minutes ago, or still on
    for one in case.near:
        recent = [other for other in recent if other.end > one.start - before]
        mine = case.bound(one.item.id) & case.ground.hosts if recent else frozenset()
        ended = [other for other in recent if other.start < one.start and other.end <= one.start] if mine else []
        hosts = {person: other for other in ended for person in mine & case.bound(other.item.id)}
        there = buildings.get(case.travel.building(one.item.place_id) or "", []) if hosts else []
        movement = _brings_guests(case, there, one)
        if movement is not None:
            for host in hosts.keys() - case.bound(movement.item.id):
                other = hosts[host]
                values: Values = {"day": one.item.start_day, "minutes": one.start - other.end}
                yield seen("C18", "warning", other.item.id, one.item.id, **values), (host,)
        recent.append(one)


def _by_building(case: Case) -> dict[Id, list[Timed]]:
    """The items in each building and the movements to it, in order of time."""
    found: dict[Id, list[Timed]] = {}
    for one in case.around:
        place_id = one.item.end_place_id if one.item.kind == "movement" else one.item.place_id
        building = case.travel.building(place_id)
        if building is not None:
            found.setdefault(building, []).append(one)
    return found


def _brings_guests(case: Case, there: list[Timed], one: Timed) -> Timed | None:
    """The last movement that brings guests of the item to its building, if it is the first one there for them."""
    earliest = one.start - case.rulebook.value("jump_window")
    for movement in reversed(there):
        if movement.item.kind == "movement" and earliest <= movement.end <= one.start:
            guests = case.bound(movement.item.id) & case.ground.guests
            if not guests.isdisjoint(case.bound(one.item.id)):
                between = (each for each in there if movement.end <= each.start < one.start)
                first = all(guests.isdisjoint(case.bound(each.item.id)) for each in between if each is not movement)
                return movement if first else None
    return None
