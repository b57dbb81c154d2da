"""What stands in the papers, read back by calamine and compared with the programme that they were made from."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from delegation_planner.exports.papers.paper_set import Paper
from delegation_planner.exports.papers.styles import PaperKind
from delegation_planner.plan.kinds import LEVELS, Disclosure, Language
from delegation_planner.programme.audience import TEAMS, person
from delegation_planner.programme.programme import Entry
from tests.exports.papers.made_papers import (
    MADE_AT,
    cells,
    papers_named,
    papers_of,
    programme_for,
    programme_for_all,
    programme_for_team,
    sample,
    sheets_of,
)

PAPERS: dict[Disclosure, list[PaperKind]] = {
    "public": ["programme", "delegations"],
    "detailed": ["programme", "delegations", "rundown", "contacts"],
    "internal": ["programme", "delegations", "rundown", "contacts"],
}


def at(moment: datetime) -> time:
    """The clock of a moment as a reader of the sheet sees it."""
    return moment.time()


def title(entry: Entry, language: Language) -> str:
    return entry.title.text if entry.title.language == language else f"[{entry.title.language}] {entry.title.text}"


def first_lines(paper: Paper, *columns: int) -> Counter[tuple[object, ...]]:
    """The given columns of every row, texts by their first line only."""
    rows = [[row[column] for column in columns] for row in cells(paper)]
    return Counter(tuple(str(cell).split("\n")[0] if isinstance(cell, str) else cell for cell in row) for row in rows)


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_gets_its_papers(level: Disclosure) -> None:
    assert list(papers_of(programme_for_all(level))) == PAPERS[level]


@pytest.mark.parametrize("language", ["en", "id", "az"])
@pytest.mark.parametrize("fixed", [True, False], ids=["fixed", "window"])
def test_the_programme_shows_every_public_item_once_with_its_time(language: Language, fixed: bool) -> None:  # noqa: FBT001
    programme = programme_for_all("internal", language, fixed=fixed)
    found = first_lines(papers_of(programme)["programme"], 0, 1)
    public = [entry for entry in programme.entries if entry.disclosure == "public"]
    expected = Counter((at(entry.start), title(entry, language)) for entry in public)
    assert Counter({row: count for row, count in found.items() if isinstance(row[0], time)}) == expected
    assert sum(expected.values()) == 27


def test_each_half_of_a_programme_in_two_languages_is_complete() -> None:
    programme = programme_for_all("public", "en", "id")
    found = first_lines(papers_of(programme)["programme_two_languages"], 0, 1, 3, 4)
    expected = Counter(
        (at(entry.start), title(entry, "en"), entry.title_second.text, at(entry.start))
        for entry in programme.entries
        if entry.title_second
    )
    assert Counter({row: count for row, count in found.items() if isinstance(row[0], time)}) == expected


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_the_rundown_shows_every_item_and_step_once(language: Language) -> None:
    programme = programme_for_all("internal", language)
    found = first_lines(papers_of(programme)["rundown"], 0, 1, 3)
    expected = Counter((entry.number, at(entry.start), title(entry, language)) for entry in programme.entries)
    expected += Counter(
        ("", at(step.at), step.cue.text if step.cue.language == language else f"[en] {step.cue.text}")
        for entry in programme.entries
        for step in entry.steps
    )
    assert Counter({row: count for row, count in found.items() if isinstance(row[1], time)}) == expected
    assert len(programme.entries) == 50


def test_rundown_rows_hold_who_place_and_charge() -> None:
    rows = {row[0]: row for row in cells(papers_of(programme_for_all())["rundown"])}
    assert rows["08"][1:] == [
        time(8, 30), time(9, 15), "Motorcade: hotel to the Ministry",
        "Delegation hotel, central Jakarta (TBC) → Ministry PANRB",
        "Delegation without Head of Protocol (AZ), Ambassador (AZ), LO to HoD", "", "LO to HoD",
        "Police escort requested",
    ]  # fmt: skip


def test_states_of_an_item_are_words() -> None:
    rows = {row[0]: row[3] for row in cells(papers_of(programme_for_all())["rundown"])}
    assert str(rows["01"]).split("\n")[1:] == ["TENTATIVE · from: Baku time (UTC+04) · to: Sun 23 Jul"]
    assert str(rows["07"]).split("\n")[1:] == ["INTERNAL"]
    assert str(rows["50"]).split("\n")[1:] == ["TENTATIVE · to: Fri 28 Jul, Baku time (UTC+04)"]
    assert str(rows["03"]).split("\n")[1:] == []


@pytest.mark.parametrize("code", ["A1", "I7"])
def test_a_personal_programme_shows_the_persons_items_once(code: str) -> None:
    programme = programme_for(code)
    (paper,) = papers_of(programme).values()
    found = first_lines(paper, 0, 1, 2)
    expected = Counter((at(entry.start), at(entry.end), title(entry, "en")) for entry in programme.entries)
    assert Counter({row: count for row, count in found.items() if isinstance(row[0], time)}) == expected


def days_shown(paper: Paper) -> list[date]:
    return list(dict.fromkeys(row[0] for row in cells(paper) if isinstance(row[0], date)))


def test_day_heads_are_real_dates_of_every_day() -> None:
    programme = programme_for_all()
    expected = [date(2017, 7, 22) + timedelta(days=number) for number in range(6)]
    assert days_shown(papers_of(programme)["rundown"]) == expected
    assert days_shown(papers_of(programme)["programme"]) == expected


def test_azerbaijani_dates_are_texts_in_its_own_order() -> None:
    texts = [row[0] for row in cells(papers_of(programme_for_all(language="az"))["programme"])]
    assert "24 iyul 2017, bazar ertəsi" in texts


def test_a_visit_in_a_window_says_so_below_its_title() -> None:
    lines = [row[0] for row in cells(papers_of(programme_for_all(fixed=False))["rundown"])]
    dates = ("late\u00a0July\u00a02017", "Sun\u00a023\u00a0Jul")  # no line ends within a date
    assert lines[2] == f"{dates[0]}, dates open, shown for D1 = {dates[1]} · Jakarta, Surabaya, Batam"


def test_delegations_are_numbered_each_for_itself() -> None:
    programme = programme_for_all("public", "en", "id")
    rows = [row for row in cells(papers_of(programme)["delegations"]) if isinstance(row[0], float)]
    members = [member for each in programme.delegations for member in each.members]
    assert [row[0] for row in rows] == [
        number for each in programme.delegations for number in range(1, len(each.members) + 1)
    ]
    assert [row[2] for row in rows] == [member.office.text for member in members]
    assert [row[3] for row in rows] == [member.office_second and member.office_second.text for member in members]


def test_contacts_hold_duty_numbers_with_spaces_that_never_break() -> None:
    programme = programme_for_all("detailed")
    phones = [str(row[2]).split("\n")[0] for row in cells(papers_of(programme)["contacts"]) if "+62" in str(row[2])]
    assert phones == [line.phone.replace(" ", "\u00a0") for line in programme.contacts]
    assert programme.contacts


def texts(paper: Paper) -> str:
    return "\n".join(str(cell) for row in cells(paper) for cell in row)


def test_no_public_file_holds_anything_but_public_items() -> None:
    programme = programme_for_all("internal")
    hidden = [entry for entry in programme.entries if entry.disclosure != "public"]
    public = "".join(texts(papers_of(programme)[kind]) for kind in ("programme", "delegations"))
    assert [entry.title.text for entry in hidden if entry.title.text in public] == []
    assert [line.phone for line in programme.contacts if line.phone.replace(" ", "\u00a0") in public] == []
    assert [remark.text for entry in programme.entries for remark in entry.remarks if remark.text in public] == []


def test_a_detailed_rundown_holds_no_internal_item_nor_remark() -> None:
    hidden = "Settle who stands where at the signing"
    assert hidden in texts(papers_of(programme_for_all("internal"))["rundown"])
    detailed = texts(papers_of(programme_for_all("detailed"))["rundown"])
    assert hidden not in detailed
    assert "INTERNAL" not in detailed


def test_only_a_file_with_internal_items_is_named_so() -> None:
    assert [paper.stem for paper in papers_of(programme_for_all("internal", "id")).values()] == [
        "Susunan acara", "Delegasi", "Rundown acara INTERNAL", "Daftar kontak",
    ]  # fmt: skip
    assert [paper.stem for paper in papers_of(programme_for_all("detailed")).values()] == [
        "Programme", "Delegations", "Rundown", "Contacts",
    ]  # fmt: skip
    assert [paper.stem for paper in papers_of(programme_for("A1")).values()] == ["Personal programme - Inam Karimov"]


def test_public_papers_are_the_same_bytes_at_every_level() -> None:
    levels = [papers_of(programme_for_all(level)) for level in LEVELS]
    assert len({papers["programme"].content for papers in levels}) == 1
    assert len({papers["delegations"].content for papers in levels}) == 1


@pytest.mark.parametrize("person", [None, "I7"])
def test_the_same_programme_gives_the_same_bytes(person: str | None) -> None:
    programme = programme_for(person) if person else programme_for_all(second="id")
    assert papers_of(programme) == papers_of(programme)
    later = papers_of(programme, MADE_AT + timedelta(minutes=1))
    assert all(later[kind].content != paper.content for kind, paper in papers_of(programme).items())


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_every_row_has_a_height_and_every_column_fits_the_paper(language: Language) -> None:
    sheets = [*sheets_of(programme_for_all(language=language)).values(), *sheets_of(programme_for("A1")).values()]
    for sheet in sheets:
        assert all(0 < row.height <= 409 for row in sheet.rows)
        assert sum(sheet.widths) * 5.56 <= sheet.setup.printable_width


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_headers_and_footers_are_no_longer_than_spreadsheets_take(language: Language) -> None:
    second: Language = "az" if language == "id" else "id"
    made = [
        programme_for_all("internal", language, second),
        programme_for_all("detailed", language),
        programme_for("A1"),
    ]
    margins = [sheet.margins for programme in made for sheet in sheets_of(programme).values()]
    assert [each for each in margins if len(f"&L{each.header_left}&R{each.header_right}") > 255] == []
    footers = [f"&L{each.footer_left}&C{each.footer_centre}&R{each.footer_right}" for each in margins]
    assert [footer for footer in footers if len(footer) > 255] == []


@pytest.mark.parametrize("marking", ["EMBARGO UNTIL 27 JULY & LATER", "x" * 60, "Q & A, R & D"])
def test_the_houses_own_marking_stands_behind_the_levels_as_far_as_there_is_room(marking: str) -> None:
    programme = programme_for_all("internal", "az")
    plain = sheets_of(programme)
    marked = sheets_of(programme._replace(visit=programme.visit._replace(marking=marking)))
    for kind, sheet in marked.items():
        margins = sheet.margins
        assert len(f"&L{margins.footer_left}&C{margins.footer_centre}&R{margins.footer_right}") <= 255
        own, _, house = margins.footer_centre.partition(plain[kind].margins.footer_centre)
        assert own == ""
        assert house.startswith(" · ")
        assert house.removeprefix(" · ").replace("&&", "&").rstrip("…").strip() in marking


@pytest.mark.parametrize(
    ("marking", "bands"),
    [
        ("HALAL", ["PERSONAL · DO NOT PASS ON · HALAL   Draft · Mon 10 Jul 2017, 09:15"]),
        (
            "EMBARGO UNTIL 27 JULY & LATER",
            ["PERSONAL · DO NOT PASS ON · EMBARGO UNTIL 27 JULY & LATER", "Draft · Mon 10 Jul 2017, 09:15"],
        ),
        ("x " * 90, ["PERSONAL · DO NOT PASS ON · " + "x " * 38 + "x…", "Draft · Mon 10 Jul 2017, 09:15"]),
    ],
)
def test_on_a_narrow_page_it_stands_in_the_repeated_band_or_above_it(marking: str, bands: list[str]) -> None:
    programme = programme_for("A1")
    sheet = sheets_of(programme._replace(visit=programme.visit._replace(marking=marking)))["personal"]
    first, last = sheet.repeated or (1, 0)
    assert [cell.value for row in sheet.rows[first - 1 : last] for cell in row.cells] == bands
    assert sheet.margins.footer_centre == ""


def test_the_list_of_content_types_is_the_first_part_of_the_file() -> None:
    with ZipFile(BytesIO(papers_of(programme_for("A1"))["personal"].content)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(2017, 7, 10, 2, 15, 0)}


def test_the_host_is_named_in_each_language_of_the_programme() -> None:
    papers = papers_of(programme_for_all("public", "en", "id"))
    heads = [str(row[0]) for row in cells(papers["programme_two_languages"])[:2]]
    assert heads == [
        "MINISTRY FOR STATE APPARATUS EMPOWERMENT AND BUREAUCRATIC REFORM (PANRB)",
        "KEMENTERIAN PENDAYAGUNAAN APARATUR NEGARA DAN REFORMASI BIROKRASI (PANRB)",
    ]
    alone = papers_of(programme_for_all("public", "id"))
    assert [str(row[0]) for row in cells(alone["programme"])[:2]] == [heads[1], "SUSUNAN ACARA"]


def test_every_paper_with_dates_says_that_the_dates_are_open() -> None:
    made = [
        *papers_named(programme_for_all("internal", fixed=False), "programme", "rundown", "day-sheets", "signing"),
        *papers_named(programme_for_all("internal", fixed=False), "open-points"),
        *papers_named(programme_for_all("detailed", fixed=False), "place-sheets"),
        *(paper for name in TEAMS for paper in papers_named(programme_for_team(name, fixed=False), name, "manifests")),
        *papers_named(
            sample(fixed=False).of(person(programme_for("A1").audience.participant_id or "")), "personal", "pocket"
        ),
    ]
    kinds = {paper.kind for paper in made}
    assert len(kinds) == 10
    for paper in made:
        said = " ".join(str(cell) for row in cells(paper) for cell in row).replace("\u00a0", " ")
        assert "late July 2017, dates open, shown for D1 = Sun 23 Jul" in said, paper.stem
