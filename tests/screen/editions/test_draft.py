"""The draft's distance from its last edition is always in view, and each change can be gone to."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.items import move_item, remove_item
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.editions.change_lines import change_nodes, counts_line
from delegation_planner.screen.editions.draft_field import LATEST_MS
from delegation_planner.screen.editions.draft_panel import DraftPanel
from delegation_planner.screen.editions.draft_watch import DraftWatch, watch_of
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.session.store import Label
from tests.screen.windows import a_window


def watched(window: MainWindow, qtbot: QtBot) -> DraftWatch:
    """The window's watch, once it has compared everything."""
    window.complete()
    assert window.desk is not None
    watch = watch_of(window.desk)
    qtbot.waitUntil(lambda: watch.is_settled, timeout=20_000)
    return watch


def item_id(window: MainWindow, code: str) -> str:
    assert window.desk is not None
    return next(item.id for item in window.desk.plan.rows(ProgrammeItem) if item.code == code)


def said(window: MainWindow) -> list[str]:
    assert window.tool_bar is not None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [label.text() for label in window.tool_bar.draft.findChildren(QLabel) if label.text()]


def open_panel(window: MainWindow) -> DraftPanel:
    assert window.tool_bar is not None
    QTest.mouseClick(window.tool_bar.draft, Qt.MouseButton.LeftButton)
    panel = window.over.card
    assert isinstance(panel, DraftPanel)
    return panel


def test_the_toolbar_says_how_far_the_draft_has_come(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        watched(window, qtbot)
        assert said(window) == ["Draft", "after Edition 2", "2 changes"]
        assert window.tool_bar is not None
        assert window.tool_bar.draft.accessibleName() == "Draft after Edition 2: 2 changes"


def test_it_follows_each_edit_and_undo(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        watch = watched(window, qtbot)
        desk = window.desk
        assert desk is not None
        signing = item_id(window, "12")
        assert desk.edit(Label("move_item"), lambda: move_item(desk.plan, signing, 2, "15:00"))
        qtbot.waitUntil(lambda: watch.is_settled)
        assert said(window)[-1] == "3 changes"
        assert desk.undo()
        qtbot.waitUntil(lambda: watch.is_settled)
        assert said(window)[-1] == "2 changes"


def test_a_plan_without_edition_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        files = window.around.files
        window.show_plan(files.create(tmp_path / "new.visit", read_sample(fixed=True)))
        watched(window, qtbot)
        assert said(window) == ["Draft", "no edition yet"]
        panel = open_panel(window)
        assert not panel.pack.isEnabled()
        assert panel.issue.text() == "Issue Edition 1…"


def test_a_click_goes_to_what_has_changed(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        watched(window, qtbot)
        panel = open_panel(window)
        index = panel.changes.rows.index_of(f"item {item_id(window, '45')}")
        spot = panel.changes.visualRect(index).center()
        QTest.mouseClick(panel.changes.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert window.desk is not None
        assert window.desk.selection.of(ProgrammeItem) == (item_id(window, "45"),)
        assert window.over.card is panel


def test_the_keyboard_goes_there_too_and_esc_puts_the_panel_away(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        watched(window, qtbot)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        panel = open_panel(window)
        QTest.keyClick(panel.changes, Qt.Key.Key_Down)
        QTest.keyClick(panel.changes, Qt.Key.Key_Return)
        assert window.desk is not None
        assert window.desk.selection.of(ProgrammeItem) == (item_id(window, "45"),)
        QTest.keyClick(panel, Qt.Key.Key_Escape)
        assert window.over.card is None


def test_the_panel_follows_while_it_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        watch = watched(window, qtbot)
        panel = open_panel(window)
        assert window.desk is not None
        plan = window.desk.plan
        assert window.desk.edit(Label("remove_item"), remove_item(plan, item_id(window, "12")))
        qtbot.waitUntil(lambda: watch.is_settled)
        rows = [panel.changes.rows.row_at(panel.changes.rows.index(at, 0)) for at in range(8)]
        dropped = [row for row in rows if row is not None and row.headline == "DROPPED"]
        assert [row.goes_to for row in dropped] == [None]
        assert dropped[0].title.startswith("12  ")


def test_lines_stand_under_what_became_of_them(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        watch = watched(window, qtbot)
        desk = window.desk
        assert desk is not None
        assert watch.difference is not None
        nodes = change_nodes(desk.words, desk.plan, watch.difference)
        assert [(node.row.title, node.row.headline) for node in nodes] == [
            ("Moved  1", ""), ("45  Cultural programme for the Head of Delegation", "EARLIER"),
            ("Changed  1", ""), ("08  Motorcade: hotel to the Ministry", "CHANGED"),
        ]  # fmt: skip
        assert counts_line(desk.words, watch.difference) == "1 moved, 1 changed"


@pytest.mark.parametrize("width", [1440, 1024])
def test_a_narrow_toolbar_keeps_everything_in_reach(tmp_path: Path, qtbot: QtBot, width: int) -> None:
    with a_window(tmp_path) as window:
        window.resize(width, 700)
        watched(window, qtbot)
        QTest.qWait(50)
        assert window.tool_bar is not None
        assert window.tool_bar.export.isVisible()
        assert window.tool_bar.export.geometry().right() <= window.tool_bar.width()


def test_a_plan_that_was_closed_at_once_is_not_asked_any_more(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.show_plan(window.around.files.create(tmp_path / "new.visit", read_sample(fixed=True)))
        QTest.qWait(LATEST_MS + 200)
        watched(window, qtbot)


def test_an_edition_whose_content_was_taken_out_is_still_named(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        path = window.around.files.working_copy()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE edition SET content = NULL")
    db.close()
    with a_window(tmp_path) as window:
        watch = watched(window, qtbot)
        assert watch.difference is None
        assert window.tool_bar is not None
        assert window.tool_bar.draft.accessibleName() == "Draft after Edition 2"
        panel = open_panel(window)
        assert panel.changes.isHidden()
        assert panel.issue.isEnabled()


def test_a_damaged_edition_is_no_crash(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        path = window.around.files.working_copy()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE edition SET content = x'00'")
    db.close()
    with a_window(tmp_path) as window:
        watch = watched(window, qtbot)
        assert (watch.difference, watch.read_edition) == (None, None)
        assert window.tool_bar is not None
        assert window.tool_bar.draft.accessibleName() == "Draft after Edition 2"
