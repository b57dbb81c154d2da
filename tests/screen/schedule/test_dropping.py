"""People dragged onto items of the rundown, and items dragged to another day."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.dragging import ITEMS, PEOPLE, carried, ids_in
from delegation_planner.screen.schedule.dropping import invited_too, take_to_day, taken_to_day
from delegation_planner.screen.schedule.rundown import RundownView
from delegation_planner.screen.schedule.sheet import Sheet
from delegation_planner.session.store import Label
from tests.builders import a_group, a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import drop, pull, shown

RANI, BUDI = a_person("I1", name_en="Rani"), a_person("I2", name_en="Budi")
TEAM = a_group("TEAM", [RANI, BUDI])
CALL = an_item("01", 1, "09:00", "10:00")
TALKS = an_item("02", 1, "10:00", "11:00")
FLIGHT = an_item("03", 2, "23:00", "01:00")._replace(end_day=3)
PLAN = a_plan(a_visit(), RANI, BUDI, TEAM, CALL, TALKS, FLIGHT, an_invitation(CALL, RANI))


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> RundownView:
    return shown(qtbot, RundownView(open_desk(PLAN)), 1000, 500)


def point_of(sheet: Sheet, row_id: str) -> QPoint:
    index = sheet.rows.index_of(row_id, sheet.rows.column_of("place"))
    assert index.isValid()
    return sheet.visualRect(index).center()


def dropped(view: RundownView, data: QMimeData, row_id: str) -> bool:
    return drop(view.sheet, data, point_of(view.sheet, row_id))


def test_ids_are_carried_by_what_they_are() -> None:
    data = carried(PEOPLE, [RANI.id, BUDI.id])
    assert (ids_in(PEOPLE, data), ids_in(ITEMS, data)) == ((RANI.id, BUDI.id), ())
    assert ids_in(PEOPLE, QMimeData()) == ()


def test_people_dropped_on_an_item_are_invited_as_one_edit(view: RundownView) -> None:
    done: list[str] = []
    view.desk.done.connect(done.append)
    assert dropped(view, carried(PEOPLE, [RANI.id, BUDI.id]), TALKS.id)
    assert set(view.desk.plan.invitations(TALKS.id)) == {RANI.id, BUDI.id}
    assert view.desk.session.undo_label == Label("invite", {"name": "Rani and Budi"})
    assert done == ["Rani and Budi invited to 02 Item 02."]
    assert view.desk.undo()
    assert dict(view.desk.plan.invitations(TALKS.id)) == {}


def test_who_comes_already_is_told(view: RundownView) -> None:
    done: list[str] = []
    view.desk.done.connect(done.append)
    assert dropped(view, carried(PEOPLE, [RANI.id]), CALL.id)
    assert (view.desk.session.undo_label, done) == (None, ["All of them come to 01 Item 01 already."])


def test_people_are_not_dropped_on_days(view: RundownView) -> None:
    assert not dropped(view, carried(PEOPLE, [RANI.id]), "day 1")
    assert not dropped(view, QMimeData(), CALL.id)


@pytest.mark.parametrize("target", ["day 2", FLIGHT.id])
def test_items_dropped_on_a_day_keep_their_times(view: RundownView, target: str) -> None:
    assert dropped(view, carried(ITEMS, [CALL.id, TALKS.id]), target)
    items = [view.desk.plan.find(ProgrammeItem, row.id) for row in (CALL, TALKS)]
    assert [(item.start_day, item.start_time, item.end_day) for item in items] == [(2, "09:00", 2), (2, "10:00", 2)]
    assert view.desk.session.undo_label == Label("move_item", {"name": "01, 02"})


def test_the_own_day_changes_nothing(view: RundownView) -> None:
    assert dropped(view, carried(ITEMS, [CALL.id]), TALKS.id)
    assert view.desk.session.undo_label is None


def test_a_night_stays_a_night() -> None:
    (change,) = taken_to_day(PLAN, [FLIGHT.id], 4)
    assert isinstance(change.after, ProgrammeItem)
    assert (change.after.start_day, change.after.end_day) == (4, 5)


def test_a_group_comes_as_a_group() -> None:
    (change,) = invited_too(PLAN, TALKS.id, [TEAM.id])
    assert PLAN.changed(invited_too(PLAN, TALKS.id, [TEAM.id])).invitations(TALKS.id)[TEAM.id] == change.after
    assert not invited_too(PLAN, CALL.id, [RANI.id])


def test_a_plan_to_be_looked_at_takes_nothing(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, RundownView(open_desk(PLAN, read_only=True)), 1000, 500)
    assert not dropped(view, carried(PEOPLE, [BUDI.id]), TALKS.id)


def test_selected_rows_are_dragged_and_others_are_selected(view: RundownView) -> None:
    sheet = view.sheet
    assert pull(sheet, point_of(sheet, CALL.id), point_of(sheet, TALKS.id)) == []
    assert sheet.dragged_ids() == (CALL.id, TALKS.id)
    assert pull(sheet, point_of(sheet, TALKS.id), point_of(sheet, FLIGHT.id)) == [{ITEMS: [CALL.id, TALKS.id]}]
    assert sheet.dragged_ids() == (CALL.id, TALKS.id)
    assert view.desk.session.undo_label is None


def test_a_click_on_one_of_several_leaves_it_alone_selected(view: RundownView) -> None:
    view.desk.selection.choose(ProgrammeItem, [CALL.id, TALKS.id])
    point = point_of(view.sheet, TALKS.id)
    QTest.mouseClick(view.sheet.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.desk.selection.ids == (TALKS.id,)
    QTest.mouseDClick(view.sheet.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.sheet.state() == Sheet.State.EditingState


@pytest.mark.parametrize("way", ["dropped", "by keys", "typed"])
def test_a_day_beyond_the_visit_is_told_however_an_item_gets_there(view: RundownView, way: str) -> None:
    desk = view.desk
    desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"last_day": 3}))
    desk.selection.choose(ProgrammeItem, [FLIGHT.id])
    told: list[str] = []
    desk.done.connect(told.append)
    if way == "dropped":
        take_to_day(desk, 4, [FLIGHT.id])
    elif way == "by keys":
        view.verbs.to_another_day(2)
    else:
        column = view.model.columns[view.model.column_of("start")]
        row = view.model.row_at(view.model.index_of(FLIGHT.id))
        assert column.commit is not None
        assert row is not None
        column.commit(row, "D4 23:00")
    assert told == ["The programme ends on D4 Wed 26 Jul, a day later."]
