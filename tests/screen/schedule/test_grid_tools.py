"""The grid's fields in the head, and the switch between the schedule's views."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.screen.schedule.grid.scale import HOUR, HOUR_LEAST, HOUR_MOST
from delegation_planner.screen.schedule.grid.tools import GridTools, slider_hour, slider_place
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.schedule.view_switch import ViewSwitch
from tests.builders import a_plan, a_visit, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.schedule.grid_scenes import a_grid

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    return a_grid(qtbot, open_desk(a_plan(a_visit(last_day=8), an_item("01", 1, "09:00", "17:00"))))


@pytest.fixture
def tools(view: GridView, qtbot: QtBot) -> GridTools:
    made = GridTools(view)
    qtbot.addWidget(made)
    made.show()
    return made


def test_fields_follow_the_view(view: GridView, tools: GridTools) -> None:
    assert (tools.days.currentText(), tools.hour.value()) == ("Five days", slider_place(HOUR))
    view.show_days(3)
    view.zoom_to(144)
    assert (tools.days.currentText(), tools.hour.value()) == ("Three days", slider_place(144))
    assert view.scale.hour == pytest.approx(144)


def test_the_view_follows_the_fields(view: GridView, tools: GridTools) -> None:
    tools.days.setCurrentIndex(0)
    tools.days.commit()
    assert len(view.scale.columns_seen()) == 1
    tools.hour.setFocus()
    QTest.keyClick(tools.hour, Qt.Key.Key_Right)
    assert view.scale.hour == pytest.approx(slider_hour(slider_place(HOUR) + 1))


def test_fit_shows_all_hours_that_are_used(view: GridView, tools: GridTools) -> None:
    QTest.mouseClick(tools.fit, LEFT)
    boxes = [box for _, box in view.blocks_in_sight()]
    assert boxes[0].y > 50
    assert boxes[0].bottom < view.scale.height


def test_the_slider_reaches_from_end_to_end() -> None:
    assert (slider_hour(0), slider_hour(100)) == (HOUR_LEAST, HOUR_MOST)
    assert [slider_place(slider_hour(place)) for place in range(101)] == list(range(101))


def test_everything_that_takes_the_keyboard_has_a_name(tools: GridTools) -> None:
    shown = [child for child in tools.findChildren(QWidget) if child.isVisible()]
    able = [child for child in shown if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    names = [child.accessibleName() or (child.text() if isinstance(child, QPushButton) else "") for child in able]
    assert names == ["Days at once", "Height of the hours", "Fit", "Lower hours", "Higher hours"]


def test_the_switch_tells_what_is_chosen(qtbot: QtBot) -> None:
    switch = ViewSwitch({"grid": "Grid", "rundown": "Rundown"}, "View")
    qtbot.addWidget(switch)
    switch.show_chosen("grid")
    grid, rundown = switch.findChildren(QPushButton)
    assert (grid.isChecked(), rundown.isChecked()) == (True, False)
    with qtbot.waitSignal(switch.chosen) as chosen:
        QTest.mouseClick(rundown, LEFT)
    assert (chosen.args, grid.isChecked(), rundown.isChecked()) == (["rundown"], False, True)
