"""What every check is given: the plan or a part of it, the rules, the day it is judged on, and what checks share."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import NamedTuple

from delegation_planner.checks.finding import Sight
from delegation_planner.checks.ground import Ground
from delegation_planner.checks.timed import Timed, in_order
from delegation_planner.checks.travel import Travel
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.place import Place
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.visit_rules import RuleOverride


class Part(NamedTuple):
    """The part of a plan that is to be judged: what is seen of these items, of these people's ways, in these rooms.

    `around` are the items of the days about them, `span` the time in UTC minutes within which ways can matter.
    """

    items: frozenset[Id]
    people: frozenset[Id]
    rooms: frozenset[Id]
    around: frozenset[Id]
    span: tuple[int, int]


class Case:
    """One plan under examination, as on a day: the whole, or a part. What is costly to know is found once.

    A part is judged twice, before an edit and after it, and only the difference counts: what a check sees at the
    border of the part, where items are missing, is wrong in the same way both times.
    """

    def __init__(self, ground: Ground, rulebook: Rulebook, on: date, part: Part | None = None) -> None:
        self.plan = ground.plan
        self.ground = ground
        self.clock = ground.clock
        self.bound = ground.bound
        overrides = self.plan.rows(RuleOverride)
        self.rulebook = rulebook.judged_by(overrides) if overrides else rulebook
        self.on = on
        self.part = part

    @cached_property
    def travel(self) -> Travel:
        """How long the ways are."""
        return Travel(self.plan, self.rulebook)

    @cached_property
    def timed(self) -> list[Timed]:
        """The items that are judged, in order of time; cancelled ones are left out."""
        return self.around if self.part is None else self._known(self.part.items)

    @cached_property
    def around(self) -> list[Timed]:
        """All items, or those of the days about the part; in order of time, without cancelled ones."""
        return self._known(self.ground.items if self.part is None else self.part.around)

    @cached_property
    def near(self) -> list[Timed]:
        """Of the items around, those within reach of the part."""
        if self.part is None:
            return self.around
        low, high = self.part.span
        return [one for one in self.around if one.meets(low, high)]

    def overlapping(self) -> Iterator[tuple[Timed, Timed]]:
        """All pairs of items around that overlap of which one is judged, the earlier first."""
        places = {one.item.id: place for place, one in enumerate(self.around)}
        found = set()
        for one in self.timed:
            here = places[one.item.id]
            for there, other in enumerate(self.around):
                if here != there and one.overlaps(other):
                    found.add((min(here, there), max(here, there)))
        yield from ((self.around[first], self.around[second]) for first, second in found)

    @cached_property
    def ways(self) -> dict[Id, list[Timed]]:
        """What each person goes through, one after the other, if it is more than one thing.

        What happens wholly within the time of something earlier is left out (C1 tells of it), and so is what has no
        length: the item before another is always the one that ended last, however long it was.
        """
        ways = self._of_people(self.near, None if self.part is None else self.part.people)
        return {person: _one_after_another(way) for person, way in ways.items() if len(way) > 1}

    @cached_property
    def next_items(self) -> list[tuple[Timed, Timed, list[Id]]]:
        """Every two items that follow each other on somebody's way, with all whose way it is."""
        found: dict[tuple[Id, Id], tuple[Timed, Timed, list[Id]]] = {}
        for person, way in self.ways.items():
            for earlier, later in pairwise(way):
                pair = (earlier.item.id, later.item.id)
                if pair in found:
                    found[pair][2].append(person)
                else:
                    found[pair] = (earlier, later, [person])
        return list(found.values())

    @cached_property
    def flights(self) -> list[tuple[Id, list[Timed], int]]:
        """Every flight on somebody's way: the person, the way, and where on it the flight stands."""
        return [
            (person, way, place)
            for person, way in self.ways.items()
            for place, one in enumerate(way)
            if one.item.kind == "flight"
        ]

    @cached_property
    def days_of_heads(self) -> dict[Id, list[tuple[int, list[Timed]]]]:
        """The days of each head of a guest delegation, nights, long flights and what has no length left out."""
        heads = self.ground.heads if self.part is None else self.ground.heads & self.part.people
        longest = self.rulebook.value("long_flight")
        awake = [
            one
            for one in self.around
            if one.end > one.start
            and one.item.kind != "lodging"
            and not (one.item.kind == "flight" and one.minutes > longest)
        ]
        return {head: _by_day(way) for head, way in self._of_people(awake, heads).items()}

    def within(self, place_id: Id | None) -> Iterator[Place]:
        """The place and what it lies in, from the room outwards."""
        place = self.plan.get(Place, place_id)
        while place is not None:
            yield place
            place = self.plan.get(Place, place.parent_id)

    def _known(self, item_ids: Iterable[Id]) -> list[Timed]:
        return in_order(one for id in item_ids if (one := self.ground.timed(id)) is not None)

    def _of_people(self, items: list[Timed], people: frozenset[Id] | None) -> dict[Id, list[Timed]]:
        ways: dict[Id, list[Timed]] = {}
        for one in items:
            bound = self.bound(one.item.id)
            for person in bound if people is None else bound & people:
                ways.setdefault(person, []).append(one)
        return ways


def _by_day(way: list[Timed]) -> list[tuple[int, list[Timed]]]:
    """The items of each day on which one starts, by the clock of the place."""
    days: dict[int, list[Timed]] = {}
    for one in way:
        days.setdefault(one.item.start_day, []).append(one)
    return sorted(days.items())


def _one_after_another(way: list[Timed]) -> list[Timed]:
    kept: list[Timed] = []
    ended = -inf
    for one in way:
        if one.end > one.start and one.end > ended:
            kept.append(one)
            ended = one.end
    return kept


Check = Callable[[Case], Iterator[Sight]]


def reach(rulebook: Rulebook) -> int:
    """How many minutes apart two items can be and still have to do with each other on somebody's way."""
    rule = rulebook.value
    return max(
        rule("jump_window"), rule("check_in_international"), rule("check_in_domestic"), rule("after_landing"),
        rule("after_landing_vip"), rule("rest_after_landing"), rule("hosts_before"),
    )  # fmt: skip
