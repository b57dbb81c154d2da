"""Findings as rows to show: the worst first, each in one sentence; no Qt."""

from typing import NamedTuple

from delegation_planner.checks.finding import Finding, Severity, Subject
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.names import fold
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES, Row
from delegation_planner.screen.names import day_name
from delegation_planner.screen.nodes import Node
from delegation_planner.words.findings import CHECKS, finding_sentence
from delegation_planner.words.words import Words


class FindingRow(NamedTuple):
    """A finding: its sentence, below it the check and the day, and where a click goes."""

    severity: Severity
    sentence: str
    note: str
    goes_to: tuple[type[Row], Id] | None
    waived: bool


class Findings(NamedTuple):
    """The rows to show, the number of all findings that are not waived, and of those waived."""

    nodes: tuple[Node[FindingRow], ...]
    there: int
    waived: int


def findings(plan: Plan, words: Words, found: tuple[Finding, ...], text: str, *, show_waived: bool = False) -> Findings:
    """The findings in their own order that hold all words of `text`."""
    wanted = fold(text).split()
    nodes = []
    for finding in found:
        if finding.waived and not show_waived:
            continue
        row = _row(plan, words, finding)
        if all(word in fold(f"{row.sentence} {row.note}") for word in wanted):
            nodes.append(Node(finding_id(finding), row))
    waived = sum(finding.waived for finding in found)
    return Findings(tuple(nodes), len(found) - waived, waived)


def finding_id(finding: Finding) -> str:
    """What a finding is known by while what it speaks of changes: its check and its subjects."""
    return "/".join((finding.check, *(subject.id for subject in finding.subjects)))


def _row(plan: Plan, words: Words, finding: Finding) -> FindingRow:
    parts = [words.say(CHECKS[finding.check])] if finding.check in CHECKS else [finding.check]
    if "day" in finding.values:
        parts.insert(0, day_name(words, plan, int(finding.values["day"])))
    return FindingRow(
        severity=finding.severity,
        sentence=finding_sentence(words, finding),
        note=" · ".join(parts),
        goes_to=_goes_to(finding.subjects),
        waived=finding.waived,
    )


def _goes_to(subjects: tuple[Subject, ...]) -> tuple[type[Row], Id] | None:
    """The item that a finding is about, if it is about one; else whatever it names first."""
    ordered = sorted(subjects, key=lambda subject: subject.kind != "programme_item")
    return (TABLES[ordered[0].kind], ordered[0].id) if ordered else None
