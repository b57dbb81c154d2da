"""Travel times and rules of a visit's own."""

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.visit_rules import (
    keep_to_rule,
    override_rule,
    own_way_back,
    remove_travel_times,
    same_way_back,
    set_travel_time,
)
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit_rules import RuleOverride, TravelTime
from delegation_planner.resource_files import read_rulebook
from tests.builders import a_place, a_plan, new_ids

HOTEL, MINISTRY = a_place("HTL"), a_place("MIN")
PLAN = a_plan(HOTEL, MINISTRY)
RULES = read_rulebook()


def done(plan: Plan, changes: Changes) -> Plan:
    """The plan after changes that break no rule."""
    after = plan.changed(changes)
    rules.check(plan, changes, after)
    return after


def test_a_way_has_one_time_each_way() -> None:
    plan = done(PLAN, set_travel_time(PLAN, HOTEL.id, MINISTRY.id, 40, new_ids(), peak_minutes=70))
    plan = done(plan, set_travel_time(plan, MINISTRY.id, HOTEL.id, 35, new_ids("back")))
    plan = done(plan, set_travel_time(plan, HOTEL.id, MINISTRY.id, 45, new_ids("again")))
    assert [row[1:5] for row in plan.rows(TravelTime)] == [
        (HOTEL.id, MINISTRY.id, 45, None), (MINISTRY.id, HOTEL.id, 35, None),
    ]  # fmt: skip


@pytest.mark.parametrize(("minutes", "peak"), [(0, None), (-5, None), (10, 0)])
def test_a_way_takes_time(minutes: int, peak: int | None) -> None:
    with pytest.raises(PlanError, match="above zero"):
        set_travel_time(PLAN, HOTEL.id, MINISTRY.id, minutes, new_ids(), peak_minutes=peak)


def test_a_way_leads_elsewhere() -> None:
    with pytest.raises(PlanError, match="from one place to another"):
        set_travel_time(PLAN, HOTEL.id, HOTEL.id, 5, new_ids())
    with pytest.raises(PlanError, match="no longer holds"):
        set_travel_time(PLAN, HOTEL.id, a_place("GONE").id, 5, new_ids())


def test_a_visit_departs_from_a_rule_and_comes_back_to_it() -> None:
    plan = done(PLAN, override_rule(PLAN, RULES, "set_up_gap", "20", "a heavy table", new_ids()))
    plan = done(plan, override_rule(plan, RULES, "set_up_gap", "25", "two heavy tables", new_ids("again")))
    plan = done(plan, override_rule(plan, RULES, "office_opens", "08:00", "agreed", new_ids("clock")))
    assert [row[1:] for row in plan.rows(RuleOverride)] == [
        ("set_up_gap", "25", "two heavy tables"), ("office_opens", "08:00", "agreed"),
    ]  # fmt: skip
    assert RULES.judged_by(plan.rows(RuleOverride)).value("set_up_gap") == 25
    assert [row.rule for row in done(plan, keep_to_rule(plan, "set_up_gap")).rows(RuleOverride)] == ["office_opens"]


@pytest.mark.parametrize(
    ("rule", "value", "reason"),
    [("set_up_gap", "soon", "x"), ("office_opens", "8", "x"), ("unheard_of", "5", "x"), ("set_up_gap", "5", " ")],
)
def test_what_nothing_can_be_judged_by_is_refused(rule: str, value: str, reason: str) -> None:
    with pytest.raises(PlanError):
        override_rule(PLAN, RULES, rule, value, reason, new_ids())


def test_the_way_back_has_its_own_time_and_lets_go_of_it() -> None:
    one_time = done(PLAN, set_travel_time(PLAN, HOTEL.id, MINISTRY.id, 40, new_ids(), peak_minutes=70))
    (there,) = one_time.rows(TravelTime)
    two_times = done(one_time, own_way_back(one_time, there.id, new_ids("back")))
    assert [row[1:5] for row in two_times.rows(TravelTime)] == [
        (HOTEL.id, MINISTRY.id, 40, 70), (MINISTRY.id, HOTEL.id, 40, 70),
    ]  # fmt: skip
    assert own_way_back(two_times, there.id, new_ids("again")) == ()
    assert done(two_times, same_way_back(two_times, there.id)) == one_time
    assert same_way_back(one_time, there.id) == ()
    assert done(one_time, remove_travel_times(one_time, [there.id])) == PLAN
