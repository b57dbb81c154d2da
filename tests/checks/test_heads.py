"""The days of a head of delegation: long and dense ones (C10), meals (C12), unwritten time (C20)."""

from typing import Any

import pytest

from delegation_planner.plan.kinds import ItemKind
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from tests.builders import a_delegation, a_person, a_plan, an_invitation, an_item
from tests.checks.judged import judged, named

GUESTS, HOSTS = a_delegation("AZ"), a_delegation("ID", side="host")
HEAD, DEPUTY, HOST = a_person("A1", GUESTS, head=True), a_person("A2", GUESTS), a_person("I1", HOSTS, head=True)

Line = tuple[str, str, ItemKind]  # start, end, kind; a day in front of the start as "2 "


def days_of(*lines: Line, person: Any = HEAD) -> Plan:
    """A plan in which somebody goes through these items."""
    items = [an_item_of(number, line) for number, line in enumerate(lines, 1)]
    return a_plan(GUESTS, HOSTS, HEAD, DEPUTY, HOST, *items, *(an_invitation(item, person) for item in items))


def an_item_of(number: int, line: Line) -> ProgrammeItem:
    """The item of a line."""
    start, end, kind = line
    day = int(start[:-5] or 1)
    return an_item(f"{number:02}", day, start[-5:], end, kind=kind)


def values(plan: Plan, check: str) -> list[dict[str, Any]]:
    """The values of a check's findings."""
    return [one.values for one in judged(plan, check)]


def test_c10_a_day_is_too_long_after_fourteen_hours() -> None:
    whole: list[Line] = [("07:00", "08:00", "other"), ("20:00", "21:00", "other")]
    assert values(days_of(*whole), "C10") == []
    assert values(days_of(*whole, ("21:00", "21:01", "other")), "C10") == [{"day": 1, "length": 841}]


def test_c10_a_night_is_too_short_below_ten_hours() -> None:
    evening: Line = ("19:00", "22:00", "meal")
    assert values(days_of(evening, ("2 08:00", "09:00", "other")), "C10") == []
    assert values(days_of(evening, ("2 07:59", "09:00", "other")), "C10") == [{"day": 2, "night": 599}]


@pytest.mark.parametrize(
    ("lines", "stretch"),
    [
        pytest.param([("08:00", "10:00", "other"), ("10:29", "12:00", "other")], None, id="four hours"),
        pytest.param(
            [("08:00", "10:00", "other"), ("10:29", "12:01", "other")], ("08:00", "12:01"), id="too short a gap"
        ),
        pytest.param([("08:00", "10:00", "other"), ("10:30", "13:00", "other")], None, id="a gap"),
        pytest.param(
            [("08:00", "10:00", "other"), ("10:00", "10:30", "break"), ("10:30", "13:00", "other")], None, id="break"
        ),
        pytest.param(
            [("08:00", "10:00", "other"), ("10:00", "10:29", "break"), ("10:29", "13:00", "other")],
            ("08:00", "13:00"),
            id="a short break",
        ),
        pytest.param(
            [("08:00", "11:30", "other"), ("11:30", "13:00", "meal"), ("13:00", "16:00", "other")], None, id="a meal"
        ),
        pytest.param(
            [("08:00", "13:00", "other"), ("09:00", "09:30", "other")], ("08:00", "13:00"), id="one within another"
        ),
        pytest.param([("08:00", "09:00", "other"), ("10:00", "14:30", "other")], ("10:00", "14:30"), id="after a gap"),
    ],
)
def test_c10_nobody_goes_on_for_more_than_four_hours(lines: list[Line], stretch: tuple[str, str] | None) -> None:
    expected = [{"day": 1, "start": stretch[0], "end": stretch[1]}] if stretch else []
    assert values(days_of(*lines), "C10") == expected


def test_c10_is_about_heads_of_guests_and_leaves_out_nights_and_long_flights() -> None:
    lines: list[Line] = [("06:00", "07:00", "other"), ("21:00", "22:00", "other")]
    assert named(days_of(*lines), "C10") == ["01 A1"]
    assert named(days_of(*lines, person=DEPUTY), "C10") == named(days_of(*lines, person=HOST), "C10") == []
    plan = days_of(("12:00", "13:00", "other"), ("15:00", "21:01", "flight"), ("13:00", "13:30", "lodging"))
    night = next(item for item in plan.rows(ProgrammeItem) if item.kind == "lodging")
    assert named(plan, "C10") == []
    assert night.end_time == "13:30"


@pytest.mark.parametrize(
    ("meals", "missing"),
    [
        ([("11:30", "12:30"), ("18:30", "20:00")], []), ([("13:30", "14:30"), ("20:30", "22:00")], []),
        ([("11:29", "12:30"), ("18:30", "20:00")], ["lunch"]), ([("12:00", "13:00"), ("20:31", "22:00")], ["dinner"]),
        ([], ["both"]),
    ],
)  # fmt: skip
def test_c12_a_full_day_has_lunch_and_dinner(meals: list[tuple[str, str]], missing: list[str]) -> None:
    work: list[Line] = [("07:00", "11:20", "other"), ("14:40", "18:30", "other")]
    lines: list[Line] = [*work, *((start, end, "meal") for start, end in meals)]
    assert [each["meal"] for each in values(days_of(*lines), "C12")] == missing


def test_c12_asks_nothing_of_a_day_that_is_not_full() -> None:
    assert values(days_of(("08:00", "12:00", "other"), ("13:00", "17:00", "other")), "C12") == []
    assert values(days_of(("08:00", "12:00", "other"), ("13:00", "17:01", "other")), "C12") == [
        {"day": 1, "meal": "both"}
    ]


@pytest.mark.parametrize(
    ("ends", "starts", "found"),
    [
        pytest.param("10:00", "11:30", False, id="an hour and a half"),
        pytest.param("10:00", "11:31", True, id="longer"),
        pytest.param("06:00", "09:30", False, id="the morning counts from eight"),
        pytest.param("06:00", "09:31", True, id="longer since eight"),
        pytest.param("16:30", "20:00", False, id="the evening counts until six"),
        pytest.param("16:29", "20:00", True, id="longer until six"),
    ],
)
def test_c20_nothing_is_written_for_long(ends: str, starts: str, *, found: bool) -> None:
    plan = days_of(("05:00", ends, "other"), (starts, "21:00", "other"))
    assert named(plan, "C20") == (["01 02 A1"] if found else [])
    assert [(each["start"], each["end"]) for each in values(plan, "C20")] == ([(ends, starts)] if found else [])


def test_c20_looks_within_a_day_and_over_what_goes_on_longest() -> None:
    assert named(days_of(("08:00", "09:00", "other"), ("2 12:00", "13:00", "other")), "C20") == []
    assert (
        named(days_of(("08:00", "12:00", "other"), ("08:30", "09:00", "other"), ("12:30", "13:00", "other")), "C20")
        == []
    )
