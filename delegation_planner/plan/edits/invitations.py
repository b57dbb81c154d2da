"""Who is invited to an item, in which roles, and who of a group does not come."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.change import Change, Changes, put, removed
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits.items import add_item
from delegation_planner.plan.edits.rows import changed, with_values
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, Role, WallClock
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem


def add_item_for(
    plan: Plan,
    day: int,
    start: WallClock,
    new_id: Callable[[], Id],
    invitee_ids: Iterable[Id],
    *,
    minutes: int = 60,
    **fields: Any,
) -> Changes:
    """A new item, to which these participants and groups are invited; the item is the first of the changes."""
    changes = add_item(plan, day, start, new_id, minutes=minutes, **fields)
    for invitee_id in invitee_ids:
        changes += invite(plan.changed(changes), changes[0].id, invitee_id)
    return changes


def invite(plan: Plan, item_id: Id, invitee_id: Id, roles: Sequence[Role] = (), *, optional: bool = False) -> Changes:
    """A participant or a group comes to the item, in these roles besides those it has there already.

    Somebody whom an invited group leaves out, and who is given no role, simply comes with the group again.
    """
    plan.find(ProgrammeItem, item_id)
    before = plan.invitations(item_id).get(invitee_id)
    if before is not None:
        added = tuple(role for role in roles if role not in before.roles)
        after = with_values(before, {"roles": before.roles + added, "optional": optional and before.optional})
        return changed(before, after)
    left_out = [row for row in plan.invitations(item_id).values() if invitee_id in row.exception_ids]
    if left_out and not roles and not optional:
        return Changes(change for row in left_out for change in changed(row, _with(row, invitee_id)))
    after = with_values(_invitation(plan, item_id, invitee_id), {"roles": tuple(roles), "optional": optional})
    return Changes([put(after)])


def uninvite(plan: Plan, item_id: Id, invitee_id: Id) -> Changes:
    """A participant or a group no longer comes; of groups that stay invited, the participant is left out."""
    changes: list[Change] = []
    for row in plan.invitations(item_id).values():
        if row.invitee_id == invitee_id:
            changes.append(removed(row))
        elif _brings(plan, row, invitee_id):
            changes += changed(row, _without(row, invitee_id))
    return Changes(changes)


def set_roles(plan: Plan, item_id: Id, invitee_id: Id, roles: Sequence[Role]) -> Changes:
    """These and no other roles, in the invitee's own invitation.

    Somebody who comes with a group gets an invitation of his or her own beside it, and loses it with the last role.
    Raises PlanError for somebody who does not come.
    """
    before = plan.invitations(item_id).get(invitee_id)
    if before is None:
        if invitee_id not in attendees(plan, item_id):
            raise PlanError("Invite first, then give a role.")
        return invite(plan, item_id, invitee_id, roles) if roles else Changes()
    others = (row for row in plan.invitations(item_id).values() if row is not before)
    if not roles and not before.optional and any(_brings(plan, row, invitee_id) for row in others):
        return Changes([removed(before)])
    return changed(before, with_values(before, {"roles": tuple(roles)}))


def set_optional(plan: Plan, item_id: Id, invitee_id: Id, *, optional: bool) -> Changes:
    """Whether the invitee may be elsewhere at that time."""
    before = _own(plan, item_id, invitee_id)
    return changed(before, before._replace(optional=optional))


def add_exception(plan: Plan, item_id: Id, group_id: Id, participant_id: Id) -> Changes:
    """The group comes without this participant."""
    before = _own(plan, item_id, group_id)
    plan.find(Participant, participant_id)
    return changed(before, _without(before, participant_id))


def remove_exception(plan: Plan, item_id: Id, group_id: Id, participant_id: Id) -> Changes:
    """The participant comes with the group again."""
    before = _own(plan, item_id, group_id)
    return changed(before, _with(before, participant_id))


def _own(plan: Plan, item_id: Id, invitee_id: Id) -> Invitation:
    row = plan.invitations(item_id).get(invitee_id)
    if row is None:
        raise PlanError("The plan no longer holds what this edit speaks of. Look again and repeat it.")
    return row


def _invitation(plan: Plan, item_id: Id, invitee_id: Id) -> Invitation:
    if plan.get(Group, invitee_id) is not None:
        return Invitation(item_id, None, invitee_id)
    return Invitation(item_id, plan.find(Participant, invitee_id).id, None)


def _brings(plan: Plan, row: Invitation, participant_id: Id) -> bool:
    group = plan.get(Group, row.group_id)
    return group is not None and participant_id in group.member_ids and participant_id not in row.exception_ids


def _without(row: Invitation, participant_id: Id) -> Invitation:
    if participant_id in row.exception_ids:
        return row
    return row._replace(exception_ids=(*row.exception_ids, participant_id))


def _with(row: Invitation, participant_id: Id) -> Invitation:
    return row._replace(exception_ids=tuple(id for id in row.exception_ids if id != participant_id))
