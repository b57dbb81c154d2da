"""The papers as an office program prints them: planned pages, whole texts, no ####."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from delegation_planner.exports.papers.sheet import (
    Cell,
    Grid,
    Margins,
    PageSetup,
    Properties,
    Row,
    Sheet,
    Value,
)
from delegation_planner.exports.papers.styles import Band, Look, paper_styles
from delegation_planner.exports.papers.text_width import lines
from delegation_planner.exports.papers.workbook import workbook_bytes
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import Audience, person
from delegation_planner.programme.programme import Programme
from tests.builders import (
    a_person,
    a_place,
    a_plan,
    a_step,
    a_visit,
    an_invitation,
    an_item,
)
from tests.exports.papers.made_papers import (
    MADE_AT,
    programme_for,
    programme_for_all,
    programme_of,
    sheets_of,
)
from tests.exports.papers.pressed import TEXTS, chosen_sheets, edition_sheets
from tests.exports.papers.printing import Page, printed, without_blanks

pytestmark = pytest.mark.full


def texts_of(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (run.text for run in value)


def pages_of(sheet: Sheet) -> list[list[Row]]:
    """The rows that the sheet plans for each page."""
    ends = [0, *sheet.breaks, len(sheet.rows)]
    return [list(sheet.rows[start:end]) for start, end in pairwise(ends)]


def assert_printed_as_planned(sheet: Sheet, printed_pages: list[Page]) -> None:
    """As many pages as planned, on each of them all of its texts and the repeated rows, and no #### anywhere."""
    planned = pages_of(sheet)
    assert len(printed_pages) == len(planned)
    first, last = sheet.repeated or (1, 0)
    repeated = sheet.rows[first - 1 : last]
    for rows, page in zip(planned, printed_pages, strict=True):
        texts = [text for row in (*rows, *repeated) for cell in row.cells for text in texts_of(cell.value)]
        wanted = [_without_joined_letters(text) for text in texts]
        assert [text for text in wanted if without_blanks(text) not in page.text and not is_broken(text, page)] == []
        assert "###" not in page.text


def _without_joined_letters(text: str) -> str:
    """The text without its Arabic words, whose letters a page holds joined and from the right."""
    return " ".join(word for word in text.split(" ") if not any("\u0600" <= letter <= "\u06ff" for letter in word))


def is_broken(text: str, page: Page) -> bool:
    """Whether the words of a text stand on the page, where another cell's words come between its lines."""
    return all(without_blanks(word) in page.text for word in text.replace("-", "- ").replace("–", "– ").split())


def stress_plan(days: int = 12) -> Plan:
    """Twelve full days of long titles, long places, long remarks and many steps."""
    reader = a_person(name_en="Gülşən Əliyeva-Məmmədzadə " * 3, office_en=TEXTS["az"])
    place = a_place(name_en=f"Proposed public-service mall {'Llanfairpwllgwyngyllgogerychwyrndrobwll' * 2}")
    rows: list[Any] = [a_visit(last_day=days, title_en=TEXTS["az"]), reader, place]
    for day in range(1, days + 1):
        for hour in range(7, 20):
            text = (TEXTS["en"] + " " + TEXTS["id"])[: 20 + 23 * (hour + day) % 300]
            item = an_item(
                f"{day}-{hour}", day, f"{hour:02d}:00", f"{hour:02d}:50", title_en=text, place_id=place.id,
                remarks_detailed=TEXTS["id"][: 40 * (day % 5)], disclosure="public",
                precision=("exact", "about", "to_be_confirmed")[hour % 3],
                status=("tentative", "confirmed", "cancelled")[day % 3],
            )  # fmt: skip
            steps = [a_step(item, 5 * number, cue_en=text[: 30 * number]) for number in range(1, hour % 7)]
            rows += [item, an_invitation(item, reader), *steps]
    return a_plan(*rows)


def programmes() -> dict[str, Programme]:
    stress = stress_plan()
    return {
        "en": programme_for_all("internal", "en", "id"),
        "id": programme_for_all("internal", "id", fixed=False),
        "az": programme_for_all("internal", "az"),
        "A1": programme_for("A1"),
        "I7": programme_for("I7", "az"),
        "stress": programme_of(stress),
        "two": programme_of(stress, Audience("everybody", "public", "en", "az")),
        "person": programme_of(stress, person(a_person().id)),
    }


@pytest.fixture(scope="module")
def sheets() -> dict[str, Sheet]:
    usual = {f"{name} {kind}": sheet for name, made in programmes().items() for kind, sheet in sheets_of(made).items()}
    return usual | chosen_sheets(stress_plan()) | edition_sheets(stress_plan(4))


def test_papers_print_as_planned(tmp_path: Path, sheets: dict[str, Sheet]) -> None:
    pages = printed(tmp_path, {name: workbook_bytes(sheet) for name, sheet in sheets.items()})
    for name, sheet in sheets.items():
        assert pages[name], name
        assert_printed_as_planned(sheet, pages[name])
    assert sum(len(each) for each in pages.values()) > 100


WIDTHS = (9.0, 11.5, 17.5, 31.0, 35.7, 47.4)
STYLES = ("DP Cell", "DP Item", "DP Title", "DP Section", "DP Step")


def test_no_text_needs_more_lines_than_planned(tmp_path: Path) -> None:
    """One text a page, in the column and style of its turn: as many lines as planned, or fewer."""
    styles = paper_styles("rundown", Band("Draft"), serif=True)
    grid = Grid(WIDTHS, styles)
    cells = [
        Cell(column, text[:length], Look(style))
        for column in range(1, len(WIDTHS) + 1)
        for style in STYLES
        for language, text in TEXTS.items()
        for length in (60, 180)
        if not (styles[style].serif and language == "az")
    ]
    sheet = Sheet(
        name="Lines", setup=PageSetup(landscape=True, sides=0.5), widths=WIDTHS, styles=styles,
        rows=tuple(grid.row([cell])[0] for cell in cells), breaks=tuple(range(1, len(cells))), repeated=None,
        freeze="A2", title_cell="A1", shared_looks=frozenset(), margins=Margins("", "", "", "", ""),
        properties=Properties("", "", "", "", "en-GB", ""), made_at=MADE_AT,
    )  # fmt: skip
    pages = printed(tmp_path, {"lines": workbook_bytes(sheet)})["lines"]
    assert len(pages) == len(cells)
    counted = [
        (len(page.lines), len(lines(str(cell.value), grid.points(cell), styles[cell.look.style].typeface)))
        for cell, page in zip(cells, pages, strict=True)
    ]
    assert [(got, planned) for got, planned in counted if got > planned or got < 1] == []
    assert sum(got == planned for got, planned in counted) > len(counted) / 3
