"""Brings a plan file of an earlier version forward: functions over the values of rows, in one transaction.

A migration is told what it may change and nothing of SQL, so that it serves tables, log and editions alike. The
tables that the store keeps for itself (meta, change_log, sent, edition, receipt, attachment) have had one shape since
version 1.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

from delegation_planner.plan.errors import DamagedPlanFile
from delegation_planner.plan.tables import TABLES, fields_of
from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Connect, Database, guard
from delegation_planner.planfile.editions import packed, unpacked
from delegation_planner.planfile.examining import examine_older
from delegation_planner.planfile.log import compact, last_seq
from delegation_planner.planfile.schema import (
    READABLE_FROM,
    SCHEMA_VERSION,
    STORE_TABLES,
    indexes,
    json_of_texts,
    tables,
    texts_of_json,
)

Values = dict[str, Any]
"""A row, or the part of it that an edit changed, as SQLite stores it: lists of texts as JSON, flags as 0 or 1."""

Rows = dict[str, list[Values]]
"""Rows by table. Whole rows have `row_order` and `row_version` too; a row made anew needs neither."""


class Migration(NamedTuple):
    """One step. `schema` is the fingerprint of the tables that it starts from (see examining.schema_fingerprint).

    `bring` gets whole rows, and parts of rows from the log: it must not count on a field being there. Where it
    cannot answer one part for each part, `log_too` is False: undo then ends here and the log only tells.
    """

    schema: str
    bring: Callable[[Rows], Rows]
    log_too: bool = True


Migrations = Mapping[int, Migration]
MIGRATIONS: Final[Migrations] = {}
"""By the version from which a step starts."""


def bring_forward(db: Database, path: Path, version: int, migrations: Migrations = MIGRATIONS) -> None:
    """Bring a database from `version` to SCHEMA_VERSION in one transaction: all of it or nothing.

    Raises OlderPlanFile where no step starts there, NotAPlanFile or DamagedPlanFile where the file is not as that
    version made it, or its rows do not fit the new tables.
    """
    first = migrations.get(version)
    examine_older(db, path, first.schema if first else None)
    steps = [migrations[step] for step in range(version, SCHEMA_VERSION)]
    db.execute("PRAGMA foreign_keys = OFF").fetchall()
    try:
        db.execute("BEGIN IMMEDIATE").fetchall()
        _rebuild(db, steps)
        db.execute("COMMIT").fetchall()
    except sqlite3.IntegrityError as error:
        cause = str(error)
        raise DamagedPlanFile("{file} cannot be brought forward ({cause}).", file=path.name, cause=cause) from error
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK").fetchall()
        db.execute("PRAGMA foreign_keys = ON").fetchall()


def brought_forward_in_memory(
    path: Path, version: int, connect: Connect, migrations: Migrations = MIGRATIONS
) -> sqlite3.Connection:
    """A copy of an earlier version's file, brought forward in memory; the file stays as it is."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)  # see connecting.connect
    source = connect(path, True)
    try:
        assert isinstance(source, sqlite3.Connection)
        source.backup(copy)
        guard(copy)
        bring_forward(copy, path, version, migrations)
    except BaseException:
        copy.close()
        raise
    finally:
        source.close()
    return copy


def _rebuild(db: Database, steps: list[Migration]) -> None:
    old_tables = [
        name
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if name not in STORE_TABLES
    ]
    rows = {table: _dicts(db, table) for table in old_tables}
    for step in steps:
        rows = step.bring(rows)
    _bring_log(db, steps)
    _bring_editions(db, steps)
    for table in old_tables:
        db.execute(f'DROP TABLE "{table}"')
    for statement in tables().values():
        db.execute(statement)
    for table in TABLES:
        _insert(db, table, rows.get(table, []))
    for statement in indexes().values():
        db.execute(statement)
    meta.set_fact(db, meta.READABLE_FROM, str(READABLE_FROM))
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise sqlite3.IntegrityError(f"a row of {broken[0]} names one of {broken[2]} that is not there")


def _dicts(db: Database, table: str) -> list[Values]:
    names = [name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")').fetchall()]
    return [dict(zip(names, row, strict=True)) for row in db.execute(f'SELECT * FROM "{table}"')]  # noqa: S608


def _insert(db: Database, table: str, rows: list[Values]) -> None:
    names = [*TABLES[table]._fields, "row_order", "row_version"]
    last_order = max((row["row_order"] for row in rows if "row_order" in row), default=0)
    orders = count(last_order + 1)
    for row in rows:
        row.setdefault("row_order", next(orders))
        row.setdefault("row_version", 1)
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    db.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608
        [[row[name] for name in names] for row in rows],
    )


def _bring_log(db: Database, steps: list[Migration]) -> None:
    if not all(step.log_too for step in steps):
        meta.set_fact(db, meta.UNDO_FLOOR, str(last_seq(db)))
        return
    for seq, changes in db.execute("SELECT seq, changes FROM change_log ORDER BY seq").fetchall():
        brought = [new for run in json.loads(changes) for new in _bring_run(run, steps)]
        db.execute("UPDATE change_log SET changes = ? WHERE seq = ?", (compact(brought), seq))


def _bring_editions(db: Database, steps: list[Migration]) -> None:
    """What each edition froze, in the form of the new version."""
    for number, content in db.execute("SELECT number, content FROM edition WHERE content IS NOT NULL").fetchall():
        try:
            rows = _rows_of_edition(content)
        except (ValueError, KeyError, TypeError, AttributeError, zlib.error):
            continue  # It cannot be read in any version; whoever asks for it is told so.
        for step in steps:
            rows = step.bring(rows)
        brought = {table: _without_columns_of_the_store(of_table) for table, of_table in rows.items() if of_table}
        db.execute("UPDATE edition SET content = ? WHERE number = ?", (packed(brought), number))


def _rows_of_edition(content: bytes) -> Rows:
    return {
        table: [
            {**dict(zip(written["fields"], row, strict=True)), "row_order": order, "row_version": 1}
            for order, row in enumerate(written["rows"])
        ]
        for table, written in unpacked(content).items()
    }


def _without_columns_of_the_store(rows: list[Values]) -> dict[str, Any]:
    fields = [name for name in rows[0] if name not in {"row_order", "row_version"}]
    return {"fields": fields, "rows": [[row[name] for name in fields] for row in rows]}


def _bring_run(run: dict[str, Any], steps: list[Migration]) -> list[dict[str, Any]]:
    table, fields = run["table"], run["fields"]
    if "replaced" not in run:
        action = "put" if "put" in run else "removed"
        parts = [(new, values) for row in run[action] for new, values in _bring(table, _stored(fields, row), steps)]
        return [{"table": new, "fields": list(values), action: [_native(new, values)]} for new, values in parts]
    brought = []
    for values in run["replaced"]:
        id = values[len(fields)]
        ((new, after),) = _bring(table, _stored(fields, values[: len(fields)]), steps)
        ((_, before),) = _bring(table, _stored(fields, values[len(fields) + 1 :]), steps)
        # A field that the step adds to both sides is no difference.
        differing = [name for name in before if before[name] != after[name]]
        if differing:
            sides = [_native(new, {name: side[name] for name in differing}) for side in (after, before)]
            brought.append({"table": new, "fields": differing, "replaced": [[*sides[0], id, *sides[1]]]})
    return brought


def _bring(table: str, values: Values, steps: list[Migration]) -> list[tuple[str, Values]]:
    rows: Rows = {table: [values]}
    for step in steps:
        rows = step.bring(rows)
    return [(new, row) for new, of_table in rows.items() for row in of_table]


def _stored(fields: list[str], values: list[Any]) -> Values:
    """Values of the log in the form of the tables."""
    return {name: _as_column(value) for name, value in zip(fields, values, strict=True)}


def _as_column(value: Any) -> Any:
    if isinstance(value, list):
        return json_of_texts(tuple(value))
    return int(value) if isinstance(value, bool) else value


def _native(table: str, values: Values) -> list[Any]:
    """Values of the tables in the form of the log."""
    natures = {field.name: field.nature for field in fields_of(TABLES[table])}
    forms: dict[str, Callable[[Any], Any]] = {"texts": lambda value: list(texts_of_json(value)), "flag": bool}
    return [forms.get(natures[name], lambda same: same)(value) for name, value in values.items()]
