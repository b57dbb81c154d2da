"""Which rows findings speak of, and how bad the worst of them is; no Qt."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from delegation_planner.checks.finding import SEVERITIES, Finding, Severity
from delegation_planner.plan.kinds import Id


class Mark(NamedTuple):
    """The worst severity of what was found about a row, and all findings about it."""

    severity: Severity
    findings: tuple[Finding, ...]

    def worst_count(self) -> int:
        """How many of the findings are of the worst severity."""
        return sum(finding.severity == self.severity for finding in self.findings)


Marks = Mapping[Id, Mark]
"""By the id of the row."""


def marks_of(findings: Iterable[Finding]) -> dict[Id, Mark]:
    """The marks of all rows that findings, the worst first, speak of; waived findings mark nothing."""
    about: defaultdict[Id, list[Finding]] = defaultdict(list)
    for finding in findings:
        if not finding.waived:
            for subject in finding.subjects:
                about[subject.id].append(finding)
    return {id: Mark(found[0].severity, tuple(found)) for id, found in about.items()}


def worst(findings: Iterable[Finding]) -> Severity:
    """The worst severity among findings, of which there must be one."""
    return min((finding.severity for finding in findings), key=SEVERITIES.index)


def mark_of_all(marks: Iterable[Mark]) -> Mark | None:
    """The marks of several rows as one: each finding once; None for no marks."""
    distinct = {id(finding): finding for mark in marks for finding in mark.findings}
    return Mark(worst(distinct.values()), tuple(distinct.values())) if distinct else None
