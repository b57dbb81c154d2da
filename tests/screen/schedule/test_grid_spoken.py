"""The grid for those who hear it: walked as a screen reader does."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from delegation_planner.screen.schedule.grid.view import GridView
from tests.builders import a_plan, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.schedule.grid_scenes import a_grid, block_of, item

NAME = QAccessible.Text.Name


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    plan = a_plan(
        an_item("01", 1, "09:00", "10:00", title_en="Welcome"),
        an_item("02", 2, "11:00", "12:00", title_en="Signing", kind="signing", status="confirmed"),
        an_item("03", 2, "23:00", "23:30"),
    )
    return a_grid(qtbot, open_desk(plan))


def children(view: GridView) -> list[QAccessibleInterface]:
    grid = QAccessible.queryAccessibleInterface(view)
    return [grid.child(at) for at in range(grid.childCount())]


def test_the_grid_is_a_list_with_a_name(view: GridView) -> None:
    grid = QAccessible.queryAccessibleInterface(view)
    assert (grid.role(), grid.text(NAME)) == (QAccessible.Role.List, "Day grid")


def test_every_item_in_sight_is_a_child_that_says_everything(view: GridView) -> None:
    spoken = children(view)
    assert [child.role() for child in spoken] == [QAccessible.Role.ListItem] * 2
    assert [child.text(NAME).partition(". ")[0] for child in spoken] == ["01 Welcome", "02 Signing"]
    assert "D2 Mon 24 Jul, 11:00–12:00" in spoken[1].text(NAME)
    assert "Signing ceremony · confirmed" in spoken[1].text(NAME)


def test_what_is_scrolled_into_sight_becomes_a_child(view: GridView) -> None:
    view.scroll_by(0, 5000)
    assert [child.text(NAME).partition(". ")[0] for child in children(view)] == ["03 Item 03"]


def test_a_child_lies_where_its_block_is_painted(view: GridView) -> None:
    box = view.box_of(block_of(view, "02"))
    corner = view.viewport().mapToGlobal(QPoint(round(box.x), round(box.y)))
    rect = children(view)[1].rect()
    assert (rect.topLeft(), rect.width(), rect.height()) == (corner, round(box.width), round(box.height))
    grid = QAccessible.queryAccessibleInterface(view)
    found = grid.childAt(rect.center().x(), rect.center().y())
    assert found.text(NAME).startswith("02 Signing")


def test_selection_and_focus_are_told(view: GridView) -> None:
    view.choose([item(view, "02").id])
    states = [(bool(child.state().selected), bool(child.state().focused)) for child in children(view)]
    assert states == [(False, False), (True, view.hasFocus())]
    focused = QAccessible.queryAccessibleInterface(view).focusChild()
    assert (focused is not None) == view.hasFocus()


def test_children_know_their_grid_and_place(view: GridView) -> None:
    grid = QAccessible.queryAccessibleInterface(view)
    for at, child in enumerate(children(view)):
        assert grid.indexOfChild(child) == at
        assert child.parent().role() == QAccessible.Role.List
        assert (child.childCount(), child.isValid()) == (0, True)


def test_the_grid_can_be_asked_over_and_over(view: GridView) -> None:
    for _ in range(300):
        view.scroll_by(0, 3)
        assert all(child.isValid() and child.text(NAME) for child in children(view))


def test_a_child_out_of_sight_can_still_be_asked_and_comes_back_the_same(view: GridView) -> None:
    first, *_ = children(view)
    view.scroll_by(0, 5000)
    assert first not in children(view)
    assert first.text(NAME).startswith("01 Welcome")
    view.scroll_by(0, -5000)
    assert children(view)[0] is first
