"""The start stays quick: what only an export or an import needs is not loaded before one is asked for."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SLOW = ("icalendar", "openpyxl", "babel", "rapidfuzz", "holidays", "phonenumbers", "vobject", "numpy")

AFTER_IMPORT = """
import sys
import {module}
print(sorted(set(sys.modules) & set({slow!r})))
"""


def test_command_line_loads_nothing_slow() -> None:
    assert told_by(AFTER_IMPORT.format(module="delegation_planner.cli", slow=SLOW)) == "[]"


def test_command_line_starts_without_qt() -> None:
    assert told_by(AFTER_IMPORT.format(module="delegation_planner.cli", slow=("PySide6",))) == "[]"


def told_by(source: str) -> str:
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()
