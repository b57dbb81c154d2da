"""Papers on American paper: its size in the file, columns that fit its width, breaks for its height."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from delegation_planner.checks.run import run
from delegation_planner.exports.papers.page_breaks import height
from delegation_planner.exports.papers.paper_set import PaperName
from delegation_planner.exports.papers.pocket import FOLDS
from delegation_planner.exports.papers.sheet import POINTS_PER_CM, PageSetup, Sheet, fitted
from delegation_planner.exports.papers.text_width import WIDE_POINTS_PER_UNIT
from delegation_planner.exports.papers.workbook import workbook_bytes
from delegation_planner.programme.audience import TEAMS, Audience
from delegation_planner.programme.build import Programmes
from delegation_planner.programme.programme import Programme
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.builders import a_plan, a_visit
from tests.exports.papers.made_papers import (
    MADE_AT,
    programme_for,
    programme_for_all,
    programme_for_team,
    programme_of,
    sheets_named,
    sheets_of,
)
from tests.exports.papers.printing import printed

OFFICERS: tuple[PaperName, ...] = (
    "programme", "delegations", "rundown", "contacts", "signing", "open-points", "day-sheets",
)  # fmt: skip


def on_letter(programme: Programme) -> Programme:
    return programme._replace(paper_size="letter")


def all_sheets(*, letter: bool) -> dict[str, Sheet]:
    """Every paper of the sample, several of those that are one for each day, place or car."""
    turned = on_letter if letter else Programme._replace
    findings = run(read_sample(fixed=True), read_rulebook(), MADE_AT.date())
    made: dict[str, list[Sheet]] = {
        "officers": sheets_named(turned(programme_for_all()), *OFFICERS, findings=findings),
        "places": sheets_named(turned(programme_for_all("detailed")), "place-sheets"),
        "two": list(sheets_of(turned(programme_for_all("public", "en", "id"))).values()),
        "person": sheets_named(turned(programme_for("A1", "id")), "personal", "pocket"),
        **{name: sheets_named(turned(programme_for_team(name)), name) for name in TEAMS},
        "cars": sheets_named(turned(programme_for_team("drivers")), "manifests"),
    }
    return {f"{name} {number}": each for name, sheets in made.items() for number, each in enumerate(sheets)}


@pytest.fixture(scope="module")
def letters() -> dict[str, Sheet]:
    return all_sheets(letter=True)


def test_the_visit_says_on_what_its_papers_are_printed() -> None:
    assert programme_of(a_plan(a_visit(paper_size="letter"))).paper_size == "letter"
    assert programme_of(a_plan(a_visit())).paper_size == "a4"
    programmes = Programmes(a_plan(a_visit(paper_size="letter")), read_rulebook())
    (sheet,) = sheets_named(programmes.of(Audience("everybody", "public")), "programme")
    assert sheet.setup == PageSetup("Letter", landscape=False, sides=1.4, top=1.7, bottom=1.3)


def test_each_paper_lies_on_american_paper_as_it_lies_on_metric_paper(letters: dict[str, Sheet]) -> None:
    metric = all_sheets(letter=False)
    american = {"A4": "Letter", "A5": "Half Letter"}
    assert {name: each.setup for name, each in letters.items()} == {
        name: each.setup._replace(paper=american[each.setup.paper])  # type: ignore[arg-type]
        for name, each in metric.items()
    }


def test_columns_fit_between_the_margins_and_times_keep_their_room(letters: dict[str, Sheet]) -> None:
    for name, metric in all_sheets(letter=False).items():
        widths, page = letters[name].widths, letters[name].setup
        spare = page.printable_width - sum(widths) * WIDE_POINTS_PER_UNIT
        before = metric.setup.printable_width - sum(metric.widths) * WIDE_POINTS_PER_UNIT
        assert -0.01 < spare - before < 0.05 * len(widths) * WIDE_POINTS_PER_UNIT, name
        assert spare > -0.01, name
        narrowest = 8 if metric.name == "Signing run sheet" else 13  # its third column makes up a fifth of the width
        narrow = [(old, new) for old, new in zip(metric.widths, widths, strict=True) if old <= narrowest]
        assert [(old, new) for old, new in narrow if old != new] == [], name


def test_no_page_is_fuller_than_american_paper_allows(letters: dict[str, Sheet]) -> None:
    for name, sheet in letters.items():
        first, last = sheet.repeated or (1, 0)
        repeated = height(sheet.rows[first - 1 : last])
        ends = [0, *sheet.breaks, len(sheet.rows)]
        full = [height(sheet.rows[start:end]) + repeated * bool(start) for start, end in pairwise(ends)]
        assert max(full) <= sheet.setup.capacity, name


def test_pages_break_for_the_height_of_the_paper() -> None:
    """Letter is 1.8 cm lower than A4: of the same rows fewer stand on a page."""
    programme = programme_for_all()
    (metric,), (letter,) = sheets_named(programme, "open-points"), sheets_named(on_letter(programme), "open-points")
    assert metric.setup.capacity - letter.setup.capacity == pytest.approx(1.76 * POINTS_PER_CM * 0.97)
    (rundown,), (on_american,) = sheets_named(programme, "rundown"), sheets_named(on_letter(programme), "rundown")
    assert len(on_american.breaks) >= len(rundown.breaks)
    assert on_american.breaks != rundown.breaks


def test_the_pocket_programme_folds_in_three(letters: dict[str, Sheet]) -> None:
    sheet = letters["person 1"]
    across = sheet.setup.size_cm[0] * POINTS_PER_CM
    sides = (across - sum(sheet.widths) * WIDE_POINTS_PER_UNIT) / 2
    folds = [sides + sum(sheet.widths[: column - 1]) * WIDE_POINTS_PER_UNIT for column in FOLDS]
    assert folds == [pytest.approx(across / 3, abs=3), pytest.approx(2 * across / 3, abs=3)]


def test_metric_columns_stay_to_the_hundredth() -> None:
    setup, widths = PageSetup("A4", landscape=True), (4.4, 35.7, 17.5)
    assert fitted(widths, setup, setup.on("a4")) is widths


@pytest.mark.parametrize(("paper", "code", "turn"), [("two 0", "1", "portrait"), ("person 0", "6", "portrait")])
def test_the_workbook_names_the_paper(letters: dict[str, Sheet], paper: str, code: str, turn: str) -> None:
    from openpyxl import load_workbook

    page = load_workbook(BytesIO(workbook_bytes(letters[paper]))).worksheets[0].page_setup
    assert (str(page.paperSize), page.scale, page.orientation) == (code, 100, turn)


@pytest.mark.full
def test_an_office_program_prints_one_sheet_of_paper_for_each_planned_page(
    tmp_path: Path, letters: dict[str, Sheet]
) -> None:
    pages = printed(tmp_path, {name: workbook_bytes(sheet) for name, sheet in letters.items()})
    assert {name: len(each) for name, each in pages.items()} == {
        name: len(sheet.breaks) + 1 for name, sheet in letters.items()
    }
    sizes = {name: PdfReader(tmp_path / f"{name}.pdf").pages[0].mediabox[2:] for name in letters}
    assert {name: [round(float(each) / 72, 1) for each in size] for name, size in sizes.items()} == {
        name: [round(cm / 2.54, 1) for cm in sheet.setup.size_cm] for name, sheet in letters.items()
    }
