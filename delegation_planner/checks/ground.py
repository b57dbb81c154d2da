"""What checks know of the rows of a plan: when items are, who must be there, how rows are named; kept over edits."""

import hashlib
from collections.abc import Iterable, Iterator
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
    """Each answer is found when first asked for. Cancelled items are as if they were not there.

    What is known of a single row lies beside that row, so that the grounds of a plan before and after an edit share
    it: where the row is another, it is found anew.
    """

    def __init__(self, plan: Plan, clock: Clock | None = None) -> None:
        self.plan = plan
        self.items = plan.table(ProgrammeItem)
        self.clock: Clock = clock or Clock(plan.visit)
        self._bound: dict[Id, frozenset[Id]] = {}
        self._timed: dict[Id, Timed] = {}
        self._subjects: dict[Id, tuple[Row, Subject]] = {}
        self._marks: dict[Id, tuple[Row, str]] = {}

    def timed(self, item_id: Id) -> Timed | None:
        """The item with its instants; None if it is cancelled or not in the plan."""
        item = self.items.get(item_id)
        if item is None or item.status == "cancelled":
            return None
        known = self._timed.get(item_id)
        if known is None or known.item is not item:
            known = self._timed[item_id] = self.clock.timed(item)
        return known

    def bound(self, item_id: Id) -> frozenset[Id]:
        """Who must be at the item."""
        known = self._bound.get(item_id)
        if known is None:
            known = self._bound[item_id] = must_come(self.plan, item_id)
        return known

    def looking_around(self) -> Iterator[None]:
        """Find out when every item is and who must be there, item by item."""
        for item_id in self.items:
            if self.timed(item_id) is not None:
                self.bound(item_id)
                yield

    def bound_to(self, participant_ids: Iterable[Id]) -> set[Id]:
        """The items at which any of these people must be."""
        people = set(participant_ids)
        if not people:
            return set()
        return {item_id for item_id in self.items if not people.isdisjoint(self.bound(item_id))}

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
        if known is None or known[0] is not row:
            known = self._subjects[row.id] = (row, subject(row))
        return known[1]

    def mark(self, row: Row) -> str:
        """A fingerprint of the row."""
        known = self._marks.get(row.id)
        if known is None or known[0] is not row:
            known = self._marks[row.id] = (row, hashlib.sha256(repr(row).encode()).hexdigest())
        return known[1]

    def following(self, plan: Plan, item_ids: Iterable[Id], *, same_people: bool) -> "Ground":
        """The ground of a later plan of the same dates; only these items may bring others than before."""
        following = Ground(plan, self.clock)
        following._timed, following._subjects, following._marks = self._timed, self._subjects, self._marks
        following._bound = dict(self._bound)
        for item_id in item_ids:
            following._bound.pop(item_id, None)
        if same_people:
            who = ("guests", "hosts", "heads", "vips")
            vars(following).update({name: vars(self)[name] for name in who if name in vars(self)})
        return following
