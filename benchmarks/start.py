"""G1, G2: how soon the window stands with the sample visit in it, and what has not been loaded for that."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.measuring import Comparison, Exact, Line, Pair, in_turn
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample

LONGEST_START: Final = 60.0
"""Seconds after which a start hangs, perhaps in a question that nobody answers."""
ROOT = Path(__file__).resolve().parent.parent


class Start(NamedTuple):
    """Seconds from the start of a process to the first turn of its event loop, the painted window, the whole of it.

    `loaded` names those libraries that were loaded by then although only an export or an import needs them.
    """

    first_turn: float
    painted: float
    whole: float
    loaded: tuple[str, ...]


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Whole processes: from python's own start on, without a screen. The first starts compile and are not counted."""
    plan = sample_plan(folder)
    started("bare_window", folder)
    started("our_window", folder, plan)
    starts = in_turn(
        lambda: started("bare_window", folder), lambda: started("our_window", folder, plan), 3 if quick else 11
    )
    turns = tuple(Pair(bare.first_turn, ours.first_turn) for bare, ours in starts)
    painted = tuple(Pair(bare.painted, ours.painted) for bare, ours in starts)
    yield Comparison("G1", "start to the first turn of the event loop, sample visit", turns, 1.5)
    yield Comparison("G1", "start to the painted window", painted, None)
    whole = tuple(Pair(bare.whole, ours.whole) for bare, ours in starts)
    yield Comparison("G1", "start to the window with all its panes painted", whole, None)
    loaded = sorted({name for _, ours in starts for name in ours.loaded})
    yield Exact("G2", "loaded by then of what only exports and imports need", "nothing", ", ".join(loaded) or "nothing")


def sample_plan(folder: Path) -> Path:
    """The sample visit as a plan file: somebody who starts the program has a plan already."""
    path = folder / "sample.visit"
    PlanFile.create(path, read_sample(fixed=True), replace=True).close()
    return path


def started(module: str, folder: Path, *arguments: Path) -> Start:
    """Start a program of this folder in a process of its own, and wait until it has ended."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHONDONTWRITE"))
    }
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    begin = time.time()
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST_START
    )
    if ended.returncode:
        raise RuntimeError(f"{module} ended with {ended.returncode}: {ended.stderr}")
    told = json.loads(ended.stdout)
    first_turn, painted, whole = (moment - begin for moment in told["moments"])
    return Start(first_turn, painted, whole, tuple(told["loaded"]))
