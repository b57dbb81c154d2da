"""What checks know of the rows of a plan: when items are, who must be there, how rows are named; kept over edits."""

import hashlib
from collections.abc import Iterable
from functools import cached_property

from delegation_planner.checks.finding import Named, Subject, subject
from delegation_planner.checks.timed import Clock, Timed
from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row


class Ground:
    """Each answer is found when first asked for. Cancelled items are as if they were not there."""

    def __init__(self, plan: Plan, clock: Clock | None = None) -> None:
        self.plan = plan
        self.clock = clock or Clock(plan.visit)
        self._timed: dict[Id, Timed | None] = {}
        self._bound: dict[Id, frozenset[Id]] = {}
        self._subjects: dict[Id, Subject] = {}
        self._marks: dict[Id, str] = {}

    def timed(self, item_id: Id) -> Timed | None:
        """The item with its instants; None if it is cancelled or not in the plan."""
        if item_id not in self._timed:
            item = self.plan.get(ProgrammeItem, item_id)
            off = item is None or item.status == "cancelled"
            self._timed[item_id] = None if item is None or off else self.clock.timed(item)
        return self._timed[item_id]

    def bound(self, item_id: Id) -> frozenset[Id]:
        """Who must be at the item."""
        known = self._bound.get(item_id)
        if known is None:
            known = self._bound[item_id] = must_come(self.plan, item_id)
        return known

    def bound_to(self, participant_ids: Iterable[Id]) -> set[Id]:
        """The items at which any of these people must be."""
        people = set(participant_ids)
        if not people:
            return set()
        return {item_id for item_id in self.plan.table(ProgrammeItem) if not people.isdisjoint(self.bound(item_id))}

    @cached_property
    def guests(self) -> frozenset[Id]:
        """Who belongs to a guest delegation."""
        delegations = {row.id for row in self.plan.rows(Delegation) if row.side == "guest"}
        return frozenset(row.id for row in self.plan.rows(Participant) if row.delegation_id in delegations)

    @cached_property
    def hosts(self) -> frozenset[Id]:
        """Who does not."""
        return frozenset(self.plan.table(Participant)) - self.guests

    @cached_property
    def heads(self) -> frozenset[Id]:
        """The heads of the guest delegations."""
        return frozenset(row.id for row in self.plan.rows(Participant) if row.head and row.id in self.guests)

    @cached_property
    def vips(self) -> frozenset[Id]:
        """VVIPs and VIPs of either side."""
        return frozenset(row.id for row in self.plan.rows(Participant) if row.entourage in ("vvip", "vip"))

    def subject(self, row: Named) -> Subject:
        """The row as findings name it."""
        known = self._subjects.get(row.id)
        if known is None:
            known = self._subjects[row.id] = subject(row)
        return known

    def mark(self, row: Row) -> str:
        """A fingerprint of the row."""
        known = self._marks.get(row.id)
        if known is None:
            known = self._marks[row.id] = hashlib.sha256(repr(row).encode()).hexdigest()
        return known

    def following(self, plan: Plan, item_ids: Iterable[Id], row_ids: Iterable[Id]) -> "Ground":
        """The ground of a later plan of the same dates, in which nothing but these may be otherwise.

        `row_ids` are people and places that are not as they were.
        """
        following = Ground(plan, self.clock)
        following._timed, following._bound = dict(self._timed), dict(self._bound)
        following._subjects, following._marks = dict(self._subjects), dict(self._marks)
        if not row_ids:
            vars(following).update(
                {name: vars(self)[name] for name in ("guests", "hosts", "heads", "vips") if name in vars(self)}
            )
        for id in (*item_ids, *row_ids):
            for known in (following._timed, following._bound, following._subjects, following._marks):
                known.pop(id, None)
        return following
