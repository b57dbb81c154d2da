"""The papers that go out with an edition: for everybody, for each person touched, and for the officers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from delegation_planner.checks.finding import Finding
from delegation_planner.editions.compare import Version, compare, personal_difference, whole_difference
from delegation_planner.editions.notices import Reader
from delegation_planner.exports.papers.change_slip import change_slip, changes_since
from delegation_planner.exports.papers.imprint import Issue, edition_imprint
from delegation_planner.exports.papers.paper_set import LaidOut, Paper, PaperName, finished, laid_out_as, make_papers
from delegation_planner.plan.kinds import Disclosure, Language
from delegation_planner.programme.audience import TEAMS, everybody, person, team
from delegation_planner.programme.programme import PersonShown
from delegation_planner.words.words import Words

WordsOf = Callable[[Language], Words]
PUBLIC: Final[tuple[PaperName, ...]] = ("programme", "delegations")
POCKET: Final[tuple[PaperName, ...]] = ("pocket",)
PLACES: Final[tuple[PaperName, ...]] = ("place-sheets",)
OFFICERS: Final[tuple[PaperName, ...]] = ("rundown", "contacts", "signing", "open-points", "day-sheets")


def public_papers(
    old: Version | None, new: Version, language: Language, words_of: WordsOf, issue: Issue
) -> list[Paper]:
    """Programme and delegations, and what has changed in them since the edition that is replaced.

    The visit's second language stands beside the first in both, as the visit asks for.
    """
    beside = new.plan.visit.second_language
    second = beside if beside != language else None
    programme = new.programme(everybody("public", language)._replace(second_language=second))
    assert programme is not None
    second_words = words_of(second) if second else None
    papers = list(make_papers([programme], words_of(language), second_words, issue.issued_at, PUBLIC, (), issue))
    return papers + ([make_changes(old, new, "public", language, words_of, issue)] if old and issue.replaces else [])


def personal_papers(
    readers: Iterable[Reader], old: Version | None, new: Version, words_of: WordsOf, issue: Issue
) -> Iterator[Paper]:
    """For each reader, in the own language, the pocket programme and the change slip.

    Whoever has left the visit gets the slip alone, on which all is dropped. Without an edition before there are no
    slips; nor is there one for whom nothing has changed.
    """
    for reader in readers:
        audience = person(reader.id, language=reader.language)
        words = words_of(reader.language)
        programme = new.programme(audience)
        if programme is not None:
            yield from make_papers([programme], words, None, issue.issued_at, POCKET, (), issue)
        if old is None or issue.replaces is None:
            continue
        slip = laid_out_slip(reader.person, reader.language, old, new, words_of, issue)
        if slip is not None:
            yield finished(slip)


def laid_out_slip(
    reader: PersonShown, language: Language, old: Version, new: Version, words_of: WordsOf, issue: Issue
) -> LaidOut | None:
    """The reader's change slip; None where nothing has changed for the reader."""
    difference = personal_difference(old, new, reader.id, language)
    audience = person(reader.id, language=language)
    programme, before = new.programme(audience), old.programme(audience)
    shown = programme or (before._replace(days=()) if before else None)
    if not difference or shown is None:
        return None
    imprint = edition_imprint(shown, words_of(language), None, issue.issued_at, issue)
    return laid_out_as(change_slip(shown, imprint, reader, difference), shown, imprint)


def officers_papers(
    old: Version | None,
    new: Version,
    language: Language,
    words_of: WordsOf,
    issue: Issue,
    findings: Sequence[Finding],
) -> Iterator[Paper]:
    """What officers and teams work with, up to internal, and all that has changed; place sheets of detailed items.

    The open points are among them: whoever works with an edition reads what was wrong in it when it was issued.
    """
    words, made_at = words_of(language), issue.issued_at
    internal, detailed = new.programme(everybody("internal", language)), new.programme(everybody("detailed", language))
    assert internal is not None
    assert detailed is not None
    yield from make_papers([internal], words, None, made_at, OFFICERS, findings, issue)
    yield from make_papers([detailed], words, None, made_at, PLACES, (), issue)
    teams = (new.programme(team(name, "internal", language)) for name in TEAMS)
    yield from make_papers([each for each in teams if each], words, None, made_at, (), (), issue)
    if old and issue.replaces:
        yield make_changes(old, new, "internal", language, words_of, issue)


def make_changes(
    old: Version, new: Version, level: Disclosure, language: Language, words_of: WordsOf, issue: Issue
) -> Paper:
    """The list of changes as a finished paper."""
    return finished(laid_out_changes(old, new, level, language, words_of, issue))


def laid_out_changes(
    old: Version, new: Version, level: Disclosure, language: Language, words_of: WordsOf, issue: Issue
) -> LaidOut:
    """Changes since edition n, for all readers of a level; documents are told at level internal alone."""
    programme, before = new.programme(everybody(level, language)), old.programme(everybody(level, language))
    assert programme is not None
    difference = whole_difference(old, new, language) if level == "internal" else compare(before, programme)
    imprint = edition_imprint(programme, words_of(language), None, issue.issued_at, issue)
    return laid_out_as(changes_since(programme, imprint, difference), programme, imprint)
