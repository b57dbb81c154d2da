"""What all programmes of one plan share: who attends what, in which order, and the rows that belong to an item."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import chain
from typing import NamedTuple, TypeVar

from delegation_planner.plan.attendance import Attendance, attendees, named
from delegation_planner.plan.day_time import Span, span
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.kinds import Id, Side
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.plan.rulebook import Rulebook

Belonging = TypeVar("Belonging", Step, Vehicle)


class Groundwork(NamedTuple):
    """Everything about a plan that does not depend on the reader.

    `items` and `spans` are in the order of the programme: day of the start, instants of start and end, code.
    `items_of_person` holds, in that order, the items that somebody attends or is named in.
    `members` holds each delegation's people by order of precedence, guest delegations first; `order` numbers them all.
    """

    plan: Plan
    items: dict[Id, ProgrammeItem]
    spans: dict[Id, Span]
    attendance: dict[Id, dict[Id, Attendance]]
    items_of_person: dict[Id, list[Id]]
    members: dict[Id, tuple[Id, ...]]
    order: dict[Id, int]
    steps: dict[Id, tuple[Step, ...]]
    vehicles: dict[Id, tuple[Vehicle, ...]]


def groundwork(plan: Plan, rulebook: Rulebook) -> Groundwork:
    """Walks over the plan once. Raises PlanError where the visit has no date yet."""
    visit = plan.visit
    spans = {item.id: span(visit, item) for item in plan.rows(ProgrammeItem)}
    items = {item.id: item for item in _in_order(plan.rows(ProgrammeItem), spans)}
    attendance = {item_id: attendees(plan, item_id) for item_id in items}
    members = {delegation.id: order_in_delegation(plan, rulebook, delegation.id) for delegation in _delegations(plan)}
    people = (person for ids in members.values() for person in ids)
    steps = _by_item(sorted(plan.rows(Step), key=lambda step: step.offset))
    vehicles = _by_item(sorted(plan.rows(Vehicle), key=lambda vehicle: vehicle.position))
    return Groundwork(
        plan=plan,
        items=items,
        spans=spans,
        attendance=attendance,
        items_of_person=_items_of_person(items, attendance, steps, vehicles),
        members=members,
        order={person: place for place, person in enumerate(people)},
        steps=steps,
        vehicles=vehicles,
    )


def side_of(ground: Groundwork, participant_id: Id | None) -> Side | None:
    """The side of a participant's delegation; None where no participant is meant."""
    person = ground.plan.get(Participant, participant_id)
    return ground.plan.find(Delegation, person.delegation_id).side if person else None


def natural(code: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts code 9 before 10 and 12 before 12a."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"\d+|\D+", code))


def _in_order(items: Iterable[ProgrammeItem], spans: dict[Id, Span]) -> Iterator[ProgrammeItem]:
    def key(item: ProgrammeItem) -> tuple[object, ...]:
        start, end = spans[item.id]
        return item.start_day, start.astimezone(UTC), end.astimezone(UTC), natural(item.code), item.id

    return iter(sorted(items, key=key))


def _delegations(plan: Plan) -> list[Delegation]:
    return sorted(plan.rows(Delegation), key=lambda row: (row.side != "guest", row.position, row.code, row.id))


def _items_of_person(
    items: dict[Id, ProgrammeItem],
    attendance: dict[Id, dict[Id, Attendance]],
    steps: dict[Id, tuple[Step, ...]],
    vehicles: dict[Id, tuple[Vehicle, ...]],
) -> dict[Id, list[Id]]:
    found: dict[Id, list[Id]] = {}
    for item_id, item in items.items():
        rows: tuple[ProgrammeItem | Step | Vehicle, ...] = (item, *steps.get(item_id, ()), *vehicles.get(item_id, ()))
        people = dict.fromkeys((*attendance[item_id], *chain.from_iterable(map(named, rows))))
        for person in people:
            found.setdefault(person, []).append(item_id)
    return found


def _by_item(rows: Iterable[Belonging]) -> dict[Id, tuple[Belonging, ...]]:
    found: dict[Id, list[Belonging]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return {item_id: tuple(belonging) for item_id, belonging in found.items()}
