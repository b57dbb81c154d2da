"""The rundown under real keys: typing into cells, walking, undo, selection, filters."""

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.schedule.rows import ItemRow
from delegation_planner.screen.schedule.rundown import RundownView
from tests.builders import a_person, a_place, a_plan, a_step, a_visit, an_invitation, an_item
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import focused, nameless, press, rich_labels, shown, type_text

FIRST, SECOND, THIRD = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:00", "11:00"), an_item("03", 2)
HALL = a_place("HALL", name_en="Signing hall")
GUEST = a_person("A1", name_en="Inam Karimov")


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> RundownView:
    plan = a_plan(a_visit(last_day=2), HALL, GUEST, FIRST, SECOND, THIRD, an_invitation(SECOND, GUEST))
    return shown(qtbot, RundownView(open_desk(plan)))


def item(pane: RundownView, id: str) -> ProgrammeItem:
    return pane.desk.plan.find(ProgrammeItem, id)


def cell(pane: RundownView, id: str, key: str) -> QModelIndex:
    return pane.model.index_of(id, pane.model.column_of(key))


def go_to(pane: RundownView, id: str, key: str) -> None:
    pane.sheet.setFocus()
    pane.sheet.setCurrentIndex(cell(pane, id, key))


def selected(pane: RundownView) -> list[str]:
    return [item.id for item in pane.chosen_items()]


def where(pane: RundownView) -> tuple[str, str]:
    """The row and column that the keyboard is on."""
    index = pane.sheet.currentIndex()
    node = pane.model.node_at(index)
    assert node is not None
    return node.id, pane.model.columns[index.column()].key


@pytest.mark.parametrize("typed", ["9:15", "0915", "915", "9.15"])
def test_a_time_is_typed_over_and_the_item_moves(pane: RundownView, typed: str) -> None:
    go_to(pane, FIRST.id, "start")
    type_text(typed, Qt.Key.Key_Return)
    assert item(pane, FIRST.id) == FIRST._replace(start_time="09:15", end_time="10:15")
    assert cell(pane, FIRST.id, "start").data() == "09:15"
    assert where(pane) == (SECOND.id, "start")
    assert pane.desk.undo()
    assert item(pane, FIRST.id) == FIRST
    assert cell(pane, FIRST.id, "start").data() == "09:00"


def test_tab_goes_on_to_the_next_cell_with_an_editor(pane: RundownView) -> None:
    go_to(pane, FIRST.id, "start")
    type_text("9:30", Qt.Key.Key_Tab)
    assert where(pane) == (FIRST.id, "end")
    assert isinstance(focused(), QLineEdit)
    type_text("1045", Qt.Key.Key_Tab)
    assert item(pane, FIRST.id) == FIRST._replace(start_time="09:30", end_time="10:45")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert where(pane) == (FIRST.id, "end")


def test_tab_walks_over_the_heads_of_days(pane: RundownView) -> None:
    go_to(pane, SECOND.id, "status")
    press(Qt.Key.Key_Tab)
    assert where(pane) == (THIRD.id, "number")
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert where(pane) == (SECOND.id, "status")
    go_to(pane, SECOND.id, "title")
    press(Qt.Key.Key_Down)
    assert where(pane) == (THIRD.id, "title")


def test_a_refused_text_stays_in_its_editor_and_esc_leaves_the_plan(pane: RundownView) -> None:
    told: list[str] = []
    pane.desk.told.connect(told.append)
    go_to(pane, FIRST.id, "start")
    type_text("25:00", Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "25:00"
    assert told == ["“25:00” is not a time of day. Write it as 9:15 or 0915."]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert focused() is pane.sheet
    assert item(pane, FIRST.id) == FIRST
    assert pane.desk.session.undo_label is None


def test_esc_leaves_a_cell_as_it_was(pane: RundownView) -> None:
    go_to(pane, FIRST.id, "title")
    type_text("Something else")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert item(pane, FIRST.id) == FIRST


def test_a_place_is_found_while_typing(pane: RundownView) -> None:
    go_to(pane, FIRST.id, "place")
    type_text("hall", Qt.Key.Key_Return)
    assert item(pane, FIRST.id).place_id == HALL.id
    assert cell(pane, FIRST.id, "place").data() == "Signing hall"


def test_people_are_invited_by_code(pane: RundownView) -> None:
    go_to(pane, FIRST.id, "who")
    type_text("a1", Qt.Key.Key_Return)
    assert list(pane.desk.plan.invitations(FIRST.id)) == [GUEST.id]
    assert cell(pane, FIRST.id, "who").data() == "A1"


def test_a_status_is_chosen_from_its_list(pane: RundownView) -> None:
    go_to(pane, FIRST.id, "status")
    press(Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QComboBox)
    assert [editor.itemText(at) for at in range(editor.count())] == ["Tentative", "Confirmed", "Cancelled"]
    type_text("c", Qt.Key.Key_Return)
    assert item(pane, FIRST.id).status == "confirmed"


def test_selection_and_scroll_stay_over_edits_and_moves(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, RundownView(open_desk(read_sample(fixed=True))), height=400)
    signing = next(row for row in pane.desk.plan.rows(ProgrammeItem) if row.code == "12")
    pane.desk.selection.choose(ProgrammeItem, [signing.id])
    assert selected(pane) == [signing.id]
    pane.sheet.verticalScrollBar().setValue(300)
    go_to(pane, signing.id, "start")
    scroll = pane.sheet.verticalScrollBar().value()
    type_text("15:45", Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert item(pane, signing.id).start_time == "15:45"
    assert selected(pane) == [signing.id]
    assert where(pane) == (signing.id, "end")
    assert abs(pane.sheet.verticalScrollBar().value() - scroll) <= 8 * 30
    assert pane.desk.undo()
    assert selected(pane) == [signing.id]


def test_what_the_filter_hides_stays_selected(pane: RundownView) -> None:
    pane.desk.selection.choose(ProgrammeItem, [SECOND.id])
    pane.filter.setFocus()
    type_text("03")
    assert [id for id in pane.model.ids() if not id.startswith("day")] == [THIRD.id]
    assert pane.desk.selection.one(ProgrammeItem) == SECOND.id
    press(Qt.Key.Key_Escape)
    assert pane.model.ids() == ("day 1", FIRST.id, SECOND.id, "day 2", THIRD.id)
    assert selected(pane) == [SECOND.id]


def test_a_filter_that_leaves_nothing_says_so(pane: RundownView) -> None:
    pane.filter.setText("nothing like it")
    assert not pane.sheet.isVisible()
    assert pane.count == "0 / 3"


def test_one_day_is_chosen_from_the_list(pane: RundownView) -> None:
    pane.day.setCurrentIndex(2)
    pane.day.commit()
    assert pane.model.ids() == ("day 2", THIRD.id)


def test_a_person_looked_at_dims_the_rest_and_everyone_comes_back(pane: RundownView) -> None:
    pane.desk.selection.choose(Participant, [GUEST.id])
    rows = [row for id in pane.model.ids() if isinstance(row := pane.model.row_at(pane.model.index_of(id)), ItemRow)]
    assert [(row.number, row.dimmed) for row in rows] == [("01", True), ("02", False), ("03", True)]
    pane.desk.selection.clear()
    rows = [row for id in pane.model.ids() if isinstance(row := pane.model.row_at(pane.model.index_of(id)), ItemRow)]
    assert not any(row.dimmed for row in rows)


def test_a_new_item_is_there_with_its_title_open(pane: RundownView) -> None:
    pane.desk.selection.choose(ProgrammeItem, [SECOND.id])
    pane.verbs.add_item()
    assert isinstance(focused(), QLineEdit)
    type_text("Tea", Qt.Key.Key_Return)
    (new,) = (row for row in pane.desk.plan.rows(ProgrammeItem) if row.title_en == "Tea")
    assert (new.code, new.start_time, new.end_time) == ("04", "11:00", "11:30")
    assert selected(pane) != []


def test_shortcuts_move_cancel_and_duplicate(pane: RundownView) -> None:
    pane.desk.selection.choose(ProgrammeItem, [FIRST.id])
    pane.sheet.setFocus()
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert (item(pane, FIRST.id).start_day, item(pane, FIRST.id).end_day) == (2, 2)
    assert selected(pane) == [FIRST.id]
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert item(pane, FIRST.id) == FIRST
    press(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert item(pane, FIRST.id).status == "cancelled"
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [pane.desk.plan.find(ProgrammeItem, id).code for id in selected(pane)] == ["04"]


def test_deleting_asks_and_names_what_goes_along(pane: RundownView) -> None:
    pane.desk.selection.choose(ProgrammeItem, [SECOND.id])
    pane.sheet.setFocus()
    with answer(Question, "Keep"):
        press(Qt.Key.Key_Delete)
    assert pane.desk.plan.get(ProgrammeItem, SECOND.id) == SECOND
    with answer(Question, "Delete"):
        pane.delete()
    assert pane.desk.plan.get(ProgrammeItem, SECOND.id) is None
    assert pane.desk.undo()
    assert list(pane.desk.plan.invitations(SECOND.id)) == [GUEST.id]


def test_steps_open_below_their_item_and_are_typed_into(open_desk: OpenDesk, qtbot: QtBot) -> None:
    step = a_step(FIRST, 5, cue_en="Doors")
    pane = shown(qtbot, RundownView(open_desk(a_plan(a_visit(last_day=1), FIRST, step))))
    go_to(pane, FIRST.id, "title")
    press(Qt.Key.Key_Space)
    assert pane.model.ids() == ("day 1", FIRST.id, step.id)
    go_to(pane, step.id, "title")
    type_text("Doors open", Qt.Key.Key_Return)
    assert pane.desk.plan.find(Step, step.id).cue_en == "Doors open"
    go_to(pane, FIRST.id, "number")
    press(Qt.Key.Key_Space)
    assert pane.model.ids() == ("day 1", FIRST.id)


def test_rows_are_copied_as_a_table(pane: RundownView) -> None:
    pane.desk.selection.choose(ProgrammeItem, [FIRST.id, SECOND.id])
    pane.sheet.setFocus()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t")[:4] for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines == [["01", "09:00", "10:00", "Item 01"], ["02", "10:00", "11:00", "Item 02"]]


def hidden(pane: RundownView) -> list[str]:
    return [column.key for at, column in enumerate(pane.model.columns) if pane.sheet.isColumnHidden(at)]


def choose_column(pane: RundownView, title: str) -> None:
    """Tick or untick a column in the menu, as it is when it opens."""
    menus = pane.findChildren(QMenu)
    (menu,) = (menu for menu in menus if "Level" in [without_letter(entry.text()) for entry in menu.actions()])
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if without_letter(entry.text()) == title).trigger()


def test_hidden_columns_are_remembered(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(a_plan(FIRST))
    pane = shown(qtbot, RundownView(desk), 1300)
    assert hidden(pane) == []
    choose_column(pane, "Level")
    assert hidden(pane) == ["level"]
    again = shown(qtbot, RundownView(desk), 1300)
    assert hidden(again) == ["level"]
    choose_column(again, "Level")
    assert hidden(again) == []


@pytest.mark.parametrize(
    ("width", "left_out"),
    [
        (1200, []), (1010, ["remarks"]), (930, ["dress", "remarks"]),
        (820, ["dress", "in_charge", "remarks"]), (730, ["who", "dress", "in_charge", "remarks"]),
    ],
)  # fmt: skip
def test_columns_give_way_so_that_level_and_status_are_in_sight(
    open_desk: OpenDesk, qtbot: QtBot, width: int, left_out: list[str]
) -> None:
    pane = shown(qtbot, RundownView(open_desk(a_plan(FIRST))), 1300)
    pane.resize(width, 400)
    assert hidden(pane) == left_out
    shown_widths = sum(pane.sheet.columnWidth(at) for at in range(pane.model.columnCount()))
    assert shown_widths == pane.sheet.viewport().width()
    pane.resize(1300, 400)
    assert hidden(pane) == []


def test_a_column_that_somebody_shows_stays(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, RundownView(open_desk(a_plan(FIRST))), 820)
    choose_column(pane, "Dress")
    assert hidden(pane) == ["who", "in_charge", "remarks"]
    pane.resize(730, 400)
    assert "dress" not in hidden(pane)


def test_an_empty_schedule_says_the_next_step(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, RundownView(open_desk(a_plan(a_visit()))))
    assert pane.empty.isVisible()
    pane.verbs.add_item()
    assert not pane.empty.isVisible()


def test_the_model_keeps_qts_rules_over_many_edits(open_desk: OpenDesk, qtbot: QtBot) -> None:
    steps = [a_step(SECOND, offset) for offset in (0, 5)]
    pane = shown(qtbot, RundownView(open_desk(a_plan(a_visit(last_day=3), FIRST, SECOND, THIRD, *steps))))
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    pane._toggle_all_steps()  # noqa: SLF001
    for id, typed in ((SECOND.id, "D3 9:00"), (FIRST.id, "23:00"), (THIRD.id, "D1 0:10"), (SECOND.id, "D1 23:30")):
        assert pane.model.setData(cell(pane, id, "start"), typed)
    while pane.desk.session.undo_label is not None:
        assert pane.desk.undo()
    pane.filter.setText("item 02")
    pane.filter.clear()
    assert pane.model.ids() == (
        "day 1", FIRST.id, SECOND.id, *(step.id for step in steps), "day 2", THIRD.id, "day 3",
    )  # fmt: skip
    assert tester.model() is pane.model


def test_names_that_look_like_html_are_shown_letter_by_letter(open_desk: OpenDesk, qtbot: QtBot) -> None:
    title = '<img src="\\\\h\\x"> <b>&lt;'
    evil = an_item("01", 1, title_en=title)
    person = a_person("A1", name_en="<b>Bold</b>")
    plan = a_plan(a_visit(last_day=1), evil, person, an_invitation(evil, person))
    pane = shown(qtbot, RundownView(open_desk(plan)))
    index: Any = cell(pane, evil.id, "title")
    assert index.data() == title
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)
    pane.desk.selection.choose(Participant, [person.id])
    assert rich_labels(pane) == []


def test_everything_that_takes_the_keyboard_has_a_name(pane: RundownView) -> None:
    assert nameless(pane) == []
    for column in pane.model.columns:
        editor = pane._editor(pane, column.key)  # noqa: SLF001
        assert editor.accessibleName() == column.title
