"""What a visit sets for itself: travel times between its places, and other values for rules."""

from collections.abc import Callable, Iterable

from delegation_planner.plan.change import Changes, put, removed
from delegation_planner.plan.edits.rows import changed
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook, rule_value
from delegation_planner.plan.visit_rules import RuleOverride, TravelTime


def set_travel_time(
    plan: Plan, from_id: Id, to_id: Id, minutes: int, new_id: Callable[[], Id], *, peak_minutes: int | None = None
) -> Changes:
    """The way from one place to the other takes so long, and so long in peak hours where traffic matters.

    The way back keeps its own time if it has one. Raises PlanError where it is no way, or takes no time.
    """
    for place_id in (from_id, to_id):
        plan.find(Place, place_id)
    if from_id == to_id:
        raise PlanError("A way leads from one place to another.")
    if min(minutes, minutes if peak_minutes is None else peak_minutes) <= 0:
        raise PlanError("Give a number of minutes above zero.")
    for row in plan.rows(TravelTime):
        if (row.from_place_id, row.to_place_id) == (from_id, to_id):
            return changed(row, row._replace(minutes=minutes, peak_minutes=peak_minutes))
    return Changes([put(TravelTime(new_id(), from_id, to_id, minutes, peak_minutes))])


def remove_travel_times(plan: Plan, ids: Iterable[Id]) -> Changes:
    """Without these times: the way takes what the way back takes, else what the rulebook says."""
    return Changes(removed(plan.find(TravelTime, id)) for id in ids)


def own_way_back(plan: Plan, id: Id, new_id: Callable[[], Id]) -> Changes:
    """The way back has a time of its own from now on, the same to begin with; nothing if it has one."""
    there = plan.find(TravelTime, id)
    if way_back(plan, there) is not None:
        return Changes()
    return Changes([
        put(there._replace(id=new_id(), from_place_id=there.to_place_id, to_place_id=there.from_place_id))
    ])  # fmt: skip


def same_way_back(plan: Plan, id: Id) -> Changes:
    """The way back takes as long as the way there."""
    back = way_back(plan, plan.find(TravelTime, id))
    return Changes([removed(back)] if back is not None else [])


def way_back(plan: Plan, there: TravelTime) -> TravelTime | None:
    """The way back, if it has a time of its own."""
    ends = there.to_place_id, there.from_place_id
    return next((row for row in plan.rows(TravelTime) if (row.from_place_id, row.to_place_id) == ends), None)


def override_rule(
    plan: Plan, rulebook: Rulebook, rule: str, value: str, reason: str, new_id: Callable[[], Id]
) -> Changes:
    """The visit judges by another value of the rule: "20", or "07:00" for a clock.

    Raises PlanError for a rule that the rulebook does not know, a value that does not fit it, and without a reason.
    """
    threshold = next((known for name, known in rulebook.thresholds.items() if name == rule), None)
    if threshold is None or rule_value(threshold.unit, value) is None:
        raise PlanError("“{value}” is not a value that {rule} can have.", value=value, rule=rule)
    if not reason.strip():
        raise PlanError("Give the reason why this visit is judged otherwise.")
    for row in plan.rows(RuleOverride):
        if row.rule == rule:
            return changed(row, row._replace(value=value, reason=reason))
    return Changes([put(RuleOverride(new_id(), rule, value, reason))])


def keep_to_rule(plan: Plan, rule: str) -> Changes:
    """The visit judges by the rulebook again."""
    return Changes(removed(row) for row in plan.rows(RuleOverride) if row.rule == rule)
