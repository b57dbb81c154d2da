"""F94: a mistake of ours in a slot, a thread or a method that Qt calls, and a crash: the plan is whole each time."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from delegation_planner.logs import LOG_FILE, Log, report
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.dialogs.crash import CrashDialog
from delegation_planner.screen.faults import Faults
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.workers import Work
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.screen.answers import answer
from tests.screen.windows import a_window

PRIVATE = "somebody@example.org"


class Mistake(Exception):
    """What we would not have foreseen."""


@pytest.fixture
def log(tmp_path: Path, qtbot: QtBot) -> Iterator[Log]:
    """The log and the hooks of the program as it is started."""
    assert qtbot is not None
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    log = Log(tmp_path / "logs")
    Faults(report, lambda: ENGLISH, "1.0").install()
    yield log
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    qInstallMessageHandler(None)
    log.close()


def fall(*_: object) -> None:
    raise Mistake(f"about {PRIVATE}")


def in_a_slot(window: MainWindow) -> None:
    assert window.verbs is not None
    window.verbs["guide"].triggered.connect(fall)
    window.verbs["guide"].trigger()


def in_a_thread(_window: MainWindow) -> None:
    Work(fall).start()


class Falling(QWidget):
    """Falls over every key."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        fall(event)


def in_a_method_that_qt_calls(window: MainWindow) -> None:
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.postEvent(Falling(window), pressed)


def retitle(window: MainWindow, title: str) -> bool:
    assert window.desk is not None
    visit = window.desk.plan.visit
    changes = Changes([replaced(visit, visit._replace(short_title_en=title))])
    return window.desk.edit(Label("edit_visit"), changes)


@pytest.mark.parametrize("happens", [in_a_slot, in_a_thread, in_a_method_that_qt_calls])
def test_f94_it_is_told_and_logged_without_private_data_and_work_goes_on(
    tmp_path: Path, qtbot: QtBot, log: Log, caplog: pytest.LogCaptureFixture, happens: Callable[[MainWindow], None]
) -> None:
    shown: list[str] = []
    with a_window(tmp_path) as window:
        assert window.open_plan is not None
        path = window.open_plan.path
        retitle(window, "Before")
        with answer(CrashDialog, "Copy the report", "Go on working") as pressed:
            happens(window)
            qtbot.waitUntil(lambda: len(pressed) == 2)
            shown += [text.toPlainText() for text in window.findChildren(QPlainTextEdit) if text.isReadOnly()]
        assert window.isVisible()
        assert retitle(window, "Goes on")
        assert read_plan_file(path).visit.short_title_en == "Goes on"
    worst = [record.name for record in caplog.records if record.levelno == logging.CRITICAL]
    assert set(worst) == {"delegation_planner.screen.faults"}
    caplog.clear()
    logged = log.file.read_text("utf-8")
    for told in (logged, *shown):
        assert "Mistake: " in told
        assert "about <e-mail>" in told
        assert PRIVATE not in told


CRASHING = """
import faulthandler, json, sys
from pathlib import Path
from delegation_planner.app import Planner
from delegation_planner.logs import Log
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.session.store import Label
from tests.screen.windows import a_window

folder = Path(sys.argv[1])
planner, log = Planner(), Log(folder / "logs")
with a_window(folder) as window:
    visit = window.desk.plan.visit
    window.desk.edit(Label("edit_visit"), Changes([replaced(visit, visit._replace(short_title_en="Kept"))]))
    print(json.dumps(str(window.open_plan.path)), flush=True)
    faulthandler._sigsegv()
"""


def test_f94_a_crash_of_the_interpreter_leaves_its_stack_and_a_whole_plan(tmp_path: Path, qtbot: QtBot) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CRASHING, str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode not in {0, 1}, ended.stderr
    path = Path(json.loads(ended.stdout))
    stack = (tmp_path / "logs" / LOG_FILE).with_suffix(".crash").read_text("utf-8")
    assert "Segmentation fault" in stack or "access violation" in stack
    assert read_plan_file(path).visit.short_title_en == "Kept"
    with a_window(tmp_path, plan=path) as window:
        qtbot.waitUntil(lambda: window.desk is not None)
        assert window.desk is not None
        assert not window.desk.read_only, "the lock of a program that is gone holds nobody up"
        assert retitle(window, "Goes on")
