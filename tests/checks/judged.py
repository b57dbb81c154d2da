"""Plans judged as on a day before the visit, by the rules that ship."""

from datetime import date
from typing import Final

from delegation_planner.checks.finding import Finding, Severity
from delegation_planner.checks.run import run
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_rulebook

TODAY: Final = date(2017, 7, 10)
RULES: Final = read_rulebook()

Short = tuple[str, Severity, str]


def judged(plan: Plan, check: str, on: date = TODAY) -> list[Finding]:
    """What one check finds."""
    return [one for one in run(plan, RULES, on) if one.check == check]


def short(plan: Plan, check: str = "", on: date = TODAY) -> list[Short]:
    """Findings as check, severity and the codes of what they name; of one check or of all."""
    return [
        (one.check, one.severity, " ".join(subject.code for subject in one.subjects))
        for one in run(plan, RULES, on)
        if check in ("", one.check)
    ]


def named(plan: Plan, check: str, on: date = TODAY) -> list[str]:
    """What the findings of one check name, by code."""
    return [codes for _, _, codes in short(plan, check, on)]
