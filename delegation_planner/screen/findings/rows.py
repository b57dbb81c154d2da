"""Findings as rows to show: the worst first, or by day or person, each in one sentence; no Qt."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Final, Literal, NamedTuple

from delegation_planner.checks.finding import Finding, Severity, Subject
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES, Row
from delegation_planner.programme.groundwork import natural
from delegation_planner.screen.names import day_name
from delegation_planner.screen.nodes import Node
from delegation_planner.words.findings import check_name, finding_sentence
from delegation_planner.words.subjects import subject_name
from delegation_planner.words.words import Words

Grouping = Literal["severity", "day", "person"]
MOST: Final = 300
"""So many findings are listed at most; a filter brings the others."""


class GroupRow(NamedTuple):
    """The head of a group, or what stands below a list that was cut."""

    title: str


class FindingRow(NamedTuple):
    """A finding: its sentence, below it the day and the check, where a click goes, and why it was waived."""

    finding: Finding
    sentence: str
    note: str
    goes_to: tuple[type[Row], Id] | None
    reason: str

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.finding.severity

    @property
    def waived(self) -> bool:
        """Whether somebody accepted it."""
        return self.finding.waived


FindingsRow = GroupRow | FindingRow


class Wanted(NamedTuple):
    """Which findings are shown and how they are grouped."""

    text: str = ""
    grouping: Grouping = "severity"
    waived: bool = False


class _Group(NamedTuple):
    """Findings under one head; without a title they have none."""

    key: str
    title: str
    findings: list[Finding]


class Findings(NamedTuple):
    """The rows to show; how many findings they are, of how many that count and how many that are waived."""

    nodes: tuple[Node[FindingsRow], ...]
    shown: int
    there: int
    waived: int
    cut: bool


class Sentences:
    """The sentences of findings in the window's language, made once for each finding that lasts through edits."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._made: dict[int, tuple[Finding, str, str]] = {}

    def of(self, finding: Finding) -> str:
        """The sentence of a finding."""
        return self._sentence(finding)[1]

    def folded(self, finding: Finding) -> str:
        """The sentence as a filter compares it."""
        return self._sentence(finding)[2]

    def _sentence(self, finding: Finding) -> tuple[Finding, str, str]:
        known = self._made.get(id(finding))
        if known is None or known[0] is not finding:
            sentence = finding_sentence(self.words, finding)
            known = self._made[id(finding)] = (finding, sentence, fold(sentence))
        return known

    def forget_others(self, findings: tuple[Finding, ...]) -> None:
        """Let go of findings that are no more, once they are many."""
        if len(self._made) > 2 * len(findings) + MOST:
            there = {id(finding) for finding in findings}
            self._made = {key: made for key, made in self._made.items() if key in there}


def findings(plan: Plan, sentences: Sentences, found: tuple[Finding, ...], wanted: Wanted) -> Findings:
    """The findings that hold all words of the filter, in their own order inside each group."""
    sentences.forget_others(found)
    waived = sum(finding.waived for finding in found)
    open_ones = [finding for finding in found if wanted.waived or not finding.waived]
    holds = _filter(plan, sentences, wanted.text)
    groups = _groups(plan, sentences.words, open_ones, wanted.grouping)
    entries = ((group, finding) for group in groups for finding in group.findings if holds(finding))
    listed = list(islice(entries, MOST + 1))
    cut = len(listed) > MOST
    nodes = tuple(_nodes(plan, sentences, listed[:MOST], cut=cut))
    return Findings(nodes, min(len(listed), MOST), len(found) - waived, waived, cut)


def finding_id(finding: Finding) -> str:
    """What a finding is known by while what it speaks of changes: its check and its subjects."""
    return "/".join((finding.check, *(subject.id for subject in finding.subjects)))


def _groups(plan: Plan, words: Words, found: list[Finding], grouping: Grouping) -> list[_Group]:
    match grouping:
        case "severity":
            return [_Group("", "", found)]
        case "day":
            return _by_day(plan, words, found)
        case "person":
            return _by_person(words, found)


def _by_day(plan: Plan, words: Words, found: list[Finding]) -> list[_Group]:
    by_day: dict[int | None, list[Finding]] = {}
    for finding in found:
        by_day.setdefault(_day(finding), []).append(finding)
    whole = by_day.pop(None, [])
    groups = [
        _Group(f"D{day}", day_name(words, plan, day), by_day[day])
        for day in sorted(day for day in by_day if day is not None)
    ]
    return [*groups, _Group("visit", words.say("The whole visit"), whole)]


def _by_person(words: Words, found: list[Finding]) -> list[_Group]:
    """Who is named by several findings stands above each of them; a finding about several people stands below each."""
    people: dict[Id, Subject] = {}
    by_person: dict[Id, list[Finding]] = {}
    nobody: list[Finding] = []
    for finding in found:
        named = finding.about(Participant)
        for person in named:
            people.setdefault(person.id, person)
            by_person.setdefault(person.id, []).append(finding)
        if not named:
            nobody.append(finding)
    ordered = sorted(people.values(), key=lambda person: (natural(person.code), person.id))
    groups = [_Group(person.id, subject_name(words, person), by_person[person.id]) for person in ordered]
    return [*groups, _Group("nobody", words.say("Nobody in particular"), nobody)]


def _filter(plan: Plan, sentences: Sentences, text: str) -> Callable[[Finding], bool]:
    """Whether a finding's sentence, day and check hold all words of the text."""
    typed = fold(text).split()

    @cache
    def note(name: str, day: int | None) -> str:
        return fold(" ".join(_notes(plan, sentences.words, name, day)))

    def holds(finding: Finding) -> bool:
        if not typed:
            return True
        whole = f"{sentences.folded(finding)} {note(check_name(finding), _day(finding))}"
        return all(word in whole for word in typed)

    return holds


def _nodes(
    plan: Plan, sentences: Sentences, listed: list[tuple[_Group, Finding]], *, cut: bool
) -> Iterator[Node[FindingsRow]]:
    reasons = {(row.check, row.fingerprint): row.reason for row in plan.rows(Waiver)}
    times: Counter[str] = Counter()
    above = ""
    for group, finding in listed:
        if group.key != above:
            above = group.key
            yield Node(f"group/{above}", GroupRow(group.title), selectable=False)
        id = f"{above}/{finding_id(finding)}"
        times[id] += 1  # two of one check about the same: two stretches of one day without a word
        reason = reasons.get((finding.check, finding.fingerprint), "") if finding.waived else ""
        yield Node(f"{id}/{times[id]}", _row(plan, sentences, finding, reason))
    if cut:
        more = sentences.words.say("There are more. Narrow them with the filter.")
        yield Node("more", GroupRow(more), selectable=False)


def _row(plan: Plan, sentences: Sentences, finding: Finding, reason: str) -> FindingRow:
    words = sentences.words
    parts = _notes(plan, words, check_name(finding), _day(finding))
    if finding.waived:
        parts.append(words.say("waived: {reason}", reason=reason))
    return FindingRow(finding, sentences.of(finding), " · ".join(parts), _goes_to(finding), reason)


def _notes(plan: Plan, words: Words, check: str, day: int | None) -> list[str]:
    name = words.say(check)
    return [name] if day is None else [day_name(words, plan, day), name]


def _day(finding: Finding) -> int | None:
    day = finding.values.get("day")
    return int(day) if day is not None else None


def _goes_to(finding: Finding) -> tuple[type[Row], Id] | None:
    """The item that a finding is about, if it is about one; else whatever it names first."""
    ordered = sorted(finding.subjects, key=lambda subject: subject.kind != "programme_item")
    return (TABLES[ordered[0].kind], ordered[0].id) if ordered else None
