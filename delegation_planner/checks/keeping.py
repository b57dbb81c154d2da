"""The findings of a plan as a value that follows its edits: only what an edit touches is judged again."""

from bisect import bisect_left
from collections.abc import Generator, Iterator
from datetime import date
from typing import Final

from delegation_planner.checks.case import Case, Part, reach
from delegation_planner.checks.finding import Finding, Seen
from delegation_planner.checks.ground import Ground
from delegation_planner.checks.report import Gathered, Order, Reporter, gathered
from delegation_planner.checks.run import CHECKS, sights
from delegation_planner.checks.touched import Touched, touched
from delegation_planner.plan.change import Changes
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook

_DAYS_ABOUT: Final = 2  # two local days of one moment differ by this much at most, between the farthest zones
_FEW_SPANS: Final = 12  # comparing every item with more of them costs more than it saves


class FindingsKept:
    """What `run` finds in a plan, kept so that it can follow an edit in a small part of the time.

    Nothing in it changes: `following` makes another value, and this one stays good for undo and for previews. Where
    the day that the plan is judged on changes, begin anew with `of`.
    """

    def __init__(self, ground: Ground, rulebook: Rulebook, on: date, index: Index) -> None:
        self.plan: Final = ground.plan
        self.rulebook: Final = rulebook
        self.on: Final = on
        self.ground = ground
        self.index = index
        self._seen: Gathered = {}
        self._place: dict[Seen, Order] = {}
        self._orders: list[Order] = []  # sorted; the finding of each stands at the same place in _listed
        self._listed: list[Finding] = []
        self._findings: tuple[Finding, ...] | None = None

    @classmethod
    def of(cls, plan: Plan, rulebook: Rulebook, on: date) -> "FindingsKept":
        """The findings of a plan, all checks run in full."""
        slices = cls.in_slices(plan, rulebook, on)
        while True:
            try:
                next(slices)
            except StopIteration as done:
                kept: FindingsKept = done.value
                return kept

    @classmethod
    def in_slices(cls, plan: Plan, rulebook: Rulebook, on: date) -> "Generator[str, None, FindingsKept]":
        """The same, check by check: yields the number of each check that is done, and returns the findings."""
        kept = cls(Ground(plan), rulebook, on, Index.of(plan))
        case = Case(kept.ground, rulebook, on)
        for number, check in CHECKS.items():
            kept._seen |= gathered(check(case))
            yield number
        reporter = Reporter(kept.ground)
        made = sorted(reporter.finding(saw, concerned) for saw, concerned in kept._seen.items())
        kept._orders, kept._listed = [order for order, _ in made], [finding for _, finding in made]
        kept._place = {order[-1]: order for order in kept._orders}
        return kept

    @property
    def findings(self) -> tuple[Finding, ...]:
        """As `run` gives them: sorted, and marked where they are waived."""
        if self._findings is None:
            self._findings = tuple(self._listed)
        return self._findings

    def following(self, plan: Plan, changes: Changes) -> "FindingsKept":
        """The findings of the plan after these changes."""
        rows = touched(self.ground, plan, changes)
        if rows is None:
            return FindingsKept.of(plan, self.rulebook, self.on)
        after = FindingsKept(
            self.ground.following(plan, rows.items, rows.people | rows.places),
            self.rulebook,
            self.on,
            self.index.following(plan, changes),
        )
        after._seen, after._place = self._seen, self._place
        after._orders, after._listed = self._orders, self._listed
        if rows.items:
            after._judge_again(self, rows)
        if changes.touch(Waiver):
            waived = {(waiver.check, waiver.fingerprint) for waiver in plan.rows(Waiver)}
            after._listed = [one._replace(waived=(one.check, one.fingerprint) in waived) for one in after._listed]
        return after

    def _judge_again(self, before: "FindingsKept", rows: Touched) -> None:
        """Take over what the part that an edit touches shows otherwise now, and name its rows anew."""
        part = _part(before, self, rows)
        old = gathered(sights(Case(before.ground, self.rulebook, self.on, part)))
        new = gathered(sights(Case(self.ground, self.rulebook, self.on, part)))
        self._seen, self._place = dict(self._seen), dict(self._place)
        self._orders, self._listed = list(self._orders), list(self._listed)
        reporter = Reporter(self.ground)
        for saw in old.keys() | new.keys():
            if old.get(saw) != new.get(saw):
                self._set(saw, _merged(saw, self._seen, old, new), reporter)
            elif saw in self._seen and rows.are_named(saw, self._seen[saw]):
                self._set(saw, self._seen[saw], reporter)

    def _set(self, saw: Seen, concerned: frozenset[Id] | None, reporter: Reporter) -> None:
        """What was seen now concerns these; None if it is seen no more."""
        order = self._place.pop(saw, None)
        if order is not None:
            here = bisect_left(self._orders, order)
            del self._orders[here], self._listed[here], self._seen[saw]
        if concerned is not None:
            order, finding = reporter.finding(saw, concerned)
            here = bisect_left(self._orders, order)
            self._orders.insert(here, order)
            self._listed.insert(here, finding)
            self._seen[saw], self._place[saw] = concerned, order


def _merged(saw: Seen, kept: Gathered, old: Gathered, new: Gathered) -> frozenset[Id] | None:
    """Whom a thing seen concerns once the difference of a part is taken over; None if it is gone.

    The part may see too little or too much at its border, before and after alike: only the difference tells.
    """
    before, after = old.get(saw, frozenset()), new.get(saw, frozenset())
    concerned = (kept.get(saw, frozenset()) - (before - after)) | (after - before)
    of_nobody = saw in new and not after
    return concerned if concerned or of_nobody else None


def _part(before: FindingsKept, after: FindingsKept, rows: Touched) -> Part:
    """What has to be judged before and after an edit that touches these rows."""
    grounds = (before.ground, after.ground)
    timed = [one for ground in grounds for id in rows.items if (one := ground.timed(id)) is not None]
    days = {day for one in timed for day in _days_about(one.item)}
    far = reach(Case(after.ground, after.rulebook, after.on).rulebook)
    spans = {(min(one.start, one.end) - far, max(one.start, one.end) + far) for one in timed}
    if len(spans) > _FEW_SPANS:
        spans = {(min(low for low, _ in spans), max(high for _, high in spans))}
    indexes = (before.index, after.index)
    return Part(
        items=frozenset(rows.items),
        people=frozenset(person for ground in grounds for id in rows.items for person in ground.bound(id)),
        rooms=frozenset(one.item.place_id for one in timed if one.item.place_id is not None),
        around=frozenset(id for index in indexes for day in days for id in index.items_on(day)),
        spans=tuple(spans),
    )


def _days_about(item: ProgrammeItem) -> Iterator[int]:
    first, last = min(item.start_day, item.end_day), max(item.start_day, item.end_day)
    yield from range(first - _DAYS_ABOUT, last + _DAYS_ABOUT + 1)
