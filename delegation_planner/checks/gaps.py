"""The gap between an item and the next one: how long it is, how long the way, and what speaks against a movement."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from delegation_planner.checks.travel import Travel
from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.day_time import span
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook

Obstacle = Literal["nothing_next", "movement_next", "no_place", "same_place", "no_time"]


class Gap(NamedTuple):
    """What lies between two items: minutes, and those of the way by car at that hour; None where nobody knows it.

    `obstacle` says why no movement can be made from the first to the second, if none can.
    """

    first_id: Id
    second_id: Id | None
    minutes: int = 0
    way: int | None = None
    obstacle: Obstacle | None = None

    @property
    def movement(self) -> int:
        """How long a movement lasts that fits in: as long as the way, at most as long as the gap."""
        return self.minutes if self.way is None else min(self.way, self.minutes)


def gap_between(plan: Plan, rulebook: Rulebook, first: ProgrammeItem, second: ProgrammeItem) -> Gap:
    """The gap from the end of one item to the start of another."""
    minutes = minutes_between(plan, first, second)
    travel = Travel(plan, rulebook)
    way = travel.minutes(first.end_place_id, second.place_id, first.end_day, first.end_time)
    gap = Gap(first.id, second.id, minutes, way)
    if second.kind == "movement":
        return gap._replace(obstacle="movement_next")
    if first.end_place_id is None or second.place_id is None:
        return gap._replace(obstacle="no_place")
    if not travel.elsewhere(first.end_place_id, second.place_id):
        return gap._replace(obstacle="same_place")
    return gap if minutes > 0 else gap._replace(obstacle="no_time")


def gap_after(plan: Plan, rulebook: Rulebook, index: Index, item_id: Id) -> Gap:
    """The gap from an item to what comes next for those who must be there, within a day.

    Where nobody must come, to what comes next on the same track.
    """
    item = plan.find(ProgrammeItem, item_id)
    people = must_come(plan, item_id)
    near = {id for day in range(item.end_day - 1, item.end_day + 2) for id in index.items_on(day)} - {item_id}
    if people:
        near = set[Id]().union(*(index.items_of(person) & near for person in people))
    rows = [plan.find(ProgrammeItem, id) for id in near]
    following = _first_after(plan, item, rows if people else [row for row in rows if row.track == item.track])
    if following is None:
        return Gap(item_id, None, obstacle="nothing_next")
    return gap_between(plan, rulebook, item, following)


def _first_after(plan: Plan, item: ProgrammeItem, rows: Iterable[ProgrammeItem]) -> ProgrammeItem | None:
    """The first of these that begins, within a day, no earlier than the item ends."""
    end = span(plan.visit, item).end
    on = (row for row in rows if row.status != "cancelled")
    later = [(start, row.code, row) for row in on if (start := span(plan.visit, row).start) >= end]
    return min(later)[2] if later else None


def minutes_between(plan: Plan, first: ProgrammeItem, second: ProgrammeItem) -> int:
    """True minutes from the end of one to the start of the other."""
    return round((span(plan.visit, second).start - span(plan.visit, first).end).total_seconds() / 60)
