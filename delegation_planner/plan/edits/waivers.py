"""Accepting a finding with a reason, and taking that back."""

from collections.abc import Callable

from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, UtcStamp
from delegation_planner.plan.plan import Plan


def waive(
    plan: Plan,
    check: str,
    fingerprint: str,
    reason: str,
    new_id: Callable[[], Id],
    *,
    waived_by: str = "",
    waived_at: UtcStamp = "",
) -> Changes:
    """The finding of this check and fingerprint rests from now on; raises PlanError without a reason.

    It comes back by itself as soon as a row changes that it spoke of.
    """
    if not reason.strip():
        raise PlanError("Give the reason why this finding is accepted.")
    for row in _of(plan, check, fingerprint):
        return Changes([replaced(row, row._replace(reason=reason, waived_by=waived_by, waived_at=waived_at))])
    return Changes([put(Waiver(new_id(), check, fingerprint, reason, waived_by, waived_at))])


def unwaive(plan: Plan, check: str, fingerprint: str) -> Changes:
    """The finding counts again."""
    return Changes(removed(row) for row in _of(plan, check, fingerprint))


def _of(plan: Plan, check: str, fingerprint: str) -> list[Waiver]:
    return [row for row in plan.rows(Waiver) if (row.check, row.fingerprint) == (check, fingerprint)]
