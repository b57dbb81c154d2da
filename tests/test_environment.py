"""The environment is sound: the lock, the commands, and a Qt that keeps its references."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from tools.pythons import OLDEST

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_the_references_it_is_given() -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        timer.setInterval(5)
    assert abs(sys.getrefcount(None) - before) < 100


def test_lock_holds_names_versions_and_hashes_alone() -> None:
    forms = (
        r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\",
        r"    --hash=sha256:[0-9a-f]{64}( \\)?",
        r"    # via( [\w.() -]+)?",
        r"    #   [\w.() -]+",
    )
    strange = [line for line in LOCK.splitlines() if not any(re.fullmatch(form, line) for form in forms)]
    assert strange == []


def test_lock_keeps_qt_below_the_release_that_loses_references() -> None:
    versions = re.findall(r"^(?:pyside6-essentials|shiboken6)==(\d+\.\d+)", LOCK, re.MULTILINE)
    assert versions == ["6.11", "6.11"]


@pytest.mark.parametrize("name", ["dev.py", "tools/__init__.py", "tools/pythons.py"])
def test_an_old_python_can_read(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_oldest_python_is_the_one_that_the_package_asks_for() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.findall(r'requires-python = ">=(\d+)\.(\d+),', project) == [tuple(map(str, OLDEST))]


def test_help_lists_every_command() -> None:
    command = [sys.executable, str(ROOT / "dev.py"), "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^    ([a-z]+) ", told, re.MULTILINE)
    assert commands == ["setup", "run", "test", "lint", "bench", "shots", "pictures", "words", "lock"]


def test_a_folder_that_is_no_environment_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "letter.txt"
    kept.write_text("mine", encoding="utf-8")
    command = [sys.executable, str(ROOT / "dev.py"), "setup", "--env", str(tmp_path)]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    expected = f"{tmp_path} holds something else than an environment; please name another folder.\n"
    assert (refused.returncode, refused.stderr, kept.read_text(encoding="utf-8")) == (1, expected, "mine")
