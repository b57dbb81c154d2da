"""Which days are holidays for a visit: proposed ones accepted or declined, and others added by hand."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from delegation_planner.plan.change import Change, Changes, put, removed
from delegation_planner.plan.edits.rows import add
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, IsoDate
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit_rules import Holiday, RuleOverride

_RULE: Final = "holiday"
WORKING_DAY: Final = "working_day"


class Proposal(NamedTuple):
    """A holiday as calendars of countries have it: its name, its country's two-letter code."""

    date: IsoDate
    name: str
    country: str


def accept_holidays(plan: Plan, proposals: Iterable[Proposal], new_id: Callable[[], Id]) -> Changes:
    """These are holidays of the visit, and checks judge by them; what was declined before is so no more."""
    changes: list[Change] = []
    for one in proposals:
        changes += (removed(row) for row in _declining(plan, one))
        if _accepted(plan, one) is None:
            changes.append(put(Holiday(new_id(), *one)))
    return Changes(changes)


def decline_holidays(plan: Plan, proposals: Iterable[Proposal], new_id: Callable[[], Id]) -> Changes:
    """These are working days for the visit, whatever calendars say; they are proposed no more."""
    changes: list[Change] = []
    for one in proposals:
        accepted = _accepted(plan, one)
        if accepted is not None:
            changes.append(removed(accepted))
        if not _declining(plan, one):
            changes.append(put(RuleOverride(new_id(), _rule(one), WORKING_DAY, one.name)))
    return Changes(changes)


def reconsider_holidays(plan: Plan, proposals: Iterable[Proposal]) -> Changes:
    """Nothing has been decided about these: they are proposed again."""
    changes: list[Change] = []
    for one in proposals:
        changes += (removed(row) for row in (_accepted(plan, one), *_declining(plan, one)) if row is not None)
    return Changes(changes)


def add_holiday(plan: Plan, date: IsoDate, name: str, country: str, new_id: Callable[[], Id]) -> Changes:
    """A holiday that no calendar of a country knows: of a city, or moved at short notice; without a country: of the
    host's side.
    """
    if not name.strip():
        raise PlanError("Give the holiday a name.")
    if any((row.date, row.country) == (date, country) for row in plan.rows(Holiday)):
        raise PlanError("The visit has a holiday on this day already.")
    return add(Holiday(new_id(), date, name.strip(), country))


def is_declined(override: RuleOverride) -> bool:
    """Whether this says that a holiday is a working day for the visit."""
    return override.rule.startswith(f"{_RULE}/")


def declined(plan: Plan) -> tuple[Proposal, ...]:
    """The holidays that were declined, in order of date."""
    return tuple(sorted(_proposal(row) for row in plan.rows(RuleOverride) if is_declined(row)))


def _proposal(override: RuleOverride) -> Proposal:
    _, date, country = override.rule.split("/")
    return Proposal(date, override.reason, country)


def _rule(one: Proposal) -> str:
    return f"{_RULE}/{one.date}/{one.country}"


def _accepted(plan: Plan, one: Proposal) -> Holiday | None:
    return next((row for row in plan.rows(Holiday) if (row.date, row.country) == (one.date, one.country)), None)


def _declining(plan: Plan, one: Proposal) -> list[RuleOverride]:
    return [row for row in plan.rows(RuleOverride) if row.rule == _rule(one)]
