"""Fields of an item under More: zones, what the clocks really said on the day, titles in other languages."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.details.pane import DetailsPane
from tests.builders import a_plan, a_visit, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.details.test_pane import editor, page, type_over
from tests.screen.panes import press, shown

CALL = an_item("01", 1, "09:00", "10:00")


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DetailsPane:
    return shown(qtbot, DetailsPane(open_desk(a_plan(CALL))), 330, 700)


def item(pane: DetailsPane) -> ProgrammeItem:
    return pane.desk.plan.find(ProgrammeItem, CALL.id)


def test_zones_are_picked_by_name(pane: DetailsPane) -> None:
    type_over(page(pane, CALL), "start_zone", "baku")
    assert (item(pane).start_zone, item(pane).end_zone) == ("Asia/Baku", CALL.end_zone)


def test_what_the_clocks_really_said_is_typed_and_cleared(pane: DetailsPane) -> None:
    form = page(pane, CALL)
    type_over(form, "actual_start", "912")
    type_over(form, "actual_end", "10.05")
    assert (item(pane).actual_start, item(pane).actual_end) == ("09:12", "10:05")
    editor(form, "actual_end").setFocus()
    editor(form, "actual_end").selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert item(pane).actual_end is None


def test_a_title_that_is_missing_is_found_beside_its_own_field(open_desk: OpenDesk, qtbot: QtBot) -> None:
    public = CALL._replace(disclosure="public")
    pane = shown(qtbot, DetailsPane(open_desk(a_plan(a_visit(second_language="az"), public))), 330, 700)
    form = page(pane, public).forms[1]
    page(pane, public).tabs.setCurrentWidget(form)
    assert [name for name in form.editors if form.note(name).sentence] == ["title_az"]
