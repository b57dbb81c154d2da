"""From what checks saw to findings: people gathered, rows named, the worst first."""

from collections.abc import Generator, Iterable
from itertools import chain
from typing import TypeVar

from delegation_planner.checks.finding import SEVERITIES, Finding, Named, Seen, Sight, fingerprint
from delegation_planner.checks.ground import Ground
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem

T = TypeVar("T")

Gathered = dict[Seen, frozenset[Id]]
"""Whom each thing seen concerns; nobody in particular where that is empty."""

Order = tuple[str, tuple[str, ...], Seen]
"""By what the findings of one severity and day are sorted: check and numbers."""

Shelf = tuple[int, int]
"""Severity and day: by what findings are sorted first."""


def shelf(saw: Seen) -> Shelf:
    """Where the finding goes: errors first, then by day."""
    day = next((value for name, value in saw.values if name == "day"), 0)
    return SEVERITIES.index(saw.severity), int(day)


def gathered(sights: Iterable[Sight]) -> Gathered:
    """Each thing seen once, with all whom it concerns."""
    return done(gathering(sights))


def gathering(sights: Iterable[Sight]) -> Generator[None, None, Gathered]:
    """The same, sight by sight: for who has to do something else in between."""
    found: dict[Seen, set[Id]] = {}
    for saw, people in sights:
        found.setdefault(saw, set()).update(people)
        yield
    return {saw: frozenset(people) for saw, people in found.items()}


def done(slices: Generator[None, None, T]) -> T:
    """What slices of work come to."""
    while True:
        try:
            next(slices)
        except StopIteration as last:
            result: T = last.value
            return result


class Reporter:
    """Makes the findings of one plan."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        plan = ground.plan
        self._waived = {(waiver.check, waiver.fingerprint) for waiver in plan.rows(Waiver)}
        self._items, self._places = plan.table(ProgrammeItem), plan.table(Place)
        self._people = plan.table(Participant)

    def finding(self, saw: Seen, concerned: frozenset[Id]) -> tuple[Order, Finding]:
        """The finding and its place among the others."""
        rows = self._rows(saw, concerned)
        mark = fingerprint(saw.check, map(self._ground.mark, rows or (self._ground.plan.visit,)))
        subjects = tuple(map(self._ground.subject, rows))
        values = dict(saw.values)
        waived = (saw.check, mark) in self._waived
        codes = tuple(each.code for each in subjects)
        return (saw.check, codes, saw), Finding(saw.check, saw.severity, subjects, values, mark, waived)

    def _rows(self, saw: Seen, concerned: frozenset[Id]) -> list[Named]:
        """What the finding names, the first being where a click leads: items, then places, then people by code."""
        if concerned and not saw.items:  # ways that nobody knows the length of: their movements, and the ways' ends
            movements = sorted((self._items[id] for id in concerned), key=lambda item: item.code)
            ways = dict.fromkeys((item.place_id, item.end_place_id) for item in movements)
            return [*movements, *(self._places[id] for id in chain.from_iterable(ways) if id is not None)]
        people = sorted((self._people[id] for id in concerned), key=lambda row: (row.code, row.id))
        return [*(self._items[id] for id in saw.items), *(self._places[id] for id in saw.places), *people]
