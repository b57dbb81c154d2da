"""A second start in a process of its own: it hands its plan over and ends."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.app import WINDOW_IS_OPEN
from delegation_planner.planfile.lock import holder, lock_path
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.hand_over import Listening, hand_over

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from delegation_planner.planfile.lock import holder, lock_path
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.hand_over import hand_over
app = QCoreApplication([])
plan = Path(sys.argv[2]) if len(sys.argv) > 2 else None
sys.exit(0 if hand_over(Path(sys.argv[1]), plan) else 3)
"""

START = "import sys; from delegation_planner.app import main; sys.exit(main(sys.argv[1:]))"


def second_start(qtbot: QtBot, *words: str) -> int:
    process = QProcess()
    process.start(sys.executable, ["-c", SECOND, *words])
    qtbot.waitUntil(lambda: process.state() == QProcess.ProcessState.NotRunning, timeout=20_000)
    return process.exitCode()


def test_a_second_start_hands_its_plan_to_the_open_window(tmp_path: Path, qtbot: QtBot) -> None:
    taken: list[Path | None] = []
    app = QApplication.instance()
    assert app is not None
    listening = Listening(tmp_path, WINDOW_IS_OPEN, app)
    listening.asked.connect(taken.append)
    plan = tmp_path / "Kunjungan “Kərimov” #1.visit"
    assert (tmp_path / WINDOW_IS_OPEN).exists()
    assert second_start(qtbot, str(tmp_path), str(plan)) == 0
    assert second_start(qtbot, str(tmp_path)) == 0
    assert taken == [plan, None]
    listening.end()
    assert not (tmp_path / WINDOW_IS_OPEN).exists()
    assert second_start(qtbot, str(tmp_path), str(plan)) == 3


def test_another_profile_has_another_window(tmp_path: Path, qtbot: QtBot) -> None:
    taken: list[Path | None] = []
    app = QApplication.instance()
    assert app is not None
    listening = Listening(tmp_path / "one", WINDOW_IS_OPEN, app)
    listening.asked.connect(taken.append)
    assert second_start(qtbot, str(tmp_path / "two"), str(tmp_path / "a.visit")) == 3
    assert taken == []
    listening.end()


@pytest.mark.usefixtures("qtbot")
def test_a_mark_left_by_a_crash_does_not_hold_up_the_start(tmp_path: Path) -> None:
    (tmp_path / WINDOW_IS_OPEN).touch()
    assert not hand_over(tmp_path, tmp_path / "a.visit")


def test_the_program_itself_ends_after_handing_over(tmp_path: Path, qtbot: QtBot) -> None:
    """The real program twice, in a profile of its own: the second ends at once with 0, the first shows its plan."""
    plan = tmp_path / "another.visit"
    PlanFile.create(plan, read_sample(fixed=True)).close()
    environment = QProcessEnvironment.systemEnvironment()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE"):
        environment.insert(name, str(tmp_path))
    first, second = QProcess(), QProcess()
    for process in (first, second):
        process.setProcessEnvironment(environment)
    first.start(sys.executable, ["-c", START])
    qtbot.waitUntil(lambda: bool(list(tmp_path.rglob(WINDOW_IS_OPEN))), timeout=30_000)
    second.start(sys.executable, ["-c", START, str(plan)])
    qtbot.waitUntil(lambda: second.state() == QProcess.ProcessState.NotRunning, timeout=30_000)
    assert (second.exitCode(), first.state()) == (0, QProcess.ProcessState.Running)
    qtbot.waitUntil(lock_path(plan).exists, timeout=10_000)
    holder_of_the_plan = holder(lock_path(plan))
    assert holder_of_the_plan is not None
    assert holder_of_the_plan.pid == first.processId()
    first.kill()
    first.waitForFinished()
