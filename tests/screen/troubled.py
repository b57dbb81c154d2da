"""Windows whose file has trouble: what they say above the panes, and their verbs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.told import Told
from delegation_planner.session.store import Label
from tests.screen.windows import a_window as a_window_that_asks


@contextmanager
def a_window(folder: Path, plan: Path | None = None) -> Iterator[MainWindow]:
    """A window that closes after a failed test too, without a question."""
    with a_window_that_asks(folder, plan=plan) as window:
        try:
            yield window
        finally:
            if window.trouble is not None:
                window.trouble.end()
            window.trouble = None


def retitle(window: MainWindow, title: str) -> bool:
    assert window.desk is not None
    visit = window.desk.plan.visit
    changes = Changes([replaced(visit, visit._replace(short_title_en=title))])
    return window.desk.edit(Label("edit_visit"), changes)


def title(path: Path) -> str:
    return read_plan_file(path).visit.short_title_en


def path_of(window: MainWindow) -> Path:
    assert window.open_plan is not None
    return window.open_plan.path


def told(window: MainWindow) -> list[str]:
    return [strip.sentence for strip in window.findChildren(Told)]


def press(window: MainWindow, verb: str) -> None:
    [button] = [each for strip in window.findChildren(Told) for each in strip.findChildren(QPushButton)
                if each.text() == verb]  # fmt: skip
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def notices(window: MainWindow, qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    """Within two seconds, by itself."""
    qtbot.waitUntil(is_so, timeout=2_500)
    assert window.isVisible()
