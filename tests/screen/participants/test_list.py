"""The participants as a list: sorted by a click or from the menu, remembered, one selection with the tree."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.participants import edit_participant
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.dragging import PEOPLE
from delegation_planner.screen.participants.list_rows import HEADINGS, Heading, Sorting
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.session.store import Label
from tests.builders import a_delegation, a_person, a_plan, a_visit
from tests.screen.conftest import OpenDesk
from tests.screen.panes import click, give_keyboard, nameless, press, pull, shown

GUEST, HOST = a_delegation(name_en="Azerbaijan"), a_delegation("ID", side="host", name_en="Indonesia")
FIRST, SECOND = a_person("A1", name_en="Cem", head=True), a_person("A2", name_en="Ali")
THIRD = a_person("I1", HOST, name_en="Banu")
PLAN = a_plan(a_visit(), GUEST, HOST, FIRST, SECOND, THIRD)


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> ParticipantsPane:
    pane = shown(qtbot, ParticipantsPane(open_desk(PLAN)), 700, 500)
    pane.arrange("order")
    return pane


def names(pane: ParticipantsPane) -> list[str]:
    column = pane.table.rows.column_of("name")
    return [pane.table.rows.data(pane.table.rows.index(row, column)) for row in range(pane.table.rows.rowCount())]


def click_heading(pane: ParticipantsPane, heading: Heading) -> None:
    heads = pane.table.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(list(HEADINGS).index(heading)) + 12, 10)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it_round(pane: ParticipantsPane) -> None:
    assert names(pane) == ["Cem", "Ali", "Banu"]
    click_heading(pane, "name")
    assert names(pane) == ["Ali", "Banu", "Cem"]
    click_heading(pane, "name")
    assert names(pane) == ["Cem", "Banu", "Ali"]
    assert nameless(pane) == []


def test_the_arrangement_is_remembered(pane: ParticipantsPane, qtbot: QtBot) -> None:
    click_heading(pane, "name")
    again = shown(qtbot, ParticipantsPane(pane.desk), 700, 500)
    assert (again.as_list, again.sorting, names(again)) == (True, Sorting("name"), ["Ali", "Banu", "Cem"])
    again.arrange(None)
    assert again.tree.isVisible()
    assert not shown(qtbot, ParticipantsPane(pane.desk)).as_list


def test_the_selection_stays_through_every_arrangement(pane: ParticipantsPane) -> None:
    pane.desk.selection.choose(Participant, [SECOND.id, THIRD.id])
    assert list(pane.table.dragged_ids()) == [SECOND.id, THIRD.id]
    pane.arrange(None)
    assert pane.link.subjects() == ((Participant, SECOND.id), (Participant, THIRD.id))
    pane.arrange("name")
    assert pane.desk.selection.ids == (SECOND.id, THIRD.id)
    click(pane.table, pane.table.rows.index_of(FIRST.id))
    assert pane.desk.selection.one(Participant) == FIRST.id


def test_the_menu_sorts_by_keys_and_shows_how_it_is(pane: ParticipantsPane) -> None:
    action = next(verb for verb in pane.actions() if verb.menu() is not None)
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    entries = [entry for entry in menu.actions() if not entry.isSeparator()]
    assert [entry.isChecked() for entry in entries].index(True) == 1
    entries[2].trigger()
    assert names(pane) == ["Ali", "Banu", "Cem"]
    entries[0].trigger()
    assert pane.tree.isVisible()


def test_the_filter_and_the_count_hold_for_the_list(pane: ParticipantsPane) -> None:
    pane.filter.setText("azer")
    assert (names(pane), pane.head.count) == (["Cem", "Ali"], "2 / 3")
    pane.filter.clear()
    assert pane.head.count == "3"


def test_it_follows_edits(pane: ParticipantsPane) -> None:
    QAbstractItemModelTester(pane.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, pane)
    click_heading(pane, "name")
    pane.desk.edit(Label("edit_participant"), edit_participant(pane.desk.plan, SECOND.id, {"name_en": "Zeyd"}))
    assert names(pane) == ["Banu", "Cem", "Zeyd"]


def test_several_people_are_dragged_out_of_it(pane: ParticipantsPane) -> None:
    pane.desk.selection.choose(Participant, [FIRST.id, SECOND.id])
    start = pane.table.visualRect(pane.table.rows.index_of(FIRST.id)).center()
    assert pull(pane.table, start, start + QPoint(60, 60)) == [{PEOPLE: [FIRST.id, SECOND.id]}]


def test_selected_rows_are_copied_with_all_headings(pane: ParticipantsPane) -> None:
    pane.desk.selection.choose(Participant, [THIRD.id])
    give_keyboard(pane.table)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\tBanu\t\tIndonesia\tStaff\t\tnot approved, no rank"


def test_a_delegation_that_is_to_be_seen_brings_the_tree_back(pane: ParticipantsPane) -> None:
    pane.desk.selection.choose(Delegation, [HOST.id])
    pane.bring_into_sight(HOST.id)
    assert not pane.as_list
    assert pane.link.subjects() == ((Delegation, HOST.id),)
