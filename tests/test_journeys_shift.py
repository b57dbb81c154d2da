"""A journey: the signing goes to Tuesday, what follows there makes room, and undo puts everything back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.shift.dialog import ShiftDialog
from delegation_planner.screen.shift.pages import DayPage
from delegation_planner.session.store import Label
from tests.screen.panes import give_keyboard, type_text
from tests.screen.windows import a_window
from tests.test_journeys import CTRL, desk_of, item, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_over(window: MainWindow, qtbot: QtBot) -> ShiftDialog:
    """The dialog that a verb has opened."""
    qtbot.waitUntil(lambda: bool(open_dialogs(window)))
    (dialog,) = open_dialogs(window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def open_dialogs(window: MainWindow) -> list[ShiftDialog]:
    return [dialog for dialog in window.findChildren(ShiftDialog) if dialog.isVisible()]


def click(dialog: ShiftDialog, verb: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == verb)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_the_signing_goes_to_tuesday_and_what_follows_makes_room(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        desk = desk_of(window)
        window.complete()
        qtbot.waitUntil(lambda: {"C10", "X1"} <= {each.check for each in desk.findings}, timeout=20_000)
        assert desk.edit(Label("fix_dates"), fix_dates(desk.plan, "2017-07-23"))
        before, found = desk.plan, desk.findings
        assert window.panes is not None
        give_keyboard(window.panes.schedule)
        desk.selection.choose(ProgrammeItem, [item(before, "12").id])
        press(window, Qt.Key.Key_J, CTRL | SHIFT)
        dialog = dialog_over(window, qtbot)
        assert isinstance(dialog.page, DayPage)
        assert (dialog.page.item.text()[:10], dialog.page.day.currentText()) == ("12 Signing", "D3 Tue 25 Jul")
        give_keyboard(dialog.page.clock)
        dialog.page.clock.selectAll()
        type_text("1045", Qt.Key.Key_Return)
        assert [
            (row.number, row.before, row.after, row.change.replace("\u00a0", " ")) for row in dialog.rehearsal.rows
        ][:3] == [
            ("12", "D2 Mon 24 Jul 11:00–11:20", "D3 Tue 25 Jul 10:45–11:05", "+1 day −15 min"),
            ("25", "D3 Tue 25 Jul 10:45–11:30", "D3 Tue 25 Jul 11:05–11:50", "+20 min"),
            ("26", "D3 Tue 25 Jul 11:30–12:40", "D3 Tue 25 Jul 11:50–13:00", "+20 min"),
        ]
        assert dialog.rehearsal.findings
        assert desk.plan == before, "a preview changes nothing"
        click(dialog, dialog.main.text())
        after = desk.plan
        assert (item(after, "12").start_day, item(after, "12").start_time) == (3, "10:45")
        assert item(after, "25").start_time == "11:05"
        assert desk.findings != found
        press(window, Qt.Key.Key_Z, CTRL)
        assert (desk.plan, desk.findings) == (before, found)


def test_the_banner_fixes_the_dates(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        assert window.panes is not None
        banner = window.panes.schedule.tentative
        assert banner.isVisible()
        QTest.mouseClick(banner.fix, Qt.MouseButton.LeftButton)
        dialog = dialog_over(window, qtbot)
        click(dialog, "Fix the dates")
        assert desk_of(window).plan.visit.dates == "fixed"
        assert not banner.isVisible()
        press(window, Qt.Key.Key_Z, CTRL)
        assert banner.isVisible()
