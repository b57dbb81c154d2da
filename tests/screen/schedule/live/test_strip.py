"""The strip of the day: note that an item began and ended, and push what follows with a preview."""

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.pane import SchedulePane
from delegation_planner.screen.shift.dialog import ShiftDialog
from delegation_planner.screen.shift.pages import PushPage
from tests.builders import a_person, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import nameless, rich_labels, shown
from tests.screen.schedule.live.test_rows import at

GUEST = a_person("A1")
FIRST = an_item("01", 2, "10:00", "11:00", title_en="Talks & <b>tea</b>")
SECOND = an_item("02", 2, "11:00", "11:20")
PLAN = a_plan(GUEST, FIRST, SECOND, an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST))


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> SchedulePane:
    desk = open_desk(PLAN)
    desk.now = lambda: at("10:30")
    return shown(qtbot, SchedulePane(desk))


def look(pane: SchedulePane, moment: datetime) -> None:
    pane.desk.now = lambda: moment
    pane.live.follow()


def said(pane: SchedulePane) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = pane.live.findChildren(QLabel)
    return [label.text().replace("\u00a0", " ") for label in labels if label.text()]


def buttons(pane: SchedulePane) -> list[QPushButton]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return pane.live.findChildren(QPushButton)


def verbs(pane: SchedulePane) -> list[str]:
    return [button.text() for button in buttons(pane)]


def press(pane: SchedulePane, verb: str) -> None:
    """The first button of that verb: that of what has been on for longest."""
    button = next(each for each in buttons(pane) if each.text() == verb)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def item(pane: SchedulePane, one: ProgrammeItem) -> ProgrammeItem:
    return pane.desk.plan.find(ProgrammeItem, one.id)


def test_it_says_what_is_on_and_what_is_next_and_goes_there(pane: SchedulePane) -> None:
    assert said(pane) == ["Now", "10:00–11:00 · 30 min left", "Next", "11:00–11:20 · in 30 min"]
    assert verbs(pane) == ["01 Talks && <b>tea</b>", "Began", "Ended", "02 Item 02"]
    press(pane, "02 Item 02")
    assert pane.desk.selection.one(ProgrammeItem) == SECOND.id
    assert (nameless(pane.live), rich_labels(pane.live)) == ([], [])


def test_a_late_beginning_is_noted_and_shown(pane: SchedulePane) -> None:
    look(pane, at("10:12"))
    press(pane, "Began")
    assert item(pane, FIRST).actual_start == "10:12"
    assert "Running +12 min" in said(pane)
    assert verbs(pane) == ["01 Talks && <b>tea</b>", "Push what follows…", "Ended", "02 Item 02"]
    press(pane, "Push what follows…")
    (dialog,) = pane.findChildren(ShiftDialog)
    assert isinstance(dialog.page, PushPage)
    assert (dialog.page.how.value(), dialog.page.minutes.text()) == ("runs", "12")
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert (item(pane, SECOND).start_time, item(pane, FIRST).start_time) == ("11:12", "10:00")
    assert pane.desk.undo()
    assert pane.desk.undo()
    assert pane.desk.plan == PLAN


def test_a_late_end_asks_what_becomes_of_what_follows(pane: SchedulePane) -> None:
    look(pane, at("10:02"))
    press(pane, "Began")
    look(pane, at("11:08"))
    press(pane, "Ended")
    assert item(pane, FIRST).actual_end == "11:08"
    (dialog,) = pane.findChildren(ShiftDialog)
    assert isinstance(dialog.page, PushPage)
    assert dialog.page.minutes.text() == "8"
    dialog.reject()
    assert item(pane, SECOND).start_time == "11:00"


def test_an_end_in_time_asks_nothing(pane: SchedulePane) -> None:
    press(pane, "Ended")
    assert item(pane, FIRST).actual_end == "10:30"
    assert pane.findChildren(ShiftDialog) == []


def test_it_is_hidden_on_other_days_and_when_it_is_not_wanted(pane: SchedulePane) -> None:
    assert pane.live.isVisible()
    look(pane, at("10:30", day=21))
    assert not pane.live.isVisible()
    look(pane, at("10:30"))
    verb = next(action for action in pane.actions() if action.text() == "Show what is on now")
    verb.trigger()
    assert (pane.live.isVisible(), verb.isChecked()) == (False, False)
    verb.trigger()
    assert pane.live.isVisible()
