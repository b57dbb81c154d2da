"""The program from its start to its end, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from delegation_planner.plan.kinds import Language
from delegation_planner.screen.qt_words import QT_STRINGS, QtWords
from delegation_planner.words.words import Words

ROOT = Path(__file__).resolve().parent.parent


def start(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    folders = {name: str(home / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    return subprocess.run(
        [sys.executable, "-W", "error", "main.py", *words],
        cwd=ROOT,
        env={**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_smoke_opens_the_window_and_leaves_nothing(tmp_path: Path) -> None:
    done = start("--smoke", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.rglob("*.visit")) == []


@pytest.mark.parametrize("language", ["en", "az"])
def test_qt_speaks_as_we_do(language: Language) -> None:
    words = QtWords(Words(language))
    assert words.translate("QFileDialog", "Look in:") == (None if language == "en" else "Look in:")
    assert words.translate("QFileDialog", "Something of Qt that we do not know") is None
    assert all(QT_STRINGS.values())
