"""Delegations."""

from collections.abc import Callable
from typing import Any

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits import rows
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.plan import Plan


def add_delegation(
    plan: Plan, code: str, name: str, new_id: Callable[[], Id], *, in_language: Language = "en", **fields: Any
) -> Changes:
    """A delegation after all others."""
    last = max((row.position for row in plan.rows(Delegation)), default=0)
    row = Delegation(new_id(), code, "", position=last + 1)
    return rows.add(rows.with_values(row, {field_of("name", in_language): name} | fields))
