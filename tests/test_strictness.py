"""The suite is as strict as it says: what nobody expects fails a test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

CARELESS = """
import logging, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning

def test_log(): logging.getLogger("plan").warning("the file is read-only")
def test_warning(): warnings.warn("old", DeprecationWarning)
def test_qt(qapp): qWarning("no such slot")
def test_slot(qtbot):
    timer = QTimer()
    timer.timeout.connect(lambda: 1 / 0)
    timer.start(0)
    qtbot.wait(30)
@pytest.mark.xfail(reason="works by now")
def test_xfail(): pass
"""

MISSPELT = """
import pytest

@pytest.mark.ful
def test_office(): pass
"""

CAREFUL = """
import logging
import pytest

def test_expected_log(caplog):
    logging.getLogger("plan").warning("the file is read-only")
    assert caplog.messages == ["the file is read-only"]
    caplog.clear()

@pytest.mark.full
def test_office(): pass
"""


def run_pytest(folder: Path, source: str, *options: str, ci: bool = False) -> tuple[int, str]:
    """Run the tests of the source under this project's settings; return the exit code and what was printed."""
    test_file = folder / "test_tried.py"
    test_file.write_text(source, encoding="utf-8")
    settings = ["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest"]
    command = [sys.executable, "-m", "pytest", *settings, "-p", "no:cacheprovider", *options, str(test_file)]
    environment = {**os.environ, "CI": "true" if ci else ""}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout


def test_careless_tests_fail(tmp_path: Path) -> None:
    code, told = run_pytest(tmp_path, CARELESS)
    blamed = re.findall(r"^(FAILED|ERROR) \S*::(\w+)", told, re.MULTILINE)
    # A log is judged after the test, which pytest calls an error.
    failures = {("FAILED", name) for name in ("test_warning", "test_qt", "test_slot", "test_xfail")}
    assert (code, set(blamed)) == (1, failures | {("ERROR", "test_log")})


def test_unknown_marker_stops_the_run(tmp_path: Path) -> None:
    code, told = run_pytest(tmp_path, MISSPELT)
    assert (code, "'ful' not found in `markers`" in told) == (2, True)


@pytest.mark.parametrize(
    ("options", "ci", "code", "outcome"),
    [
        ([], False, 0, "1 passed, 1 skipped"),
        ([], True, 1, "1 passed, 1 skipped"),
        (["--full"], True, 0, "2 passed"),
    ],
    ids=["skipped by name", "never under CI", "run in full"],
)
def test_full_tests(tmp_path: Path, *, options: list[str], ci: bool, code: int, outcome: str) -> None:
    ended, told = run_pytest(tmp_path, CAREFUL, *options, ci=ci)
    assert (ended, outcome in told) == (code, True)
    assert ("test_office needs `dev.py test --full`" in told) == ("skipped" in outcome)
