"""Facts of the file itself, as keys and values that every version of the program can read."""

from typing import Final
from uuid import UUID

from delegation_planner.plan.kinds import Id
from delegation_planner.planfile.connecting import Database

PLAN_UUID: Final = "plan_uuid"
READABLE_FROM: Final = "readable_from"
"""The oldest schema version whose program can read this file."""
UNDO_FLOOR: Final = "undo_floor"
"""The newest log entry that can no longer be undone; 0 while all can."""


def fact(db: Database, key: str) -> str:
    """The value of a fact; raises LookupError where the file does not hold it."""
    found = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    if found is None:
        raise LookupError(key)
    return str(found[0])


def plan_uuid(db: Database) -> Id:
    """Which plan this is. Folders are named after it: raises ValueError where it is no UUID."""
    return str(UUID(fact(db, PLAN_UUID)))


def set_fact(db: Database, key: str, value: str) -> None:
    """Keep a fact inside the open transaction."""
    db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))
