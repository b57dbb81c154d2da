"""What is said where a programme begins or ends on another day than before."""

import pytest

from delegation_planner.plan.edits.items import shift_items
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.plan import Plan
from delegation_planner.words.day_span import day_span_sentences
from delegation_planner.words.words import ENGLISH
from tests.builders import a_plan, a_visit, an_item

ITEM = an_item("01", 5, "09:00", "10:00")


def a_plan_to_day(last: int = 5, **visit: object) -> Plan:
    return a_plan(a_visit(last_day=last, **visit), ITEM)


def said(plan: Plan, days: int) -> tuple[str, ...]:
    return day_span_sentences(ENGLISH, plan, plan.changed(shift_items(plan, [ITEM.id], days * 1440)))


@pytest.mark.parametrize(
    ("last", "days", "sentences"),
    [
        (5, -1, ()),
        (5, 1, ("The programme ends on D6 Fri 28 Jul, a day later.",)),
        (5, 3, ("The programme ends on D8 Sun 30 Jul, 3 days later.",)),
        (5, -5, ("The programme begins on D0 Sat 22 Jul, a day earlier.",)),
        (5, -7, ("The programme begins on D-2 Thu 20 Jul, 3 days earlier.",)),
        (4, -1, ("The programme ends on D4 Wed 26 Jul, a day earlier.",)),
        (3, -2, ("The programme ends on D3 Tue 25 Jul, 2 days earlier.",)),
        (4, -6, (
            "The programme begins on D-1 Fri 21 Jul, 2 days earlier.",
            "The programme ends on D4 Wed 26 Jul, a day earlier.",
        )),
    ],
)  # fmt: skip
def test_each_end_that_moves_is_named_with_its_day_and_by_how_much(
    last: int, days: int, sentences: tuple[str, ...]
) -> None:
    assert said(a_plan_to_day(last), days) == sentences


def test_back_again_the_programme_begins_later() -> None:
    plan = a_plan_to_day()
    early = plan.changed(shift_items(plan, [ITEM.id], -7 * 1440))
    assert day_span_sentences(ENGLISH, early, plan) == ("The programme begins on D1 Sun 23 Jul, 3 days later.",)


def test_while_the_dates_are_open_the_day_has_its_number_alone() -> None:
    plan = a_plan_to_day(dates="window", anchor_date=None, planning_date="2017-07-23")
    assert said(plan, 1) == ("The programme ends on D6, a day later.",)


def test_nothing_is_said_of_a_visit_that_gets_other_dates() -> None:
    pinned = ITEM._replace(pinned_date="2017-07-27")
    plan = a_plan(a_visit(), pinned)
    later = plan.changed(fix_dates(plan, "2017-07-20"))
    assert later.find(type(pinned), pinned.id).start_day == 8
    assert day_span_sentences(ENGLISH, plan, later) == ()
