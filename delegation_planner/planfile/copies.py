"""New plan files: made beside their target, checked, and only then put in its place."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.errors import PlanFileError, PlanFileUnreachable
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Database, connect, guard, keep_safely, known_errors
from delegation_planner.planfile.header import APPLICATION_ID
from delegation_planner.planfile.lock import lock_path, was_left
from delegation_planner.planfile.schema import READABLE_FROM, SCHEMA_VERSION, STORE_TABLES, indexes, tables
from delegation_planner.planfile.writing import insert_rows


def write_new(path: Path, plan: Plan, *, plan_uuid: Id | None = None, replace: bool = False) -> Id:
    """A new plan file of these rows, with an empty log; answers its uuid. Raises PlanFileError as `made_beside`."""
    plan_uuid = plan_uuid or str(uuid4())
    with made_beside(path, replace=replace) as draft, known_errors(path):
        db = sqlite3.connect(draft, isolation_level=None)
        try:
            with collector_paused():
                fill(db, plan, plan_uuid)
        finally:
            db.close()
    return plan_uuid


def fill(db: sqlite3.Connection, plan: Plan, plan_uuid: Id) -> None:
    """Turn an empty database into a plan file, in one transaction."""
    guard(db)
    keep_safely(db)
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for statement in (*STORE_TABLES.values(), *tables().values()):
        db.execute(statement)
    for kind in TABLES.values():
        insert_rows(db, kind, plan.rows(kind))
    for statement in indexes().values():
        db.execute(statement)
    for key, value in ((meta.PLAN_UUID, plan_uuid), (meta.READABLE_FROM, str(READABLE_FROM)), (meta.UNDO_FLOOR, "0")):
        meta.set_fact(db, key, value)
    db.execute("COMMIT")


def back_up(db: sqlite3.Connection, draft: Path) -> None:
    """Copy a whole database, page by page, as it is at one moment."""
    copy = sqlite3.connect(draft, isolation_level=None)
    try:
        db.backup(copy)
    finally:
        copy.close()


def save_copy(source: Path, target: Path, *, replace: bool = False, db: Database | None = None) -> Id:
    """A sound copy of the whole file, log and attachments too; answers the uuid of the copy.

    `db` is the source where it is open already: what lies at its path may be another file by now.

    A copy is a plan of its own: it gets a uuid of its own, so that the two keep their earlier versions apart.
    Raises PlanFileError as `made_beside`, and where source and target are the same file.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise PlanFileError("A plan cannot be copied onto itself. Choose another name.")
    plan_uuid = str(uuid4())
    with made_beside(target, replace=replace) as draft:
        with known_errors(source):
            opened = db or connect(source, True)
            try:
                opened.execute("VACUUM INTO ?", (str(draft),)).fetchall()
            finally:
                if db is None:
                    opened.close()
        _make_its_own(draft, plan_uuid)
    return plan_uuid


def _make_its_own(draft: Path, plan_uuid: Id) -> None:
    with known_errors(draft):
        db = connect(draft, False)
        try:
            meta.set_fact(db, meta.PLAN_UUID, plan_uuid)
            verdict = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            db.close()
    if verdict != "ok":
        raise PlanFileError("The copy does not read back as it was written ({cause}).", cause=str(verdict))


@contextmanager
def made_beside(target: Path, *, replace: bool) -> Iterator[Path]:
    """A path in the target's folder to write to; afterwards it is synced and takes the target's place at once.

    If anything fails, the draft is removed and an old target stays as it was. Raises PlanFileError where the target
    exists and is not to be replaced, or is open in a planner; PlanFileUnreachable where the folder fails.
    """
    if not target.parent.is_dir():
        raise PlanFileUnreachable(
            "There is no folder {folder}. Make it first, or choose another.", folder=str(target.parent)
        )
    draft = target.with_name(f".~draft.{secrets.token_hex(4)}.visit")
    try:
        _refuse_target(target, replace=replace)
        draft.touch()  # a folder that may only be read says so itself: SQLite would speak of a file that has gone
        yield draft
        _sync(draft)
        draft.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise PlanFileUnreachable(
            "{file} cannot be written here: {cause}.", file=target.name, cause=error.strerror or str(error)
        ) from error
    finally:
        for left in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):
                left.unlink()


def _refuse_target(target: Path, *, replace: bool) -> None:
    if not target.exists():
        return
    if not replace:
        raise PlanFileError("There is already a file {file} in this place. Choose another name.", file=target.name)
    lock = lock_path(target)
    if lock.exists() and not was_left(lock):
        raise PlanFileError("{file} is open in a planner. Close it there or choose another name.", file=target.name)


def _sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders.
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
