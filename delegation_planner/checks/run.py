"""All checks of a plan in one sorted list."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import Final

from delegation_planner.checks import heads, hosts, items, schedule, translations, ways, weekdays
from delegation_planner.checks.case import Case, Check
from delegation_planner.checks.finding import Finding, Sight
from delegation_planner.checks.ground import Ground
from delegation_planner.checks.report import Reporter, gathered, shelf
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook

CHECKS: Final[dict[str, Check]] = {
    "C1": schedule.double_bookings,
    "C2": items.bad_intervals,
    "C3": ways.place_jumps,
    "C4": ways.short_buffers,
    "C5": ways.fast_movements,
    "C6": ways.flight_margins,
    "C7": schedule.venue_clashes,
    "C8": items.friday_prayers,
    "C9": items.office_hours,
    "C10": heads.long_days,
    "C11": ways.tired_people,
    "C12": heads.missing_meals,
    "C13": weekdays.wrong_weekdays,
    "C14": items.wrong_zones,
    "C15": items.pins_outside,
    "C16": items.still_tentative,
    "C17": items.steps_that_do_not_fit,
    "C18": hosts.hosts_elsewhere,
    "C19": items.no_wet_weather_plan,
    "C20": heads.unwritten_gaps,
    "X3": translations.missing_translations,
}
"""Every check of the plan by its number; those of what has gone out are in `editions`."""


def run(plan: Plan, rulebook: Rulebook, on: date) -> tuple[Finding, ...]:
    """Everything that the checks find, as on a day: errors first, then by day, check and numbers.

    A finding whose fingerprint is waived is marked so. To follow a plan through edits, see `keeping`.
    """
    ground = Ground(plan)
    saw = gathered(sights(Case(ground, rulebook, on)))
    reporter = Reporter(ground)
    made = ((shelf(each), *reporter.finding(each, concerned)) for each, concerned in saw.items())
    return tuple(finding for _, _, finding in sorted(made, key=itemgetter(0, 1)))


def sights(case: Case) -> Iterator[Sight]:
    """What all checks see in a case."""
    return (sight for check in CHECKS.values() for sight in check(case))


def judged_on(plan: Plan, today: date) -> date:
    """The day as on which due dates are judged: the visit's own, else today."""
    chosen = plan.visit.judged_on
    return date.fromisoformat(chosen) if chosen else today
