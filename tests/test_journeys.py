"""Whole stories through the real window, with the keys and the mouse of an officer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.export_panel import ExportPanel
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.schedule.rundown import RundownView
from tests.screen.panes import give_keyboard, type_text
from tests.screen.windows import a_window

CTRL = Qt.KeyboardModifier.ControlModifier


def desk_of(window: MainWindow) -> Desk:
    """The desk of the open plan."""
    assert window.desk is not None
    return window.desk


def rundown_of(window: MainWindow) -> RundownView:
    """The rundown, brought up by its keys if another view is shown."""
    assert window.panes is not None
    press(window, Qt.Key.Key_2, CTRL | Qt.KeyboardModifier.AltModifier)
    assert window.panes.schedule.shown == "rundown"
    return window.panes.schedule.rundown


def item(plan: Plan, code: str) -> ProgrammeItem:
    """The item of that number."""
    return next(row for row in plan.rows(ProgrammeItem) if row.code == code)


def type_into_cell(window: MainWindow, code: str, column: str, text: str) -> None:
    """Type into a cell of the rundown and press Enter."""
    pane = rundown_of(window)
    index = pane.model.index_of(item(desk_of(window).plan, code).id, pane.model.column_of(column))
    give_keyboard(pane.sheet)
    pane.sheet.scrollTo(index)
    pane.sheet.setCurrentIndex(index)
    type_text(text, Qt.Key.Key_Return)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """A shortcut, pressed where the keyboard is."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def export_everything(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Ctrl+E, everyone and each participant, and wait for the end."""
    press(window, Qt.Key.Key_E, CTRL)
    panel = window.over.card
    assert isinstance(panel, ExportPanel)
    panel.folder = folder
    panel.readers.setCurrentIndex(panel.readers.findData("each"))
    panel.what.setCurrentIndex(panel.what.findData("calendars"))
    QTest.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    verb = desk_of(window).say("Show in folder")
    qtbot.waitUntil(
        lambda: any(button.text() == verb and button.isVisible() for button in panel.findChildren(QPushButton)),
        timeout=30_000,
    )
    QTest.keyClick(panel, Qt.Key.Key_Escape)


def calendars(folder: Path) -> dict[str, bytes]:
    """The calendar files by name."""
    return {path.name: path.read_bytes() for path in folder.rglob("*.ics")}


def test_the_officers_day_edit_close_open_again_undo_to_the_start_export(tmp_path: Path, qtbot: QtBot) -> None:
    first = read_sample(fixed=False)
    with a_window(tmp_path) as window:
        assert desk_of(window).plan == first
        export_everything(window, tmp_path / "before", qtbot)
        type_into_cell(window, "12", "start", "1105")
        type_into_cell(window, "14", "title", "Doorstop")
        press(window, Qt.Key.Key_Z, CTRL)
        assert item(desk_of(window).plan, "14").title_en == item(first, "14").title_en
        press(window, Qt.Key.Key_Y, CTRL)
        edited = desk_of(window).plan
        assert (item(edited, "12").start_time, item(edited, "14").title_en) == ("11:05", "Doorstop")
        assert window.open_plan is not None
        path = window.open_plan.path
        assert read_plan_file(path) == edited
    with a_window(tmp_path, plan=path) as window:
        assert desk_of(window).plan == edited
        export_everything(window, tmp_path / "after", qtbot)
        while desk_of(window).session.undo_label is not None:
            press(window, Qt.Key.Key_Z, CTRL)
        assert desk_of(window).plan == first
        export_everything(window, tmp_path / "undone", qtbot)
    before, after, undone = (calendars(tmp_path / name) for name in ("before", "after", "undone"))
    assert len(before) == len(after) == len(undone) == 24
    signing, press_item = item(first, "12").uid, item(first, "14").uid
    assert sequences(before["A1 Inam Karimov.ics"], signing, press_item) == (0, 0)
    assert sequences(after["A1 Inam Karimov.ics"], signing, press_item) == (1, 1)
    assert sequences(undone["A1 Inam Karimov.ics"], signing, press_item) == (2, 2), "a sequence never falls"
    not_there = "R1 Mayor of Surabaya.ics"
    assert before[not_there] == after[not_there] == undone[not_there]


def sequences(calendar: bytes, *uids: str) -> tuple[int, ...]:
    """The SEQUENCE of each of these events in a calendar."""
    events = calendar.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    by_uid = {
        next(line[4:] for line in event.splitlines() if line.startswith("UID:")): next(
            int(line[9:]) for line in event.splitlines() if line.startswith("SEQUENCE:")
        )
        for event in events
    }
    return tuple(by_uid[uid] for uid in uids)


@pytest.mark.usefixtures("qtbot")
def test_a_visit_is_worked_on_by_keys_alone(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        before = len(desk_of(window).plan.rows(ProgrammeItem))
        rundown_of(window)
        press(window, Qt.Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
        type_text("Guest book at the library", Qt.Key.Key_Return)
        rows = desk_of(window).plan.rows(ProgrammeItem)
        assert (len(rows), rows[-1].title_en) == (before + 1, "Guest book at the library")
        press(window, Qt.Key.Key_Z, CTRL)
        press(window, Qt.Key.Key_Z, CTRL)
        assert len(desk_of(window).plan.rows(ProgrammeItem)) == before
        press(window, Qt.Key.Key_Y, CTRL)
        press(window, Qt.Key.Key_Y, CTRL)
        assert desk_of(window).plan.rows(ProgrammeItem)[-1].title_en == "Guest book at the library"
