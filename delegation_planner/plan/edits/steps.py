"""The minute steps of an item."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits import rows
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step


def add_step(
    plan: Plan,
    item_id: Id,
    offset: int,
    cue: str,
    new_id: Callable[[], Id],
    *,
    in_language: Language = "en",
    **fields: Any,
) -> Changes:
    """A step so many minutes after the item's start."""
    plan.find(ProgrammeItem, item_id)
    row = Step(new_id(), item_id, offset, "")
    return rows.add(rows.with_values(row, {field_of("cue", in_language): cue} | fields))


def edit_step(plan: Plan, step_id: Id, values: Mapping[str, Any]) -> Changes:
    """The step with these fields set."""
    return rows.set_fields(plan, Step, step_id, values)


def move_step(plan: Plan, step_id: Id, *, earlier: bool) -> Changes:
    """The step changes places with its neighbour in time; nothing at either end.

    The two together begin and end when they did before, each lasts as long as before, and so does the gap between
    them; a step without a length is taken to last a minute where both would begin at once.
    """
    step = plan.find(Step, step_id)
    order = sorted((row for row in plan.rows(Step) if row.item_id == step.item_id), key=lambda row: row.offset)
    at = order.index(step) - (1 if earlier else 0)
    if not 0 <= at < len(order) - 1:
        return Changes()
    first, second = order[at], order[at + 1]
    gap = max(second.offset - first.offset - (first.minutes or 0), 0)
    later = first.offset + max((second.minutes or 0) + gap, 1)
    return Changes([
        *rows.changed(second, second._replace(offset=first.offset)), *rows.changed(first, first._replace(offset=later)),
    ])  # fmt: skip
