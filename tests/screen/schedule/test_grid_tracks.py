"""Items that go from one track to another: by the mouse sideways, by keys, in one edit with the time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.drop_words import drop_words
from delegation_planner.screen.schedule.grid.gesture import Gesture, doing, drop_at
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item, new_ids
from tests.screen.conftest import OpenDesk
from tests.screen.panes import press
from tests.screen.schedule.grid_scenes import a_grid, drag, hold, item, on, times

MAIN, WORKING = an_item("01", 1, "09:00", "11:00"), an_item("02", 1, "09:30", "11:30", track="working")
LONE, OTHER_DAY = an_item("03", 1, "14:00", "15:00"), an_item("04", 2, "09:00", "10:00")
GUEST = a_person("A1", name_en="Inam Karimov")
PLAN = a_plan(
    a_visit(last_day=3),
    GUEST,
    MAIN,
    WORKING,
    LONE,
    OTHER_DAY,
    an_invitation(MAIN, GUEST),
    an_invitation(WORKING, GUEST),
)
CTRL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


@pytest.fixture
def view(open_desk: OpenDesk, qtbot: QtBot) -> GridView:
    return a_grid(qtbot, open_desk(PLAN))


def half(view: GridView) -> QPoint:
    """As far as from one of two tracks to the other."""
    return QPoint(round(view.scale.column_width / 2), 0)


def log(view: GridView) -> list[Label]:
    return [entry.label for entry in view.desk.session.store.log()]


def test_sideways_an_item_goes_to_the_other_track_in_one_edit_with_its_time(view: GridView) -> None:
    start = on(view, "01")
    drag(view, start, start + half(view) + QPoint(0, round(view.scale.hour)))
    assert item(view, "01").track == "working"
    assert times(view, "01") == (1, "10:00", 1, "12:00")
    assert log(view) == [Label("move_item", {"name": "01"})]
    assert view.desk.undo()
    assert view.desk.plan == PLAN


def test_sideways_alone_changes_the_track_alone(view: GridView) -> None:
    start = on(view, "02")
    drag(view, start, start - half(view))
    assert item(view, "02") == WORKING._replace(track="main")


def test_a_little_to_the_side_is_no_way_to_another_track(view: GridView) -> None:
    start = on(view, "01")
    drag(view, start, start + QPoint(20, round(view.scale.hour)))
    assert (item(view, "01").track, times(view, "01")) == ("main", (1, "10:00", 1, "12:00"))


def test_a_day_with_one_track_changes_none(view: GridView) -> None:
    start = on(view, "04")
    drag(view, start, start + half(view))
    assert view.desk.plan == PLAN


def test_an_item_dropped_on_another_day_takes_the_track_that_stands_there(view: GridView) -> None:
    drag(view, on(view, "04"), on(view, "02"))
    assert (item(view, "04").start_day, item(view, "04").track) == (1, "working")


def test_a_copy_goes_to_the_other_track_too(view: GridView) -> None:
    start = on(view, "01")
    drag(view, start, start + half(view), CTRL)
    assert item(view, "01") == MAIN
    (copy,) = [row for row in view.chosen_items() if row.id != MAIN.id]
    assert (copy.track, copy.start_time) == ("working", "09:00")


def test_esc_puts_track_and_time_back(view: GridView) -> None:
    start = on(view, "01")
    hold(view, start, start + half(view) + QPoint(0, 60))
    assert view.pointer.drop is not None
    assert view.pointer.drop.track == "working"
    press(Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, PLAIN, start)
    assert view.desk.plan == PLAN


def test_the_moving_block_lies_in_the_track_that_it_goes_to(view: GridView) -> None:
    start = on(view, "01")
    hold(view, start, start + half(view))
    drop = view.pointer.drop
    assert drop is not None
    ((block, box),) = view.overlay.lying(view.scale, view.shown, drop)
    assert block is not None
    column = view.scale.column_box(0).moved(*view.scale.origin)
    assert box.x > column.x + column.width / 2 - 4
    said = drop_words(ENGLISH, PLAN, drop, None)
    assert (said.times, said.was, said.track) == ("09:00–11:00", "as it was", "Track: Main → Working")
    view.pointer.cancel()


def test_several_items_of_one_track_go_together_and_of_several_stay() -> None:
    book = DayBook(PLAN)
    same = tuple(book.on_clock(one) for one in (MAIN, LONE))
    drop = drop_at(Gesture("move", same, 0), 0, 5, track="press")
    ready = doing(PLAN, drop, new_ids(), "")
    assert ready is not None
    after = PLAN.changed(ready.changes)
    assert [after.find(type(one), one.id).track for one in (MAIN, LONE)] == ["press", "press"]
    assert ready.label == Label("shift_items", {"count": 2})
    mixed = tuple(book.on_clock(one) for one in (MAIN, WORKING))
    assert drop_at(Gesture("move", mixed, 0), 0, 5, track="press").track is None


def test_keys_change_the_track(view: GridView) -> None:
    view.choose([MAIN.id])
    view.setFocus()
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    assert item(view, "01").track == "spouse"
    press(Qt.Key.Key_Left, CTRL | SHIFT)
    press(Qt.Key.Key_Left, CTRL | SHIFT)
    assert (item(view, "01").track, times(view, "01")) == ("press", (1, "09:00", 1, "11:00"))
    assert view.desk.undo()
    assert view.desk.plan == PLAN


def test_a_person_looked_at_does_not_keep_it(view: GridView) -> None:
    """The heads say how much somebody attends then, but the tracks stand side by side all the same."""
    view.desk.selection.choose(Participant, [GUEST.id])
    start = on(view, "01")
    drag(view, start, start + half(view))
    assert item(view, "01").track == "working"
