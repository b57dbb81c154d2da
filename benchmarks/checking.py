"""G8: findings after an edit, beside all checks in full. G9: double bookings in full, beside sweeping each person."""

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Final

from benchmarks.measuring import Comparison, Line, Run, in_pairs, timed
from benchmarks.visits import HUGE, SMALL, an_item, plenary, visit_of
from delegation_planner.checks.case import Case
from delegation_planner.checks.ground import Ground
from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.schedule import clashes
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook

ON: Final = date(2017, 7, 10)
RULES: Final = read_rulebook()
EDITS: Final = 20

Interval = tuple[int, int, Id]
Clashes = dict[tuple[Id, Id], set[Id]]


def measure(folder: Path, /, *, quick: bool) -> Iterator[Line]:
    """An item is moved, and the item that everybody attends; what 19 of 20 edits stay below counts."""
    del folder  # nothing is written
    plan = visit_of(SMALL if quick else HUGE)
    kept = FindingsKept.of(plan, RULES, ON)
    full = timed(lambda: FindingsKept.of(plan, RULES, ON))
    for item, what in ((an_item(plan), "an item"), (plenary(plan), "the item that everybody attends")):
        pairs = in_pairs(full, nineteen_of_twenty(kept, item), 3)
        yield Comparison("G8", f"all findings after moving {what}", pairs, 1 / 300)

    ground = known(plan)
    pairs = in_pairs(timed(lambda: swept(ground)), timed(lambda: ours(ground)), 3 if quick else 5)
    yield Comparison("G9", "double bookings of everybody", pairs, 0.5)


def nineteen_of_twenty(kept: FindingsKept, item: ProgrammeItem) -> Run:
    """Moves the item about its day, each time from where it was; answers with the second longest time."""

    def run() -> float:
        gc.collect()
        took = []
        for number in range(EDITS):
            changes = move_item(kept.plan, item.id, item.start_day, f"{8 + number // 2:02}:{number:02}")
            plan = kept.plan.changed(changes)
            begin = perf_counter()
            findings = kept.following(plan, changes).findings
            took.append(perf_counter() - begin)
            assert findings
        return sorted(took)[-2]

    return run


def known(plan: Plan) -> Ground:
    """The instants and the people of every item, which both sides of G9 start from."""
    ground = Ground(plan)
    for item_id in ground.items:
        ground.timed(item_id)
        ground.bound(item_id)
    return ground


def ours(ground: Ground) -> Clashes:
    """Who is double-booked, by pairs of items."""
    found = clashes(Case(ground, RULES, ON))
    return {(earlier.item.id, later.item.id): set(people) for earlier, later, people in found}


def swept(ground: Ground) -> Clashes:
    """The yardstick: each person's items sorted by start and swept for those that overlap."""
    days: dict[Id, list[Interval]] = {}
    for item_id in ground.items:
        one = ground.timed(item_id)
        if one is not None and one.end > one.start:
            for person in ground.bound(item_id):
                days.setdefault(person, []).append((one.start, one.end, item_id))
    clashes: Clashes = {}
    for person, items in days.items():
        items.sort()
        running: list[Interval] = []
        for later in items:
            running = [earlier for earlier in running if earlier[1] > later[0]]
            for earlier in running:
                clashes.setdefault((earlier[2], later[2]), set()).add(person)
            running.append(later)
    return clashes
