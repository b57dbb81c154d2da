"""Plans written by hand: rows name one another by code."""

from typing import Any
from uuid import UUID, uuid5

import pytest

from delegation_planner.plan.by_code import plan_by_code
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem

SPACE = UUID("00000000-0000-4000-8000-000000000001")


def written(**changes: Any) -> dict[str, Any]:
    tables: dict[str, Any] = {
        "visit": {"title_en": "Visit", "host_zone": "Asia/Jakarta", "planning_date": "2017-07-23"},
        "delegation": {"AZ": {"name_en": "Guests"}},
        "participant": {"A1": {"delegation_id": "AZ", "name_en": "Head"}},
        "participant_group": {"DEL": {"name_en": "All", "member_ids": ["A1"]}},
        "programme_item": {"01": {"start": "D1 09:00", "end": "10:00", "title_en": "Talk"}},
        "invitation": {"01": {"DEL": {"exception_ids": ["A1"]}, "A1": {"roles": ["head"]}}},
        "step": {"01": [{"offset": 0, "cue_en": "Begin"}, {"offset": 5, "cue_en": "End", "actor_id": "A1"}]},
    }
    return tables | changes


def an_id(table: str, key: str) -> str:
    return str(uuid5(SPACE, f"{table}/{key}"))


def item(start: str, end: str) -> ProgrammeItem:
    tables = written(programme_item={"01": {"start": start, "end": end, "title_en": "Talk"}})
    return plan_by_code(tables, SPACE).rows(ProgrammeItem)[0]


def test_codes_become_ids() -> None:
    plan = plan_by_code(written(), SPACE)
    found = plan.find(ProgrammeItem, an_id("programme_item", "01"))
    assert found.uid == f"{uuid5(SPACE, '01')}@delegation-planner.invalid"
    person, group = an_id("participant", "A1"), an_id("participant_group", "DEL")
    assert plan.rows(Invitation) == (
        Invitation(found.id, None, group, exception_ids=(person,)),
        Invitation(found.id, person, None, ("head",)),
    )
    assert repr(plan) == (
        "<Plan: 1 visit, 1 delegation, 1 participant, 1 participant_group, 1 programme_item, 2 step, 2 invitation>"
    )
    assert plan_by_code(written(), SPACE) == plan
    assert plan_by_code(written(), UUID(int=1)) != plan


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("D1 09:00", "10:00", (1, "09:00", "Asia/Jakarta", 1, "10:00", "Asia/Jakarta")),
        ("D-1 23:00", "D0 01:00", (-1, "23:00", "Asia/Jakarta", 0, "01:00", "Asia/Jakarta")),
        ("D0 20:00 Asia/Baku", "D1 15:10", (0, "20:00", "Asia/Baku", 1, "15:10", "Asia/Jakarta")),
        ("D2 09:00", "08:30 Asia/Baku", (2, "09:00", "Asia/Jakarta", 2, "08:30", "Asia/Baku")),
    ],
)
def test_times_as_they_are_written(start: str, end: str, expected: tuple[object, ...]) -> None:
    row = item(start, end)
    found = row.start_day, row.start_time, row.start_zone, row.end_day, row.end_time, row.end_zone
    assert found == expected


@pytest.mark.parametrize(("start", "end"), [("09:00", "10:00"), ("D1 9:00", "10:00"), ("D1 09:00", "later")])
def test_times_that_nobody_understands(start: str, end: str) -> None:
    with pytest.raises(PlanError, match="is not a day and time such as “D2 11:00”"):
        item(start, end)


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(PlanError, match="delegation AZ has an unknown field “colour”"):
        plan_by_code(written(delegation={"AZ": {"name_en": "Guests", "colour": "red"}}), SPACE)


def test_a_plan_holds_nothing_but_plain_values() -> None:
    plan = plan_by_code(written(), SPACE)
    kinds = {type(value) for row in plan.rows(ProgrammeItem) for value in row}
    assert kinds == {str, int, type(None)}
