"""Holidays that are proposed for a visit, and those that somebody has accepted."""

from typing import Any

import pytest

from delegation_planner.checks.public_holidays import known_holidays, proposed_holidays
from delegation_planner.plan.edits.holidays import Proposal, accept_holidays, decline_holidays
from delegation_planner.plan.visit_rules import Holiday
from delegation_planner.resource_files import read_sample
from tests.builders import a_place, a_plan, a_visit, an_item, new_ids
from tests.checks.judged import judged

INDEPENDENCE = Proposal("2017-08-17", "Independence Day", "ID")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"anchor_date": "2017-08-13"}, ["2017-08-17 ID"], id="on its last day"),
        pytest.param({"anchor_date": "2017-08-12"}, [], id="on the day after"),
        pytest.param({"anchor_date": "2017-05-26"}, ["2017-05-28 AZ", "2017-05-29 AZ"], id="of the guests"),
        pytest.param(
            {"dates": "window", "window_start": "2017-08-01", "window_end": "2017-08-20"},
            ["2017-08-17 ID"],
            id="in its window",
        ),
        pytest.param({"anchor_date": "2017-08-13", "host_country": "", "guest_country": "ZZ"}, [], id="of no country"),
    ],
)
def test_what_falls_into_the_visit_is_proposed(fields: dict[str, Any], expected: list[str]) -> None:
    visit = a_visit(host_country="ID", guest_country="AZ")._replace(**fields)
    assert [f"{one.date} {one.country}" for one in proposed_holidays(a_plan(visit))] == expected


def test_the_sample_has_none() -> None:
    assert proposed_holidays(read_sample(fixed=True)) == proposed_holidays(read_sample(fixed=False)) == ()


def test_what_is_accepted_is_judged_by_and_proposed_no_more() -> None:
    office = a_place("MIN", office=True)
    call = an_item("01", 5, kind="courtesy_call", place_id=office.id)
    plan = a_plan(a_visit(host_country="ID", anchor_date="2017-08-13"), office, call)
    assert judged(plan, "C9") == []
    after = plan.changed(accept_holidays(plan, [INDEPENDENCE], new_ids()))
    assert [row[1:] for row in after.rows(Holiday)] == [tuple(INDEPENDENCE)]
    assert [one.values for one in judged(after, "C9")] == [{"day": 5, "why": "holiday", "name": "Independence Day"}]
    assert proposed_holidays(after) == ()


def test_what_is_declined_is_a_working_day_and_proposed_no_more() -> None:
    plan = a_plan(a_visit(host_country="ID", anchor_date="2017-08-13"))
    after = plan.changed(decline_holidays(plan, [INDEPENDENCE], new_ids()))
    assert (after.rows(Holiday), proposed_holidays(after)) == ((), ())
    assert known_holidays(after.visit) == (INDEPENDENCE,)


def test_names_are_in_the_readers_language_where_the_calendar_has_it() -> None:
    visit = a_visit(host_country="ID", anchor_date="2017-08-13")
    assert [one.name for one in known_holidays(visit, "id")] == ["Hari Kemerdekaan Republik Indonesia"]
    assert known_holidays(visit, "az") == (INDEPENDENCE,)
