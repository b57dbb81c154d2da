"""What a letter typed into the matrix changes in the plan; no Qt."""

from collections.abc import Callable, Iterable

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits.invitations import invite, set_optional, set_roles, uninvite
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, Role
from delegation_planner.plan.names import called
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan

Place = tuple[Id, Id]
"""A person and an item."""
Act = Callable[[Plan, Id, Id], Changes]
"""What is done to one person at one item."""


def everywhere(plan: Plan, places: Iterable[Place], act: Act) -> Changes:
    """The same done in several places, as one edit; raises PlanError where one of them refuses."""
    changes = Changes()
    for person_id, item_id in places:
        done = act(plan, person_id, item_id)
        plan = plan.changed(done)
        changes = changes + done
    return changes


def with_roles(*roles: Role) -> Act:
    """Comes in exactly these roles; with none, as a member.

    Who did not come is invited, or let in again by the group that leaves the person out. Raises PlanError where a
    role is that of a whole group: it is not taken from one member alone.
    """

    def act(plan: Plan, person_id: Id, item_id: Id) -> Changes:
        if person_id not in attendees(plan, item_id):
            return invite(plan, item_id, person_id, roles)
        of_group = _roles_of_groups(plan, person_id, item_id)
        kept = next((group for role, group in of_group.items() if role not in roles), None)
        if kept is not None:
            raise PlanError(
                "{name} has this role with the group {group}. Take the person out of the group here first.",
                name=called(plan.find(Participant, person_id)), group=kept,
            )  # fmt: skip
        return set_roles(plan, item_id, person_id, [role for role in roles if role not in of_group])

    return act


def with_role(role: Role, *, held: bool) -> Act:
    """With the role besides those held, or without it. Without it nobody is invited who does not come."""

    def act(plan: Plan, person_id: Id, item_id: Id) -> Changes:
        coming = attendees(plan, item_id).get(person_id)
        if coming is None:
            return with_roles(role)(plan, person_id, item_id) if held else Changes()
        others = tuple(each for each in coming.roles if each != role)
        return with_roles(*(*others, role) if held else others)(plan, person_id, item_id)

    return act


def with_optional(*, optional: bool) -> Act:
    """May be elsewhere at that time, or may not. Who comes with a group gets an invitation instead of it."""

    def act(plan: Plan, person_id: Id, item_id: Id) -> Changes:
        coming = attendees(plan, item_id).get(person_id)
        if coming is None:
            return invite(plan, item_id, person_id, optional=True) if optional else Changes()
        if coming.optional == optional:
            return Changes()
        if not optional:
            return _must_come(plan, person_id, item_id)
        if person_id in plan.invitations(item_id) and not _groups(plan, person_id, item_id):
            return set_optional(plan, item_id, person_id, optional=True)
        out = uninvite(plan, item_id, person_id)
        return out + invite(plan.changed(out), item_id, person_id, coming.roles, optional=True)

    return act


def taken_out(plan: Plan, person_id: Id, item_id: Id) -> Changes:
    """Does not come; is left out of groups that come."""
    return uninvite(plan, item_id, person_id)


def _must_come(plan: Plan, person_id: Id, item_id: Id) -> Changes:
    if person_id in plan.invitations(item_id):
        return set_optional(plan, item_id, person_id, optional=False)
    return invite(plan, item_id, person_id)


def _groups(plan: Plan, person_id: Id, item_id: Id) -> dict[Group, tuple[Role, ...]]:
    """The groups that bring a person to an item, with the roles that they give."""
    found = {}
    for invitation in plan.invitations(item_id).values():
        group = plan.get(Group, invitation.group_id)
        if group is not None and person_id in group.member_ids and person_id not in invitation.exception_ids:
            found[group] = invitation.roles
    return found


def _roles_of_groups(plan: Plan, person_id: Id, item_id: Id) -> dict[Role, str]:
    """The roles that a person has through groups, and the code of the group."""
    return {role: group.code for group, roles in _groups(plan, person_id, item_id).items() for role in roles}
