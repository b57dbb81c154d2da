"""Versions that the window keeps while somebody works, and what it says where none can be kept."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.told import Told
from delegation_planner.screen.workers import under_way
from tests.screen.windows import a_window


def after_ten_minutes(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the strip says once the window has kept, or failed to keep, a version."""
    with monkeypatch.context() as patch:
        patch.setattr(window.around.files, "version_is_due", lambda _plan: True)
        window._keep_alive()  # noqa: SLF001
    qtbot.waitUntil(lambda: under_way() == 0)
    return [told.sentence for told in window.findChildren(Told)]


def versions_of(window: MainWindow) -> int:
    assert window.open_plan is not None
    return len(window.around.files.earlier_versions(window.open_plan.path))


def test_a_version_is_kept_while_somebody_works(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_window(tmp_path) as window:
        before = after_ten_minutes(window, qtbot, monkeypatch)
        assert versions_of(window) == 1
        assert "No earlier version" not in " ".join(before)


def test_a_folder_that_takes_no_version_is_told_once_and_is_no_mistake_of_ours(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with a_window(tmp_path) as window:
        (tmp_path / "kept").mkdir(exist_ok=True)
        (tmp_path / "kept" / "versions").write_text("not a folder", "utf-8")
        after_ten_minutes(window, qtbot, monkeypatch)
        told = after_ten_minutes(window, qtbot, monkeypatch)
    assert len([each for each in told if each.startswith("No earlier version can be kept now. ")]) == 1
    assert "no version was kept" in caplog.text
    caplog.clear()
