"""Groups of participants that are invited as one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits import rows
from delegation_planner.plan.edits.removing import remove
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.plan import Plan


def add_group(
    code: str,
    name: str,
    member_ids: Sequence[Id],
    new_id: Callable[[], Id],
    *,
    in_language: Language = "en",
    **fields: Any,
) -> Changes:
    """A group of these members."""
    group = Group(new_id(), code, "", member_ids=tuple(member_ids))
    return rows.add(rows.with_values(group, {field_of("name", in_language): name} | fields))


def edit_group(plan: Plan, group_id: Id, values: Mapping[str, Any]) -> Changes:
    """The group with these fields set; a change of members changes every item that invites it."""
    return rows.set_fields(plan, Group, group_id, values)


def add_member(plan: Plan, group_id: Id, participant_id: Id) -> Changes:
    """The participant joins the group, last."""
    members = plan.find(Group, group_id).member_ids
    if participant_id in members:
        return Changes()
    return edit_group(plan, group_id, {"member_ids": (*members, participant_id)})


def remove_member(plan: Plan, group_id: Id, participant_id: Id) -> Changes:
    """The participant leaves the group."""
    members = plan.find(Group, group_id).member_ids
    return edit_group(plan, group_id, {"member_ids": tuple(id for id in members if id != participant_id)})


def remove_group(plan: Plan, group_id: Id) -> Changes:
    """Without the group and its invitations; its members stay in the plan."""
    return remove(plan, Group, group_id)
