"""What the checks would say after a drop that they do not say now; no Qt."""

from typing import NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.preview import come_and_gone
from delegation_planner.plan.change import Changes


class Difference(NamedTuple):
    """Findings that a drop would bring, and those that it would settle; waived ones are left out."""

    new: tuple[Finding, ...]
    settled: tuple[Finding, ...]


def difference(kept: FindingsKept, changes: Changes) -> Difference:
    """What changes would do to the findings of the plan: only what they touch is judged again."""
    after = kept.following(kept.plan.changed(changes), changes)
    return Difference(*come_and_gone(kept.findings, after.findings))
