"""The first plan of a visit: the visit itself and the two delegations, with nobody in them yet."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, ZoneName
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit


class Party(NamedTuple):
    """One of the two sides: its country's two-letter code and name, and the zone it keeps."""

    country: str
    name: str
    zone: ZoneName


class When(NamedTuple):
    """On so many days from a fixed first one, or somewhere between two dates (`until` is then set)."""

    first: date
    days: int
    until: date | None = None


def new_visit(title: str, guest: Party, host: Party, host_body: str, when: When, new_id: Callable[[], Id]) -> Plan:
    """A plan of these answers; a window is shown for its first day. Raises PlanError where they do not fit."""
    if not title.strip():
        raise PlanError("Give the visit a title.")
    if when.days < 1:
        raise PlanError("A visit lasts at least one day.")
    if when.until is not None and when.until < when.first + timedelta(days=when.days - 1):
        raise PlanError("The window is shorter than the visit.")
    visit = Visit(
        id=new_id(),
        title_en=title.strip(),
        guest_country=guest.country,
        host_country=host.country,
        host_en=host_body.strip(),
        last_day=when.days,
        host_zone=host.zone,
        guest_zone=guest.zone,
    )
    if when.until is None:
        visit = visit._replace(dates="fixed", anchor_date=when.first.isoformat())
    else:
        visit = visit._replace(window_start=when.first.isoformat(), window_end=when.until.isoformat())
    return Plan.of(
        [
            visit,
            Delegation(new_id(), guest.country or "G", guest.name, side="guest", country=guest.country, position=1),
            Delegation(new_id(), host.country or "H", host.name, side="host", country=host.country, position=2),
        ]
    )
