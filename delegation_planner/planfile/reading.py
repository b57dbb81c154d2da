"""Reads the plan out of the file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from operator import itemgetter
from typing import Final, cast

from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Invitations, Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import TABLES, Row
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


_PACKED: Final = (
    f"SELECT item_id, json_group_array(json_array(row_order, {', '.join(Invitation._fields[1:])})) "  # noqa: S608
    "FROM invitation GROUP BY item_id"
)


def unpack(item_id: Id, packed: str) -> Invitations:
    """The invitations of one item in their order, from the JSON that the query made of them."""
    found = {}
    for _, *values in sorted(json.loads(packed), key=itemgetter(0)):
        invitation = cast("Invitation", FROM_VALUES[Invitation]((item_id, *values)))
        found[invitation.invitee_id] = invitation
    return found


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
