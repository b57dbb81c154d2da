"""The visit itself: begun, edited, and its dates fixed or moved."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.change import Change, Changes, put, replaced
from delegation_planner.plan.day_time import day_one
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits import rows
from delegation_planner.plan.kinds import Id, IsoDate, ZoneName
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit


def new_visit(
    title_en: str,
    guest_country: str,
    guest_zone: ZoneName,
    host_country: str,
    host_zone: ZoneName,
    new_id: Callable[[], Id],
    **fields: Any,
) -> Changes:
    """What an empty plan begins with: the visit, and a delegation for the guest and one for the host.

    `fields` hold the window or the anchor date with `dates`, and what else is known.
    """
    visit = Visit(
        new_id(), title_en, guest_country=guest_country, host_country=host_country, host_zone=host_zone,
        guest_zone=guest_zone,
    )  # fmt: skip
    visit = rows.with_values(visit, fields)
    guest = Delegation(
        new_id(), guest_country or "G", "Guest delegation", side="guest", country=guest_country, position=1
    )
    host = Delegation(new_id(), host_country or "H", "Host delegation", side="host", country=host_country, position=2)
    return Changes((*rows.add(visit), put(guest), put(host)))


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
