"""The findings of a plan as a value that follows its edits: only what an edit touches is judged again."""

from collections.abc import Generator, Iterator
from datetime import date
from functools import cached_property
from typing import Final

from delegation_planner.checks.case import Case, Part, reach
from delegation_planner.checks.finding import Finding, Seen
from delegation_planner.checks.ground import Ground
from delegation_planner.checks.report import Gathered, Reporter, done, gathering
from delegation_planner.checks.run import sights
from delegation_planner.checks.shelves import Shelves
from delegation_planner.checks.touched import Touched, touched
from delegation_planner.plan.change import Changes
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.index import Index
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook

_DAYS_ABOUT: Final = 2  # two local days of one moment differ by this much at most, between the farthest zones


class FindingsKept:
    """What `run` finds in a plan, kept so that it can follow an edit in a small part of the time.

    Nothing in it changes: `following` makes another value, and this one stays good for undo and for previews. Where
    the day that the plan is judged on changes, begin anew with `of`.
    """

    def __init__(self, ground: Ground, rulebook: Rulebook, on: date, index: Index, shelves: Shelves) -> None:
        """Made by `of`, `in_slices` and `following` alone."""
        self.plan: Final = ground.plan
        self.rulebook: Final = rulebook
        self.on: Final = on
        self.ground: Final = ground
        self.index: Final = index
        self.shelves: Final = shelves

    @classmethod
    def of(cls, plan: Plan, rulebook: Rulebook, on: date) -> "FindingsKept":
        """The findings of a plan, all checks run in full."""
        return done(cls.in_slices(plan, rulebook, on))

    @classmethod
    def in_slices(cls, plan: Plan, rulebook: Rulebook, on: date) -> "Generator[None, None, FindingsKept]":
        """The same, piece by piece: yields after each small part of the work, and returns the findings."""
        ground = Ground(plan)
        yield from ground.looking_around()
        seen = yield from gathering(sights(Case(ground, rulebook, on)))
        shelves = Shelves()
        yield from shelves.filling(seen, Reporter(ground))
        return cls(ground, rulebook, on, Index.of(plan), shelves)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """As `run` gives them: sorted, and marked where they are waived."""
        return tuple(self.shelves.findings())

    def following(self, plan: Plan, changes: Changes) -> "FindingsKept":
        """The findings of the plan after these changes."""
        return done(self.following_in_slices(plan, changes))

    def following_in_slices(self, plan: Plan, changes: Changes) -> "Generator[None, None, FindingsKept]":
        """The same, piece by piece: an edit may touch so much that as good as all is judged again."""
        rows = touched(self.ground, plan, changes)
        if rows is None:
            return (yield from FindingsKept.in_slices(plan, self.rulebook, self.on))
        ground = self.ground.following(plan, rows.attended, same_people=not rows.people)
        index = self.index.following(plan, changes)
        after = FindingsKept(ground, self.rulebook, self.on, index, self.shelves.copy())
        if rows.items:
            yield from _judging_again(self, after, rows)
        if changes.touch(Waiver):
            after.shelves.mark({(waiver.check, waiver.fingerprint) for waiver in plan.rows(Waiver)})
        return after


def _judging_again(before: FindingsKept, after: FindingsKept, rows: Touched) -> Generator[None, None, None]:
    """Take over what the part that an edit touches shows otherwise now, and name its rows anew."""
    part = _part(before, after, rows)
    old = yield from gathering(sights(Case(before.ground, before.rulebook, before.on, part)))
    new = yield from gathering(sights(Case(after.ground, after.rulebook, after.on, part)))
    reporter = Reporter(after.ground)
    for saw in old.keys() | new.keys():
        yield
        if old.get(saw) != new.get(saw):
            concerned = before.shelves.concerned(saw) or frozenset()
            after.shelves.put(saw, _merged(saw, concerned, old, new), reporter)
        elif rows.are_named(saw, old[saw]):
            kept = before.shelves.concerned(saw)
            if kept is not None:
                after.shelves.put(saw, kept, reporter)


def _merged(saw: Seen, kept: frozenset[Id], old: Gathered, new: Gathered) -> frozenset[Id] | None:
    """Whom a thing seen concerns once the difference of a part is taken over; None if it is gone.

    The part may see too little or too much at its border, before and after alike: only the difference tells.
    """
    before, after = old.get(saw, frozenset()), new.get(saw, frozenset())
    concerned = (kept - (before - after)) | (after - before)
    of_nobody = saw in new and not after
    return concerned if concerned or of_nobody else None


def _part(before: FindingsKept, after: FindingsKept, rows: Touched) -> Part:
    """What has to be judged before and after an edit that touches these rows."""
    grounds = (before.ground, after.ground)
    timed = [one for ground in grounds for id in rows.items if (one := ground.timed(id)) is not None]
    days = {day for one in timed for day in _days_about(one.item)}
    far = reach(Case(after.ground, after.rulebook, after.on).rulebook)
    moments = [moment for one in timed for moment in (one.start, one.end)]
    indexes = (before.index, after.index)
    return Part(
        items=frozenset(rows.items),
        people=frozenset(person for ground in grounds for id in rows.items for person in ground.bound(id)),
        rooms=frozenset(one.item.place_id for one in timed if one.item.place_id is not None),
        around=frozenset(id for index in indexes for day in days for id in index.items_on(day)),
        span=(min(moments, default=0) - far, max(moments, default=0) + far),
    )


def _days_about(item: ProgrammeItem) -> Iterator[int]:
    first, last = min(item.start_day, item.end_day), max(item.start_day, item.end_day)
    yield from range(first - _DAYS_ABOUT, last + _DAYS_ABOUT + 1)
