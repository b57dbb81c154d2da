"""From a path to an open database: what may be opened, by whom, and whether to write or only to read."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from delegation_planner.plan.day_time import from_stamp
from delegation_planner.plan.errors import (
    PlanFileError,
    PlanFileHeld,
    PlanFileLeftLocked,
    PlanFileReadOnly,
)
from delegation_planner.plan.kinds import UtcStamp
from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Connect, Database, connect, known_errors, reading
from delegation_planner.planfile.examining import THOROUGH_UP_TO, examine, examine_newer
from delegation_planner.planfile.header import read_header
from delegation_planner.planfile.interrupted import may_write, roll_back_if_interrupted
from delegation_planner.planfile.lock import Lock, Owner, holder, lock_path, take_lock, was_left
from delegation_planner.planfile.log import last_seq
from delegation_planner.planfile.migrations import MIGRATIONS, Migrations, bring_forward, brought_forward_in_memory
from delegation_planner.planfile.schema import SCHEMA_VERSION
from delegation_planner.planfile.snapshots import take_snapshot


class Opened(NamedTuple):
    """An open plan file: examined, locked if it may be written, else with the reason why not."""

    path: Path
    db: Database
    lock: Lock | None
    read_only_reason: PlanFileError | None


class Way(NamedTuple):
    """How to open; see PlanFile.open."""

    read_only: bool = False
    owner: Owner | None = None
    take_over: bool = False
    snapshot_folder: Path | None = None
    migrations: Migrations = MIGRATIONS
    connect: Connect = connect


def open_plan(path: Path, way: Way) -> Opened:
    """Open a plan file; see PlanFile.open."""
    version = read_header(path).schema_version
    roll_back_if_interrupted(path, way.connect)
    reason = _read_only_reason(path, version, way)
    lock: Lock | None = None
    if reason is None:
        lock, reason = _lock(path, way)
    try:
        db = _open_examined(path, version, way, read_only=reason is not None)
    except BaseException:
        if lock:
            lock.release()
        raise
    return Opened(path, db, lock, reason)


def _open_examined(path: Path, version: int, way: Way, *, read_only: bool) -> Database:
    with known_errors(path):
        if version < SCHEMA_VERSION:
            if read_only:
                return brought_forward_in_memory(path, version, way.connect, way.migrations)
            _bring_file_forward(path, version, way)
        db = way.connect(path, read_only)
    try:
        if version > SCHEMA_VERSION:
            examine_newer(db, path)
        else:
            examine(db, path, thorough=path.stat().st_size <= THOROUGH_UP_TO)
    except BaseException:
        db.close()
        raise
    return db


def examine_large(path: Path) -> None:
    """Examine thoroughly what was too large for that when it was opened; raises DamagedPlanFile.

    Reads through a connection of its own, for any thread; nobody can write to the file meanwhile.
    """
    with known_errors(path):
        if path.stat().st_size <= THOROUGH_UP_TO:
            return
        with closing(connect(path, True)) as db:
            examine(db, path, thorough=True)


def _bring_file_forward(path: Path, version: int, way: Way) -> None:
    assert way.snapshot_folder is not None
    with closing(way.connect(path, False)) as db:
        with reading(path):
            plan_uuid, seq = meta.plan_uuid(db), last_seq(db)
        take_snapshot(path, way.snapshot_folder, plan_uuid, seq, datetime.now(UTC))
        bring_forward(db, path, version, way.migrations)


def _read_only_reason(path: Path, schema_version: int, way: Way) -> PlanFileError | None:
    if schema_version > SCHEMA_VERSION:
        return PlanFileReadOnly(
            "{file} was made by a newer version of the planner: it can be read here.", file=path.name
        )
    if way.read_only:
        return PlanFileReadOnly("{file} was opened to be read only.", file=path.name)
    if not may_write(path):
        return PlanFileReadOnly("{file} may only be read in this place. Save a copy to change it.", file=path.name)
    if schema_version < SCHEMA_VERSION and way.snapshot_folder is None:
        return PlanFileReadOnly("{file} was made by an earlier version: the window brings it forward.", file=path.name)
    return None


def _lock(path: Path, way: Way) -> tuple[Lock | None, PlanFileError | None]:
    try:
        lock = take_lock(path, way.owner or Owner.this_process(), take_over=way.take_over)
    except OSError as error:
        cause = error.strerror or str(error)
        return None, PlanFileReadOnly(
            "{file} can be read, but not locked against others ({cause}). Save a copy to change it.",
            file=path.name, cause=cause,
        )  # fmt: skip
    return lock, None if lock else held_by(path)


def _moment(since: UtcStamp) -> datetime | str:
    """Since when, or what a damaged lock says instead."""
    try:
        return from_stamp(since)
    except ValueError:
        return since or "?"


def held_by(path: Path) -> PlanFileHeld:
    """The reason that names who has a plan open."""
    lock = lock_path(path)
    who = holder(lock)
    names: dict[str, str | datetime] = {
        "file": path.name, "user": who.user if who else "?", "host": who.host if who else "?",
        "since": _moment(who.since) if who else "?",
    }  # fmt: skip
    if was_left(lock):
        return PlanFileLeftLocked("{file} was left open by {user} on {host} at {since}. It can be taken over.", **names)
    return PlanFileHeld("{file} has been open by {user} on {host} since {since}. It can be read, or copied.", **names)
