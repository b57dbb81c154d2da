"""Saves what can still be read of a damaged plan file into a new one, and says what was lost."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import uuid4

from delegation_planner.plan.errors import DamagedPlanFile
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import TABLES
from delegation_planner.plan.visit import Visit
from delegation_planner.planfile import log, meta
from delegation_planner.planfile.attachments import fingerprint
from delegation_planner.planfile.connecting import connect, deadline, known_errors
from delegation_planner.planfile.copies import fill, made_beside
from delegation_planner.planfile.header import read_header
from delegation_planner.planfile.mending import Loss, mended
from delegation_planner.planfile.schema import COLUMNS

_SECONDS_AT_MOST: Final = 120.0
_STORE_COLUMNS: Final = {
    "change_log": "edit, direction, at, author, origin, label, changes",
    "sent": "reader, uid, sequence, fingerprint, at, cancelled, edition, title, start, end",
    "edition": "issued_at, issued_by, label, colour, comment, open_errors, content",
    "receipt": "edition, reader, event, means, at, note",
    "attachment": "sha256, content",
}


class Salvaged(NamedTuple):
    """What became of a damaged file. `rows` are counted by table; undo begins anew where the plan is not whole."""

    plan_uuid: Id
    rows: dict[str, int]
    losses: tuple[Loss, ...]
    undo_kept: bool


def salvage(source: Path, target: Path) -> Salvaged:
    """Save what can be read of `source` into a new plan file at `target`; `source` is not touched.

    Raises DamagedPlanFile where not even the visit can be read, and PlanFileError as copies.made_beside.
    """
    read_header(source)
    plan_uuid = str(uuid4())
    with made_beside(target, replace=False) as draft, known_errors(source):
        with closing(connect(source, True)) as damaged, closing(sqlite3.connect(draft, isolation_level=None)) as new:
            damaged.text_factory = _text
            with deadline(damaged, _SECONDS_AT_MOST):
                losses = _save_plan(damaged, new, plan_uuid, source)
                losses_beside = _save_the_rest(damaged, new)
            undo_kept = not losses and not any(loss.table == "change_log" for loss in losses_beside)
            if not undo_kept:
                meta.set_fact(new, meta.UNDO_FLOOR, str(log.last_seq(new)))
        with closing(connect(draft, True)) as new:
            counts = {table: new.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}  # noqa: S608
    return Salvaged(plan_uuid, counts, (*losses, *losses_beside), undo_kept)


def _save_plan(damaged: sqlite3.Connection, new: sqlite3.Connection, plan_uuid: Id, source: Path) -> list[Loss]:
    stored: dict[str, list[Any]] = {}
    losses: list[Loss] = []
    for table, kind in TABLES.items():
        key = "item_id, row_order" if kind is Invitation else "row_order"
        found, unreadable = _read(damaged, table, key, COLUMNS[kind])
        stored[table] = found
        losses += [Loss(table, name, "unreadable") for name in unreadable]
    rows, costs = mended(stored)
    if not any(isinstance(row, Visit) for row in rows):
        raise DamagedPlanFile("Nothing can be saved of {file}. Restore an earlier version.", file=source.name)
    fill(new, Plan.of(rows), plan_uuid)
    return losses + costs


def _save_the_rest(damaged: sqlite3.Connection, new: sqlite3.Connection) -> list[Loss]:
    """Attachments that are what they were, what has gone out, editions, and the log."""
    losses: list[Loss] = []
    new.execute("BEGIN IMMEDIATE")
    for table, columns in _STORE_COLUMNS.items():
        key = "seq" if table == "change_log" else "number"
        found, unreadable = _read(damaged, table, key, f"{key}, {columns}")
        losses += [Loss(table, name, "unreadable") for name in unreadable]
        for row in found:
            if table == "attachment" and (not isinstance(row[2], bytes) or fingerprint(row[2]) != row[1]):
                losses.append(Loss(table, str(row[1]), "invalid"))
                continue
            try:
                new.execute(f"INSERT INTO {table} ({key}, {columns}) VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
            except sqlite3.IntegrityError:
                losses.append(Loss(table, str(row[0]), "invalid"))
    new.execute("COMMIT")
    return losses


def _read(db: sqlite3.Connection, table: str, key: str, columns: str) -> tuple[list[Any], list[str]]:
    """The rows of a table in the order of its key as far as they can be read, and the keys of the others.

    The table is read from its start and from its end until a page fails; what lies between is asked for one by one
    by the keys that its indexes still tell.
    """
    select = f"SELECT {key}, {columns} FROM {table} NOT INDEXED"  # noqa: S608
    width = key.count(",") + 1
    rows: dict[tuple[Any, ...], Any] = {}
    for order in (key, ", ".join(f"{part} DESC" for part in key.split(", "))):
        for row in _until_it_fails(db, f"{select} ORDER BY {order}"):
            rows[row[:width]] = row[width:]
    unreadable = []
    for wanted in sorted(_keys_by_index(db, table, key) - rows.keys()):
        terms = " AND ".join(f"{part} = ?" for part in key.split(", "))
        found = _until_it_fails(db, f"{select} WHERE {terms}", wanted)
        if found:
            rows[wanted] = found[0][width:]
        else:
            unreadable.append("/".join(map(str, wanted)))
    return [rows[found] for found in sorted(rows)], unreadable


def _keys_by_index(db: sqlite3.Connection, table: str, key: str) -> set[tuple[Any, ...]]:
    keys: set[tuple[Any, ...]] = set()
    for _, index, *_ in _until_it_fails(db, f"PRAGMA index_list({table})"):
        for direction in ("ASC", "DESC"):
            names = [
                f'"{name}" {direction}' for _, _, name in _until_it_fails(db, f"PRAGMA index_info({index})") if name
            ]
            if names:
                by_index = f"SELECT {key} FROM {table} ORDER BY {', '.join(names)}"  # noqa: S608
                keys.update(_until_it_fails(db, by_index))
    return keys


def _until_it_fails(db: sqlite3.Connection, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
    found = []
    try:
        for row in db.execute(sql, tuple(parameters)):
            found.append(row)  # noqa: PERF402 - what came before the failure counts
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise
    return found


def _text(stored: bytes) -> str:
    return stored.decode(errors="replace")
