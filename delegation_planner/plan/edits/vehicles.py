"""The vehicles of a movement."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits import rows
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle


def add_vehicle(
    plan: Plan, item_id: Id, name: str, new_id: Callable[[], Id], *, in_language: Language = "en", **fields: Any
) -> Changes:
    """A vehicle at the end of the movement's line."""
    plan.find(ProgrammeItem, item_id)
    last = max((row.position for row in plan.rows(Vehicle) if row.item_id == item_id), default=0)
    row = Vehicle(new_id(), item_id, last + 1, "")
    return rows.add(rows.with_values(row, {field_of("name", in_language): name} | fields))


def without_seat(plan: Plan, item_id: Id) -> tuple[Id, ...]:
    """Who attends a movement and sits in none of its vehicles: heads of delegations first, then as they are invited."""
    seated: set[Id | None] = set()
    for row in plan.rows(Vehicle):
        if row.item_id == item_id:
            seated |= {row.rear_right_id, row.rear_left_id, row.front_id, *row.other_ids}
    left = [id for id in attendees(plan, item_id) if id not in seated]
    return tuple(sorted(left, key=lambda person: not plan.find(Participant, person).head))


def edit_vehicle(plan: Plan, vehicle_id: Id, values: Mapping[str, Any]) -> Changes:
    """The vehicle with these fields set."""
    return rows.set_fields(plan, Vehicle, vehicle_id, values)
