"""Writes rows and changes of rows into the tables, by difference."""

from collections.abc import Iterable
from functools import cache

from delegation_planner.plan.tables import TABLE_NAMES, TABLES, Row
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.runs import Positions, Run
from delegation_planner.planfile.schema import COLUMNS, ROWS_PER_EDIT, Values, stored


def write_runs(db: Database, runs: Iterable[Run], seq: int) -> bool:
    """Carry out the changes of log entry `seq` inside the open transaction.

    A row is replaced or removed only where the fields that the change speaks of still hold what it says they held.
    Answers whether that was so for every row; if not, the caller rolls back.
    """
    expected = 0
    before = _count(db)
    for kind, action, fields, by, rows in runs:
        table = TABLE_NAMES[kind]
        if action == "put":
            insert_rows(db, kind, rows, seq * ROWS_PER_EDIT + expected)
        elif action == "removed":
            db.executemany(_delete(table, by), stored(kind, fields, rows))
        else:
            replacements = stored(kind, (*fields, 0, *fields), rows)
            sql = _update(table, fields, by)
            db.executemany(sql, _with_both_ids(replacements, fields) if by else replacements)
        expected += len(rows)
    return _count(db) - before == expected


def insert_rows(db: Database, kind: type[Row], rows: Iterable[Values], first_order: int = 0) -> None:
    """Put rows of one kind, ordered from `first_order` on."""
    values = stored(kind, tuple(range(len(kind._fields))), rows)
    db.executemany(_insert(TABLE_NAMES[kind]), ((*row, place) for place, row in enumerate(values, first_order)))


def _count(db: Database) -> int:
    (count,) = db.execute("SELECT total_changes()").fetchone()
    return int(count)


@cache
def _insert(table: str) -> str:
    kind = TABLES[table]
    marks = ", ".join("?" * len(kind._fields))
    return f"INSERT INTO {table} ({COLUMNS[kind]}, row_order, row_version) VALUES ({marks}, ?, 1)"  # noqa: S608


@cache
def _update(table: str, fields: Positions, by: str) -> str:
    """Parameters: what the fields become, the id or ids, what the fields were."""
    names = [f'"{TABLES[table]._fields[field]}"' for field in fields]
    changed = ", ".join(f"{name} = ?" for name in names)
    named = f"item_id = ? AND {by} = ?" if by else "id = ?"
    # The plus keeps these out of the choice of an index: the id alone finds the row.
    held = " AND ".join(f"+{name} IS ?" for name in names)
    return f"UPDATE {table} SET {changed}, row_version = row_version + 1 WHERE {named} AND {held}"  # noqa: S608


def _with_both_ids(rows: Iterable[Values], fields: Positions) -> Iterable[Values]:
    """Replaced invitations with the two parts of their id."""
    place = len(fields)
    return ((*row[:place], *row[place].split("/"), *row[place + 1 :]) for row in rows)


@cache
def _delete(table: str, by: str) -> str:
    """Parameters: all fields in the row's order."""
    keys = {"item_id", by} if by else {"id"}
    terms = [f'"{name}" = ?' if name in keys else f'+"{name}" IS ?' for name in TABLES[table]._fields]
    return f"DELETE FROM {table} WHERE {' AND '.join(terms)}"  # noqa: S608
