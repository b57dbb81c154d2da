"""Which rows name which: looked up from the side of what is named."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import REFERENCES, Row, fields_of

Named = Mapping[type[Row], AbstractSet[Id]]


class Naming(NamedTuple):
    """A row that names another in a field. If it is `tied`, it cannot stay without what it names."""

    row: Row
    field: str
    tied: bool


def namings(plan: Plan, named: Named) -> Iterator[Naming]:
    """Every row of the plan that names one of these, once for each field in which it does.

    Looking for a participant or a group unpacks all invitations; looking for an item only its own.
    """
    for kind, references in REFERENCES.items():
        sought = {field: named[other] for field, other in references.items() if named.get(other)}
        if not sought:
            continue
        tied = ties_of(kind)
        for row in _rows(plan, kind, sought):
            for field, ids in sought.items():
                value = getattr(row, field)
                if value in ids if isinstance(value, str) else value and not ids.isdisjoint(value):
                    yield Naming(row, field, field in tied)


def named_by(row: Row) -> Iterator[tuple[str, type[Row], Id]]:
    """Each row that a row names: in which field, its kind and id."""
    for field, kind in REFERENCES[type(row)].items():
        value = getattr(row, field)
        for id in (value,) if isinstance(value, str) else value or ():
            yield field, kind, id


def ties_of(kind: type[Row]) -> frozenset[str]:
    """The fields that a row of this kind cannot be without: it goes with what they name."""
    tied = {field.name for field in fields_of(kind) if field.nature == "text" and not field.optional}
    return frozenset(tied | {"participant_id", "group_id"} if kind is Invitation else tied)


def _rows(plan: Plan, kind: type[Row], sought: Mapping[str, AbstractSet[Id]]) -> Iterable[Row]:
    if kind is Invitation and sought.keys() == {"item_id"}:
        return [row for item_id in sought["item_id"] for row in plan.invitations(item_id).values()]
    return plan.table(kind).values()
