"""A grid without items says what to do first, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.empty_card import EmptyCard
from delegation_planner.screen.schedule.grid.view import GridView
from tests.builders import a_plan, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import shown


def test_the_card_adds_the_first_item_and_goes(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(a_plan())
    grid = shown(qtbot, GridView(desk))
    [card] = grid.findChildren(EmptyCard)
    assert card.isVisible()
    assert grid.viewport().rect().contains(card.geometry())
    card.add.setFocus()
    QTest.keyClick(card.add, Qt.Key.Key_Space)
    [item] = desk.plan.rows(ProgrammeItem)
    assert (item.start_day, item.start_time, item.end_time) == (1, "09:00", "10:00")
    assert not card.isVisible()
    assert grid.field is not None
    desk.undo()
    assert card.isVisible()


def test_it_is_not_there_over_items(open_desk: OpenDesk, qtbot: QtBot) -> None:
    grid = shown(qtbot, GridView(open_desk(a_plan(an_item()))))
    assert [card.isVisible() for card in grid.findChildren(EmptyCard)] == [False]


def test_it_stays_in_the_middle(open_desk: OpenDesk, qtbot: QtBot) -> None:
    grid = shown(qtbot, GridView(open_desk(a_plan())))
    grid.resize(600, 500)
    [card] = grid.findChildren(EmptyCard)
    assert abs(card.geometry().center().x() - grid.viewport().rect().center().x()) <= 1
