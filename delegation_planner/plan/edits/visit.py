"""The visit itself: edited, and its dates fixed or moved."""

from collections.abc import Mapping
from typing import Any

from delegation_planner.plan.change import Change, Changes, replaced
from delegation_planner.plan.day_time import day_one
from delegation_planner.plan.edits import rows
from delegation_planner.plan.kinds import IsoDate
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem


def edit_visit(plan: Plan, values: Mapping[str, Any]) -> Changes:
    """The visit with these fields set; where day 1 gets another date, pinned items keep theirs by other day numbers."""
    before = plan.visit
    after = rows.with_values(before, values)
    return Changes((*rows.changed(before, after), *_pinned(plan, (day_one(after) - day_one(before)).days)))


def fix_dates(plan: Plan, anchor_date: IsoDate) -> Changes:
    """The visit is no longer in a window: day 1 is this date."""
    return edit_visit(plan, {"dates": "fixed", "anchor_date": anchor_date})


def open_dates(plan: Plan) -> Changes:
    """The visit is in its window again, shown for the date that day 1 had."""
    return edit_visit(plan, {"dates": "window", "planning_date": day_one(plan.visit).isoformat()})


def set_planning_date(plan: Plan, planning_date: IsoDate) -> Changes:
    """A visit in a window is shown as if day 1 were this date."""
    return edit_visit(plan, {"planning_date": planning_date})


def _pinned(plan: Plan, days: int) -> list[Change]:
    """Pinned items after day 1 has moved so many days later."""
    pinned = (row for row in plan.rows(ProgrammeItem) if days and row.pinned_date is not None)
    return [replaced(row, row._replace(start_day=row.start_day - days, end_day=row.end_day - days)) for row in pinned]
