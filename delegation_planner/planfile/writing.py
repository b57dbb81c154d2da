"""Writes rows and changes of rows into the tables, by difference."""

from collections.abc import Iterable
from functools import cache

from delegation_planner.plan.tables import TABLE_NAMES, TABLES, Row
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.runs import Run, picker
from delegation_planner.planfile.schema import COLUMNS, ROWS_PER_EDIT, TO_VALUES, Values


def write_runs(db: Database, runs: Iterable[Run], seq: int) -> bool:
    """Carry out the changes of log entry `seq` inside the open transaction.

    A row is replaced or removed only where the fields that the change speaks of still hold what it says they held.
    Answers whether that was so for every row; if not, the caller rolls back.
    """
    expected = 0
    before = _count(db)
    for run in runs:
        table = TABLE_NAMES[run.kind]
        if run.action == "put":
            rows = [change.after for change in run.changes if change.after is not None]
            insert_rows(db, run.kind, rows, seq * ROWS_PER_EDIT + expected)
        elif run.action == "removed":
            db.executemany(_delete(table, run.key), _before_values(run))
        else:
            db.executemany(_update(table, run.key, run.fields), _update_values(run))
        expected += len(run.changes)
    return _count(db) - before == expected


def insert_rows(db: Database, kind: type[Row], rows: Iterable[Row], first_order: int = 0) -> None:
    """Put rows of one kind, ordered from `first_order` on."""
    convert = TO_VALUES[kind]
    db.executemany(_insert(TABLE_NAMES[kind]), ((*convert(row), first_order + place) for place, row in enumerate(rows)))


def _before_values(run: Run) -> Iterable[Values]:
    convert, key = TO_VALUES[run.kind], picker(run.key)
    for change in run.changes:
        assert change.before is not None
        values = convert(change.before)
        yield (*key(values), *values)


def _update_values(run: Run) -> Iterable[Values]:
    convert, key, fields = TO_VALUES[run.kind], picker(run.key), picker(run.fields)
    for _, _, before, after in run.changes:
        assert before is not None
        assert after is not None
        old, new = convert(before), convert(after)
        yield (*fields(new), *key(new), *fields(old))


def _count(db: Database) -> int:
    (count,) = db.execute("SELECT total_changes()").fetchone()
    return int(count)


@cache
def _insert(table: str) -> str:
    kind = TABLES[table]
    marks = ", ".join("?" * len(kind._fields))
    return f"INSERT INTO {table} ({COLUMNS[kind]}, row_order, row_version) VALUES ({marks}, ?, 1)"  # noqa: S608


@cache
def _update(table: str, key: tuple[int, ...], fields: tuple[int, ...]) -> str:
    names = TABLES[table]._fields
    changed = ", ".join(f'"{names[field]}" = ?' for field in fields)
    version = "row_version = row_version + 1"
    return f"UPDATE {table} SET {changed}, {version} WHERE {_where(names, key, fields)}"  # noqa: S608


@cache
def _delete(table: str, key: tuple[int, ...]) -> str:
    names = TABLES[table]._fields
    return f"DELETE FROM {table} WHERE {_where(names, key, tuple(range(len(names))))}"  # noqa: S608


def _where(names: tuple[str, ...], key: tuple[int, ...], as_before: tuple[int, ...]) -> str:
    """The row that the key names, as long as these fields hold what they held."""
    named = [f'"{names[position]}" = ?' for position in key]
    # The plus keeps these out of the choice of an index: the key alone finds the row.
    held = [f'+"{names[position]}" IS ?' for position in as_before]
    return " AND ".join(named + held)
