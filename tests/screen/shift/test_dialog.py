"""The shift dialog by mouse and keys: nothing is done before its verb, and one undo puts everything back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.holidays import Proposal
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.shift.asked import Mode
from delegation_planner.screen.shift.dates_page import DatesPage, holiday_sentence
from delegation_planner.screen.shift.dialog import ShiftDialog
from delegation_planner.screen.shift.pages import DayPage, DuplicatePage, InsertPage, PushPage
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, nameless, press, rich_labels, type_text

GUEST = a_person("A1", name_en="<b>Inam</b>")
FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:00", "11:00")
PINNED = an_item("03", 1, "11:10", "12:00", pinned_date="2017-07-23")
ITEMS = (FIRST, SECOND, PINNED)
OpenDialog = Callable[..., ShiftDialog]


def a_shifting_plan(**visit: object) -> Plan:
    return a_plan(a_visit(**visit), GUEST, *ITEMS, *(an_invitation(item, GUEST) for item in ITEMS))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(a_shifting_plan())


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> OpenDialog:
    def open_one(mode: Mode, *items: ProgrammeItem, on: Desk = desk) -> ShiftDialog:
        dialog = ShiftDialog(on, mode, [item.id for item in items], 1, None)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_one


def click(dialog: ShiftDialog, verb: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == verb)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def times(desk: Desk) -> dict[str, tuple[int, str, str]]:
    return {row.code: (row.start_day, row.start_time, row.end_time) for row in desk.plan.rows(ProgrammeItem)}


def test_minutes_are_typed_read_and_pushed_in_one_step(desk: Desk, opened: OpenDialog) -> None:
    dialog, before = opened("push", FIRST), desk.plan
    assert isinstance(dialog.page, PushPage)
    assert dialog.page.minutes.hasFocus()
    type_text("30", Qt.Key.Key_Return)
    assert desk.plan == before, "Enter only shows what it would do"
    assert [row.number for row in dialog.rehearsal.rows] == ["01", "02", "03"]
    assert dialog.main.text() == "Move 2 items"
    click(dialog, "Move 2 items")
    assert not dialog.isVisible()
    assert times(desk) == {"01": (1, "09:30", "10:30"), "02": (1, "10:30", "11:30"), "03": (1, "11:10", "12:00")}
    assert desk.session.undo_label == Label("push_items", {"name": "01"})
    assert desk.undo()
    assert desk.plan == before


def test_what_is_typed_is_rehearsed_when_the_keys_rest(opened: OpenDialog, qtbot: QtBot) -> None:
    dialog = opened("push", FIRST)
    assert dialog.rehearsal.rows[0].after == "09:20–10:20"
    type_text("45")
    qtbot.waitUntil(lambda: dialog.rehearsal.rows[0].after == "09:45–10:45")


def test_what_is_done_is_what_was_typed_last(desk: Desk, opened: OpenDialog) -> None:
    opened("push", FIRST)
    type_text("45")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert times(desk)["01"] == (1, "09:45", "10:45")


def test_keep_as_is_keeps_all(desk: Desk, opened: OpenDialog) -> None:
    before = desk.plan
    click(opened("push", FIRST), "Keep as is")
    assert (desk.plan, desk.session.undo_label) == (before, None)


def test_a_finding_that_would_come_is_listed_with_its_items(opened: OpenDialog) -> None:
    dialog = opened("push", FIRST)
    assert dialog.findings_title.text() == "Findings after this: 1 new, 0 settled"
    shown = dialog.findings.rows.index(0, 0).data()
    assert shown.startswith("Error: <b>Inam</b> is expected at two items at once")
    assert rich_labels(dialog) == []
    assert nameless(dialog) == []


def test_nothing_can_be_done_while_a_field_says_nothing(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("push")
    assert isinstance(dialog.page, PushPage)
    assert (dialog.main.isEnabled(), dialog.refusal.text()) == (False, "Choose an item by its number or title.")
    dialog.page.item.setFocus()
    type_text("01", Qt.Key.Key_Return)
    assert (dialog.main.isEnabled(), dialog.refusal.isVisible()) == (True, False)
    give_keyboard(dialog.page.minutes)
    dialog.page.minutes.selectAll()
    type_text("0", Qt.Key.Key_Return)
    assert (dialog.main.isEnabled(), dialog.refusal.text()) == (False, "Give a number of minutes above zero.")
    assert desk.session.undo_label is None


def test_the_segments_change_the_sentence(opened: OpenDialog) -> None:
    dialog = opened("push", SECOND)
    click(dialog, "To another day")
    assert isinstance(dialog.page, DayPage)
    assert (dialog.page.day.value(), dialog.page.clock.text()) == (2, "10:00")
    assert (dialog.main.text(), dialog.main.isEnabled()) == ("Move 1 item", True)


def test_an_item_goes_to_another_day_at_another_time(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("day", SECOND)
    assert isinstance(dialog.page, DayPage)
    assert dialog.page.day.hasFocus()
    assert [row.after for row in dialog.rehearsal.rows] == ["D2 Mon 24 Jul 10:00–11:00"]
    press(Qt.Key.Key_Down)
    dialog.page.clock.setFocus()
    dialog.page.clock.selectAll()
    type_text("1430", Qt.Key.Key_Return)
    click(dialog, "Move 1 item")
    assert times(desk)["02"] == (3, "14:30", "15:30")
    assert desk.selection.of(ProgrammeItem) == (SECOND.id,)


def test_several_items_go_together(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("day", FIRST, SECOND)
    assert isinstance(dialog.page, DayPage)
    assert [row.number for row in dialog.rehearsal.rows] == ["01", "02"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    click(dialog, "Move 2 items")
    assert (times(desk)["01"], times(desk)["02"]) == ((3, "09:00", "10:00"), (3, "10:00", "11:00"))


def test_an_item_is_inserted_and_what_follows_makes_room(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("insert", FIRST)
    assert isinstance(dialog.page, InsertPage)
    assert dialog.page.who.text() == "A1"
    type_text("Tea", Qt.Key.Key_Return)
    click(dialog, "Insert, move 1 item")
    assert times(desk) == {
        "01": (1, "09:00", "10:00"), "02": (1, "10:30", "11:30"), "03": (1, "11:10", "12:00"),
        "04": (1, "10:00", "10:30"),
    }  # fmt: skip
    (new,) = (row for row in desk.plan.rows(ProgrammeItem) if row.code == "04")
    assert (new.title_en, list(desk.plan.invitations(new.id))) == ("Tea", [GUEST.id])
    assert desk.undo()
    assert desk.plan == a_shifting_plan()


def test_a_day_is_duplicated_on_another(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("duplicate")
    assert isinstance(dialog.page, DuplicatePage)
    assert dialog.page.on.hasFocus()
    assert (dialog.page.day.value(), dialog.page.on.value(), dialog.rehearsal.moves) == (1, 2, 3)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert dialog.refusal.text() == "Choose another day to duplicate it on."
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    click(dialog, "Duplicate 3 items")
    assert sorted(code for code, (day, *_) in times(desk).items() if day == 2) == ["04", "05", "06"]


def test_from_the_last_day_the_way_is_back(open_desk: OpenDesk, opened: OpenDialog) -> None:
    last = an_item("09", 5, "09:00", "10:00")
    dialog = opened("day", last, on=open_desk(a_plan(a_visit(), last)))
    assert isinstance(dialog.page, DayPage)
    assert dialog.page.day.value() == 4
    (only,) = dialog.rehearsal.rows
    assert only.after == "D4 Wed 26 Jul 09:00–10:00"


def test_a_programme_that_ends_later_says_so_before_and_after(
    open_desk: OpenDesk, opened: OpenDialog, qtbot: QtBot
) -> None:
    late = an_item("09", 5, "22:00", "23:00")
    desk = open_desk(a_plan(a_visit(), late))
    dialog = opened("push", late, on=desk)
    assert not dialog.days_after.isVisible()
    type_text("150", Qt.Key.Key_Return)
    sentence = "The programme ends on D6 Fri 28 Jul, a day later."
    assert (dialog.days_after.isVisible(), dialog.days_after.text()) == (True, sentence)
    with qtbot.waitSignal(desk.done) as told:
        click(dialog, "Move 1 item")
    assert told.args == [sentence]


def test_an_open_visit_is_fixed_and_a_fixed_one_opened_again(open_desk: OpenDesk, opened: OpenDialog) -> None:
    desk = open_desk(a_shifting_plan(dates="window", anchor_date=None, planning_date="2017-07-23"))
    dialog = opened("dates", on=desk)
    assert isinstance(dialog.page, DatesPage)
    dialog.page.on.setDate(QDate(2017, 7, 25))
    press(Qt.Key.Key_Return)
    click(dialog, "Fix the dates")
    visit = desk.plan.visit
    assert (visit.dates, visit.anchor_date) == ("fixed", "2017-07-25")
    assert times(desk)["03"] == (-1, "11:10", "12:00"), "a pinned item keeps its date"
    again = opened("dates", on=desk)
    assert isinstance(again.page, DatesPage)
    again.page.how.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    click(again, "Open the dates")
    assert (desk.plan.visit.dates, desk.plan.visit.planning_date) == ("window", "2017-07-25")


def test_the_dialog_follows_the_plan(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("push", FIRST)
    assert desk.edit(Label("move_item"), move_item(desk.plan, FIRST.id, 1, "08:00"))
    assert dialog.rehearsal.rows[0].before == "08:00–09:00"


def test_a_plan_that_is_only_read_can_be_rehearsed(open_desk: OpenDesk, opened: OpenDialog) -> None:
    dialog = opened("push", FIRST, on=open_desk(a_shifting_plan(), read_only=True))
    assert (dialog.rehearsal.moves, dialog.main.isEnabled()) == (2, False)


def test_holidays_on_the_new_dates_are_told_before_they_are_fixed(
    open_desk: OpenDesk, opened: OpenDialog, qtbot: QtBot
) -> None:
    dialog = opened("dates", on=open_desk(a_shifting_plan(host_country="ID", guest_country="AZ")))
    page = dialog.page
    assert isinstance(page, DatesPage)
    usual = "Items keep their day and time of day. Pinned items keep their date."
    assert page.told.text() == usual
    page.on.setDate(QDate(2017, 8, 15))
    qtbot.waitUntil(lambda: page.told.text() != usual, timeout=20_000)
    assert page.told.text() == (
        "Holidays on these days: Thu 17 Aug Independence Day (ID). The visit's settings say which of them count."
    )
    page.on.setDate(QDate(2017, 9, 10))
    qtbot.waitUntil(lambda: page.told.text() == usual)


def test_of_many_holidays_two_are_named() -> None:
    days = tuple(Proposal(f"2017-06-{day}", f"Day {day}", "AZ") for day in (25, 26, 27, 28))
    assert holiday_sentence(ENGLISH, days).startswith(
        "Holidays on these days: Sun 25 Jun Day 25 (AZ); Mon 26 Jun Day 26 (AZ); 2 more."
    )
