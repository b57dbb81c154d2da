"""Minute steps are put in order by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delegation_planner.screen.details.steps_tab import StepsTab
from tests.builders import a_plan, a_step, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, press, shown

ITEM = an_item("12", 1, "09:00", "10:00")
DOORS, SPEECH, TOAST = a_step(ITEM, 0, minutes=10), a_step(ITEM, 10, minutes=2), a_step(ITEM, 12)


def test_a_step_goes_up_and_down_with_the_keyboard_on_it(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(a_plan(ITEM, DOORS, SPEECH, TOAST))
    tab = shown(qtbot, StepsTab(desk), 420, 300)
    desk.plan_changed.connect(lambda _told: tab.show_row(ITEM))
    tab.show_row(ITEM)
    give_keyboard(tab.table)
    tab.table.setCurrentIndex(tab.model.index_of(SPEECH.id, tab.model.column_of("title")))
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert tab.model.ids() == (SPEECH.id, DOORS.id, TOAST.id)
    assert [tab.model.index(row, 0).data() for row in range(3)] == ["09:00", "09:02", "09:12"]
    assert tab.table.currentIndex() == tab.model.index_of(SPEECH.id, tab.model.column_of("title"))
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert tab.model.ids() == (DOORS.id, SPEECH.id, TOAST.id)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert tab.model.ids() == (DOORS.id, TOAST.id, SPEECH.id)
    label = desk.session.undo_label
    assert label is not None
    assert (label.kind, label.values) == ("move_step", {"name": "12"})


def test_a_row_is_as_high_as_its_cue_also_where_many_leave_less_width(open_desk: OpenDesk, qtbot: QtBot) -> None:
    cue = "The Master of Ceremonies announces the title of the Memorandum"
    desk = open_desk(a_plan(ITEM, *(a_step(ITEM, minute, cue_en=cue) for minute in range(12))))
    tab = shown(qtbot, StepsTab(desk), 300, 300)
    tab.show_row(ITEM)
    table = tab.table
    qtbot.waitUntil(table.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: all(table.rowHeight(row) == table.sizeHintForRow(row) for row in range(12)))
    assert table.rowHeight(0) > 4 * table.fontMetrics().lineSpacing()
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_an_item_without_steps_says_what_comes_next(open_desk: OpenDesk, qtbot: QtBot) -> None:
    tab = shown(qtbot, StepsTab(open_desk(a_plan(ITEM))), 300, 300)
    tab.show_row(ITEM)
    texts = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert texts == ["No minute steps yet. Add the first one."]
    assert not tab.table.isVisible()
