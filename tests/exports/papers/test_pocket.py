"""The pocket programme: everything once, nothing cut in two by a fold or a page, whom to ring at the end."""

import math
from collections import Counter
from datetime import time

import pytest

from delegation_planner.exports.papers.pocket import FOLDS, PANEL_STEP, PANELS, SETUP, UNIT
from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.audience import person
from delegation_planner.programme.programme import Programme
from tests.builders import a_person, a_plan, an_invitation, an_item
from tests.exports.papers.made_papers import cells, papers_named, programme_for, programme_of, sheets_named

READER = a_person("R", name_en="Reader")
DEPTH = math.floor(SETUP.capacity / UNIT)
"""Grid rows of a panel."""


def pocket(programme: Programme) -> Sheet:
    (sheet,) = sheets_named(programme, "pocket")
    return sheet


def full_plan(days: int = 4, items_a_day: int = 12, title: str = "Item") -> Plan:
    items = [
        an_item(
            f"{day}-{number}", day, f"{8 + number:02d}:00", f"{8 + number:02d}:45", title_en=f"{title} {day}-{number}"
        )
        for day in range(1, days + 1)
        for number in range(items_a_day)
    ]
    return a_plan(READER, *items, *(an_invitation(item, READER) for item in items))


def panels(programme: Programme) -> list[list[tuple[object, object]]]:
    """What stands in the time and text columns of each panel, page by page, empty rows left out."""
    (paper,) = papers_named(programme, "pocket")
    rows = [[*row, *[""] * 10][:10] for row in cells(paper)]
    found = []
    for page in range(0, len(rows), DEPTH):
        for panel in range(PANELS):
            left = PANEL_STEP * panel
            filled = [(row[left], row[left + 1]) for row in rows[page : page + DEPTH]]
            found.append([pair for pair in filled if pair != ("", "")])
    return found


@pytest.mark.parametrize(("code", "language"), [("A1", "en"), ("A1", "az"), ("I7", "id")])
def test_every_own_item_stands_there_once_with_its_time(code: str, language: Language) -> None:
    programme = programme_for(code, language)
    shown = Counter(
        (at, str(text).split("\n")[0]) for panel in panels(programme) for at, text in panel if isinstance(at, time)
    )
    expected = Counter(
        (entry.start.time(), entry.title.text if entry.title.language == language else f"[en] {entry.title.text}")
        for entry in programme.entries
    )
    assert shown == expected


def test_all_pages_are_one_grid_of_equal_rows_that_a_page_takes() -> None:
    sheet = pocket(programme_of(full_plan(), person(READER.id)))
    assert len(sheet.rows) % DEPTH == 0
    assert {row.height for row in sheet.rows} == {UNIT}
    assert sheet.breaks == tuple(range(DEPTH, len(sheet.rows), DEPTH))
    assert SETUP.capacity - UNIT < DEPTH * UNIT <= SETUP.capacity
    assert (sheet.repeated, sheet.freeze) == (None, None)


@pytest.mark.parametrize("title", ["Item", "A title of many words that wraps " * 9])
def test_nothing_reaches_over_the_end_of_a_panel_or_into_its_neighbour(title: str) -> None:
    sheet = pocket(programme_of(full_plan(title=title), person(READER.id)))
    taken: Counter[tuple[int, int]] = Counter()
    for number, row in enumerate(sheet.rows):
        for cell in row.cells:
            assert number % DEPTH + cell.rows <= DEPTH
            if cell.value is not None:
                taken.update(
                    (number + down, cell.column + across) for down in range(cell.rows) for across in range(cell.columns)
                )
    assert max(taken.values()) == 1
    assert not {column for _, column in taken} & {3, 4, 7, 8}


def test_the_folds_are_ticked_at_both_edges_of_each_page() -> None:
    sheet = pocket(programme_of(full_plan(), person(READER.id)))
    ticks = [
        (number, cell.column)
        for number, row in enumerate(sheet.rows)
        for cell in row.cells
        if cell.look.left is not None
    ]
    edges = [edge for page in range(0, len(sheet.rows), DEPTH) for edge in (page, page + DEPTH - 1)]
    assert ticks == [(edge, column) for edge in edges for column in FOLDS]


def test_a_panel_begins_with_the_head_of_its_day() -> None:
    sheet = pocket(programme_of(full_plan(8), person(READER.id)))
    tops = [
        cell
        for page in range(0, len(sheet.rows), DEPTH)
        for cell in sheet.rows[page].cells
        if cell.value is not None and (page, cell.column) != (0, 1)
    ]
    assert len(tops) > 4
    assert {cell.look.style for cell in tops} == {"DP Day Date"}
    assert [cell.look.number_format[-12:] for cell in tops if "continued" in cell.look.number_format] != []


def test_no_day_head_is_left_alone_at_the_end_of_a_panel() -> None:
    found = [panel for panel in panels(programme_of(full_plan(9, 3), person(READER.id))) if panel]
    assert [panel[-1] for panel in found[:-1] if not isinstance(panel[-1][0], time)] == []


def test_the_last_lines_say_whom_to_ring_liaison_officers_first() -> None:
    officer = a_person("L", name_en="Liaison", short_en="LO", duty_phone="+62 1 2", duty_hours="24 h")
    charge = a_person("C", name_en="Charge", office_en="Head of Protocol", duty_phone="+62 3 4")
    other = a_person("O", name_en="Other", duty_phone="+62 5 6", private_phone="+62 7 8")
    item = an_item("01", in_charge_id=charge.id)
    plan = a_plan(
        READER, charge, other, officer, item, an_invitation(item, READER), an_invitation(item, other),
        an_invitation(item, officer, "liaison"),
    )  # fmt: skip
    (filled, *_) = panels(programme_of(plan, person(READER.id)))
    assert "Times are local: WIB (UTC+07). Fold along the two gaps." in [text for text, _ in filled[:8]], "on the cover"
    at = [text for text, _ in filled].index("Telephone numbers")
    said = [str(text).replace("\N{NO-BREAK SPACE}", " ") for text, _ in filled[at + 1 :]]
    assert said == [
        "+62 1 2\nLO, 24 h",
        "+62 3 4\nCharge, Head of Protocol",
    ]


def test_numbers_stay_together_in_one_panel() -> None:
    officers = [a_person(f"L{n}", name_en=f"Officer {n}", short_en=f"LO {n}", duty_phone=f"+62 {n}") for n in range(9)]
    items = [an_item(f"{n:02d}", 1 + n // 6, f"{8 + n % 6:02d}:00", f"{8 + n % 6:02d}:40") for n in range(14)]
    invitations = [an_invitation(item, READER) for item in items]
    invitations += [an_invitation(items[0], officer, "liaison") for officer in officers]
    plan = a_plan(READER, *officers, *items, *invitations)
    texts = [[str(text) for text, _ in panel] for panel in panels(programme_of(plan, person(READER.id)))]
    (panel,) = (panel for panel in texts if "Telephone numbers" in panel)
    assert sum("LO " in text for text in panel) == 9


def test_an_entry_taller_than_a_panel_goes_on() -> None:
    item = an_item("01", title_en="word " * 900)
    plan = a_plan(READER, item, an_invitation(item, READER))
    texts = [str(text) for panel in panels(programme_of(plan, person(READER.id))) for _, text in panel if text]
    assert sum(text.count("word") for text in texts) == 900


@pytest.mark.parametrize(("language", "is_told"), [("az", True), ("en", False)])
def test_the_cover_says_what_a_language_in_brackets_means(language: Language, is_told: bool) -> None:  # noqa: FBT001
    item = an_item("01", title_en="Luncheon")
    plan = a_plan(READER, item, an_invitation(item, READER))
    (filled, *_) = panels(programme_of(plan, person(READER.id, language=language)))
    (note,) = (str(text) for text, _ in filled if "WIB (UTC+07)" in str(text))
    assert ("[en]: " in note) == is_told


def test_a_time_in_another_zone_shows_its_offset_below_itself_and_an_end_behind_it() -> None:
    away = an_item("01", 1, "09:40", "11:00", title_en="Away", start_zone="Asia/Baku", end_zone="Asia/Baku")
    home = an_item("02", 1, "16:00", "17:00", title_en="Home")
    plan = a_plan(READER, away, home, an_invitation(away, READER), an_invitation(home, READER))
    sheet = pocket(programme_of(plan, person(READER.id)))
    times = [(number, cell) for number, row in enumerate(sheet.rows) for cell in row.cells if "Time" in cell.look.style]
    offsets = [
        (number, cell) for number, row in enumerate(sheet.rows) for cell in row.cells if cell.look.style == "DP Offset"
    ]
    (first, begun), _ = times
    assert [(number, cell.value) for number, cell in offsets] == [(first + begun.rows, "(+04)")]
    shown = [
        (at, str(text).split(" · ")[0]) for panel in panels(programme_of(plan, person(READER.id))) for at, text in panel
    ]
    assert [each for each in shown if isinstance(each[0], time) or each[0] == "(+04)"] == [
        (time(9, 40), "Away\nto 11:00 (+04)"), ("(+04)", ""), (time(16), "Home\nto 17:00"),
    ]  # fmt: skip
