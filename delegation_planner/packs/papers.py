"""The papers of a pack: public ones, those of officers and teams, and those of each person who is told something."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.editions.compare import Version
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.exports.papers.edition_papers import officers_papers, personal_papers, public_papers
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.exports.papers.paper_set import Paper, PaperWarning
from delegation_planner.exports.safe_write import OutgoingFile
from delegation_planner.exports.steps import Steps
from delegation_planner.hand_out import WordsOf
from delegation_planner.packs.news import News
from delegation_planner.packs.shelf import Shelf
from delegation_planner.plan.kinds import Id


class PackPapers(NamedTuple):
    """Papers as files: for all readers, for officers and teams, and for each person by id."""

    public: list[OutgoingFile]
    officers: list[OutgoingFile]
    personal: dict[Id, list[OutgoingFile]]
    warnings: tuple[PaperWarning, ...]


NO_PAPERS = PackPapers([], [], {}, ())


def make_pack_papers(
    news: Iterable[News],
    shelf: Shelf,
    versions: Mapping[int, Version],
    version: Version,
    words_of: WordsOf,
    findings: Sequence[Finding],
    steps: Steps,
) -> PackPapers:
    """The papers of an edition; whoever is told nothing new keeps the old ones. `versions` are those held before.

    What is personal says what has changed since the edition that the person holds, and replaces that one.
    `findings` are those of the edition's plan, for the officers' open points. Raises Stopped where one of the
    `steps` is not wanted any more.
    """
    language, before = version.plan.visit.language, versions.get(shelf.since)
    issue = Issue(shelf.edition, shelf.editions.get(shelf.since))
    public = list(_each(public_papers(before, version, language, words_of, issue), steps))
    officers = list(_each(officers_papers(before, version, language, words_of, issue, findings), steps))
    of_people = {}
    for one in news:
        steps.take(one.reader.person.name.text)
        own = Issue(shelf.edition, shelf.editions.get(one.since))
        of_people[one.reader.id] = list(personal_papers([one.reader], versions.get(one.since), version, words_of, own))
    every = [paper for papers in of_people.values() for paper in papers]
    names = iter(_names(every))
    personal = {id: [OutgoingFile(next(names), paper.content) for paper in papers] for id, papers in of_people.items()}
    warnings = dict.fromkeys(warning for paper in (*public, *officers, *every) for warning in paper.warnings)
    return PackPapers(_files(public), _files(officers), personal, tuple(warnings))


def _each(papers: Iterable[Paper], steps: Steps) -> Iterator[Paper]:
    for paper in papers:
        steps.take(paper.stem)
        yield paper


def _names(papers: Iterable[Paper]) -> list[str]:
    return distinct_names([paper.stem for paper in papers], ".xlsx")


def _files(papers: list[Paper]) -> list[OutgoingFile]:
    return [OutgoingFile(name, paper.content) for name, paper in zip(_names(papers), papers, strict=True)]
