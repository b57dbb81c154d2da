"""Whether a file is a sound plan of ours, asked before anything in it is believed."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Final

from delegation_planner.plan.errors import NewerPlanFile, NotAPlanFile, OlderPlanFile
from delegation_planner.plan.tables import REFERENCES, TABLE_NAMES, TABLES, fields_of
from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Database, damaged, deadline, known_errors
from delegation_planner.planfile.reading import one_state
from delegation_planner.planfile.schema import SCHEMA_VERSION, whole_schema

SECONDS_AT_MOST: Final = 30.0
THOROUGH_UP_TO: Final = 32 << 20
"""Bytes up to which a file is examined thoroughly whenever it is opened; above, quickly."""


def examine_older(db: Database, path: Path, fingerprint: str | None) -> None:
    """Raise OlderPlanFile where no step starts from this version, else as `examine` does, thoroughly."""
    if fingerprint is None:
        raise OlderPlanFile("{file} was made by a version of the planner that is too old.", file=path.name)
    with known_errors(path), deadline(db, SECONDS_AT_MOST):
        if schema_fingerprint(db) != fingerprint:
            raise NotAPlanFile("{file} is not as an earlier version of the planner made it.", file=path.name)
        _examine_pages(db, path, thorough=True)
        _examine_references(db, path)


def schema_fingerprint(db: Database) -> str:
    """A sha256 of all that the schema of a file says."""
    found = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    return sha256(json.dumps([list(row) for row in found]).encode()).hexdigest()


def examine(db: Database, path: Path, *, thorough: bool) -> None:
    """Raise NotAPlanFile where the schema is not exactly ours, DamagedPlanFile where the file is not sound.

    Quickly: pages, types, closed lists. Thoroughly: also every index and every reference.
    """
    with known_errors(path), deadline(db, SECONDS_AT_MOST), one_state(db):
        _examine_schema(db, path)
        _examine_length(db, path)
        _examine_pages(db, path, thorough=thorough)
        if thorough:
            _examine_references(db, path)
            _examine_lists(db, path)


def _examine_schema(db: Database, path: Path) -> None:
    """A trigger, view, table or index that is not ours could do or hide anything: such a file is not a plan."""
    found = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())
    expected = whole_schema()
    for name in [*found, *expected]:
        if found.get(name) != expected.get(name):
            raise NotAPlanFile(
                "{file} is not as the planner makes it: {name} was added, changed or taken out.",
                file=path.name,
                name=name,
            )


def _examine_length(db: Database, path: Path) -> None:
    """A file copied in the middle of an edit, without its journal, has pages that it does not know of."""
    (pages,), (size,) = (db.execute(f"PRAGMA {fact}").fetchone() for fact in ("page_count", "page_size"))
    if pages * size != path.stat().st_size:
        raise damaged(path, "it does not end where it should")


def _examine_pages(db: Database, path: Path, *, thorough: bool) -> None:
    check = "integrity_check" if thorough else "quick_check"
    verdict = str(db.execute(f"PRAGMA {check}(1)").fetchone()[0])
    if verdict != "ok":
        raise damaged(path, verdict)


def _examine_references(db: Database, path: Path) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise damaged(path, f"a row of {broken[0]} names one of {broken[2]} that is not there")


def _examine_lists(db: Database, path: Path) -> None:
    """What CHECK and REFERENCES cannot say: lists are JSON and name rows that are there, no place lies in itself."""
    for table, kind in TABLES.items():
        for field in fields_of(kind):
            if field.nature != "texts":
                continue
            wrong = f'NOT json_valid("{field.name}")'
            other = REFERENCES[kind].get(field.name)
            if other:
                named = (
                    f'SELECT 1 FROM json_each("{field.name}") WHERE value NOT IN (SELECT id FROM {TABLE_NAMES[other]})'  # noqa: S608
                )
                wrong = f"CASE WHEN {wrong} THEN 1 ELSE EXISTS ({named}) END"
            if db.execute(f"SELECT 1 FROM {table} WHERE {wrong} LIMIT 1").fetchone():  # noqa: S608
                raise damaged(path, f"{field.name} of a row of {table}")
    reached = db.execute(_PLACES_FROM_THE_TOP).fetchone()[0]
    if reached != db.execute("SELECT count(*) FROM place").fetchone()[0]:
        raise damaged(path, "a place that lies in itself")


_PLACES_FROM_THE_TOP: Final = """
WITH RECURSIVE reached (id) AS (
    SELECT id FROM place WHERE parent_id IS NULL
    UNION ALL SELECT place.id FROM place JOIN reached ON place.parent_id = reached.id
) SELECT count(*) FROM reached"""


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
