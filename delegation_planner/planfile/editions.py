"""Issued editions and who was given them: append-only, outside the plan's rows and its log.

The content of an edition is all rows of the plan as the tables hold them, as compressed JSON:
`{table: {"fields": [...], "rows": [[value, ...], ...]}}`.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from threading import Lock
from typing import Any, Final

from delegation_planner.plan.edition import Edition, Receipt
from delegation_planner.plan.errors import DamagedPlanFile, PlanFileError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES, Field, fields_of
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.log import compact
from delegation_planner.planfile.mending import mended
from delegation_planner.planfile.schema import Values, stored

LARGEST_CONTENT: Final = 256 << 20
"""Bytes of an edition's JSON: what claims to be more is forged."""

_EDITION: Final = ", ".join(Edition._fields)
_RECEIPT: Final = ", ".join(Receipt._fields)

Written = dict[str, dict[str, Any]]
"""The content of an edition before it is compressed."""


def append_edition(db: Database, edition: Edition, plan: Plan) -> None:
    """Add an edition and its content inside the open transaction."""
    marks = ", ".join("?" * (len(Edition._fields) + 1))
    db.execute(
        f"INSERT INTO edition ({_EDITION}, content) VALUES ({marks})",  # noqa: S608
        (*edition, packed(_written(plan))),
    )


def last_edition(db: Database) -> int:
    """The number of the newest edition, 0 while there is none."""
    (number,) = db.execute("SELECT max(number) FROM edition").fetchone()
    return number or 0


def read_editions(db: Database) -> list[Edition]:
    """All editions, the first one first."""
    return [Edition._make(row) for row in db.execute(f"SELECT {_EDITION} FROM edition ORDER BY number")]  # noqa: S608


def read_content(db: Database, number: int) -> bytes:
    """What an edition froze, still packed.

    Raises PlanFileError where there is no such edition or its content was taken out with personal data.
    """
    found = db.execute("SELECT content FROM edition WHERE number = ?", (number,)).fetchone()
    if found is None:
        raise PlanFileError("There is no Edition {number}.", number=number)
    if found[0] is None:
        raise PlanFileError("What Edition {number} held was taken out with the personal data.", number=number)
    content: bytes = found[0]
    return content


def plan_of(packed_content: bytes, number: int) -> Plan:
    """The plan as an edition froze it; asks no file. Raises DamagedPlanFile where it cannot be read."""
    damage = DamagedPlanFile("What Edition {number} held is damaged. The plan itself is sound.", number=number)
    try:
        content = unpacked(packed_content)
        rows, losses = mended({table: _in_order(table, content.get(table)) for table in TABLES})
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error, RecursionError, sqlite3.Error) as error:
        raise damage from error
    if losses:
        raise damage
    return Plan.of(rows)


class Frozen:
    """What an edition froze, the one asked for last kept: right after it was issued several threads ask for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[bytes, Plan] | None = None

    def plan_of(self, packed_content: bytes, number: int) -> Plan:
        """As `plan_of`, from any thread."""
        with self._lock:
            if self._kept is None or self._kept[0] != packed_content:
                self._kept = (packed_content, plan_of(packed_content, number))
            return self._kept[1]


def forget_contents(db: Database) -> None:
    """Take out what every edition held, inside the open transaction; the editions stay known by number."""
    db.execute("UPDATE edition SET content = NULL, comment = ''")


def append_receipts(db: Database, receipts: Iterable[Receipt]) -> None:
    """Add receipts inside the open transaction."""
    marks = ", ".join("?" * len(Receipt._fields))
    db.executemany(f"INSERT INTO receipt ({_RECEIPT}) VALUES ({marks})", receipts)  # noqa: S608


def last_receipt(db: Database) -> int:
    """The number of the newest receipt, 0 while there is none."""
    (number,) = db.execute("SELECT max(number) FROM receipt").fetchone()
    return number or 0


def read_receipts(db: Database) -> list[Receipt]:
    """All receipts in the order in which they were recorded."""
    return [Receipt._make(row) for row in db.execute(f"SELECT {_RECEIPT} FROM receipt ORDER BY number")]  # noqa: S608


def packed(content: Written) -> bytes:
    """The content as the file holds it."""
    return zlib.compress(compact(content).encode())


def unpacked(content: bytes) -> Written:
    """The content again; raises ValueError or zlib.error where it is none."""
    opened = zlib.decompressobj()
    text = opened.decompress(content, LARGEST_CONTENT)
    if opened.unconsumed_tail or not opened.eof:
        raise ValueError("cut off, or too large")
    written = json.loads(text)
    if not isinstance(written, dict):
        raise TypeError(written)
    return written


def _written(plan: Plan) -> Written:
    return {
        table: {"fields": list(kind._fields), "rows": [list(row) for row in _as_stored(kind, plan)]}
        for table, kind in TABLES.items()
        if plan.table(kind)
    }


def _as_stored(kind: Any, plan: Plan) -> Iterable[Values]:
    flags = [place for place, field in enumerate(fields_of(kind)) if field.nature == "flag"]
    for row in stored(kind, tuple(range(len(kind._fields))), plan.rows(kind)):
        values = list(row)
        for place in flags:
            values[place] = int(values[place])
        yield values


def _in_order(table: str, written: dict[str, Any] | None) -> list[list[Any]]:
    """The rows of a table in the order of its fields; a field that the content does not know has its default."""
    if written is None:
        return []
    fields = fields_of(TABLES[table])
    places = {name: place for place, name in enumerate(written["fields"])}
    return [[_value(field, row, places) for field in fields] for row in written["rows"]]


def _value(field: Field, row: list[Any], places: dict[str, int]) -> Any:
    if field.name in places:
        return row[places[field.name]]
    if field.nature == "texts":
        return "[]" if not field.default else compact(field.default)
    return field.default
