"""What a form or a list does to any kind of row, in that kind's own way."""

from collections.abc import Mapping
from typing import Any

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.edits.removing import GoesWith, remove, remove_all, what_goes_with
from delegation_planner.plan.edits.rows import add, set_fields
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit

__all__ = ["GoesWith", "add", "edit", "remove", "remove_all", "what_goes_with"]


def edit(plan: Plan, kind: type[Row], id: Id, values: Mapping[str, Any]) -> Changes:
    """The row with these fields set, all at once; raises PlanError as `rows.set_fields` does.

    Items keep their pins, and a visit its pinned items, as `items.edit_item` and `visit.edit_visit` say.
    """
    if kind is ProgrammeItem:
        return edit_item(plan, id, values)
    if kind is Visit:
        return edit_visit(plan, values)
    return set_fields(plan, kind, id, values)
