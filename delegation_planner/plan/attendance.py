"""Who attends an item and who is named in it: the only place that expands groups."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.kinds import Id, ReaderRole, Role
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle


class Attendance(NamedTuple):
    """One person at one item, with all roles that invitations give; optional only if every invitation is."""

    participant_id: Id
    roles: tuple[Role, ...]
    optional: bool


def attendees(plan: Plan, item_id: Id) -> dict[Id, Attendance]:
    """Who attends an item, by participant, in the order of the invitations."""
    found: dict[Id, Attendance] = {}
    for invitation in plan.invitations(item_id).values():
        alone = invitation.participant_id
        for person in (alone,) if alone is not None else _of_group(plan, invitation):
            earlier = found.get(person)
            roles = invitation.roles
            optional = invitation.optional
            if earlier is not None:
                roles = earlier.roles + tuple(role for role in roles if role not in earlier.roles)
                optional = optional and earlier.optional
            found[person] = Attendance(person, roles, optional)
    return found


def present(plan: Plan, item_id: Id) -> set[Id]:
    """Who attends an item, whatever for: much faster than `attendees` where thousands come."""
    invitations = plan.invitations(item_id).values()
    people = {row.participant_id for row in invitations if row.participant_id is not None}
    for row in invitations:
        if row.group_id is not None:
            people.update(_of_group(plan, row))
    return people


def _of_group(plan: Plan, invitation: Invitation) -> tuple[Id, ...]:
    group = plan.get(Group, invitation.group_id)
    members = group.member_ids if group else ()
    return tuple(id for id in members if id not in invitation.exception_ids)


def must_come(plan: Plan, item_id: Id) -> frozenset[Id]:
    """Who is bound to be at an item: its attendees but those who are optional there."""
    return frozenset(one.participant_id for one in attendees(plan, item_id).values() if not one.optional)


def parts_of(item: ProgrammeItem, attendance: Attendance | None, participant_id: Id) -> tuple[ReaderRole, ...]:
    """What somebody who attends an item, or does not, is there: the roles, host if named as such, in charge if so."""
    roles: tuple[ReaderRole, ...] = attendance.roles if attendance else ()
    if item.host_id == participant_id and "host" not in roles:
        roles += ("host",)
    return (*roles, "in_charge") if item.in_charge_id == participant_id else roles


def named(row: ProgrammeItem | Step | Vehicle) -> Iterator[Id]:
    """Whom an item, a step or a vehicle names, invited or not: they have to know of the item, and of its changes."""
    if isinstance(row, ProgrammeItem):
        ids: Iterable[Id | None] = (row.host_id, row.in_charge_id)
    elif isinstance(row, Step):
        ids = (row.actor_id,)
    else:
        ids = (row.rear_right_id, row.rear_left_id, row.front_id, *row.other_ids)
    return (id for id in ids if id is not None)
