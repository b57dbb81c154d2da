"""The minute steps of an item."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits import rows
from delegation_planner.plan.edits.removing import remove
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step


def add_step(plan: Plan, item_id: Id, offset: int, cue_en: str, new_id: Callable[[], Id], **fields: Any) -> Changes:
    """A step so many minutes after the item's start."""
    plan.find(ProgrammeItem, item_id)
    return rows.add(rows.with_values(Step(new_id(), item_id, offset, cue_en), fields))


def edit_step(plan: Plan, step_id: Id, values: Mapping[str, Any]) -> Changes:
    """The step with these fields set."""
    return rows.set_fields(plan, Step, step_id, values)


def remove_step(plan: Plan, step_id: Id) -> Changes:
    """Without the step."""
    return remove(plan, Step, step_id)
