"""Plan files and sessions to measure with."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from benchmarks.visits import Size, visit_of
from delegation_planner.planfile.connecting import guard, keep_safely
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.session.plan_session import PlanSession


def plan_file(folder: Path, size: Size, name: str) -> Path:
    """A plan file of its own that holds the visit of this size; the visit is written once a folder, then copied."""
    first = folder / f"{size.items} items.visit"
    if not first.exists():
        PlanFile.create(first, visit_of(size)).close()
    return Path(shutil.copyfile(first, folder / f"{name}.visit"))


def open_session(path: Path) -> PlanSession:
    """The plan as the window opens it."""
    return PlanSession(PlanFile.open(path), new_id=lambda: str(uuid4()), now=lambda: datetime.now(UTC))


def raw_connection(path: Path) -> sqlite3.Connection:
    """SQLite alone, with the settings that ours has: each commit as safe, each file as much distrusted."""
    db = sqlite3.connect(path, isolation_level=None)
    guard(db)
    keep_safely(db)
    return db
