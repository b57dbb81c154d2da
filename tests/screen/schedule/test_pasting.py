"""A block of a spreadsheet read as items of the rundown."""

import pytest

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.pasted_columns import ColumnKey, read_span, read_table
from delegation_planner.screen.schedule.pasting import Pasted, columns_of, pasted
from delegation_planner.words.words import ENGLISH
from tests.builders import a_group, a_person, a_place, a_plan, a_visit, an_invitation, an_item, new_ids
from tests.words.spoken import words

MINISTRY = a_place("MIN", name_en="Ministry", name_id="Kementerian")
LOBBY = a_place("LOB", name_en="Lobby", parent_id=MINISTRY.id)
GUEST, AIDE = a_person("A1"), a_person("A2")
DEL = a_group("DEL", [GUEST, AIDE])
CALL = an_item("01", 2, "09:00", "10:00", title_en="Call", status="confirmed")
PLAN = a_plan(a_visit(last_day=5), MINISTRY, LOBBY, GUEST, AIDE, DEL, CALL, an_invitation(CALL, GUEST, "head"))
ALL: tuple[ColumnKey, ...] = ("number", "start", "end", "title", "place", "who")


def paste(text: str, *columns: ColumnKey, plan: Plan = PLAN, language: Language = "en") -> Pasted:
    rows = read_table(text)
    speaker = words(language)
    return pasted(plan, speaker, rows, columns or columns_of(plan, speaker, rows), 1, new_ids("pasted"))


def told(found: Pasted) -> list[tuple[str, str, int | None, str, str]]:
    return [(row.verdict, row.number, row.day, row.start, row.title) for row in found.rows]


def notes(found: Pasted) -> list[str]:
    return [str(note) for row in found.rows for note in row.notes]


def items(found: Pasted, plan: Plan = PLAN) -> dict[str, ProgrammeItem]:
    return {row.code: row for row in plan.changed(found.changes).rows(ProgrammeItem)}


@pytest.mark.parametrize("clock", ["9:15", "0915", "09.15", "09:15", "915"])
def test_times_are_read_as_people_write_them(clock: str) -> None:
    made = items(paste(f"12\t{clock}\t10.30\tTea\tlobby\tDEL−A2", *ALL))["12"]
    assert (made.start_day, made.start_time, made.end_day, made.end_time) == (1, "09:15", 1, "10:30")
    assert (made.title_en, made.place_id, made.disclosure, made.status) == ("Tea", LOBBY.id, "detailed", "tentative")


def test_people_come_by_code_and_places_by_name_in_any_language() -> None:
    found = paste("12\t9:00\t10:00\tTea\tKementerian\tDEL-A2, a1", *ALL)
    after = PLAN.changed(found.changes)
    made = items(found)["12"]
    assert after.invitations(made.id) == {
        DEL.id: an_invitation(made, DEL, without=[AIDE]), GUEST.id: an_invitation(made, GUEST),
    }  # fmt: skip
    assert (made.place_id, notes(found)) == (MINISTRY.id, [])


def test_a_room_is_found_behind_its_building() -> None:
    assert items(paste("12\t9:00\t10:00\tTea\tMinistry, Lobby", *ALL))["12"].place_id == LOBBY.id


def test_a_number_that_is_there_changes_the_item_and_only_what_is_given() -> None:
    found = paste("1\t09:30\t\tCourtesy call\t\t", *ALL)
    assert told(found) == [("changed", "01", 1, "09:30", "Courtesy call")]
    assert items(found) == {
        "01": CALL._replace(start_day=1, start_time="09:30", end_day=1, end_time="10:30", title_en="Courtesy call")
    }
    assert PLAN.changed(found.changes).invitations(CALL.id) == PLAN.invitations(CALL.id)


def test_what_is_as_it_was_changes_nothing() -> None:
    found = paste("D2\n01\t09:00\t10:00\tCall\t\tA1", *ALL)
    assert told(found) == [("day", "", 2, "", "D2"), ("same", "01", 2, "09:00", "Call")]
    assert found.changes == ()


def test_a_title_that_the_item_has_in_another_language_is_no_change() -> None:
    plan = a_plan(CALL._replace(title_id="Kunjungan"))
    assert told(paste("D2\n01\t09:00\t10:00\tCall", *ALL, plan=plan, language="id"))[1][0] == "same"
    changed = paste("D2\n01\t09:00\t10:00\tKunjungan kehormatan", *ALL, plan=plan, language="id")
    assert items(changed, plan)["01"] == CALL._replace(title_id="Kunjungan kehormatan")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("D3", 3), ("Day 3", 3), ("Tue 25 Jul", 3), ("Tuesday", 3), ("25 July 2017", 3), ("25.7.2017", 3),
        ("2017-07-25", 3), ("D3  Tue 25 Jul\tJakarta", 3),
    ],
)  # fmt: skip
def test_heads_of_days_set_the_day(head: str, day: int) -> None:
    found = paste(f"{head}\n\t9:00\t10:00\tTea", *ALL)
    assert [row.verdict for row in found.rows] == ["day", "new"]
    assert items(found)["02"].start_day == day


def test_days_are_read_in_the_windows_language() -> None:
    found = paste("Selasa\n\t9:00\t10:00\tTea\nRabu, 26 Juli 2017\n\t9:00\t10:00\tTeh", *ALL, language="id")
    assert [row.day for row in found.rows] == [3, 3, 4, 4]


def test_a_date_outside_the_visit_is_no_head() -> None:
    assert [row.verdict for row in paste("See the letter of 3 May\n\t9:00\t10:00\tTea", *ALL).rows] == [
        "unreadable", "new",
    ]  # fmt: skip


def test_a_weekday_that_comes_twice_is_not_guessed() -> None:
    long = a_plan(a_visit(last_day=9))
    found = paste("Monday\t9:00\t10:00\tTea", "day", "start", "end", "title", plan=long)
    assert (told(found)[0][0], notes(found)) == ("unreadable", ["“Monday” is no day of this visit."])


def test_a_day_stands_in_a_column_of_its_own_until_the_next() -> None:
    found = paste(
        "24.7.\t9:00\t10:00\tTea\n\t11:00\t12:00\tTalk\n23.07\t9:00\t10:00\tWalk", "day", "start", "end", "title"
    )
    assert [(row.day, row.start) for row in found.rows] == [(2, "09:00"), (2, "11:00"), (1, "09:00")]


def test_an_end_on_the_next_day_and_a_missing_one_are_told() -> None:
    found = paste("\t23:00\t01:30\tFlight\n\t9:00\t\tTea\n\t9:00\tD3 8:00\tTrip", *ALL)
    assert notes(found) == ["The end is taken to be on the next day.", "No end is given: 30 minutes are taken."]
    made = items(found)
    assert [(made[code].end_day, made[code].end_time) for code in ("02", "03", "04")] == [
        (2, "01:30"), (1, "09:30"), (3, "08:00"),
    ]  # fmt: skip


def test_both_times_in_one_cell_and_how_sure_they_are() -> None:
    found = paste("09:15–10:00\tTea\n~11:00\tTalk\n12:00 (TBC)\tLunch", "time", "title")
    made = items(found)
    assert [(made[code].start_time, made[code].precision) for code in ("02", "03", "04")] == [
        ("09:15", "exact"), ("11:00", "about"), ("12:00", "to_be_confirmed"),
    ]  # fmt: skip
    assert made["02"].end_time == "10:00"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("12\t25:00\t\tTea", "“25:00” is not a time of day. Write it as 9:15 or 0915."),
        ("12\t\t\tTea", "This row has no time."),
        ("12\t9:00\t10:00\t", "This row has no activity."),
        ("12\tD2 9:00\tD1 8:00\tTea", "This row ends before it starts."),
        ("01\t9:00\t10:00\tTea\n1\t9:00\t10:00\tTea", "Number 1 stands in this block twice."),
    ],
)
def test_what_cannot_be_read_says_why_and_changes_nothing(row: str, why: str) -> None:
    found = paste(row, *ALL)
    assert (found.rows[-1].verdict, [str(note) for note in found.rows[-1].notes]) == ("unreadable", [why])
    assert set(items(found)) == {"01"}


def test_a_place_or_person_that_nobody_knows_is_left_out_and_told() -> None:
    found = paste("12\t9:00\t10:00\tTea\tPalace\tX9", *ALL)
    assert notes(found) == [
        "“Palace” is no place of this plan: left out.",
        "“X9” is nobody's code: the people of this row are left out.",
    ]
    assert (items(found)["12"].place_id, found.count("new")) == (None, 1)


def test_heads_of_columns_are_read_wherever_they_stand() -> None:
    text = "Place\tActivity\tNo.\tTime\nLobby\tTea\t12\t9:00-9:30"
    assert columns_of(PLAN, ENGLISH, read_table(text)) == ("place", "title", "number", "time")
    assert told(paste(text)) == [
        ("heads", "", None, "", "Place Activity No. Time"), ("new", "12", 1, "09:00", "Tea"),
    ]  # fmt: skip
    indonesian = read_table("Waktu\tSelesai\tKegiatan\tTempat")
    assert columns_of(PLAN, words("id"), indonesian) == ("start", "end", "title", "place")


def test_columns_without_heads_are_proposed_by_what_stands_in_them() -> None:
    text = "D1\n12\t9:00\t9:30\tTea with everybody\tLobby\n13\t10:00\t10:30\tTalk\tMinistry"
    assert columns_of(PLAN, ENGLISH, read_table(text)) == ("number", "start", "end", "title", "place")
    assert columns_of(PLAN, ENGLISH, read_table("24 Jul\t9:00-9:30\tTea")) == ("day", "time", "title")
    assert columns_of(PLAN, ENGLISH, read_table("Tea with everybody")) == ("title",)


def test_cells_with_line_breaks_and_ragged_rows() -> None:
    assert read_table('9:00\t"Tea\nand ""cake"""\n\n10:00') == (("9:00", 'Tea and "cake"'), ("10:00", ""))
    assert read_table("") == ()


def test_a_span_needs_two_times() -> None:
    assert read_span("0915 - 10.30") == ((None, "09:15"), (None, "10:30"))
    assert read_span("Jakarta-Surabaya") is None


def test_a_weekday_that_is_not_that_of_its_date_is_told_and_the_date_taken() -> None:
    told_so = "It is written Tuesday, but the date is Monday, 24 July 2017."
    headed = paste("Tue 24 Jul\n12\t9:00\t10:00\tTea", "number", "start", "end", "title")
    assert (told(headed)[1][:3], notes(headed)) == (("new", "12", 2), [told_so])
    in_cell = paste("Tuesday, 24 July 2017\t12\t9:00\t10:00\tTea", "day", "number", "start", "end", "title")
    assert (told(in_cell)[0][:3], notes(in_cell)) == (("new", "12", 2), [told_so])
    assert notes(paste("Mon 24 Jul\n12\t9:00\t10:00\tTea", "number", "start", "end", "title")) == []
