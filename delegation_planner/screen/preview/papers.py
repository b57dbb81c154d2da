"""Which papers can be looked at, of which plan and for whom, and their pages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import judged_on, run
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.exports.papers.paper_set import PAPER_NAMES, LaidOut, PaperName, imprint_of, is_for, laid_out
from delegation_planner.plan.kinds import Disclosure
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import Audience, AudienceKind
from delegation_planner.programme.build import Programmes
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
    """A plan to make papers of: the draft, or what an edition froze."""

    plan: Plan
    issue: Issue | None = None


class ShownPaper(NamedTuple):
    """A paper as it is looked at: its sheets, several where it is one for each day, place or car, and their pages."""

    sheets: tuple[LaidOut, ...]
    pages: tuple[Page, ...]


def papers_for(audience: Audience) -> tuple[PaperName, ...]:
    """The papers of a reader at the audience's level."""
    return tuple(name for name in PAPER_NAMES if is_for(name, audience))


class Papers:
    """Makes papers of one plan; what all its readers have in common is gathered once."""

    def __init__(self, shelved: Shelved, rulebook: Rulebook, words_of: WordsOf) -> None:
        self._shelved = shelved
        self._rulebook = rulebook
        self._words_of = words_of
        self._programmes = Programmes(shelved.plan, rulebook)

    def show(self, name: PaperName, audience: Audience, made_at: datetime) -> ShownPaper:
        """The paper for the audience; without sheets where the plan holds nothing for it.

        `made_at` is an aware moment; an edition's papers bear that of its issue. Raises KnownError.
        """
        issue = self._shelved.issue
        at = issue.issued_at if issue else made_at
        words = self._words_of(audience.language)
        second = self._words_of(audience.second_language) if audience.second_language else None
        programme = self._programmes.of(audience)
        imprint = imprint_of(programme, words, second, at, issue)
        sheets = tuple(laid_out(programme, imprint, (name,), self._findings(name, at)))
        return ShownPaper(sheets, tuple(page for paper in sheets for page in pages_of(paper.sheet, self._words_of)))

    def _findings(self, name: PaperName, at: datetime) -> Sequence[Finding]:
        plan = self._shelved.plan
        return run(plan, self._rulebook, judged_on(plan, at.date())) if name == "open-points" else ()
