"""Banners above the schedule come and go, and nothing moves under the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.schedule.pane import SchedulePane
from delegation_planner.screen.schedule.sheet import Sheet
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import shown
from tests.screen.schedule.grid_scenes import item, move, on, times

CHAIR = a_person("A1", name_en="Inam Karimov")
ITEMS = [an_item(f"{hour:02d}", 1, f"{hour:02d}:00", f"{hour:02d}:45") for hour in range(1, 24)]
PLAN = a_plan(a_visit(last_day=2), CHAIR, *ITEMS, an_invitation(ITEMS[9], CHAIR))


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> SchedulePane:
    return shown(qtbot, SchedulePane(open_desk(PLAN)), height=500)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def look_at_chair(pane: SchedulePane) -> None:
    pane.desk.selection.choose(Participant, [CHAIR.id])
    settle()
    assert pane.looked_at.isVisible()


def on_screen(grid: GridView, code: str) -> QPoint:
    return grid.viewport().mapToGlobal(on(grid, code))


def row_on_screen(sheet: Sheet, code: str) -> QPoint:
    rect = sheet.visualRect(sheet.rows.index_of(next(row.id for row in ITEMS if row.code == code)))
    return sheet.viewport().mapToGlobal(rect.center())


@pytest.mark.parametrize("top", [0, 300, 5000], ids=["at the top", "in the middle", "at the end"])
def test_the_grid_stays_while_a_person_is_looked_at_and_after(pane: SchedulePane, top: int) -> None:
    grid = pane.grid
    grid.verticalScrollBar().setValue(top)
    before = on_screen(grid, "10")
    look_at_chair(pane)
    assert on_screen(grid, "10") == before
    pane.desk.selection.clear()
    settle()
    assert not pane.looked_at.isVisible()
    assert on_screen(grid, "10") == before


@pytest.mark.parametrize("top", [0, 100, 5000], ids=["at the top", "in the middle", "at the end"])
def test_the_rundown_stays_too(pane: SchedulePane, top: int) -> None:
    pane.show_view("rundown")
    settle()
    sheet = pane.rundown.sheet
    sheet.verticalScrollBar().setValue(top)
    before = row_on_screen(sheet, "10")
    look_at_chair(pane)
    assert row_on_screen(sheet, "10") == before
    pane.desk.selection.clear()
    settle()
    assert row_on_screen(sheet, "10") == before


def test_a_press_that_closes_the_banner_is_no_drag(pane: SchedulePane) -> None:
    grid = pane.grid
    look_at_chair(pane)
    place = on(grid, "10")
    on_the_screen = grid.viewport().mapToGlobal(place)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert not pane.looked_at.isVisible()
    assert on_screen(grid, "10") == on_the_screen
    here = grid.viewport().mapFromGlobal(on_the_screen)
    move(grid, here + QPoint(1, 1))
    assert not grid.pointer.dragging
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
    assert times(grid, "10") == (1, "10:00", 1, "10:45")
    assert grid.selected_ids() == (item(grid, "10").id,)


def test_at_the_very_top_it_gives_way_without_a_drag(pane: SchedulePane) -> None:
    grid = pane.grid
    look_at_chair(pane)
    grid.verticalScrollBar().setValue(0)
    place = on(grid, "03")
    on_the_screen = grid.viewport().mapToGlobal(place)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    here = grid.viewport().mapFromGlobal(on_the_screen)
    move(grid, here)
    assert not grid.pointer.dragging
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
    assert times(grid, "03") == (1, "03:00", 1, "03:45")


def test_looking_elsewhere_and_back_moves_nothing(pane: SchedulePane) -> None:
    grid = pane.grid
    grid.verticalScrollBar().setValue(0)
    look_at_chair(pane)
    before = on_screen(grid, "10")
    for view in ("attendance", "grid", "rundown", "grid"):
        pane.show_view(view)
        settle()
    assert on_screen(grid, "10") == before
