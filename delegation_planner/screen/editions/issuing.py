"""What issuing an edition asks and does; no Qt."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.editions.compare import Version
from delegation_planner.editions.notices import name_for, notices, readers
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import everybody
from delegation_planner.session.store import PlanStore
from delegation_planner.words.words import Words

NAMED: Final = 8
"""So many people are named; the others are counted."""


class Touched(NamedTuple):
    """The names of those whom a new edition tells something new; `everybody` where nothing went out before."""

    names: tuple[str, ...]
    everybody: bool = False


def who_is_touched(before: Plan | None, plan: Plan, rulebook: Rulebook, language: Language) -> Touched:
    """Against the last edition, or against nothing; people are named in the language.

    Raises PlanError where the plan could not be read as an edition.
    """
    now = Version(plan, rulebook)
    now.programme(everybody())
    if before is None:
        return Touched(tuple(name_for(reader, language, plan) for reader in readers(now)), everybody=True)
    told = notices(Version(before, rulebook), now)
    return Touched(tuple(name_for(notice.reader, language, plan, before) for notice in told))


def touched_line(words: Words, touched: Touched) -> str:
    """5 people have something new: A, B, C."""
    count = len(touched.names)
    if touched.everybody:
        return words.say_many("{count} person gets a programme.", "{count} people get a programme.", count)
    if not count:
        return words.say("Nobody's own programme changes.")
    return words.say_many(
        "{count} person has something new: {people}", "{count} people have something new: {people}", count,
        people=named(words, touched.names),
    )  # fmt: skip


def named(words: Words, names: Sequence[str]) -> str:
    """A, B, C and 9 more."""
    listed = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return listed
    return words.say("{people} and {count} more", people=listed, count=len(names) - NAMED)


def open_errors(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of the gravest sort that nobody has accepted."""
    return [finding for finding in findings if finding.severity == "error" and not finding.waived]


def issue(store: PlanStore, edition: Edition, plan: Plan, rulebook: Rulebook) -> None:
    """Freeze the plan. Raises PlanError where it could not be read as an edition, KnownError where it is not kept."""
    Version(plan, rulebook).programme(everybody())
    store.issue(edition, plan)
