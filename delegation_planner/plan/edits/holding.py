"""Items held where they are for the length of one shift: it is asked of a plan in which they are pinned."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from delegation_planner.plan.change import Change, Changes
from delegation_planner.plan.edits.items import pin_item
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem


def held_in(plan: Plan, item_ids: Iterable[Id]) -> Plan:
    """The plan with these items pinned to their dates; ask it for the edit that they are not to follow."""
    return plan.changed(Changes(change for id in sorted(set(item_ids)) for change in pin_item(plan, id)))


def let_go(plan: Plan, changes: Changes, item_ids: AbstractSet[Id]) -> Changes:
    """The same changes for the plan as it is: without the pins that `held_in` gave these items."""
    return Changes(_let_go(plan, changes, item_ids))


def _let_go(plan: Plan, changes: Changes, item_ids: AbstractSet[Id]) -> Iterator[Change]:
    for change in changes:
        row = change.after
        if change.id not in item_ids or not isinstance(row, ProgrammeItem):
            yield change
            continue
        before = plan.find(ProgrammeItem, change.id)
        after = row if before.pinned_date is not None else row._replace(pinned_date=None)
        if after != before:
            yield change._replace(before=before, after=after)
