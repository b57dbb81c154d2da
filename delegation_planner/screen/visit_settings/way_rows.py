"""The ways between places as rows: those that the visit has times for, and those that its movements go; no Qt."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from delegation_planner.checks.travel import BY_ROAD, Travel
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.visit_rules import TravelTime
from delegation_planner.programme.groundwork import natural
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import place_name
from delegation_planner.words.words import Words

Origin = Literal["visit", "rulebook", "unknown"]
WayBack = Literal["same", "own"]


class WayRow(NamedTuple):
    """A way from one building to another, in minutes by road.

    `back` says whether the way back takes the same or has a row of its
    own; None where the visit has no time. `items` are the numbers of movements that go this way.
    """

    from_id: Id
    to_id: Id
    start: str
    end: str
    minutes: int | None
    peak: int | None
    origin: Origin
    back: WayBack | None
    items: str
    own_id: Id | None

    @property
    def id(self) -> str:
        """By which it is known while its time comes and goes."""
        return f"{self.from_id}>{self.to_id}"


def way_rows(words: Words, plan: Plan, rulebook: Rulebook) -> tuple[WayRow, ...]:
    """All ways by the names of their ends; a way without own time stands for both directions."""
    travel, texts = Travel(plan, rulebook), Texts(words.language)
    own = {(row.from_place_id, row.to_place_id): row for row in plan.rows(TravelTime)}
    gone = _gone(plan, travel)
    rows: dict[tuple[Id, Id], WayRow] = {}
    for ends in (*own, *gone):
        start, end = ends
        if ends in rows or (ends not in own and (end, start) in rows):
            continue
        times, back = travel.times(start, end), own.get((end, start))
        items = [*gone.get(ends, ()), *(() if ends in own and back is not None else gone.get((end, start), ()))]
        rows[ends] = WayRow(
            start, end, place_name(plan, start, texts), place_name(plan, end, texts),
            times.usual if times is not None else None, times.at_peak if times is not None else None,
            "unknown" if times is None else "visit" if times.own is not None else "rulebook",
            None if ends not in own else "same" if back is None else "own",
            ", ".join(sorted(items, key=natural)), own[ends].id if ends in own else None,
        )  # fmt: skip
    return tuple(sorted(rows.values(), key=lambda row: (row.start, row.end)))


def _gone(plan: Plan, travel: Travel) -> dict[tuple[Id, Id], list[str]]:
    """The numbers of the movements by road, by the buildings from and to which they go."""
    found: dict[tuple[Id, Id], list[str]] = {}
    for item, start, end in _by_road(plan, travel):
        found.setdefault((start, end), []).append(item.code)
    return found


def _by_road(plan: Plan, travel: Travel) -> Iterator[tuple[ProgrammeItem, Id, Id]]:
    for item in plan.rows(ProgrammeItem):
        start, end = travel.building(item.place_id), travel.building(item.end_place_id)
        on_the_way = item.kind == "movement" and item.status != "cancelled" and item.travel_mode in BY_ROAD
        if on_the_way and start is not None and end is not None and start != end:
            yield item, start, end
