"""Fields commit when they are left, and Esc takes back what was typed."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.screen.fields.choice_field import ChoiceField, FlagField
from delegation_planner.screen.fields.clock_field import clock_field
from delegation_planner.screen.fields.date_field import date_field
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.note_field import NoteField
from delegation_planner.screen.fields.pick_field import PickField, SeveralField
from delegation_planner.screen.fields.picking import NOTHING, Pick, Picked
from delegation_planner.screen.fields.typed import read_clock
from delegation_planner.screen.fields.when_field import WhenField
from delegation_planner.words.dates import short_date
from tests.screen.panes import give_keyboard
from tests.words.spoken import words

PICKS = [Pick("1", "MIN", "Ministry, signing hall"), Pick("2", "HTL", "Hotel"), Pick("3", "SBM", "Şəki mall")]


Put = Callable[[Any], list[Any]]


@pytest.fixture
def put(qtbot: QtBot) -> Iterator[Put]:
    """Shows a field with another one beside it, and gives the list of what it commits."""
    windows: list[QWidget] = []

    def show(field: Any) -> list[Any]:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        column.addWidget(QLineEdit(window))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        takes_keys = field.focusProxy() or field
        takes_keys.setFocus()
        qtbot.waitUntil(takes_keys.hasFocus)
        committed: list[Any] = []
        field.committed.connect(committed.append)
        return committed

    yield show
    windows.clear()


def leave() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_a_line_commits_once_when_it_is_left(put: Put) -> None:
    field = LineField()
    committed = put(field)
    field.show_value("old")
    field.selectAll()
    QTest.keyClicks(field, "new")
    assert committed == []
    leave()
    field.commit()
    assert committed == ["new"]


def test_a_line_left_as_it_was_commits_nothing(put: Put) -> None:
    field = LineField()
    committed = put(field)
    field.show_value("old")
    leave()
    assert committed == []


def test_esc_takes_back_what_was_typed(put: Put) -> None:
    field = LineField()
    committed = put(field)
    field.show_value("old")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "old"
    leave()
    assert committed == []


def test_what_cannot_be_read_stays_and_is_told(put: Put) -> None:
    field = LineField(read=read_clock)
    committed = put(field)
    told: list[str] = []
    field.not_understood.connect(told.append)
    field.show_value("11:00")
    field.selectAll()
    QTest.keyClicks(field, "25:00")
    leave()
    assert (committed, told, field.text(), field.property("look")) == ([], ["25:00"], "25:00", "wrong")


def test_a_change_from_elsewhere_does_not_run_over_the_typing(put: Put) -> None:
    field = LineField()
    put(field)
    field.show_value("old")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "er")
    field.show_value("another")
    assert field.text() == "older"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "another"


def test_a_note_commits_when_it_is_left_and_tab_leaves_it(put: Put) -> None:
    field = NoteField()
    committed = put(field)
    field.show_value("one")
    field.selectAll()
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "three")
    leave()
    assert committed == ["two\nthree"]


def test_a_wheel_over_a_choice_changes_nothing(put: Put) -> None:
    field = ChoiceField([(1, "one"), (2, "two")])
    committed = put(field)
    field.show_value(1)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert (field.value(), committed) == (1, [])
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.value(), committed) == (2, [2])


def test_a_flag_commits_at_once(put: Put) -> None:
    field = FlagField("Head")
    committed = put(field)
    field.show_value(value=False)
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert committed == [True]


def test_the_list_finds_without_accents_and_the_field_takes_the_entry(put: Put) -> None:
    field = PickField()
    committed = put(field)
    field.offer(PICKS)
    field.show_value(NOTHING)
    QTest.keyClicks(field, "saki")
    popup = field.list.popup()
    assert popup is not None
    model = field.list.completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Şəki mall  ·  SBM"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Şəki mall"
    leave()
    assert committed == [Picked("3")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_leaving_while_the_list_is_open_commits_what_was_typed(put: Put, key: Qt.Key) -> None:
    field = PickField()
    committed = put(field)
    field.offer(PICKS)
    field.show_value(NOTHING)
    QTest.keyClicks(field, "hall")
    popup = field.list.popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, key)
    assert not popup.isVisible()
    assert committed == [Picked("1")]


def test_leaving_takes_the_highlighted_entry(put: Put) -> None:
    field = PickField()
    committed = put(field)
    field.offer(PICKS)
    field.show_value(NOTHING)
    QTest.keyClicks(field, "h")
    popup = field.list.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    assert committed == [Picked("2")]


def test_a_list_of_several_goes_on_after_an_entry_was_taken(put: Put) -> None:
    field = SeveralField(by_code=True)
    committed = put(field)
    field.offer(PICKS)
    field.show_value(())
    QTest.keyClicks(field, "hot")
    popup = field.list.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (field.text(), committed, field.hasFocus()) == ("HTL, ", [], True)
    QTest.keyClicks(field, "min")
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    assert committed == [("2", "1")]


def test_a_pick_that_names_nothing_is_refused_unless_free_text_may_stand(put: Put) -> None:
    strict, free = PickField(), PickField(free=True)
    told: list[str] = []
    strict.not_understood.connect(told.append)
    for field in (strict, free):
        committed = put(field)
        field.offer(PICKS)
        field.show_value(Picked("2"))
        field.selectAll()
        QTest.keyClicks(field, "Nowhere")
        field.commit()
        assert committed == ([Picked(None, "Nowhere")] if field is free else [])
    assert told == ["Nowhere"]


def test_an_emptied_pick_is_nothing(put: Put) -> None:
    field = PickField()
    committed = put(field)
    field.offer(PICKS)
    field.show_value(Picked("2"))
    field.clear()
    leave()
    assert committed == [NOTHING]


@pytest.mark.parametrize(("by_code", "shown"), [(True, "MIN, HTL"), (False, "Ministry, signing hall; Hotel")])
def test_several_are_written_and_read_back_alike(put: Put, shown: str, *, by_code: bool) -> None:
    field = SeveralField(by_code=by_code)
    put(field)
    field.offer(PICKS)
    field.show_value(("1", "2"))
    assert field.text() == shown
    assert field.value() == ("1", "2")


@pytest.mark.parametrize(("language", "written"), [("en", "11:00"), ("id", "11.00"), ("az", "11:00")])
def test_a_time_stands_as_the_language_writes_it_and_is_typed_as_one_likes(
    put: Put, language: Language, written: str
) -> None:
    field = clock_field(words(language))
    field.show_value("11:00")
    committed = put(field)
    assert field.text() == written
    for typed in ("9:15", "9.16", "0917"):
        field.setText(typed)
        field.commit()
    assert committed == ["09:15", "09:16", "09:17"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_in_a_field_is_written_as_everywhere(put: Put, language: Language) -> None:
    field, day = date_field(words(language), "Day 1", date(2017, 7, 24)), date(2017, 7, 24)
    assert put is not None
    assert field.text() == short_date(words(language), day)


def test_a_day_and_a_time_are_told_together(put: Put) -> None:
    class Moment:
        day, clock = 2, "11:00"

    field = WhenField(words("en"))
    committed = put(field)
    field.offer([(1, "D1"), (2, "D2"), (3, "D3")])
    field.show_value(Moment)
    give_keyboard(field.clock)
    field.clock.selectAll()
    QTest.keyClicks(field.clock, "915")
    leave()
    assert committed == [(2, "09:15")]


UNDO, REDO = "Ctrl+Z", "Ctrl+Shift+Z"


def undone_in_the_plan(field: QWidget) -> list[str]:
    """What the window around a field would undo and redo."""
    told: list[str] = []
    for keys in (UNDO, REDO):
        action = QAction(field.window())
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, keys=keys: told.append(keys))
        field.window().addAction(action)
    return told


def undo_keys(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_is_the_fields_while_one_types_and_the_plans_once_it_has_taken_the_text(put: Put) -> None:
    field = LineField(read=read_clock)
    committed = put(field)
    field.committed.connect(field.show_value)
    field.show_value("09:00")
    told = undone_in_the_plan(field)
    field.selectAll()
    QTest.keyClicks(field, "11")
    undo_keys(field)
    assert (field.text(), told) == ("09:00", [])
    field.selectAll()
    QTest.keyClicks(field, "1130")
    QTest.keyClick(field, Qt.Key.Key_Return)
    undo_keys(field)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (field.text(), committed, told) == ("11:30", ["11:30"], [UNDO, REDO])


def test_undo_in_a_note_is_the_plans_once_it_has_taken_the_text(put: Put) -> None:
    field = NoteField()
    put(field)
    field.committed.connect(field.show_value)
    field.show_value("old")
    told = undone_in_the_plan(field)
    QTest.keyClicks(field, "new ")
    undo_keys(field)
    assert (field.toPlainText(), told) == ("old", [])
    QTest.keyClicks(field, "new ")
    leave()
    field.setFocus()
    undo_keys(field)
    assert (field.toPlainText(), told) == ("new old", [UNDO])
