"""The start stays quick: what only an export or an import needs is not loaded before one is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

SLOW = (
    "icalendar", "openpyxl", "babel", "rapidfuzz", "holidays", "phonenumbers", "vobject", "numpy",
    "PySide6.QtPrintSupport", "delegation_planner.screen.preview",
)  # fmt: skip

AFTER_IMPORT = """
import sys
import {module}
print(sorted(set(sys.modules) & set({slow!r})))
"""

AFTER_SMOKE = """
import os, sys
from delegation_planner import cli

def tell(*_):
    print(sorted(set(sys.modules) & set({slow!r})), flush=True)

# The program may end without the interpreter's own clean-up, so it is asked at its very last step.
leave = os._exit
os._exit = lambda code: (tell(), leave(code))
code = cli.main(["--smoke"])
tell()
sys.exit(code)
"""


@pytest.mark.parametrize("module", ["delegation_planner.cli", "delegation_planner.app"])
def test_import_loads_nothing_slow(module: str) -> None:
    assert told_by(AFTER_IMPORT.format(module=module, slow=SLOW)) == "[]"


def test_open_window_has_loaded_nothing_slow() -> None:
    assert told_by(AFTER_SMOKE.format(slow=SLOW)) == "[]"


def test_command_line_starts_without_qt() -> None:
    assert told_by(AFTER_IMPORT.format(module="delegation_planner.cli", slow=("PySide6",))) == "[]"


def told_by(source: str) -> str:
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()
