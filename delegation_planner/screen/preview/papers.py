"""Which papers can be looked at, of which plan and for whom, and their pages."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Final, NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import judged_on, run
from delegation_planner.editions.compare import Version
from delegation_planner.exports.papers.edition_papers import laid_out_changes, laid_out_slip
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.exports.papers.paper_set import PAPER_NAMES, LaidOut, imprint_of, is_for, laid_out
from delegation_planner.plan.kinds import Disclosure
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import Audience, AudienceKind, person
from delegation_planner.screen.paper_names import ShownName
from delegation_planner.screen.preview.page import Page
from delegation_planner.screen.preview.page_plan import pages_of
from delegation_planner.screen.preview.shown_values import WordsOf

USUAL_LEVELS: Final[dict[AudienceKind, Disclosure]] = {
    "everybody": "public",
    "delegation": "public",
    "person": "internal",
    "team": "detailed",
}
"""Up to where each kind of reader is usually shown items."""


class Shelved(NamedTuple):
    """A plan to make papers of: the draft, or what an edition froze; `before` is that of the edition it replaces."""

    plan: Plan
    issue: Issue | None = None
    before: Plan | None = None


class ShownPaper(NamedTuple):
    """A paper as it is looked at: its sheets, several where it is one for each day, place or car, and their pages."""

    sheets: tuple[LaidOut, ...]
    pages: tuple[Page, ...]


def papers_for(audience: Audience, *, replacing: bool = False) -> tuple[ShownName, ...]:
    """The papers of a reader at the audience's level; of an edition that replaces another also what it changes."""
    names: list[ShownName] = [name for name in PAPER_NAMES if is_for(name, audience)]
    if replacing and audience.kind == "person":
        names.append("slip")
    if replacing and audience.kind == "everybody":
        names.append("changes")
    return tuple(names)


class Papers:
    """Makes papers of one plan; what all its readers have in common is gathered once, where the first one is made."""

    def __init__(self, shelved: Shelved, rulebook: Rulebook, words_of: WordsOf) -> None:
        self._shelved = shelved
        self._rulebook = rulebook
        self._words_of = words_of

    @cached_property
    def _version(self) -> Version:
        return Version(self._shelved.plan, self._rulebook)

    @cached_property
    def _before(self) -> Version | None:
        before = self._shelved.before
        return Version(before, self._rulebook) if before is not None else None

    def show(self, name: ShownName, audience: Audience, made_at: datetime) -> ShownPaper:
        """The paper for the audience; without sheets where the plan holds nothing for it.

        `made_at` is an aware moment; an edition's papers bear that of its issue. Raises KnownError.
        """
        sheets = tuple(self._sheets(name, audience, made_at))
        return ShownPaper(sheets, tuple(page for paper in sheets for page in pages_of(paper.sheet, self._words_of)))

    def _sheets(self, name: ShownName, audience: Audience, made_at: datetime) -> Iterable[LaidOut]:
        wanted = tuple(each for each in PAPER_NAMES if each == name)
        if not wanted:
            return self._changes(audience)
        issue = self._shelved.issue
        at = issue.issued_at if issue else made_at
        programme = self._version.programme(audience)
        if programme is None:
            return ()
        words = self._words_of(audience.language)
        second = self._words_of(audience.second_language) if audience.second_language else None
        imprint = imprint_of(programme, words, second, at, issue)
        return laid_out(programme, imprint, wanted, self._findings(name, at))

    def _changes(self, audience: Audience) -> Iterable[LaidOut]:
        """What the edition changes for the reader, if anything does and both editions can be read."""
        issue, new, old = self._shelved.issue, self._version, self._before
        language = audience.language
        if issue is None or old is None:
            return ()
        if audience.kind == "everybody":
            return (laid_out_changes(old, new, audience.level, language, self._words_of, issue),)
        reads = person(audience.participant_id or "", language=language)
        programme = new.programme(reads) or old.programme(reads)  # whoever has left reads what is dropped
        if programme is None or programme.reader is None:
            return ()
        slip = laid_out_slip(programme.reader, language, old, new, self._words_of, issue)
        return (slip,) if slip is not None else ()

    def _findings(self, name: ShownName, at: datetime) -> Sequence[Finding]:
        plan = self._shelved.plan
        return run(plan, self._rulebook, judged_on(plan, at.date())) if name == "open-points" else ()
