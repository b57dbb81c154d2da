"""What every check is given: the plan, the rules, the day it is judged on, and what the checks share."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.timed import Timed, overlapping_pairs, timed_items
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook


class Case:
    """One plan under examination, as on a day. What is costly to know is found once and shared."""

    def __init__(self, plan: Plan, rulebook: Rulebook, on: date) -> None:
        self.plan = plan
        self.rulebook = rulebook
        self.on = on
        self._bound: dict[Id, frozenset[Id]] = {}

    @cached_property
    def timed(self) -> list[Timed]:
        """Items that are not cancelled, in order of time."""
        return timed_items(self.plan)

    @cached_property
    def overlapping(self) -> list[tuple[Timed, Timed]]:
        """All pairs of items that overlap."""
        return overlapping_pairs(self.timed)

    def bound(self, item_id: Id) -> frozenset[Id]:
        """Who must be at an item: its attendees but those who are optional there."""
        if item_id not in self._bound:
            found = attendees(self.plan, item_id).values()
            self._bound[item_id] = frozenset(one.participant_id for one in found if not one.optional)
        return self._bound[item_id]


Check = Callable[[Case], Iterator[Finding]]
