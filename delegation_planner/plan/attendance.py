"""Who attends an item: the only place that expands groups."""

from typing import NamedTuple

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.kinds import Id, Role
from delegation_planner.plan.plan import Plan


class Attendance(NamedTuple):
    """One person at one item, with all roles that invitations give; optional only if every invitation is."""

    participant_id: Id
    roles: tuple[Role, ...]
    optional: bool


def attendees(plan: Plan, item_id: Id) -> dict[Id, Attendance]:
    """Who attends an item, by participant, in the order of the invitations."""
    found: dict[Id, Attendance] = {}
    for invitation in plan.invitations(item_id).values():
        if invitation.participant_id is not None:
            people: tuple[Id, ...] = (invitation.participant_id,)
        else:
            group = plan.get(Group, invitation.group_id)
            members = group.member_ids if group else ()
            people = tuple(id for id in members if id not in invitation.exception_ids)
        for person in people:
            earlier = found.get(person)
            roles = invitation.roles
            optional = invitation.optional
            if earlier is not None:
                roles = earlier.roles + tuple(role for role in roles if role not in earlier.roles)
                optional = optional and earlier.optional
            found[person] = Attendance(person, roles, optional)
    return found
