"""People dragged onto the items of the day grid."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from delegation_planner.screen.dragging import ITEMS, PEOPLE, carried
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.session.store import Label
from tests.builders import a_group, a_person, a_plan, a_visit, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import drop
from tests.screen.schedule.grid_scenes import a_grid, at, on

RANI, BUDI = a_person("I1", name_en="Rani"), a_person("I2", name_en="Budi")
TEAM = a_group("TEAM", [RANI, BUDI], name_en="Advance team")
PLAN = a_plan(a_visit(), RANI, BUDI, TEAM, CALL := an_item("01", 1, "09:00", "10:30", title_en="Call"))


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    return a_grid(qtbot, open_desk(PLAN))


def test_people_dropped_on_an_item_are_invited(view: GridView) -> None:
    assert drop(view, carried(PEOPLE, [RANI.id, BUDI.id]), on(view, "01"))
    assert set(view.desk.plan.invitations(CALL.id)) == {RANI.id, BUDI.id}
    assert view.desk.session.undo_label == Label("invite", {"name": "Rani and Budi"})


def test_a_group_is_dropped_as_a_group_also_together_with_people(view: GridView) -> None:
    assert drop(view, carried(PEOPLE, [TEAM.id, BUDI.id]), on(view, "01"))
    assert set(view.desk.plan.invitations(CALL.id)) == {TEAM.id, BUDI.id}
    assert view.desk.session.undo_label == Label("invite", {"name": "Advance team and Budi"})
    assert view.desk.undo()
    assert view.desk.plan == PLAN


def test_nothing_else_is_taken_and_nowhere_else(view: GridView) -> None:
    assert not drop(view, carried(PEOPLE, [RANI.id]), at(view, 1, 13 * 60))
    assert not drop(view, carried(ITEMS, [CALL.id]), on(view, "01"))
    assert not drop(view, QMimeData(), on(view, "01"))
    assert dict(view.desk.plan.invitations(CALL.id)) == {}


def test_a_plan_to_be_looked_at_takes_nobody(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = a_grid(qtbot, open_desk(PLAN, read_only=True))
    assert not drop(view, carried(PEOPLE, [RANI.id]), on(view, "01"))
