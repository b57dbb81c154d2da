"""The findings pane: it follows the plan, and a click goes to what a finding is about."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.findings.delegate import ROOM_FOR_BUTTONS
from delegation_planner.screen.findings.pane import FindingsPane
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.session.store import Label
from tests.builders import a_person, a_plan, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import click, nameless, press, rich_labels, shown, type_and_press

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


def test_a_finding_is_waived_for_a_reason_shown_again_and_taken_back(pane: FindingsPane) -> None:
    clash(pane)
    click(pane.list, pane.model.index(0, 0))
    assert buttons(pane) == ["Open", "Mend…", "Waive…"]
    with type_and_press("They sit side by side", "Waive") as asked:
        press_button(pane, "Waive…")
    assert asked[0].startswith("<b>Inam</b> is expected at two items at once")
    assert (pane.model.rowCount(), pane.head.count) == (0, "")
    (waiver,) = pane.desk.plan.rows(Waiver)
    assert (waiver.check, waiver.reason, waiver.waived_at) == ("C1", "They sit side by side", "2017-07-10T02:00:00Z")
    toggle(pane, "Show waived findings")
    assert (pane.model.rowCount(), pane.head.count) == (1, "1")
    click(pane.list, pane.model.index(0, 0))
    assert buttons(pane) == ["Open", "Take back"]
    press_button(pane, "Take back")
    assert list(pane.desk.plan.rows(Waiver)) == []
    click(pane.list, pane.model.index(0, 0))
    assert buttons(pane) == ["Open", "Mend…", "Waive…"]
    assert pane.desk.undo()
    assert pane.desk.undo()
    assert list(pane.desk.plan.rows(Waiver)) == []


def test_without_a_reason_nothing_is_waived(pane: FindingsPane) -> None:
    clash(pane)
    click(pane.list, pane.model.index(0, 0))
    with type_and_press("", "Keep as is"):
        press_button(pane, "Waive…")
    assert (pane.model.rowCount(), list(pane.desk.plan.rows(Waiver))) == (1, [])


def test_a_waived_finding_comes_back_when_its_item_changes(pane: FindingsPane) -> None:
    clash(pane)
    click(pane.list, pane.model.index(0, 0))
    with type_and_press("agreed", "Waive"):
        press_button(pane, "Waive…")
    assert pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "09:40"))
    assert pane.model.rowCount() == 1


def test_open_asks_for_the_keyboard_there(pane: FindingsPane, qtbot: QtBot) -> None:
    clash(pane)
    click(pane.list, pane.model.index(0, 0))
    with qtbot.waitSignal(pane.opened) as opened:
        press_button(pane, "Open")
    assert opened.args == [ProgrammeItem, FIRST.id]


def test_the_grouping_is_remembered(pane: FindingsPane, qtbot: QtBot) -> None:
    clash(pane)
    pane.grouping.choices["day"].trigger()
    assert pane.grouping.text() == "By day"
    assert pane.model.index(0, 0).data() == "D1 Sun 23 Jul"
    assert not pane.model.flags(pane.model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert shown(qtbot, FindingsPane(pane.desk), 280, 300).wanted.grouping == "day"


def test_the_open_row_is_taller_and_keeps_its_buttons_through_edits(pane: FindingsPane) -> None:
    clash(pane)
    click(pane.list, pane.model.index(0, 0))
    tall = pane.list.visualRect(pane.model.index(0, 0)).height()
    assert pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "09:40"))
    assert buttons(pane) == ["Open", "Mend…", "Waive…"]
    assert pane.list.visualRect(pane.model.index(0, 0)).height() == tall
    pane.list.clearSelection()
    QApplication.processEvents()
    assert pane.list.visualRect(pane.model.index(0, 0)).height() == tall - ROOM_FOR_BUTTONS
    assert buttons(pane) == []


def test_rows_follow_each_other_when_only_the_width_changes(pane: FindingsPane, qtbot: QtBot) -> None:
    def tops_and_heights() -> list[tuple[int, int]]:
        rects = [pane.list.visualRect(pane.model.index(row, 0)) for row in range(pane.model.rowCount())]
        return [(rect.top(), rect.height()) for rect in rects]

    pane.resize(600, pane.height())
    clash(pane)
    third = an_item("03", 1, "09:45", "10:15")
    assert pane.desk.edit(Label("add_item"), Changes([put(third), put(an_invitation(third, GUEST))]))
    QApplication.processEvents()
    wide = tops_and_heights()
    assert len(wide) > 1
    pane.resize(260, pane.height())
    qtbot.waitUntil(lambda: tops_and_heights()[1][0] > wide[1][0], timeout=1000)
    narrow = tops_and_heights()
    assert [top for top, _ in narrow[1:]] == [top + height for top, height in narrow[:-1]]


def buttons(pane: FindingsPane) -> list[str]:
    return [button.text() for button in open_buttons(pane)]


def open_buttons(pane: FindingsPane) -> list[QPushButton]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [button for button in pane.list.findChildren(QPushButton) if button.isVisible()]


def press_button(pane: FindingsPane, text: str) -> None:
    button = next(button for button in open_buttons(pane) if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def toggle(pane: FindingsPane, text: str) -> None:
    next(action for action in pane.actions() if without_letter(action.text()) == text).trigger()


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


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("width", [200, 228, 268, 400])
def test_the_head_fits_into_every_width(open_desk: OpenDesk, qtbot: QtBot, language: Language, width: int) -> None:
    pane = shown(qtbot, FindingsPane(open_desk(read_sample(fixed=True), language=language)), width, 300)
    pane.desk.judge()
    qtbot.waitUntil(lambda: bool(pane.head.count))
    QApplication.processEvents()
    parts = sorted(
        (part.geometry() for part in pane.head.findChildren(QWidget) if part.parent() is pane.head),
        key=lambda place: place.x(),
    )
    assert all(left.right() < right.left() for left, right in pairwise(parts))
    assert parts[-1].right() <= pane.head.width()
    assert all(label.width() >= label.sizeHint().width() for label in pane.head.findChildren(QLabel))
    button = pane.grouping
    assert button.width() >= button.sizeHint().width()
    assert button.toolTip().endswith(button.text())
