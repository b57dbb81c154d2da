"""The menu of the grid: by the right button it speaks of what lies there, by its key of what is selected."""

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.schedule.grid.view import GridView
from tests.builders import a_plan, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.schedule.grid_scenes import a_grid, at, block_of, item, on

Reason = QContextMenuEvent.Reason


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    return a_grid(qtbot, open_desk(a_plan(an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "11:00", "12:00"))))


def opened(view: GridView, code: str, reason: Reason = Reason.Mouse) -> QMenu:
    """The menu after the right button, or its key, on an item."""
    place = on(view, code)
    target = view.viewport() if reason == Reason.Mouse else view
    QApplication.sendEvent(target, QContextMenuEvent(reason, place, target.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def chosen(view: GridView) -> list[str]:
    return [view.desk.plan.find(ProgrammeItem, id).code for id in view.selected_ids()]


def test_the_right_button_means_what_lies_there_and_a_verb_is_done_with_it(view: GridView) -> None:
    view.choose([item(view, "01").id])
    menu = opened(view, "02")
    assert chosen(view) == ["02"]
    next(each for each in menu.actions() if without_letter(each.text()) == "Duplicate").trigger()
    menu.close()
    assert [row.start_time for row in view.desk.plan.rows(ProgrammeItem)].count("11:00") == 2


def test_several_that_are_selected_stay_so(view: GridView) -> None:
    view.choose([item(view, "01").id, item(view, "02").id])
    opened(view, "01").close()
    assert chosen(view) == ["01", "02"]


def test_on_empty_ground_no_item_is_meant_and_a_new_one_begins_there(view: GridView) -> None:
    view.choose([item(view, "01").id])
    place = at(view, 2, 9 * 60)
    event = QContextMenuEvent(Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert chosen(view) == []
    verbs = {without_letter(each.text()): each for each in menu.actions()}
    assert not verbs["Delete…"].isEnabled()
    verbs["Add an item"].trigger()
    menu.close()
    (new,) = (row for row in view.desk.plan.rows(ProgrammeItem) if row.code not in {"01", "02"})
    assert (new.start_day, new.start_time) == (2, "09:00")


def test_by_its_key_it_opens_on_the_item_chosen_last(view: GridView) -> None:
    view.choose([item(view, "02").id])
    menu = opened(view, "01", Reason.Keyboard)
    assert chosen(view) == ["02"]
    box = view.box_of(block_of(view, "02"))
    place = view.viewport().mapFromGlobal(menu.pos())
    assert box.x <= place.x() <= box.right
    assert box.y <= place.y() <= box.bottom
    menu.close()


def test_verbs_of_looking_have_their_own_menu(view: GridView) -> None:
    menu = opened(view, "01")
    assert not {*menu.actions()} & {*view.verbs.actions}
    assert {*menu.actions()} < {*view.actions()}
    menu.close()
