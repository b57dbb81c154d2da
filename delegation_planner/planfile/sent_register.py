"""The register of what has gone out: append-only, outside the plan's rows and its log."""

from collections.abc import Iterable
from typing import Final

from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.planfile.connecting import Database

_COLUMNS: Final = ", ".join(Sent._fields)


def append_sent(db: Database, records: Iterable[Sent]) -> None:
    """Add records inside the open transaction."""
    marks = ", ".join("?" * len(Sent._fields))
    db.executemany(f"INSERT INTO sent ({_COLUMNS}) VALUES ({marks})", records)  # noqa: S608


def last_number(db: Database) -> int:
    """The number of the newest record, 0 while there is none."""
    (number,) = db.execute("SELECT max(number) FROM sent").fetchone()
    return number or 0


def read_sent(db: Database) -> SentRegister:
    """The newest record by reader and uid."""
    newest = {}
    for stored in db.execute(f"SELECT {_COLUMNS} FROM sent ORDER BY number"):  # noqa: S608
        record = Sent._make(stored)
        record = record._replace(cancelled=bool(record.cancelled))
        newest[record.reader, record.uid] = record
    return newest


def read_editions_sent(db: Database) -> list[int]:
    """The editions that anything was sent with; what was sent outside of editions does not count."""
    return [number for (number,) in db.execute("SELECT DISTINCT edition FROM sent WHERE edition > 0 ORDER BY edition")]
