"""Movements and flights added in the schedule, and the movement to the next item."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.schedule.item_verbs import ItemVerbs
from delegation_planner.screen.schedule.rundown import RundownView
from delegation_planner.session.store import Label
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, press, shown, type_text

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ANNA = a_person("A1")
HOTEL, MINISTRY = a_place("HTL", city="Jakarta", name_en="Hotel"), a_place("MIN", city="Jakarta", name_en="Ministry")
ROOM = a_place("ROOM", parent_id=HOTEL.id)
CALL = an_item("01", 1, "12:00", "13:00", place_id=HOTEL.id)
TALKS = an_item("02", 1, "14:30", "15:30", place_id=MINISTRY.id)
ROWS = (ANNA, HOTEL, MINISTRY, ROOM, CALL, an_invitation(CALL, ANNA), an_invitation(TALKS, ANNA))


@pytest.fixture(params=[RundownView, GridView], ids=["rundown", "grid"])
def view(request: pytest.FixtureRequest, open_desk: OpenDesk, qtbot: QtBot) -> Any:
    return shown(qtbot, request.param(open_desk(a_plan(*ROWS, TALKS))))


def verbs(view: Any) -> ItemVerbs:
    found: ItemVerbs = view.verbs if isinstance(view, RundownView) else view.items
    return found


def choose(view: Any, *items: ProgrammeItem) -> None:
    view.desk.selection.choose(ProgrammeItem, [item.id for item in items])
    QApplication.processEvents()


def said(view: Any) -> tuple[str, bool]:
    action = verbs(view).between.action
    return action.text().replace("&", ""), action.isEnabled()


def test_the_movement_to_the_next_item_by_its_keys(view: Any) -> None:
    choose(view, CALL)
    assert said(view) == ("Make the movement to the next item", True)
    give_keyboard(view.sheet if isinstance(view, RundownView) else view)
    press(Qt.Key.Key_H, BOTH)
    [made] = [row for row in view.desk.plan.rows(ProgrammeItem) if row.kind == "movement"]
    assert (made.start_time, made.end_time, made.travel_mode, made.travel_minutes) == ("13:45", "14:30", "car", 45)
    assert (made.place_id, made.to_place_id, made.title_en) == (HOTEL.id, MINISTRY.id, "Hotel – Ministry")
    assert must_come(view.desk.plan, made.id) == {ANNA.id}
    assert view.desk.selection.one(ProgrammeItem) == made.id
    assert view.desk.session.undo_label == Label("make_movement", {"name": "01"})
    choose(view, CALL)
    assert said(view) == ("No movement to make: a movement follows", False)
    assert view.desk.undo()
    QApplication.processEvents()
    assert said(view) == ("Make the movement to the next item", True)


def test_between_two_chosen_items(view: Any) -> None:
    choose(view, TALKS, CALL)
    assert said(view) == ("Make the movement to the next item", True)
    verbs(view).between.make()
    assert [row.start_time for row in view.desk.plan.rows(ProgrammeItem) if row.kind == "movement"] == ["13:45"]


def test_a_way_longer_than_the_gap_is_planned_as_it_is(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, RundownView(open_desk(a_plan(*ROWS, TALKS._replace(start_time="13:30")))))
    choose(view, CALL)
    view.verbs.between.make()
    [made] = [row for row in view.desk.plan.rows(ProgrammeItem) if row.kind == "movement"]
    assert (made.start_time, made.end_time, made.travel_minutes) == ("13:00", "13:30", 45)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"place_id": ROOM.id}, "the next item is in the same place"),
        ({"place_id": None}, "a place is missing"),
        ({"start_time": "13:00"}, "there is no time in between"),
        ({"start_day": 3, "end_day": 3}, "nothing follows within a day"),
    ],
)
def test_why_none_can_be_made(open_desk: OpenDesk, qtbot: QtBot, fields: dict[str, Any], reason: str) -> None:
    view = shown(qtbot, RundownView(open_desk(a_plan(*ROWS, TALKS._replace(**fields)))))
    choose(view, CALL)
    assert said(view) == (f"No movement to make: {reason}", False)


def test_nothing_chosen_three_chosen_or_a_plan_to_read(view: Any, open_desk: OpenDesk, qtbot: QtBot) -> None:
    assert said(view) == ("Make the movement to the next item", False)
    reading = shown(qtbot, RundownView(open_desk(a_plan(*ROWS, TALKS), read_only=True)))
    choose(reading, CALL)
    assert not said(reading)[1]
    assert [verb.isEnabled() for verb in reading.verbs.ways] == [False, False]


@pytest.mark.parametrize(
    ("key", "kind", "mode", "end"),
    [(Qt.Key.Key_W, "movement", "car", "13:30"), (Qt.Key.Key_Y, "flight", "aircraft", "15:00")],
)
def test_a_way_is_added_after_the_chosen_item_and_named(view: Any, key: Qt.Key, kind: str, mode: str, end: str) -> None:
    choose(view, CALL)
    give_keyboard(view.sheet if isinstance(view, RundownView) else view)
    press(key, BOTH)
    type_text("To the ministry", Qt.Key.Key_Return)
    [made] = [row for row in view.desk.plan.rows(ProgrammeItem) if row.kind == kind]
    assert (made.title_en, made.travel_mode, made.start_time, made.end_time) == ("To the ministry", mode, "13:00", end)
    assert made.place_id == HOTEL.id


def test_a_way_is_added_to_an_empty_schedule(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, RundownView(open_desk(a_plan())))
    view.verbs.add_flight()
    [made] = view.desk.plan.rows(ProgrammeItem)
    assert (made.kind, made.start_time, made.end_time, made.place_id) == ("flight", "09:00", "11:00", None)


@pytest.mark.parametrize("typed", ["45 min", "+45", "1245"])
def test_an_end_is_typed_as_a_length_in_the_rundown(open_desk: OpenDesk, qtbot: QtBot, typed: str) -> None:
    view = shown(qtbot, RundownView(open_desk(a_plan(*ROWS, TALKS))))
    give_keyboard(view.sheet)
    view.sheet.setCurrentIndex(view.model.index_of(CALL.id, view.model.column_of("end")))
    type_text(typed, Qt.Key.Key_Return)
    assert view.desk.plan.find(ProgrammeItem, CALL.id) == CALL._replace(end_time="12:45")


def test_what_is_no_end_is_refused_with_a_sentence(open_desk: OpenDesk, qtbot: QtBot) -> None:
    view = shown(qtbot, RundownView(open_desk(a_plan(*ROWS, TALKS))))
    told: list[str] = []
    view.desk.told.connect(told.append)
    give_keyboard(view.sheet)
    view.sheet.setCurrentIndex(view.model.index_of(CALL.id, view.model.column_of("end")))
    type_text("soon", Qt.Key.Key_Return)
    assert told == ["“soon” is neither a time nor a length. Write it as 10:15 or 45 min."]
    assert view.desk.plan.find(ProgrammeItem, CALL.id) == CALL
    press(Qt.Key.Key_Escape)
