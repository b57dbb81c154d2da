"""Holidays of a visit: accepted, declined, thought over again, added by hand."""

import pytest

from delegation_planner.plan.edits.holidays import (
    Proposal,
    accept_holidays,
    add_holiday,
    decline_holidays,
    declined,
    is_declined,
    reconsider_holidays,
)
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.rules import check_whole
from delegation_planner.plan.visit_rules import Holiday, RuleOverride
from delegation_planner.resource_files import read_rulebook
from tests.builders import a_plan, an_id, new_ids

NATIONAL = Proposal("2017-08-17", "Independence Day", "ID")
OF_GUESTS = Proposal("2017-08-16", "A day of theirs", "AZ")
PLAN = a_plan()


def test_several_are_accepted_in_one_edit_and_none_twice() -> None:
    after = PLAN.changed(accept_holidays(PLAN, [NATIONAL, OF_GUESTS], new_ids()))
    assert [row[1:] for row in after.rows(Holiday)] == [tuple(NATIONAL), tuple(OF_GUESTS)]
    assert accept_holidays(after, [NATIONAL], new_ids()) == ()
    check_whole(after)


def test_what_was_accepted_can_be_declined_and_accepted_again() -> None:
    accepted = PLAN.changed(accept_holidays(PLAN, [NATIONAL], new_ids()))
    refused = accepted.changed(decline_holidays(accepted, [NATIONAL], new_ids("no")))
    assert (refused.rows(Holiday), declined(refused)) == ((), (NATIONAL,))
    assert decline_holidays(refused, [NATIONAL], new_ids()) == ()
    check_whole(refused)
    again = refused.changed(accept_holidays(refused, [NATIONAL], new_ids("again")))
    assert (len(again.rows(Holiday)), declined(again)) == (1, ())
    for decided in (accepted, refused):
        assert decided.changed(reconsider_holidays(decided, [NATIONAL])) == PLAN


def test_a_declined_day_is_no_rule_that_checks_judge_by() -> None:
    plan = PLAN.changed(decline_holidays(PLAN, [NATIONAL], new_ids()))
    assert [is_declined(row) for row in plan.rows(RuleOverride)] == [True]
    assert not is_declined(RuleOverride(an_id("rule"), "set_up_gap", "20", "small room"))
    assert read_rulebook().judged_by(plan.rows(RuleOverride)) == read_rulebook()


def test_a_local_holiday_is_added_once() -> None:
    after = PLAN.changed(add_holiday(PLAN, "2017-07-24", " Day of the city ", "", new_ids()))
    assert [row[1:] for row in after.rows(Holiday)] == [("2017-07-24", "Day of the city", "")]
    with pytest.raises(PlanError, match="already"):
        add_holiday(after, "2017-07-24", "Again", "", new_ids())
    with pytest.raises(PlanError, match="name"):
        add_holiday(PLAN, "2017-07-24", "  ", "", new_ids())
