"""What the checks would say after a drop that they do not say now; no Qt."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.change import Changes
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Invitations, Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.tables import TABLES, Row

Judge = Callable[[Plan], Iterable[Finding]]
"""Findings of a plan: this is where more checks come in."""


class Difference(NamedTuple):
    """Findings that a drop would bring, and those that it would settle; waived ones are left out."""

    new: tuple[Finding, ...]
    settled: tuple[Finding, ...]


def difference(plan: Plan, changes: Changes, days: set[int], judge: Judge) -> Difference:
    """What changes would do to the findings about the items of these days.

    Only these days are judged, now and after, so that it takes as long in a large plan as in a small one.
    """
    before = part_of(plan, days)
    now, then = _known(judge(before)), _known(judge(part_of(plan.changed(changes), days)))
    return Difference(
        tuple(finding for key, finding in then.items() if key not in now),
        tuple(finding for key, finding in now.items() if key not in then),
    )


def part_of(plan: Plan, days: set[int]) -> Plan:
    """The plan with only those items that touch the days; all else as it is."""
    items: dict[Id, Row] = {
        item.id: item for item in plan.table(ProgrammeItem).values() if item.start_day in days or item.end_day in days
    }
    tables = {kind: plan.table(kind) for kind in TABLES.values() if kind not in (Invitation, ProgrammeItem)}
    invitations: dict[Id, Invitations] = {item_id: plan.invitations(item_id) for item_id in items}
    return Plan({**tables, ProgrammeItem: items}, {id: rows for id, rows in invitations.items() if rows})


def _known(findings: Iterable[Finding]) -> dict[tuple[str, tuple[Id, ...]], Finding]:
    """Findings by what they are about: when a time changes a clash that was there before is still the same clash."""
    return {
        (finding.check, tuple(sorted(subject.id for subject in finding.subjects))): finding
        for finding in findings
        if not finding.waived
    }
