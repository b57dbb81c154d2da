"""Sheets as pages: as many as planned, each text whole and in its place, margins as their codes say; no window."""

from datetime import date
from typing import Literal

import pytest

from delegation_planner.exports.papers.imprint import draft_imprint
from delegation_planner.exports.papers.paper_set import PaperName
from delegation_planner.exports.papers.sheet import (
    POINTS_PER_CM,
    Cell,
    Grid,
    Margins,
    Moment,
    PageSetup,
    Properties,
    Row,
    Run,
    Sheet,
    calendar_day,
)
from delegation_planner.exports.papers.styles import BOX_LINE, NAVY, THIN_RULE, Look, paper_styles
from delegation_planner.exports.papers.text_width import Typeface
from delegation_planner.plan.kinds import Language
from delegation_planner.programme.audience import person, team
from delegation_planner.screen.preview.cell_text import cell_lines
from delegation_planner.screen.preview.margin_texts import spans
from delegation_planner.screen.preview.page import Page, Span
from delegation_planner.screen.preview.page_plan import pages_of
from delegation_planner.screen.preview.shown_values import shown_number
from tests.builders import a_person
from tests.exports.papers.made_papers import (
    MADE_AT,
    programme_for,
    programme_for_all,
    programme_for_team,
    programme_of,
    sheets_named,
)
from tests.exports.papers.pressed import pressed_plan
from tests.words.spoken import words

LANGUAGES: tuple[Language, ...] = ("en", "id", "az")
FOR_ALL: tuple[PaperName, ...] = (
    "programme", "delegations", "rundown", "contacts", "signing", "open-points", "day-sheets",
)  # fmt: skip


def sample_sheets(language: Language) -> list[Sheet]:
    return [
        *sheets_named(programme_for_all("internal", language), *FOR_ALL),
        *sheets_named(programme_for("A1", language), "personal", "pocket"),
        *sheets_named(programme_for_team("drivers", language), "manifests", "drivers"),
    ]


def a_sheet(rows: list[Row], breaks: tuple[int, ...] = (), repeated: tuple[int, int] | None = None) -> Sheet:
    programme = programme_for_all()
    imprint = draft_imprint(programme, words("en"), None, MADE_AT)
    return Sheet(
        name="Test", setup=PageSetup(), widths=(20.0, 30.0), styles=paper_styles("rundown", imprint.band, serif=True),
        rows=tuple(rows), breaks=breaks, repeated=repeated, freeze=None, title_cell="A1", shared_looks=frozenset(),
        margins=Margins("", "", "", "", '&"Calibri,Regular"&8&K595959Page &P of &N'),
        properties=Properties("", "", "", "", "en-GB", ""), made_at=MADE_AT,
    )  # fmt: skip


def body(page: Page) -> list[str]:
    top, bottom = page.setup.top * POINTS_PER_CM, page.height - page.setup.bottom * POINTS_PER_CM
    return [line.text for line in page.lines if top <= line.y < bottom]


def bare(text: str) -> str:
    return "".join(text.split())


def text_of(cell: Cell) -> str:
    if isinstance(cell.value, tuple):
        return "".join(run.text for run in cell.value)
    if isinstance(cell.value, Moment | int):
        return shown_number(cell.value, cell.look.number_format, words)
    return cell.value or ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_hold_what_was_planned_for_each(language: Language) -> None:
    for sheet in sample_sheets(language):
        pages = pages_of(sheet, words)
        assert len(pages) == len(sheet.breaks) + 1
        starts, ends = (0, *sheet.breaks), (*sheet.breaks, len(sheet.rows))
        first, last = sheet.repeated or (1, 0)
        for page, start, end in zip(pages, starts, ends, strict=True):
            again = sheet.rows[first - 1 : last] if start else ()
            planned = [text_of(cell) for row in (*again, *sheet.rows[start:end]) for cell in row.cells]
            # Lines stand in the order of cells; only what a break cuts goes on elsewhere, and the sample has none.
            assert bare("".join(body(page))) == bare("".join(planned))


def pressed_sheets() -> list[Sheet]:
    """Of a plan of long titles, names in four scripts and full buses."""
    plan = pressed_plan()
    return [
        *sheets_named(programme_of(plan), "programme", "rundown", "signing"),
        *sheets_named(programme_of(plan, person(a_person().id)), "personal", "pocket"),
        *sheets_named(programme_of(plan, team("drivers")), "manifests"),
    ]


@pytest.mark.parametrize("plan", ["en", "id", "az", "pressed"])
def test_no_line_leaves_its_row_or_its_page(plan: Language | Literal["pressed"]) -> None:
    for sheet in pressed_sheets() if plan == "pressed" else sample_sheets(plan):
        grid = Grid(sheet.widths, sheet.styles)
        for number, row in enumerate(sheet.rows):
            for cell in row.cells:
                height = sum(each.height for each in sheet.rows[number : number + cell.rows])
                assert sum(line.pitch for line in cell_lines(grid, cell, words)) <= height
        for page in pages_of(sheet, words):
            for line in page.lines:
                assert line.x >= 0
                assert line.x + line.width <= page.width
                assert line.y >= 0
                assert line.y + line.height <= page.height


def test_papers_lie_as_their_setup_says() -> None:
    sizes = {sheet.name: pages_of(sheet, words)[0][1:3] for sheet in sample_sheets("en")}
    a4, a5 = (21.0 * POINTS_PER_CM, 29.7 * POINTS_PER_CM), (14.8 * POINTS_PER_CM, 21.0 * POINTS_PER_CM)
    assert sizes["Programme"] == a4
    assert sizes["Rundown"] == (a4[1], a4[0])
    assert sizes["Pocket programme"] == (a4[1], a4[0])
    assert sizes["Personal programme"] == a5


def test_repeated_rows_stand_on_every_page_and_pages_are_counted() -> None:
    rows = [Row(20, (Cell(1, text, Look("DP Cell")),)) for text in ("title", "heads", "one", "two", "three")]
    pages = pages_of(a_sheet(rows, breaks=(3, 4), repeated=(2, 2)), words)
    assert [body(page) for page in pages] == [["title", "heads", "one"], ["heads", "two"], ["heads", "three"]]
    assert [page.lines[-1].text for page in pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert len({page.lines[0].y for page in pages}) == 1


def test_a_text_merged_over_a_break_goes_on_on_the_next_page() -> None:
    beside = Cell(2, "\n".join(f"line {number}" for number in range(1, 7)), Look("DP Cell", left=THIN_RULE), rows=3)
    empty = Cell(2, None, Look("DP Cell", left=THIN_RULE))
    rows = [
        Row(30, (Cell(1, "first", Look("DP Cell")), beside)),
        Row(30, (Cell(1, "second", Look("DP Cell")), empty)),
        Row(30, (Cell(1, "third", Look("DP Cell")), empty)),
    ]
    pages = pages_of(a_sheet(rows, breaks=(1,)), words)
    assert [sorted(body(page)) for page in pages] == [
        ["first", "line 1", "line 2"],
        ["line 3", "line 4", "line 5", "line 6", "second", "third"],
    ]
    heights = [[round(stroke.y2 - stroke.y1, 6) for stroke in page.strokes] for page in pages]
    assert heights == [[30.0], [60.0]]


def test_merged_cells_are_one_box_and_keep_the_line_below_the_last_row() -> None:
    wide = Cell(1, "both", Look("DP Head", fill=NAVY), columns=2)
    tall = Cell(1, "tall", Look("DP Cell"), rows=2)
    rows = [
        Row(20, (wide,)),
        Row(20, (tall,)),
        Row(20, (Cell(1, None, Look("DP Cell", above=BOX_LINE, below=THIN_RULE)),)),
    ]
    (page,) = pages_of(a_sheet(rows), words)
    (fill,) = page.fills
    assert fill.width == pytest.approx(50 * 5.66)
    assert (round(fill.height, 6), fill.colour) == (20, NAVY)
    assert [stroke.line for stroke in page.strokes][-1:] == [THIN_RULE]
    assert BOX_LINE not in [stroke.line for stroke in page.strokes]
    assert page.strokes[-1].y1 == pytest.approx(page.setup.top * POINTS_PER_CM + 60)


def test_runs_keep_their_own_type() -> None:
    runs = (Run("Signing", 10, bold=True, struck=True), Run("Hall", 8, italic=True, colour="595959"))
    (page,) = pages_of(a_sheet([Row(40, (Cell(1, runs, Look("DP Item")),))]), words)
    assert [line.spans for line in page.lines[:2]] == [
        (Span("Signing", Typeface(10, bold=True), "1A1A1A", struck=True),),
        (Span("Hall", Typeface(8), "595959", italic=True),),
    ]


def test_codes_of_margins_set_type_and_colour() -> None:
    coded = '&"Calibri,Bold"&8&K1A1A1AR&&D 007 &"Calibri,Regular"&8&K595959· Page &P of &N'
    assert spans(coded, 3, 12) == (
        Span("R&D 007 ", Typeface(8, bold=True), "1A1A1A"),
        Span("· Page 3 of 12", Typeface(8), "595959"),
    )


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (Moment(9.25 / 24), "hh:mm", "09:15"),
        (Moment(9.25 / 24), "hh\\.mm", "09.15"),
        (Moment(20 / 24), 'hh:mm" +04"', "20:00 +04"),
        (Moment(20 / 24), '"~"hh:mm', "~20:00"),
        (Moment(1439 / 1440), "hh:mm", "23:59"),
        (5, '0" min"', "5 min"),
        (12, '"+"0', "+12"),
        (3, "General", "3"),
        (calendar_day(date(2017, 7, 24)), '[$-809]dddd, d mmmm yyyy" · Day 2"', "Monday, 24 July 2017 · Day 2"),
        (calendar_day(date(2017, 7, 24)), "[$-421]dddd, d mmmm yyyy", "Senin, 24 Juli 2017"),
        (calendar_day(date(2017, 7, 4)), "[$-809]ddd d mmm", "Tue 4 Jul"),
    ],
)
def test_numbers_are_worded_by_their_format(value: Moment | int, number_format: str, shown: str) -> None:
    assert shown_number(value, number_format, words) == shown
