"""What is not certain, not translated or not for everybody says so on the paper, in words and in type."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from delegation_planner.exports.papers.imprint import cut_at_word, draft_imprint
from delegation_planner.plan.kinds import Language, Precision
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import Audience, person
from tests.builders import a_person, a_place, a_plan, a_visit, an_invitation, an_item
from tests.exports.papers.made_papers import MADE_AT, cells, papers_of, programme_for, programme_for_all, programme_of
from tests.words.spoken import words

READER = a_person(name_en="Inam Karimov")
ABROAD = {"start_zone": "Asia/Baku", "end_zone": "Asia/Baku"}


def page_of(content: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(content), rich_text=True).worksheets[0]


def plan_of(**fields: Any) -> Plan:
    item = an_item(title_en="Signing", title_id="Penandatanganan", **{"disclosure": "public", **fields})
    return a_plan(READER, item, an_invitation(item, READER, "witness"))


def cell_of_time(content: bytes, column: str) -> Any:
    """The first time in a column, as the library reads it."""
    cells_of_column = page_of(content)[column]
    return next(cell for cell in cells_of_column if "mm" in cell.number_format and "mmm" not in cell.number_format)


@pytest.mark.parametrize(
    ("precision", "zones", "language", "expected"),
    [
        ("exact", {}, "en", "hh:mm"),
        ("exact", {}, "id", "hh\\.mm"),
        ("exact", {}, "az", "hh:mm"),
        ("about", {}, "en", '"~"hh:mm'),
        ("to_be_confirmed", {}, "en", 'hh:mm" TBC"'),
        ("exact", ABROAD, "en", 'hh:mm" +04"'),
        ("exact", ABROAD, "id", 'hh\\.mm" +04"'),
        ("to_be_confirmed", ABROAD, "en", 'hh:mm" +04"'),
    ],
)
def test_times_are_numbers_whose_format_says_how_sure_they_are(
    precision: Precision, zones: dict[str, str], language: Language, expected: str
) -> None:
    programme = programme_of(plan_of(precision=precision, **zones), Audience("everybody", "internal", language))
    assert cell_of_time(papers_of(programme)["rundown"].content, "B").number_format == expected


@pytest.mark.parametrize(
    ("precision", "told"), [("about", "about this time"), ("to_be_confirmed", "time to be confirmed")]
)
def test_what_a_format_says_stands_in_words_too(precision: Precision, told: str) -> None:
    plan = plan_of(precision=precision)
    papers = {**papers_of(programme_of(plan)), **papers_of(programme_of(plan, person(READER.id)))}
    for kind in ("rundown", "programme", "personal"):
        shown = [line for row in cells(papers[kind]) for cell in row for line in str(cell).split("\n")]
        assert [line for line in shown if told in line] != [], kind


def test_tentative_times_are_italic_and_cancelled_ones_struck() -> None:
    fonts = {}
    for status in ("confirmed", "tentative", "cancelled"):
        cell = cell_of_time(papers_of(programme_of(plan_of(status=status)))["rundown"].content, "B")
        fonts[status] = (bool(cell.font.i), bool(cell.font.strike))
    assert fonts == {"confirmed": (False, False), "tentative": (True, False), "cancelled": (False, True)}


def test_a_cancelled_item_says_only_that() -> None:
    place = a_place(name_en="Hall")
    item = an_item(status="cancelled", disclosure="public", place_id=place.id, dress="psl")
    plan = a_plan(READER, place, item, an_invitation(item, READER, "witness"))
    public = papers_of(programme_of(plan))["programme"]
    personal = papers_of(programme_of(plan, person(READER.id)))["personal"]
    assert [row[1] for row in cells(public) if str(row[1]).startswith("Item 01")] == ["Item 01\nCANCELLED"]
    assert [row[2] for row in cells(personal) if str(row[2]).startswith("Item 01")] == ["Item 01\nCANCELLED"]


def test_internal_rows_are_grey_and_say_so() -> None:
    page = page_of(papers_of(programme_of(plan_of(disclosure="internal", status="confirmed")))["rundown"].content)
    row = next(cell.row for cell in page["A"] if cell.value == "01")
    assert {cell.fill.fgColor.rgb for cell in page[row]} == {"00E3E3E3"}
    assert str(page.cell(row, 4).value) == "Signing\nINTERNAL"


def test_an_untranslated_title_is_marked_in_italics_and_explained_once() -> None:
    programme = programme_of(plan_of(status="confirmed"), Audience("everybody", "public", "az"))
    page = page_of(papers_of(programme)["programme"].content)
    title = next(cell.value for cell in page["B"] if "Signing" in str(cell.value))
    assert (str(title[0]), bool(title[0].font.i), bool(title[0].font.b)) == ("[en] Signing", True, False)
    notes = [str(cell.value) for cell in page["A"] if str(cell.value).startswith("[en]:")]
    assert len(notes) == 1


def test_each_half_marks_only_what_it_borrows() -> None:
    item = an_item(title_en="Signing", disclosure="public")
    programme = programme_of(a_plan(item), Audience("everybody", "public", "en", "id"))
    (row,) = [
        row for row in cells(papers_of(programme)["programme_two_languages"]) if str(row[1]).startswith("Signing")
    ]
    assert str(row[3]).startswith("[en] Signing")


def test_azerbaijani_papers_have_no_typeface_that_lacks_its_letters() -> None:
    languages: list[tuple[Language, bool]] = [("en", True), ("az", False)]
    for language, serif in languages:
        page = page_of(papers_of(programme_for_all("public", language))["programme"].content)
        fonts = {cell.font.name for row in page.iter_rows() for cell in row if cell.value is not None}
        assert ("Cambria" in fonts) == serif
    page = page_of(papers_of(programme_of(a_plan(a_visit(title_en="Visit of Əliyev"))))["programme"].content)
    assert "Cambria" not in {cell.font.name for row in page.iter_rows() for cell in row}


def test_fonts_are_written_in_the_order_that_strict_validators_want() -> None:
    import re
    from zipfile import ZipFile

    content = papers_of(programme_for("A1"))["personal"].content
    with ZipFile(BytesIO(content)) as archive:
        styles, sheet = archive.read("xl/styles.xml").decode(), archive.read("xl/worksheets/sheet1.xml").decode()
    order = ["b", "i", "strike", "sz", "color", "name", "rFont", "family", "scheme"]
    written = re.findall(r"<font>(.*?)</font>", styles)[1:] + re.findall(r"<rPr>(.*?)</rPr>", sheet)
    assert len(written) > 10
    for font in written:
        tags = re.findall(r"<(\w+)", font)
        assert tags == sorted(tags, key=order.index)


def test_the_band_of_a_draft_says_when_it_was_made_at_the_hosts() -> None:
    programme = programme_for_all()
    assert draft_imprint(programme, words("en"), None, MADE_AT).band.text == "Draft · Mon 10 Jul 2017, 09:15"


def test_a_personal_programme_and_a_doubled_language_speak_one_language() -> None:
    assert draft_imprint(programme_for("A1"), words("en"), words("id"), MADE_AT).second is None
    assert draft_imprint(programme_for_all(), words("en"), words("en"), MADE_AT).second is None
    assert draft_imprint(programme_for_all(), words("en"), words("id"), MADE_AT).second is words("id")


@pytest.mark.parametrize(
    ("text", "length", "cut"),
    [("short", 10, "short"), ("one two three", 9, "one two…"), ("unbroken", 5, "unbr…"), ("one, two", 6, "one…")],
)
def test_texts_in_margins_are_cut_at_a_word(text: str, length: int, cut: str) -> None:
    assert cut_at_word(text, length) == cut


def test_a_name_in_brackets_is_closed_where_a_footer_cuts_it() -> None:
    guest = a_person("G1", name_en="[Representative, Provincial Government]")
    item = an_item("01")
    plan = a_plan(guest, item, an_invitation(item, guest))
    paper = papers_of(programme_of(plan, person(guest.id)))["personal"]
    with ZipFile(BytesIO(paper.content)) as archive:
        written = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "[Representative…] " in written[written.index("<oddFooter>") :]


def test_an_item_that_ends_before_it_starts_is_printed_and_named() -> None:
    plan = a_plan(an_item("07", start="12:00", end="11:00", disclosure="public"))
    (warning,) = papers_of(programme_of(plan))["programme"].warnings
    assert words("en").say(warning.message, **dict(warning.values)) == (
        "Item 07 does not end after it starts; the papers show it as it stands."
    )


def test_that_nothing_is_public_is_told_with_what_everybody_gets_and_with_nothing_else() -> None:
    def told(plan: Plan, audience: Audience) -> list[str]:
        papers = papers_of(programme_of(plan, audience)).values()
        return [words("en").say(warning.message) for paper in papers for warning in paper.warnings]

    kept = a_plan(an_item("07", disclosure="detailed"))
    sentence = (
        "No item is public yet, so what everybody gets holds no programme. "
        "Set the level of what everybody may know to Public."
    )
    assert set(told(kept, Audience("everybody", "public"))) == {sentence}
    of_officers = papers_of(programme_of(kept))
    assert [kind for kind, paper in of_officers.items() if not paper.warnings] == ["rundown", "contacts"]
    assert told(a_plan(an_item("07", disclosure="public")), Audience("everybody", "public")) == []


def test_a_plan_without_items_still_prints() -> None:
    papers = papers_of(programme_of(a_plan()))
    assert list(papers) == ["programme", "delegations", "rundown", "contacts"]
