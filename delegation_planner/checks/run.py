"""All checks of a plan in one sorted list."""

from datetime import date
from typing import Final

from delegation_planner.checks.case import Case, Check
from delegation_planner.checks.finding import SEVERITIES, Finding
from delegation_planner.checks.schedule import SCHEDULE
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook

CHECKS: Final[dict[str, Check]] = {**SCHEDULE}
"""Every check by its number."""


def run(plan: Plan, rulebook: Rulebook, on: date) -> tuple[Finding, ...]:
    """Everything that the checks find, as on a day: errors first, then by day, check and numbers.

    A finding whose fingerprint is waived is marked so.
    """
    case = Case(plan, rulebook, on)
    waived = {(waiver.check, waiver.fingerprint) for waiver in plan.rows(Waiver)}
    found = (one for check in CHECKS.values() for one in check(case))
    marked = (one._replace(waived=(one.check, one.fingerprint) in waived) for one in found)
    return tuple(sorted(marked, key=_order))


def judged_on(plan: Plan, today: date) -> date:
    """The day as on which due dates are judged: the visit's own, else today."""
    chosen = plan.visit.judged_on
    return date.fromisoformat(chosen) if chosen else today


def _order(finding: Finding) -> tuple[int, int, str, list[str]]:
    codes = [subject.code for subject in finding.subjects]
    return SEVERITIES.index(finding.severity), int(finding.values.get("day", 0)), finding.check, codes
