"""G3: opening the largest plan, beside the fastest way to bring all its rows into memory."""

import gc
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.measuring import Comparison, Line, in_pairs, timed
from benchmarks.sessions import open_session, plan_file, raw_connection
from benchmarks.visits import HUGE, SMALL, an_item
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label

EDITS_BEFORE = 200

Fetched = tuple[sqlite3.Connection, dict[str, list[tuple[Any, ...]]]]


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """The plan has been worked in: opening it reads the last edits from its log, too."""
    path = plan_file(folder, SMALL if quick else HUGE, "to open")
    work_in(path, EDITS_BEFORE)
    fetch = timed(lambda: fetch_everything(path), lambda fetched: fetched[0].close())
    count = 3 if quick else 7
    opened = in_pairs(fetch, timed(lambda: open_session(path), PlanSession.close), count)
    yield Comparison("G3", "open a plan: examine the file, read plan and last edits", opened, 2.0)
    read = in_pairs(fetch, timed(lambda: read_plan_file(path)), count)
    yield Comparison("G3", "the same to read only, without the edits", read, None)


def fetch_everything(path: Path) -> Fetched:
    """The yardstick: every row as a tuple. The collector rests as it does for ours, which makes it the harder one."""
    db = raw_connection(path)
    gc.disable()
    try:
        return db, {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608
    finally:
        gc.enable()


def work_in(path: Path, edits: int) -> None:
    """Give an item so many titles, one after the other."""
    session = open_session(path)
    for number in range(edits):
        item = an_item(session.plan)
        changes = edit_item(session.plan, item.id, {"title_en": f"Title no. {number}"})
        session.apply(Label("edit_item", {"number": item.code}), changes)
    session.close()
