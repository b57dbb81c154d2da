"""Items held where they are for one shift only: by ticks in the list before and after."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.shift import asked
from delegation_planner.screen.shift.asked import Mode, Shift, holding, leaving_out
from delegation_planner.screen.shift.dialog import ShiftDialog
from delegation_planner.screen.shift.pages import DayPage
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item, new_ids
from tests.screen.conftest import OpenDesk

GUEST = a_person("A1")
FIRST, SECOND, THIRD = (
    an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:00", "11:00"), an_item("03", 1, "11:00", "12:00"),
)  # fmt: skip
PINNED = an_item("04", 1, "14:00", "15:00", pinned_date="2017-07-23")
ITEMS = (FIRST, SECOND, THIRD, PINNED)


def a_day(**visit: object) -> Plan:
    return a_plan(a_visit(**visit), GUEST, *ITEMS, *(an_invitation(item, GUEST) for item in ITEMS))


def times(plan: Plan) -> dict[str, tuple[int, str]]:
    return {row.code: (row.start_day, row.start_time) for row in plan.rows(ProgrammeItem)}


def pushing(plan: Plan) -> Shift:
    return asked.later(plan, FIRST.id, "starts", 20)


def test_what_is_held_stays_and_stands_in_the_way_and_keeps_no_pin() -> None:
    plan = a_day()
    shift = holding(plan, {SECOND.id}, pushing)
    after = plan.changed(shift.changes)
    assert times(after) == {"01": (1, "09:20"), "02": (1, "10:00"), "03": (1, "11:00"), "04": (1, "14:00")}
    assert [(each.item_id, each.minutes) for each in shift.blocked] == [(SECOND.id, 20)]
    assert [row.pinned_date for row in after.rows(ProgrammeItem)] == [None, None, None, "2017-07-23"]
    assert shift.held == {SECOND.id}


def test_what_the_question_itself_moves_cannot_be_held() -> None:
    plan = a_day()
    assert holding(plan, {FIRST.id}, pushing) == pushing(plan)
    moved = asked.to_day(plan, [FIRST.id], 2, None, push=False)
    assert holding(plan, {FIRST.id}, lambda of: asked.to_day(of, [FIRST.id], 2, None, push=False)) == moved


def test_with_other_dates_what_is_held_keeps_its_date() -> None:
    plan = a_day()
    shift = holding(plan, {SECOND.id}, lambda of: asked.dated(of, "fix", "2017-07-25"))
    after = plan.changed(shift.changes)
    assert times(after) == {"01": (1, "09:00"), "02": (-1, "10:00"), "03": (1, "11:00"), "04": (-1, "14:00")}
    assert after.find(ProgrammeItem, SECOND.id).pinned_date is None
    assert after.find(ProgrammeItem, PINNED.id).pinned_date == "2017-07-23"


def test_of_several_items_some_are_left_out_and_the_others_go_as_far_as_they_would() -> None:
    plan = a_day()
    several = asked.to_day(plan, [FIRST.id, SECOND.id, THIRD.id], 3, None, push=False)
    after = plan.changed(leaving_out(several, {FIRST.id}).changes)
    assert times(after) == {"01": (1, "09:00"), "02": (3, "10:00"), "03": (3, "11:00"), "04": (1, "14:00")}


def test_nothing_held_is_the_shift_itself() -> None:
    plan = a_day()
    ids = new_ids("same")
    shift = holding(plan, (), lambda of: asked.inserted(of, "Tea", (1, "10:00"), 30, [GUEST.id], ids))
    assert (shift.held, len(shift.changes.of(ProgrammeItem))) == (frozenset(), 3)
    assert isinstance(shift.changes, Changes)


OpenDialog = Callable[..., ShiftDialog]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(a_day())


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> OpenDialog:
    def open_one(mode: Mode, *items: ProgrammeItem) -> ShiftDialog:
        dialog = ShiftDialog(desk, mode, [item.id for item in items], 1, None)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return open_one


def freedoms(dialog: ShiftDialog) -> list[tuple[str, str, str]]:
    return [(row.number, row.freedom, row.change.replace("\u00a0", " ")) for row in dialog.rehearsal.rows]


def tick(dialog: ShiftDialog, item: ProgrammeItem) -> None:
    rows = dialog.table.rows
    rect = dialog.table.visualRect(rows.index_of(item.id, rows.column_of("freedom")))
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QApplication.processEvents()


def test_a_click_holds_an_item_and_another_lets_it_go(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("push", FIRST)
    free = freedoms(dialog)
    assert free == [("01", "bound", "+20 min"), ("02", "moves", "+20 min"), ("03", "moves", "+20 min")]
    tick(dialog, SECOND)
    assert freedoms(dialog) == [
        ("01", "bound", "+20 min"), ("02", "held", "pinned this time; 20 min short"),
    ]  # fmt: skip
    assert dialog.main.text() == "Move 1 item"
    tick(dialog, SECOND)
    assert freedoms(dialog) == free
    tick(dialog, THIRD)
    dialog.main.click()
    assert times(desk.plan) == {"01": (1, "09:20"), "02": (1, "10:20"), "03": (1, "11:00"), "04": (1, "14:00")}
    assert desk.undo()
    assert desk.plan == a_day()


def test_the_space_bar_does_the_same_and_the_column_is_spoken(opened: OpenDialog) -> None:
    dialog = opened("push", FIRST)
    rows = dialog.table.rows
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(rows.index_of(SECOND.id, rows.column_of("title")))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    spoken = rows.index_of(SECOND.id, rows.column_of("freedom")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (dialog.held, spoken) == ({SECOND.id}, "stays")
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.held == set()


def test_another_question_begins_with_nothing_held(opened: OpenDialog) -> None:
    dialog = opened("push", FIRST)
    tick(dialog, SECOND)
    dialog.show_mode("duplicate")
    assert dialog.held == set()
    assert dialog.table.isColumnHidden(dialog.table.rows.column_of("freedom")), "there is nothing to choose"


def test_of_several_items_on_their_way_to_another_day_one_stays(desk: Desk, opened: OpenDialog) -> None:
    dialog = opened("day", FIRST, SECOND)
    assert isinstance(dialog.page, DayPage)
    dialog.page.day.show_value(2)
    dialog.rehearse()
    tick(dialog, FIRST)
    assert freedoms(dialog) == [("01", "held", "pinned this time"), ("02", "moves", "+1 day")]
    dialog.main.click()
    assert times(desk.plan)["01"] == (1, "09:00")
    assert times(desk.plan)["02"] == (2, "10:00")
