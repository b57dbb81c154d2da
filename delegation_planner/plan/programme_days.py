"""The days that a programme goes over."""

from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem


def days(plan: Plan) -> tuple[int, ...]:
    """Every day number that the visit has or an item starts on, in order."""
    visit = plan.visit
    own = range(visit.first_day, visit.last_day + 1)
    return tuple(sorted({*own, *(item.start_day for item in plan.rows(ProgrammeItem))}))
