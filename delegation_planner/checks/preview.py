"""What an edit would do, told before it is done: items that move, findings that come and go."""

from collections.abc import Iterable
from typing import NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.kinds import Id, IsoDate, WallClock
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem


class When(NamedTuple):
    """When an item is: day numbers, dates and clocks of its two ends."""

    start_day: int
    start_date: IsoDate
    start_time: WallClock
    end_day: int
    end_date: IsoDate
    end_time: WallClock

    @property
    def moment(self) -> tuple[IsoDate, WallClock, IsoDate, WallClock]:
        """What readers see: day numbers change alone where an item is pinned and the visit moves."""
        return self.start_date, self.start_time, self.end_date, self.end_time


class Moved(NamedTuple):
    """An item before and after; None where it is not there."""

    item_id: Id
    code: str
    before: When | None
    after: When | None


class Preview(NamedTuple):
    """Items that are at another time, new or gone, in order of time; findings that come and that go, errors first."""

    moved: tuple[Moved, ...]
    come: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def preview(kept: FindingsKept, changes: Changes) -> Preview:
    """What the changes would do to the plan whose findings are kept."""
    after = kept.following(kept.plan.changed(changes), changes)
    come, gone = come_and_gone(kept.findings, after.findings)
    return Preview(moved_items(kept.plan, after.plan), come, gone)


def come_and_gone(
    before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that only the second list has, and that only the first has; waived ones are left out.

    A finding about the same rows at another time is the same finding.
    """
    old = {finding.key: finding for finding in before if not finding.waived}
    new = {finding.key: finding for finding in after if not finding.waived}
    come = tuple(finding for key, finding in new.items() if key not in old)
    return come, tuple(finding for key, finding in old.items() if key not in new)


def moved_items(before: Plan, after: Plan) -> tuple[Moved, ...]:
    """Every item whose dates or clocks differ between two plans, in order of time."""
    old, new = _times(before), _times(after)
    codes = {row.id: row.code for plan in (before, after) for row in plan.rows(ProgrammeItem)}
    both = (Moved(id, codes[id], old.get(id), new.get(id)) for id in codes)
    moved = (each for each in both if not (each.before and each.after and each.before.moment == each.after.moment))
    return tuple(sorted(moved, key=_order))


def _order(moved: Moved) -> tuple[IsoDate, WallClock, str]:
    when = moved.before or moved.after
    assert when is not None
    return when.start_date, when.start_time, moved.code


def _times(plan: Plan) -> dict[Id, When]:
    return {row.id: _when(plan, row) for row in plan.rows(ProgrammeItem)}


def _when(plan: Plan, row: ProgrammeItem) -> When:
    start, end = (date_of_day(plan.visit, day).isoformat() for day in (row.start_day, row.end_day))
    return When(row.start_day, start, row.start_time, row.end_day, end, row.end_time)
