"""From a path to an open database: what may be opened, by whom, and whether to write or only to read."""

import os
from pathlib import Path
from typing import NamedTuple

from delegation_planner.plan.errors import (
    OlderPlanFile,
    PlanFileError,
    PlanFileHeld,
    PlanFileLeftLocked,
    PlanFileReadOnly,
)
from delegation_planner.planfile.connecting import Connect, Database, known_errors
from delegation_planner.planfile.examining import THOROUGH_UP_TO, examine, examine_newer
from delegation_planner.planfile.header import read_header
from delegation_planner.planfile.lock import Lock, Owner, holder, lock_path, take_lock, was_left
from delegation_planner.planfile.schema import SCHEMA_VERSION


class Opened(NamedTuple):
    """An open plan file: examined, locked if it may be written, else with the reason why not."""

    path: Path
    db: Database
    lock: Lock | None
    read_only_reason: PlanFileError | None


def open_plan(path: Path, *, read_only: bool, owner: Owner | None, take_over: bool, connect: Connect) -> Opened:
    """Open a plan file; see PlanFile.open."""
    header = read_header(path)
    if header.schema_version < SCHEMA_VERSION:
        raise OlderPlanFile("{file} was made by an earlier version of the planner.", file=path.name)
    reason = _read_only_reason(path, header.schema_version, read_only=read_only)
    lock: Lock | None = None
    if reason is None:
        lock, reason = _lock(path, owner, take_over=take_over)
    try:
        db = _open_examined(path, connect, read_only=reason is not None, newer=header.schema_version > SCHEMA_VERSION)
    except BaseException:
        if lock:
            lock.release()
        raise
    return Opened(path, db, lock, reason)


def _open_examined(path: Path, connect: Connect, *, read_only: bool, newer: bool) -> Database:
    with known_errors(path):
        db = connect(path, read_only)
    try:
        if newer:
            examine_newer(db, path)
        else:
            examine(db, path, thorough=path.stat().st_size <= THOROUGH_UP_TO)
    except BaseException:
        db.close()
        raise
    return db


def _read_only_reason(path: Path, schema_version: int, *, read_only: bool) -> PlanFileError | None:
    if schema_version > SCHEMA_VERSION:
        return PlanFileReadOnly(
            "{file} was made by a newer version of the planner: it can be read here.", file=path.name
        )
    if read_only:
        return PlanFileReadOnly("{file} was opened to be read only.", file=path.name)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return PlanFileReadOnly("{file} may only be read in this place. Save a copy to change it.", file=path.name)
    return None


def _lock(path: Path, owner: Owner | None, *, take_over: bool) -> tuple[Lock | None, PlanFileError | None]:
    try:
        lock = take_lock(path, owner or Owner.this_process(), take_over=take_over)
    except OSError as error:
        cause = error.strerror or str(error)
        return None, PlanFileReadOnly(
            "{file} can be read, but not locked against others ({cause}). Save a copy to change it.",
            file=path.name, cause=cause,
        )  # fmt: skip
    return lock, None if lock else held_by(path)


def held_by(path: Path) -> PlanFileHeld:
    """The reason that names who has a plan open."""
    lock = lock_path(path)
    who = holder(lock)
    names: dict[str, str | int] = {
        "file": path.name, "user": who.user if who else "?", "host": who.host if who else "?",
        "since": who.since if who else "?",
    }  # fmt: skip
    if was_left(lock):
        return PlanFileLeftLocked("{file} was left open by {user} on {host} at {since}. It can be taken over.", **names)
    return PlanFileHeld("{file} is open by {user} on {host} since {since}. It can be read, or copied.", **names)
