"""What leads from one plan to another: restoring an earlier version is an edit like any other."""

from delegation_planner.plan.change import Change, Changes
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES


def difference(old: Plan, new: Plan) -> Changes:
    """The changes after which `old` equals `new`; rows that only stand in another order do not count."""
    changes: list[Change] = []
    for kind in TABLES.values():
        before, after = old.table(kind), new.table(kind)
        changes += (Change(kind, id, row, after.get(id)) for id, row in before.items() if after.get(id) != row)
        changes += (Change(kind, id, None, row) for id, row in after.items() if id not in before)
    return Changes(changes)
