"""Papers made for the tests, and a reader of workbooks that shares no code with their writer."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO

from python_calamine import CalamineWorkbook

from delegation_planner.checks.finding import Finding
from delegation_planner.exports.papers.imprint import draft_imprint
from delegation_planner.exports.papers.paper_set import Paper, PaperName, laid_out, make_papers
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.papers.styles import PaperKind
from delegation_planner.plan.kinds import Disclosure, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import Audience, Team, team
from delegation_planner.programme.build import Programmes
from delegation_planner.programme.programme import Programme
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.words.spoken import words

MADE_AT = datetime(2017, 7, 10, 2, 15, tzinfo=UTC)
CellValue = int | float | str | bool | time | date | datetime | object


@cache
def sample(*, fixed: bool = True) -> Programmes:
    """All programmes of the sample visit."""
    return Programmes(read_sample(fixed=fixed), read_rulebook())


def programme_for_all(
    level: Disclosure = "internal", language: Language = "en", second: Language | None = None, *, fixed: bool = True
) -> Programme:
    """The sample's programme for everybody."""
    return sample(fixed=fixed).of(Audience("everybody", level, language, second))


def programme_for(code: str, language: Language = "en") -> Programme:
    """The sample's programme for one person."""
    people = {row.code: row.id for row in read_sample(fixed=True).rows(Participant)}
    return sample().of(Audience("person", "internal", language, participant_id=people[code]))


def programme_for_team(name: Team, language: Language = "en", *, fixed: bool = True) -> Programme:
    """The sample's programme for one of the teams, with internal items."""
    return sample(fixed=fixed).of(team(name, "internal", language))


def programme_of(plan: Plan, audience: Audience | None = None) -> Programme:
    """The programme of a plan for everybody up to internal, or for the audience."""
    return Programmes(plan, read_rulebook()).of(audience or Audience("everybody", "internal"))


def papers_of(programme: Programme, made_at: datetime = MADE_AT) -> dict[PaperKind, Paper]:
    """The papers of one programme by kind."""
    audience = programme.audience
    second = words(audience.second_language) if audience.second_language else None
    return {paper.kind: paper for paper in make_papers([programme], words(audience.language), second, made_at)}


def papers_named(programme: Programme, *names: PaperName, findings: Sequence[Finding] = ()) -> list[Paper]:
    """The named papers of one programme, several of one kind too."""
    words_of_it = words(programme.audience.language)
    return list(make_papers([programme], words_of_it, None, MADE_AT, names, findings))


def sheets_named(programme: Programme, *names: PaperName, findings: Sequence[Finding] = ()) -> list[Sheet]:
    """The same as sheets that are not yet written."""
    imprint = draft_imprint(programme, words(programme.audience.language), None, MADE_AT)
    return [paper.sheet for paper in laid_out(programme, imprint, names, findings)]


def sheets_of(programme: Programme) -> dict[PaperKind, Sheet]:
    """The same papers as sheets that are not yet written."""
    audience = programme.audience
    second = words(audience.second_language) if audience.second_language else None
    imprint = draft_imprint(programme, words(audience.language), second, MADE_AT)
    return {paper.kind: paper.sheet for paper in laid_out(programme, imprint)}


def cells(paper: Paper) -> list[list[CellValue]]:
    """The rows of the paper's only sheet as calamine reads them: texts, numbers, times, dates."""
    book = CalamineWorkbook.from_filelike(BytesIO(paper.content))
    (name,) = book.sheet_names
    return [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
