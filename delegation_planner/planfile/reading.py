"""Reads the plan out of the file."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Invitations, Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import TABLES, Row, fields_of
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.schema import COLUMNS, FROM_VALUES


def read_plan(db: Database) -> Plan:
    """The plan as stored. Each kind's rows come in the order in which they were put; invitations stay packed.

    The order of the items among `items_with_invitations` is not kept: within an item it is.
    """
    with one_state(db), collector_paused():
        tables = {kind: _rows(db, name, kind) for name, kind in TABLES.items() if kind is not Invitation}
        packed: dict[Id, str] = dict(db.execute(_PACKED))
    return Plan(tables, packed, unpack)


def _rows(db: Database, name: str, kind: type[Row]) -> dict[Id, Row]:
    stored = db.execute(f"SELECT {COLUMNS[kind]} FROM {name} ORDER BY row_order")  # noqa: S608
    return {row[0]: row for row in map(FROM_VALUES[kind], stored)}


def _packing() -> str:
    parts = [f"json({field.name})" if field.nature == "texts" else field.name for field in fields_of(Invitation)[1:]]
    return (
        f"SELECT item_id, json_group_array(json_array(row_order, {', '.join(parts)})) "  # noqa: S608
        "FROM invitation GROUP BY item_id"
    )


_PACKED = _packing()


def unpack(item_id: Id, packed: str) -> Invitations:
    """The invitations of one item in their order, from the JSON that the query made of them."""
    found = {}
    for values in sorted(json.loads(packed), key=_first):
        participant_id, group_id, roles, optional, exception_ids = values[1:]
        found[participant_id or group_id] = Invitation(
            item_id, participant_id, group_id, tuple(roles), optional == 1, tuple(exception_ids)
        )
    return found


def _first(values: list[Any]) -> Any:
    return values[0]


@contextmanager
def one_state(db: Database) -> Iterator[None]:
    """All statements inside see one state of the file."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.execute("ROLLBACK")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Rows hold no cycles: looking for some among twenty thousand of them is time lost."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
