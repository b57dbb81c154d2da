"""Ctrl+K in the real window, with real keys: it finds, goes there, and gives commands."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.documents.pane import DocumentsPane
from delegation_planner.screen.finder.panel import FinderPanel
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.rundown import RundownView
from delegation_planner.session.store import Label
from tests.screen.panes import focused, press, type_text
from tests.screen.windows import a_window

pytestmark = pytest.mark.usefixtures("qtbot")
CTRL = Qt.KeyboardModifier.ControlModifier
ListPane = RundownView | ParticipantsPane | DocumentsPane


def ctrl_k(window: MainWindow) -> FinderPanel:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    press(Qt.Key.Key_K, CTRL)
    panel = window.over.card
    assert isinstance(panel, FinderPanel)
    assert panel.field.hasFocus()
    return panel


def offered(panel: FinderPanel) -> list[str]:
    return [row.text for at in range(panel.model.rowCount()) if (row := panel.model.row_at(panel.model.index(at, 0)))]


def by_code(window: MainWindow, kind: type[Row], code: str) -> Id:
    assert window.desk is not None
    return next(row.id for row in window.desk.plan.rows(kind) if getattr(row, "code", "") == code)


def pane(window: MainWindow, name: str) -> ListPane:
    assert window.panes is not None
    if name == "schedule":
        window.panes.show_schedule_as("rundown")
        return window.panes.schedule.rundown
    found = window.panes.panes[name]
    assert isinstance(found, ListPane)
    return found


def view(pane: ListPane) -> QAbstractItemView:
    return (
        pane.sheet if isinstance(pane, RundownView) else pane.tree if isinstance(pane, ParticipantsPane) else pane.list
    )


@pytest.mark.parametrize(
    ("typed", "name", "kind", "code"),
    [
        pytest.param("farewell lunch", "schedule", ProgrammeItem, "47", id="an item"),
        pytest.param("interpreter id", "participants", Participant, "I8", id="a person"),
        pytest.param("doc9", "documents", Document, "DOC9", id="a paper"),
    ],
)
def test_enter_goes_to_the_row_whatever_hid_it(
    tmp_path: Path, typed: str, name: str, kind: type[Row], code: str
) -> None:
    with a_window(tmp_path) as window:
        assert window.panes is not None
        assert window.desk is not None
        shown_in = pane(window, name)
        shown_in.filter.setText("zzz")
        window.panes.show_pane(name, shown=False)
        ctrl_k(window)
        type_text(typed, Qt.Key.Key_Return)
        row = window.desk.plan.find(kind, window.desk.selection.ids[0])
        assert (window.desk.selection.kind, getattr(row, "code", "")) == (kind, code)
        assert window.over.card is None
        assert shown_in.isVisible()
        assert shown_in.isAncestorOf(focused())
        at = shown_in.model.index_of(row.id)
        QApplication.processEvents()
        assert view(shown_in).viewport().rect().intersects(view(shown_in).visualRect(at))


def test_a_place_is_shown_in_the_details(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        ctrl_k(window)
        type_text("juanda", Qt.Key.Key_Return)
        assert window.desk is not None
        assert window.desk.selection.one(Place) == by_code(window, Place, "SUB")
        assert window.panes is not None
        assert window.panes.panes["details"].isAncestorOf(focused())


def test_arrows_choose_and_escape_gives_the_keyboard_back(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        before = window.focusWidget()
        panel = ctrl_k(window)
        type_text("signing")
        first, second = offered(panel)[:2]
        press(Qt.Key.Key_Down)
        row = panel.model.row_at(panel.list.currentIndex())
        assert row is not None
        assert (row.text, first != second) == (second, True)
        press(Qt.Key.Key_Up)
        press(Qt.Key.Key_Up)
        assert panel.list.currentIndex().row() == panel.model.rowCount() - 1
        press(Qt.Key.Key_Escape)
        assert window.over.card is None
        assert window.focusWidget() is before


def test_commands_of_the_menus_can_be_given(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.desk is not None
        items = len(window.desk.plan.rows(ProgrammeItem))
        panel = ctrl_k(window)
        type_text(">add an it")
        assert offered(panel) == ["Add an item"]
        press(Qt.Key.Key_Return)
        assert len(window.desk.plan.rows(ProgrammeItem)) == items + 1


def test_what_cannot_be_done_now_is_not_offered(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        panel = ctrl_k(window)
        type_text(">undo:")
        assert offered(panel) == []
        assert panel.nothing.isVisible()
        press(Qt.Key.Key_Escape)
        assert window.desk is not None
        first = window.desk.plan.rows(ProgrammeItem)[0]
        assert window.desk.edit(Label("edit_item"), edit_item(window.desk.plan, first.id, {"title_en": "Zeppelin"}))
        panel = ctrl_k(window)
        type_text(">undo:")
        assert len(offered(panel)) == 1
        press(Qt.Key.Key_Escape)
        panel = ctrl_k(window)
        type_text("zeppelin")
        assert offered(panel)[0] == "Zeppelin"


def test_it_opens_from_a_field_too_and_what_was_typed_there_is_kept(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        shown_in = pane(window, "participants")
        shown_in.filter.setFocus()
        shown_in.filter.setText("karimov")
        shown_in.filter.setCursorPosition(2)
        ctrl_k(window)
        assert shown_in.filter.text() == "karimov"


def test_a_click_on_the_field_of_the_toolbar_opens_it_below(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.tool_bar is not None
        field = window.tool_bar.find_field
        assert field.accessibleName() == "Find anything"
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        panel = window.over.card
        assert isinstance(panel, FinderPanel)
        assert panel.card.mapTo(window, panel.card.rect().topRight()).x() <= window.width()
        assert panel.geometry().top() < field.mapTo(window, field.rect().bottomLeft()).y() + 20


def test_slips_of_the_keyboard_find_what_was_meant(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        panel = ctrl_k(window)
        type_text("karimof")
        assert offered(panel)[0] == "Inam Karimov"
        panel.field.clear()
        type_text("x9")
        assert offered(panel) == []


def test_another_language_has_another_finder(tmp_path: Path) -> None:
    with a_window(tmp_path, "id") as window:
        panel = ctrl_k(window)
        type_text("penandatanganan")
        assert any(text.startswith("Penandatanganan") for text in offered(panel))
        press(Qt.Key.Key_Escape)
        window.speak("en")
        panel = ctrl_k(window)
        type_text("penandatanganan")
        assert any(text.startswith("Signing") for text in offered(panel))


@pytest.mark.parametrize(("typed", "verb"), [("shift", "Push what follows…"), ("look", "Dark")])
def test_a_command_is_found_by_the_menu_in_the_menu(tmp_path: Path, typed: str, verb: str) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        panel = ctrl_k(window)
        type_text(typed)
        assert verb in offered(panel)
