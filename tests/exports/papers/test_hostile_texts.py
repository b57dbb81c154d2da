"""Texts that try to be formulas, numbers, markup or too much: they stay the text that they are."""

from io import BytesIO
from typing import Any

import pytest

from delegation_planner.exports.papers.layout import sheet_name
from delegation_planner.exports.papers.paper_set import PAPER_NAMES, Paper
from delegation_planner.exports.papers.sheet_xml import LONGEST_TEXT, stored_text
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import TEAMS, Audience, person, team
from tests.builders import a_person, a_place, a_plan, a_step, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import cells, papers_named, papers_of, programme_of

FORMULAS = [
    "=cmd|'/c calc'!A1", "+62811", "-2*3", "@SUM(1)", "==a", "#REF!", "'=1", "=1+1", '=HYPERLINK("http://x")', "#N/A",
    "00123", "E1234", "1E5", "007", "TRUE", "2017-07-24", "12:30",
]  # fmt: skip
MARKUP = ["<b>&amp;</b>", "]]>", "a & b", "\"quoted\" 'twice'", "_x0041_", "_x000D_", "&#65;", "a  b", "x_x"]
READER = a_person("R", name_en="Reader")
BROKEN = "a\x00b\x0bc\ud800d\ufffee\x7ff\u2028g\r\nh\ti"


def plan_with(*texts: str) -> Plan:
    """A plan that says each text wherever a paper prints one; the last one is in the visit's own fields too."""
    rows: list[Any] = [a_visit(title_en=texts[-1], short_title_en=texts[-1], host_en=texts[-1])]
    for number, text in enumerate(texts):
        reader = a_person(
            f"A{number}", name_en=text, office_en=text, short_en=text, duty_phone=text, duty_email=text, duty_hours=text
        )
        place = a_place(str(number), name_en=text, city=text)
        item = an_item(
            str(number), title_en=text, place_id=place.id, disclosure="public", dress=text, flight_no=text,
            remarks_detailed=text, remarks_internal=text, in_charge_text=text, alternate=text,
        )  # fmt: skip
        step = a_step(item, cue_en=text, actor_text=text)
        rows += [
            reader,
            place,
            item._replace(code=text),
            an_invitation(item, reader),
            an_invitation(item, READER),
            step,
        ]
    return a_plan(READER, *rows)


def papers_with(*texts: str) -> list[Paper]:
    plan = plan_with(*texts)
    everybody = papers_of(programme_of(plan)).values()
    return [*everybody, *papers_of(programme_of(plan, person(READER.id))).values()]


def kinds_of_cells(paper: Paper) -> set[str]:
    """The types of the cells that hold something, as the library reads them."""
    from openpyxl import load_workbook

    (page,) = load_workbook(BytesIO(paper.content)).worksheets
    return {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None}


def test_a_text_stays_that_text_in_every_paper() -> None:
    texts = [*FORMULAS, *MARKUP]
    for paper in papers_with(*texts):
        assert kinds_of_cells(paper) <= {"s", "n", "d"}
        lines = [line for row in cells(paper) for cell in row if isinstance(cell, str) for line in cell.split("\n")]
        shown = "\n".join(lines)
        assert [text for text in texts if text.replace("  ", " ") not in shown] == [], paper.kind


def test_no_chosen_paper_takes_a_text_for_a_formula() -> None:
    plan = plan_with(*FORMULAS, *MARKUP)
    audiences = [Audience("everybody", "internal"), Audience("everybody", "detailed"), person(READER.id)]
    audiences += [team(name) for name in TEAMS]
    papers = [paper for each in audiences for paper in papers_named(programme_of(plan, each), *PAPER_NAMES)]
    assert len({paper.kind for paper in papers}) == 10
    for paper in papers:
        assert kinds_of_cells(paper) <= {"s", "n", "d"}, paper.stem


def test_numbers_of_items_places_and_names_stay_text() -> None:
    rows = cells(papers_of(programme_of(plan_with(*FORMULAS)))["rundown"])
    assert sorted(str(row[0]) for row in rows if row[0] in FORMULAS and row[0] == row[4]) == sorted(FORMULAS)


def test_what_is_kept_as_text_stays_so_when_it_is_entered_again() -> None:
    from openpyxl import load_workbook

    (page,) = load_workbook(BytesIO(papers_of(programme_of(plan_with("=1+1")))["rundown"].content)).worksheets
    assert {cell.quotePrefix for row in page.iter_rows() for cell in row if cell.value == "=1+1"} == {True}


def test_control_characters_are_dropped_and_breaks_are_breaks() -> None:
    for paper in papers_with(BROKEN):
        assert kinds_of_cells(paper) <= {"s", "n", "d"}
        shown = "".join(str(cell) for row in cells(paper) for cell in row)
        assert "ab cdef g h i" in shown
        assert not set("\x00\x0b\x7f\ufffe\ud800\r\u2028") & set(shown)


@pytest.mark.parametrize("length", [3_000, 32_768, 70_000])
def test_a_note_of_any_length_is_printed_whole(length: int) -> None:
    note = ("Ərşəd deyir: the quick brown fox – " * (length // 34 + 1))[:length].strip()
    item = an_item(remarks_internal=note, disclosure="public")
    rows = cells(papers_of(programme_of(a_plan(item)))["rundown"])
    start = next(number for number, row in enumerate(rows) if row[0] == "01")
    printed = "".join(str(row[8]) for row in rows[start:])
    assert printed.replace(" ", "") == note.replace(" ", "")


def test_a_cell_that_could_not_hold_a_text_ends_in_an_ellipsis() -> None:
    assert stored_text("a" * LONGEST_TEXT) == "a" * LONGEST_TEXT
    assert stored_text("a" * (LONGEST_TEXT + 1)) == "a" * (LONGEST_TEXT - 1) + "…"


def test_ampersands_in_margins_are_no_codes() -> None:
    from openpyxl import load_workbook

    plan = a_plan(a_visit(title_en="Food & Page &P", short_title_en="Food & Page &P"), an_item())
    (page,) = load_workbook(BytesIO(papers_of(programme_of(plan))["rundown"].content)).worksheets
    assert page.oddHeader is not None
    assert page.oddHeader.left.text == "Food && Page &&P"


@pytest.mark.parametrize("text", ["Long name of a visit " * 30, "&" * 300, "ə" * 300])
def test_margins_are_no_longer_than_spreadsheets_take(text: str) -> None:
    from openpyxl import load_workbook

    for paper in papers_with(text):
        (page,) = load_workbook(BytesIO(paper.content)).worksheets
        for part in (page.oddHeader, page.oddFooter):
            assert part is not None
            assert len(part.to_tree("x").text or "") <= 255


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Programme", "Programme"), ("a" * 40, "a" * 31), ("[x]:*?/\\y", "-x------y"), ("History", "History."),
        ("'quoted'", "quoted"), ("", "."), ("  spaces  ", "spaces"),
    ],
)  # fmt: skip
def test_sheet_names_are_names_that_spreadsheets_take(text: str, name: str) -> None:
    assert sheet_name(text) == name


def test_names_in_four_scripts_are_there() -> None:
    name = "Gülşən Əliyeva Гульшан Алиева 古丽尚 غولشان"
    plan = a_plan(a_person(name_en=name), item := an_item(), an_invitation(item, a_person()))
    for audience in (Audience("everybody", "internal"), person(a_person().id)):
        found = [paper for paper in papers_of(programme_of(plan, audience)).values()
                 if any(name in str(cell) for row in cells(paper) for cell in row)]  # fmt: skip
        assert found
