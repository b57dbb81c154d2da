"""The tables of a plan file, written from the description of the rows so that the two cannot disagree."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import REFERENCES, TABLE_NAMES, TABLES, Field, Nature, Row, fields_of
from delegation_planner.planfile.runs import Positions

SCHEMA_VERSION: Final = 1
"""The `user_version` that this program writes."""

READABLE_FROM: Final = 1
"""The oldest schema version whose program can still read a file of SCHEMA_VERSION."""

ROWS_PER_EDIT: Final = 1 << 24
"""A row's `row_order` is the log's seq times this, plus its place in the edit: rows sort as they were put."""

Values = Sequence[Any]
"""A row as SQLite stores it: lists of texts as JSON."""

STORE_TABLES: Final[dict[str, str]] = {
    "meta": """CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT""",
    "change_log": """CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY,
    edit TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('do', 'undo', 'redo')),
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    origin TEXT NOT NULL,
    label TEXT NOT NULL CHECK (substr(label, 1, 1) = '{'),
    changes TEXT NOT NULL CHECK (substr(changes, 1, 1) = '[')
) STRICT""",
    "sent": """CREATE TABLE sent (
    number INTEGER PRIMARY KEY,
    reader TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    fingerprint TEXT NOT NULL,
    at TEXT NOT NULL,
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    edition INTEGER NOT NULL,
    title TEXT NOT NULL,
    start TEXT NOT NULL,
    end TEXT NOT NULL
) STRICT""",
    "edition": """CREATE TABLE edition (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    label TEXT NOT NULL,
    colour TEXT NOT NULL CHECK (colour IN ('white', 'blue', 'pink', 'yellow', 'green', 'orange')),
    comment TEXT NOT NULL,
    open_errors INTEGER NOT NULL CHECK (open_errors >= 0),
    content BLOB
) STRICT""",
    "receipt": """CREATE TABLE receipt (
    number INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL CHECK (edition > 0),
    reader TEXT NOT NULL,
    event TEXT NOT NULL CHECK (event IN ('given', 'acknowledged')),
    means TEXT NOT NULL CHECK (means IN ('mail', 'paper', 'messenger', 'by_word', 'other')),
    at TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT""",
    "attachment": """CREATE TABLE attachment (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT""",
}
"""What the file holds beside the rows of the plan."""


@cache
def tables() -> dict[str, str]:
    """The CREATE statements of the tables of rows, by name."""
    return {name: _create_table(name, kind) for name, kind in TABLES.items()}


@cache
def indexes() -> dict[str, str]:
    """The CREATE statements of their indexes, by name."""
    found: dict[str, str] = {}
    for name, kind in TABLES.items():
        found.update(_create_indexes(name, kind))
    return found


def whole_schema() -> dict[str, str]:
    """All CREATE statements by name, each exactly as SQLite remembers it."""
    return {**STORE_TABLES, **tables(), **indexes()}


def _create_table(name: str, kind: type[Row]) -> str:
    lines = [_column(field, REFERENCES[kind].get(field.name)) for field in fields_of(kind)]
    lines.append("row_version INTEGER NOT NULL")
    if kind is Invitation:
        # Right after item_id: SQLite 3.40 calls columns NULL where a key without rowid is not in front.
        lines.insert(1, "row_order INTEGER NOT NULL")
        lines += ["PRIMARY KEY (item_id, row_order)", "CHECK ((participant_id IS NULL) <> (group_id IS NULL))"]
        ending = "STRICT, WITHOUT ROWID"
    else:
        lines.insert(1, "row_order INTEGER PRIMARY KEY")
        ending = "STRICT"
    return f"CREATE TABLE {name} (\n    " + ",\n    ".join(lines) + f"\n) {ending}"


def _column(field: Field, refers_to: type[Row] | None) -> str:
    name = f'"{field.name}"'  # "check" is a word of SQL's own
    words = [name, "INTEGER" if field.nature in {"number", "flag"} else "TEXT"]
    if not field.optional:
        words.append("NOT NULL")
    if field.name == "id":
        words.append("UNIQUE CHECK (length(id) = 36)")
    if field.nature == "flag":
        words.append(f"CHECK ({name} IN (0, 1))")
    elif field.nature == "texts":
        words.append(f"CHECK (substr({name}, 1, 1) = '[')")
    elif field.choices:
        choices = ", ".join(f"'{choice}'" for choice in field.choices)
        words.append(f"CHECK ({name} IN ({choices}))")
    if refers_to and field.nature == "text":
        words.append(f"REFERENCES {TABLE_NAMES[refers_to]} (id) DEFERRABLE INITIALLY DEFERRED")
    return " ".join(words)


def _create_indexes(name: str, kind: type[Row]) -> dict[str, str]:
    """One index for each single reference, so that removing a row does not scan all that might name it."""
    found = {}
    for field in fields_of(kind):
        if field.nature != "text" or field.name not in REFERENCES[kind]:
            continue
        index = f"{name}_by_{field.name}"
        given = f" WHERE {field.name} IS NOT NULL" if field.optional else ""
        if kind is not Invitation:
            found[index] = f"CREATE INDEX {index} ON {name} ({field.name}){given}"
        elif field.name != "item_id":
            found[index] = f"CREATE UNIQUE INDEX {index} ON {name} ({field.name}, item_id){given}"
    return found


COLUMNS: Final[dict[type[Row], str]] = {
    kind: ", ".join(f'"{name}"' for name in kind._fields) for kind in TABLES.values()
}
"""The row's fields as a list of columns, in the row's order."""


def _from_values(kind: type[Row]) -> Callable[[Values], Row]:
    flags, texts = _positions(kind, "flag"), _positions(kind, "texts")
    if not flags and not texts:
        return kind._make

    def convert(stored: Values) -> Row:
        values = list(stored)
        for position in flags:
            values[position] = values[position] == 1
        for position in texts:
            values[position] = texts_of_json(values[position])
        return kind._make(values)

    return convert


def _positions(kind: type[Row], nature: Nature) -> list[int]:
    return [position for position, field in enumerate(fields_of(kind)) if field.nature == nature]


FROM_VALUES: Final = {kind: _from_values(kind) for kind in TABLES.values()}
"""Makes a row from what SQLite stores."""


def stored(kind: type[Row], fields: Positions, rows: Iterable[Values]) -> Iterable[Values]:
    """Rows of these fields as SQLite stores them."""
    texts = [place for place, field in enumerate(fields) if fields_of(kind)[field].nature == "texts"]
    return (_with_json(row, texts) for row in rows) if texts else rows


def _with_json(row: Values, texts: list[int]) -> Values:
    values = list(row)
    for place in texts:
        values[place] = json_of_texts(values[place])
    return values


@lru_cache(maxsize=4096)
def json_of_texts(texts: tuple[str, ...]) -> str:
    """The one way in which a list of texts is written, so that equal lists are equal in the file."""
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def texts_of_json(stored: str) -> tuple[str, ...]:
    """A list of texts as it was; raises ValueError where it is something else."""
    texts = json.loads(stored)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(stored)
    return tuple(texts)
