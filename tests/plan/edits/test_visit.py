"""Moving the visit's dates moves everything but what is pinned."""

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import span
from delegation_planner.plan.edits import visit as edits
from delegation_planner.plan.edits.general import edit
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit
from tests.builders import a_plan, a_visit, an_item

WINDOW = a_visit(
    dates="window", anchor_date=None, window_start="2017-07-21", window_end="2017-07-31", planning_date="2017-07-23"
)
LOOSE = an_item("01", 2)
PINNED = an_item("02", 3, end_day=4, pinned_date="2017-07-25")
PLAN = a_plan(WINDOW, LOOSE, PINNED)


def done(changes: Changes, plan: Plan = PLAN) -> Plan:
    after = plan.changed(changes)
    rules.check(plan, changes, after)
    return after


def dates(plan: Plan) -> list[str]:
    return [span(plan.visit, item).start.date().isoformat() for item in plan.rows(ProgrammeItem)]


def test_fixing_on_the_planning_date_moves_nothing() -> None:
    fixed = done(edits.fix_dates(PLAN, "2017-07-23"))
    assert fixed == a_plan(WINDOW._replace(dates="fixed", anchor_date="2017-07-23"), LOOSE, PINNED)
    opened = done(edits.open_dates(fixed), fixed)
    assert opened.visit == WINDOW._replace(anchor_date="2017-07-23")


@pytest.mark.parametrize(
    "move",
    [
        edits.fix_dates(PLAN, "2017-07-30"),
        edits.set_planning_date(PLAN, "2017-07-30"),
        edits.edit_visit(PLAN, {"planning_date": "2017-07-30", "title_en": "Renamed"}),
        edit(PLAN, Visit, WINDOW.id, {"planning_date": "2017-07-30"}),
    ],
    ids=["fix", "planning date", "edit", "form"],
)
def test_pinned_items_keep_their_dates_by_other_day_numbers(move: Changes) -> None:
    assert dates(PLAN) == ["2017-07-24", "2017-07-25"]
    after = done(move)
    assert dates(after) == ["2017-07-31", "2017-07-25"]
    assert after.find(ProgrammeItem, LOOSE.id) == LOOSE
    assert after.find(ProgrammeItem, PINNED.id) == PINNED._replace(start_day=-4, end_day=-3)
    assert after.changed(move.inverse()) == PLAN


def test_a_planning_date_taken_away_falls_back_to_the_window() -> None:
    after = done(edits.edit_visit(PLAN, {"planning_date": None}))
    assert dates(after) == ["2017-07-22", "2017-07-25"]


def test_a_visit_keeps_some_date() -> None:
    with pytest.raises(PlanError, match="has no date yet"):
        edits.edit_visit(PLAN, {"planning_date": None, "window_start": None})
    with pytest.raises(PlanError, match="“late July” is not a date"):
        edits.fix_dates(PLAN, "late July")


def test_what_does_not_touch_the_dates_leaves_items_alone() -> None:
    (change,) = edits.edit_visit(PLAN, {"status": "confirmed"})
    assert change.after == WINDOW._replace(status="confirmed")
