"""G7: a personal programme for each of 500 people, beside the plain way to write the same sheets."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.hand_outs import CATALOGUES, MADE_AT, programme_of_each
from benchmarks.measuring import Comparison, Line, in_pairs, timed
from benchmarks.plain_workbook import plain_workbooks
from benchmarks.visits import LARGE, SMALL, visit_of
from delegation_planner.exports.papers.imprint import draft_imprint
from delegation_planner.exports.papers.paper_set import laid_out, make_papers
from delegation_planner.exports.papers.personal import PersonalProgrammes
from delegation_planner.exports.papers.proof import prove
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.papers.workbook import workbook_bytes
from delegation_planner.programme.programme import Programme


def measure(_: Path, *, quick: bool) -> Iterator[Line]:
    """Ours lays out, breaks pages and writes; the plain way is handed the finished sheets. The proof stands apart."""
    programmes = programme_of_each(visit_of(SMALL if quick else LARGE))
    sheets = sheets_of(programmes)
    plain_workbooks(sheets[:3])  # neither side pays for loading the library
    plain = timed(lambda: plain_workbooks(sheets))
    pairs = in_pairs(plain, timed(lambda: written(programmes)), 1 if quick else 3)
    yield Comparison("G7", f"{len(programmes)} personal programmes, a workbook each, without proof", pairs, 0.4)

    workbooks = written(programmes)
    pairs = in_pairs(plain, timed(lambda: proved(sheets, workbooks)), 1)
    yield Comparison("G7", "the proof of their cells alone", pairs, None)


def sheets_of(programmes: list[Programme]) -> list[Sheet]:
    """What the plain way starts from."""
    words = CATALOGUES.words("en")
    personal = PersonalProgrammes(words)
    sheets = []
    for programme in programmes:
        imprint = draft_imprint(programme, words, None, MADE_AT)
        sheets += [paper.sheet for paper in laid_out(programme, imprint, personal=personal)]
    return sheets


def written(programmes: list[Programme]) -> list[bytes]:
    """The workbooks as they are made before they are proved."""
    return [workbook_bytes(each) for each in sheets_of(programmes)]


def proved(sheets: list[Sheet], workbooks: list[bytes]) -> None:
    """Each workbook read back and compared."""
    for each, content in zip(sheets, workbooks, strict=True):
        prove(each, content)


def handed_out(programmes: list[Programme]) -> list[bytes]:
    """The workbooks as readers get them."""
    return [paper.content for paper in make_papers(programmes, CATALOGUES.words("en"), None, MADE_AT)]
