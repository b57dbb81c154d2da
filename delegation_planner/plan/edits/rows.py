"""The fields of a row set together, whatever its kind."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from delegation_planner.plan.change import Changes, put, replaced
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import Row
from delegation_planner.plan.well_formed import check_row

R = TypeVar("R", bound=Row)


def add(row: Row) -> Changes:
    """A new row; raises PlanError where a field cannot hold its value."""
    check_row(row)
    return Changes([put(row)])


def set_fields(plan: Plan, kind: type[Row], id: Id, values: Mapping[str, Any]) -> Changes:
    """The row with these fields set, all at once; nothing if they are so already.

    Lists may be given for tuples. Raises PlanError for a field that the kind does not have, that may not be edited
    (its id, an item's calendar name), or that cannot hold the value.
    """
    before = plan.find(kind, id)
    return changed(before, with_values(before, values))


def changed(before: Row, after: Row) -> Changes:
    """From one row to the other; nothing if they are equal."""
    return Changes([replaced(before, after)] if after != before else [])


def with_values(row: R, values: Mapping[str, Any]) -> R:
    """The row with these fields set; raises PlanError as `set_fields` does."""
    allowed = set(row._fields) - {"id", "uid"}
    for name in values:
        if name not in allowed:
            raise PlanError("There is nothing called {field} that could be set here.", field=name)
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    after = cast(R, row._replace(**plain))
    check_row(after, row)
    return after
