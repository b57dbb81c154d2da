"""Groups of participants that are invited as one."""

from collections.abc import Callable, Sequence
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


def remove_group(plan: Plan, group_id: Id) -> Changes:
    """Without the group and its invitations; its members stay in the plan."""
    return remove(plan, Group, group_id)
