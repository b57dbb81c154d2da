"""The append-only log: an entry's changes as JSON, and back.

A run of changes is one object: `{"table", "fields", "put" | "removed": [[value, ...], ...]}` with all fields, or
`{"table", "fields", "replaced": [[after, ..., id, before, ...], ...]}` with only the fields that differ.
"""

import json
from collections.abc import Iterable
from typing import Any

from delegation_planner.plan.change import Change, Changes
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import TABLE_NAMES, TABLES, Row, fields_of
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.runs import Action, Positions, Run
from delegation_planner.planfile.schema import COLUMNS, FROM_VALUES
from delegation_planner.session.store import Label, LogEntry

_COLUMNS = "seq, edit, direction, at, author, origin, label, changes"
RowKey = tuple[type[Row], str]


def append(db: Database, entry: LogEntry, runs: Iterable[Run], seq: int) -> None:
    """Add the entry under `seq`."""
    label = compact({"kind": entry.label.kind, "values": dict(entry.label.values)})
    changes = compact([_as_json(*run) for run in runs])
    db.execute(
        f"INSERT INTO change_log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (seq, entry.edit, entry.direction, entry.at, entry.author, entry.origin, label, changes),
    )


def last_seq(db: Database) -> int:
    """The seq of the newest entry, 0 while there is none."""
    (seq,) = db.execute("SELECT max(seq) FROM change_log").fetchone()
    return seq or 0


def holds(db: Database, seq: int, entry: LogEntry) -> bool:
    """Whether the log holds this entry under `seq`."""
    found = db.execute("SELECT edit, direction, at FROM change_log WHERE seq = ?", (seq,)).fetchone()
    return bool(found == (entry.edit, entry.direction, entry.at))


def read_log(db: Database, newest: int | None, floor: int) -> list[LogEntry]:
    """The entries after `floor`, oldest first; with `newest`, only that many last ones.

    An entry holds only what differs: whole rows come from walking back from the rows as they are now.
    """
    limit = -1 if newest is None else newest
    entries = []
    rows: dict[RowKey, Row | None] = {}
    stored = db.execute(
        f"SELECT {_COLUMNS} FROM change_log WHERE seq > ? ORDER BY seq DESC LIMIT ?",  # noqa: S608
        (floor, limit),
    ).fetchall()
    for seq, edit, direction, at, author, origin, label, changes in stored:
        words = json.loads(label)
        walked = _walk_back(db, json.loads(changes), rows)
        entries.append(
            LogEntry(seq, edit, direction, at, author, origin, Label(words["kind"], words["values"]), walked)
        )
    return entries[::-1]


def compact(value: Any) -> str:
    """JSON without needless spaces or escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _as_json(
    kind: type[Row], action: Action, fields: Positions, _by: str, rows: list[tuple[Any, ...]]
) -> dict[str, Any]:
    return {"table": TABLE_NAMES[kind], "fields": [kind._fields[field] for field in fields], action: rows}


def _walk_back(db: Database, stored: list[dict[str, Any]], rows: dict[RowKey, Row | None]) -> Changes:
    """The changes of one entry; `rows` are as after it, and are left as before it."""
    changes: list[Change] = []
    for run in reversed(stored):
        kind = TABLES[run["table"]]
        for values in reversed(run.get("put", ())):
            row = _row(kind, run["fields"], values)
            changes.append(Change(kind, row.id, None, row))
            rows[kind, row.id] = None
        for values in reversed(run.get("removed", ())):
            row = _row(kind, run["fields"], values)
            changes.append(Change(kind, row.id, row, None))
            rows[kind, row.id] = row
        width = len(run["fields"])
        for values in reversed(run.get("replaced", ())):
            id = values[width]
            after = rows[kind, id] if (kind, id) in rows else _row_now(db, kind, id)
            if after is None:
                raise ValueError(f"the log speaks of {run['table']} {id}, which is not in the plan")
            before = after._replace(**_values(kind, run["fields"], values[width + 1 :]))
            changes.append(Change(kind, id, before, after))
            rows[kind, id] = before
    return Changes(reversed(changes))


def _row(kind: type[Row], names: list[str], values: list[Any]) -> Row:
    return kind(**_values(kind, names, values))


def _values(kind: type[Row], names: list[str], values: list[Any]) -> dict[str, Any]:
    natures = {field.name: field.nature for field in fields_of(kind)}
    return {
        name: tuple(value) if natures[name] == "texts" else value for name, value in zip(names, values, strict=True)
    }


def _row_now(db: Database, kind: type[Row], id: str) -> Row | None:
    select = f"SELECT {COLUMNS[kind]} FROM {TABLE_NAMES[kind]} WHERE "  # noqa: S608
    if kind is Invitation:
        item_id, _, invitee = id.partition("/")
        found = db.execute(f"{select} item_id = ? AND participant_id = ?", (item_id, invitee)).fetchone()
        found = found or db.execute(f"{select} item_id = ? AND group_id = ?", (item_id, invitee)).fetchone()
    else:
        found = db.execute(f"{select} id = ?", (id,)).fetchone()
    return None if found is None else FROM_VALUES[kind](found)
