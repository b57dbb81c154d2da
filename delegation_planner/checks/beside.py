"""Findings that do not come of the plan, laid among those that do."""

from collections.abc import Iterable

from delegation_planner.checks.finding import SEVERITIES, Finding, subject
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan


def following(plan: Plan, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their people named as the plan has them now, each marked by whether the plan waives it."""
    waived = {(waiver.check, waiver.fingerprint) for waiver in plan.rows(Waiver)}
    people = plan.table(Participant)
    return tuple(
        one._replace(
            subjects=tuple(subject(people[each.id]) if each.id in people else each for each in one.subjects),
            waived=(one.check, one.fingerprint) in waived,
        )
        for one in findings
    )


def among(findings: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Both, the worst first; of one severity those of the plan stand before the others."""
    if not others:
        return findings
    return tuple(sorted((*findings, *others), key=lambda one: SEVERITIES.index(one.severity)))
