"""The findings pane: it follows the plan, and a click goes to what a finding is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.findings.pane import FindingsPane
from delegation_planner.session.store import Label
from tests.builders import a_person, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import click, nameless, press, rich_labels, shown

GUEST = a_person("A1", name_en="<b>Inam</b>")
FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:00", "11:00")


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> FindingsPane:
    plan = a_plan(GUEST, FIRST, SECOND, an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST))
    return shown(qtbot, FindingsPane(open_desk(plan)), 280, 300)


def clash(pane: FindingsPane) -> None:
    assert pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "09:30"))


def test_findings_come_with_an_edit_and_go_with_undo(pane: FindingsPane) -> None:
    assert (pane.model.rowCount(), pane.head.count, pane.list.isVisible()) == (0, "", False)
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    clash(pane)
    assert (pane.model.rowCount(), pane.head.count, pane.list.isVisible()) == (1, "1", True)
    assert pane.desk.undo()
    assert (pane.model.rowCount(), pane.list.isVisible()) == (0, False)
    assert tester.model() is pane.model


def test_a_click_goes_there(pane: FindingsPane) -> None:
    clash(pane)
    click(pane.list, pane.model.index(0, 0))
    assert pane.desk.selection.one(ProgrammeItem) == FIRST.id


def test_enter_goes_there_too(pane: FindingsPane) -> None:
    clash(pane)
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.model.index(0, 0))
    press(Qt.Key.Key_Return)
    assert pane.desk.selection.one(ProgrammeItem) == FIRST.id


def test_the_filter_says_when_nothing_is_left(pane: FindingsPane) -> None:
    clash(pane)
    pane.filter.setText("nothing like it")
    assert (pane.head.count, pane.list.isVisible()) == ("0 / 1", False)
    press(Qt.Key.Key_Escape) if pane.filter.hasFocus() else pane.filter.clear()
    assert pane.list.isVisible()


def test_findings_are_copied_as_a_table_and_shown_letter_by_letter(pane: FindingsPane) -> None:
    clash(pane)
    pane.copy()
    severity, sentence, note = QGuiApplication.clipboard().text().split("\t")
    assert (severity, note) == ("Error", "D1 Sun 23 Jul · Double booking")
    assert sentence.startswith("<b>Inam</b> is expected at two items at once")
    assert "<b>" not in pane.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert rich_labels(pane) == []
    assert nameless(pane) == []
