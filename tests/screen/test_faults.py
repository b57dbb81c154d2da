"""Our own mistakes reach the log and the person, from every thread, and do not end the program."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler
from pytestqt.qtbot import QtBot

from delegation_planner.exports.safe_write import Progress
from delegation_planner.logs import report
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.dialogs.crash import CrashDialog
from delegation_planner.screen.faults import Faults
from delegation_planner.screen.workers import Work
from delegation_planner.words.words import ENGLISH
from tests.screen.answers import answer


@pytest.fixture
def faults(qtbot: QtBot) -> Iterator[Faults]:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = Faults(report, lambda: ENGLISH, "1.0")
    made.install()
    yield made
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    qInstallMessageHandler(None)
    assert qtbot is not None


def fall() -> None:
    raise ValueError("a mistake of ours")


def test_a_mistake_is_logged_and_told(faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    with answer(CrashDialog, "Go on working"):
        try:
            fall()
        except ValueError as error:
            faults.caught(type(error), error, error.__traceback__)
    worst = [record.name for record in caplog.records if record.levelno == logging.CRITICAL]
    assert worst == ["delegation_planner.screen.faults"]
    caplog.clear()


@pytest.mark.usefixtures("faults")
def test_a_mistake_in_a_thread_is_told_in_the_window(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    with answer(CrashDialog, "Go on working") as pressed:
        thread = threading.Thread(target=fall)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(pressed))
    caplog.clear()


def test_work_reports_and_ends_with_its_result(qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []

    def count(progress: Progress) -> int:
        return sum(progress(step, 3) for step in range(3))

    work = Work(count)
    work.progressed.connect(lambda done, whole: seen.append((done, whole)))
    with qtbot.waitSignal(work.done) as done:
        work.start()
    assert done.args == [3]
    assert seen[-1] == (2, 3)  # those before it are told if the window has time for each


def test_cancelled_work_hears_it_at_its_next_step(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def task(progress: Progress) -> bool:
        begun.set()
        go_on.wait()
        return progress(1, 2)

    work = Work(task)
    with qtbot.waitSignal(work.done) as done:
        work.start()
        begun.wait()
        work.cancel()
        go_on.set()
    assert done.args == [False]
    work.wait()


def test_a_known_error_of_work_is_handed_over(qtbot: QtBot) -> None:
    def task(_progress: Progress) -> None:
        raise KnownError("{file} is missing.", file="x")

    work = Work(task)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert str(failed.args[0]) == "x is missing."


def test_a_mistake_in_work_is_raised_in_the_window(qtbot: QtBot) -> None:
    work = Work(lambda _progress: fall())
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(work.broke):
        work.start()
    assert [str(error) for _, error, _ in caught] == ["a mistake of ours"]
