"""Whether a file is a sound plan of ours, asked before anything in it is believed."""

from pathlib import Path
from typing import Final

from delegation_planner.plan.errors import DamagedPlanFile, NewerPlanFile, NotAPlanFile
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Database, deadline, known_errors
from delegation_planner.planfile.schema import SCHEMA_VERSION, statements

SECONDS_AT_MOST: Final = 30.0
THOROUGH_UP_TO: Final = 32 << 20
"""Bytes up to which a file is examined thoroughly whenever it is opened; above, quickly."""


def examine(db: Database, path: Path, *, thorough: bool) -> None:
    """Raise NotAPlanFile where the schema is not exactly ours, DamagedPlanFile where the file is not sound.

    Quickly: pages, types, closed lists. Thoroughly: also every index and every reference.
    """
    with known_errors(path), deadline(db, SECONDS_AT_MOST):
        _examine_schema(db, path)
        check = "integrity_check" if thorough else "quick_check"
        verdict = str(db.execute(f"PRAGMA {check}(1)").fetchone()[0])
        if verdict != "ok":
            raise DamagedPlanFile("{file} is damaged ({cause}).", file=path.name, cause=verdict)
        if thorough:
            _examine_references(db, path)


def _examine_schema(db: Database, path: Path) -> None:
    """A trigger, view, table or index that is not ours could do or hide anything: such a file is not a plan."""
    found = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())
    expected = statements()
    for name in [*found, *expected]:
        if found.get(name) != expected.get(name):
            raise NotAPlanFile(
                "{file} is not as the planner makes it: {name} was added, changed or taken out.",
                file=path.name,
                name=name,
            )


def _examine_references(db: Database, path: Path) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise DamagedPlanFile(
            "{file} is damaged: a row of {table} names one of {other} that is not there.",
            file=path.name, table=str(broken[0]), other=str(broken[2]),
        )  # fmt: skip


def examine_newer(db: Database, path: Path) -> None:
    """Raise NewerPlanFile unless the file says that a program of SCHEMA_VERSION can read it, and it can."""
    refusal = NewerPlanFile("{file} was made by a newer version of the planner. Update this one.", file=path.name)
    with known_errors(path), deadline(db, SECONDS_AT_MOST):
        kinds = dict(db.execute("SELECT name, type FROM sqlite_schema").fetchall())
        if not set(kinds.values()) <= {"table", "index"} or not {*TABLES, "meta"} <= kinds.keys():
            raise refusal
        try:
            readable_from = int(meta.fact(db, meta.READABLE_FROM))
        except (LookupError, ValueError):
            raise refusal from None
        if readable_from > SCHEMA_VERSION:
            raise refusal
