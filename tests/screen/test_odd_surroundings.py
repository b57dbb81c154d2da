"""A start in odd surroundings: spoiled settings, a screen that has gone, a share that no longer answers."""

import time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from delegation_planner.app import SECONDS_FOR_A_SHARE, _last_plan
from delegation_planner.screen.recent_files import RecentFiles
from tests.screen.windows import a_window, some_surroundings

pytestmark = pytest.mark.usefixtures("qtbot")

SPOILED = {
    "binary": bytes(range(256)) * 4,
    "half a line": b"[window]\ngeometry=@ByteArray(\\x1\\xd9",
    "of a newer program": b"[window]\ngeometry=7\n[layout]\nacross={}\nclosed=nobody\n[columns]\ns-9=@Variant(x\n",
    "empty": b"",
}


@pytest.mark.parametrize("content", SPOILED.values(), ids=SPOILED)
def test_f88_the_window_opens_with_spoiled_settings(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings" / "planner.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with a_window(tmp_path) as window:
        assert window.desk is not None
        window.around.settings.keep("language", "id")
        window.around.settings.write()
    assert some_surroundings(tmp_path).settings.text("language") == "id"


def test_f88_the_window_opens_where_settings_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "settings" / "planner.ini").mkdir(parents=True)
    with a_window(tmp_path) as window:
        assert window.desk is not None
        assert window.isVisible()


def test_f90_a_window_that_was_off_the_screen_comes_back(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.move(9_000, -7_000)
    with a_window(tmp_path) as window:
        screen: QRect = QApplication.primaryScreen().availableGeometry()
        title = QRect(window.pos(), window.size()).adjusted(0, 0, 0, 28 - window.height())
        seen = screen.intersected(title)
        assert (seen.width() >= 100, seen.height()) == (True, 28)


def test_f95_a_share_that_does_not_answer_does_not_hold_up_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = some_surroundings(tmp_path)
    share = Path("//gone/visits/jakarta.visit")
    RecentFiles(around.settings).add(share)
    answers, look = Event(), Path.is_file
    monkeypatch.setattr(Path, "is_file", lambda path: answers.wait() if path == share else look(path))
    begun = time.monotonic()
    assert _last_plan(around) == around.files.working_copy()
    assert time.monotonic() - begun < SECONDS_FOR_A_SHARE + 1
    answers.set()
