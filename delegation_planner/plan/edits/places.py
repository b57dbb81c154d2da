"""Places and the rooms in them."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits import rows
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.place import Airport, Place
from delegation_planner.plan.plan import Plan


def add_place(
    plan: Plan, code: str, name: str, new_id: Callable[[], Id], *, in_language: Language = "en", **fields: Any
) -> Changes:
    """A place in the host's zone, or in the one given."""
    place = Place(new_id(), code, "", zone=plan.visit.host_zone)
    return rows.add(rows.with_values(place, {field_of("name", in_language): name} | fields))


def take_airport(plan: Plan, airport: Airport, new_id: Callable[[], Id]) -> tuple[Id, Changes]:
    """The place that stands for an airport: the one with its letters, else a new one in its city and zone."""
    known = (row for row in plan.rows(Place) if row.iata == airport.iata and row.parent_id is None)
    place = next(known, None)
    if place is not None:
        return place.id, Changes()
    fields: dict[str, Any] = {"city": airport.city, "zone": airport.zone, "iata": airport.iata}
    changes = add_place(plan, airport.iata, airport.name, new_id, **fields)
    return changes[0].id, changes


def edit_place(plan: Plan, place_id: Id, values: Mapping[str, Any]) -> Changes:
    """The place with these fields set."""
    return rows.set_fields(plan, Place, place_id, values)
