"""Double bookings, impossible intervals and rooms taken twice; waivers; the day that is judged on."""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.run import judged_on
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.day_time import span
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from tests.builders import a_group, a_person, a_place, a_plan, a_visit, an_id, an_invitation, an_item
from tests.checks.judged import judged, named, short

ANNA, BORIS = a_person("A1"), a_person("A2")


@pytest.mark.parametrize(
    ("second_start", "second_end", "clash"),
    [
        pytest.param("10:00", "11:00", False, id="touching"),
        pytest.param("09:59", "11:00", True, id="one minute shared"),
        pytest.param("08:00", "09:00", False, id="touching before"),
        pytest.param("09:15", "09:30", True, id="inside"),
        pytest.param("08:00", "12:00", True, id="around"),
        pytest.param("09:00", "10:00", True, id="the same time"),
    ],
)
def test_c1_is_about_shared_minutes(second_start: str, second_end: str, *, clash: bool) -> None:
    first, second = an_item("01"), an_item("02", start=second_start, end=second_end)
    plan = a_plan(ANNA, first, second, an_invitation(first, ANNA), an_invitation(second, ANNA))
    codes = sorted(["01", "02"], key=lambda code: (first if code == "01" else second).start_time)
    assert named(plan, "C1") == ([" ".join((*codes, "A1"))] if clash else [])


def test_c1_expands_groups_less_their_exceptions_and_names_everybody_once() -> None:
    group = a_group("DEL", [ANNA, BORIS])
    first, second, third = an_item("01"), an_item("02"), an_item("03", start="09:30")
    plan = a_plan(
        ANNA, BORIS, group, first, second, third,
        an_invitation(first, group), an_invitation(second, ANNA), an_invitation(second, BORIS),
        an_invitation(third, group, without=[ANNA]),
    )  # fmt: skip
    assert named(plan, "C1") == ["01 02 A1 A2", "01 03 A2", "02 03 A2"]


def test_c1_leaves_out_the_optional_and_the_cancelled() -> None:
    first, second, third = an_item("01"), an_item("02"), an_item("03", status="cancelled")
    plan = a_plan(
        ANNA, first, second, third,
        an_invitation(first, ANNA), an_invitation(second, ANNA, optional=True), an_invitation(third, ANNA),
    )  # fmt: skip
    assert short(plan) == []


def test_c1_compares_instants_not_wall_clocks() -> None:
    here = an_item("01", start="10:00", end="11:00")
    baku = an_item("02", start="07:30", end="07:45", start_zone="Asia/Baku", end_zone="Asia/Baku")
    plan = a_plan(ANNA, here, baku, an_invitation(here, ANNA), an_invitation(baku, ANNA))
    [finding] = judged(plan, "C1")
    assert finding.values == {"day": 1, "start": "07:30", "end": "07:45", "minutes": 15}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(-2, 12), st.sets(st.sampled_from("ABC"))), max_size=9))
def test_c1_agrees_with_a_comparison_of_all_pairs(drawn: list[tuple[int, int, set[str]]]) -> None:
    people = {code: a_person(code) for code in "ABC"}
    items = [
        an_item(f"{n:02}", start=f"{s * 15 // 60:02}:{s * 15 % 60:02}", end=f"{e // 60:02}:{e % 60:02}")
        for n, (s, length, _) in enumerate(drawn)
        for e in [max(0, s * 15 + length * 15)]
    ]
    invitations = [
        an_invitation(item, people[code])
        for item, (_, _, codes) in zip(items, drawn, strict=True)
        for code in sorted(codes)
    ]
    plan = a_plan(*people.values(), *items, *invitations)
    expected = set()
    for one, other in combinations(items, 2):
        a, b = span(plan.visit, one), span(plan.visit, other)
        both = attendees(plan, one.id).keys() & attendees(plan, other.id).keys()
        if both and a.is_valid and b.is_valid and a.start < b.end and b.start < a.end:
            expected.add((frozenset({one.id, other.id}), frozenset(both)))
    result = judged(plan, "C1")
    assert len(result) == len(expected)
    assert {(ids(one, ProgrammeItem), ids(one, Participant)) for one in result} == expected


def ids(finding: Finding, kind: type[ProgrammeItem] | type[Participant]) -> frozenset[str]:
    """The ids of a finding's subjects of one kind."""
    return frozenset(subject.id for subject in finding.about(kind))


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        pytest.param({"end_time": "09:00"}, 0, id="no length"),
        pytest.param({"end_time": "08:00"}, -60, id="ends before it starts"),
        pytest.param({"end_day": 2, "end_time": "09:01"}, 1441, id="longer than a day"),
        pytest.param({"end_zone": "Asia/Tokyo", "end_time": "10:00"}, -60, id="before it starts, over zones"),
    ],
)
def test_c2_finds_intervals_that_cannot_be(fields: dict[str, Any], minutes: int) -> None:
    [finding] = judged(a_plan(an_item("01", **fields)), "C2")
    assert (finding.severity, finding.values["minutes"]) == ("error", minutes)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"end_day": 2, "end_time": "09:00"}, id="a whole day"),
        pytest.param({"end_day": 3, "kind": "flight"}, id="a long flight"),
        pytest.param({"end_day": 5, "kind": "lodging"}, id="nights"),
        pytest.param({"end_zone": "Asia/Baku", "end_time": "07:00"}, id="an earlier clock in an earlier zone"),
        pytest.param({"end_time": "08:00", "status": "cancelled"}, id="cancelled"),
    ],
)
def test_c2_leaves_alone_what_can_be(fields: dict[str, Any]) -> None:
    assert named(a_plan(an_item("01", **fields)), "C2") == []


def in_room(code: str, room: Place, start: str, end: str, layout: str = "") -> ProgrammeItem:
    """An item in a room."""
    return an_item(code, start=start, end=end, place_id=room.id, room_layout=layout)


def test_c7_finds_a_room_taken_twice_but_not_a_hotel() -> None:
    hall, hotel = a_place("HALL", exclusive=True), a_place("HTL")
    items = [in_room("01", hall, "09:00", "10:00"), in_room("02", hall, "09:30", "10:30")]
    items += [in_room("03", hotel, "09:00", "10:00"), in_room("04", hotel, "09:30", "10:30")]
    assert short(a_plan(hall, hotel, *items)) == [("C7", "warning", "02 01 HALL")]


@pytest.mark.parametrize(
    ("start", "layouts", "found_minutes"),
    [
        pytest.param("10:10", ("theatre", "table"), [10], id="ten minutes, other layout"),
        pytest.param("10:00", ("theatre", "table"), [0], id="no time at all"),
        pytest.param("10:15", ("theatre", "table"), [], id="fifteen minutes are enough"),
        pytest.param("10:10", ("theatre", "theatre"), [], id="the same layout"),
        pytest.param("10:10", ("theatre", ""), [], id="layout unknown"),
    ],
)
def test_c7_asks_for_time_to_set_the_room_up(start: str, layouts: tuple[str, str], found_minutes: list[int]) -> None:
    hall = a_place("HALL", exclusive=True)
    plan = a_plan(
        hall, in_room("01", hall, "09:00", "10:00", layouts[0]), in_room("02", hall, start, "11:00", layouts[1])
    )
    assert [one.values["minutes"] for one in judged(plan, "C7")] == found_minutes


def test_a_movement_out_of_a_room_does_not_take_it() -> None:
    hall = a_place("HALL", exclusive=True)
    move = in_room("02", hall, "09:30", "10:30")._replace(kind="movement")
    assert named(a_plan(hall, in_room("01", hall, "09:00", "10:00"), move), "C7") == []


def test_a_waiver_rests_until_a_row_it_spoke_of_changes() -> None:
    first, second = an_item("01"), an_item("02")
    invitations = (an_invitation(first, ANNA), an_invitation(second, ANNA))
    [finding] = judged(a_plan(ANNA, first, second, *invitations), "C1")
    waiver = Waiver(an_id("waiver"), finding.check, finding.fingerprint, "agreed with the office")
    later = second._replace(end_time="10:30")
    for there, waived in ((second, True), (later, False)):
        assert [one.waived for one in judged(a_plan(ANNA, first, there, *invitations, waiver), "C1")] == [waived]


def test_a_room_between_two_layouts_is_set_up_after_whatever_ended_last() -> None:
    hall = a_place("HALL", exclusive=True)
    long, short_one = in_room("01", hall, "09:00", "12:00", "rows"), in_room("02", hall, "10:00", "10:30", "rows")
    plan = a_plan(hall, long, short_one, in_room("03", hall, "12:05", "13:00", "table"))
    assert named(plan, "C7") == ["02 01 HALL", "03 01 HALL"]


def test_the_visit_says_as_on_which_day_it_is_judged() -> None:
    assert judged_on(a_plan(a_visit(judged_on="2017-07-10")), date(2026, 1, 1)) == date(2017, 7, 10)
    assert judged_on(a_plan(a_visit()), date(2026, 1, 1)) == date(2026, 1, 1)
