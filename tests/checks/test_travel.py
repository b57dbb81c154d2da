"""How long a way takes: the visit's own times, the city's, peak hours, escorts, rooms."""

import pytest

from delegation_planner.checks.travel import TimesOfWay, Travel
from delegation_planner.plan.edits.visit_rules import set_travel_time
from delegation_planner.plan.visit_rules import TravelTime
from tests.builders import a_place, a_plan, an_id, an_item, new_ids
from tests.checks.judged import RULES, judged

AIRPORT = a_place("CGK", city="Jakarta", iata="CGK")
HOTEL = a_place("HTL", city="jakarta")
MINISTRY = a_place("MIN", city="Jakarta")
HALL = a_place("HALL", parent_id=MINISTRY.id)
SURABAYA = a_place("SBC", city="Surabaya")
SITE = a_place("SBM", city="Surabaya")
NOWHERE = a_place("NOW")
PLACES = (AIRPORT, HOTEL, MINISTRY, HALL, SURABAYA, SITE, NOWHERE)
SUNDAY, MONDAY, SATURDAY = 1, 2, 7


def own(start: str, end: str, minutes: int, peak: int | None = None) -> TravelTime:
    """The visit's own time between two places."""
    return TravelTime(an_id(start + end), a_place(start).id, a_place(end).id, minutes, peak)


def minutes(start: str, end: str, day: int = SUNDAY, clock: str = "10:00", *times: TravelTime) -> int | None:
    """Minutes between two places by code."""
    return Travel(a_plan(*PLACES, *times), RULES).minutes(a_place(start).id, a_place(end).id, day, clock)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("CGK", "HTL", 75, id="from the airport"),
        pytest.param("MIN", "CGK", 75, id="to the airport"),
        pytest.param("HTL", "MIN", 45, id="within the city"),
        pytest.param("HTL", "HALL", 45, id="to a room"),
        pytest.param("HALL", "MIN", 0, id="within a building"),
        pytest.param("SBC", "SBM", None, id="a city that the rulebook does not know"),
        pytest.param("HTL", "SBC", None, id="between cities"),
        pytest.param("NOW", "NOW", 0, id="nowhere else"),
        pytest.param("NOW", "HTL", None, id="from no city"),
    ],
)
def test_by_city(start: str, end: str, expected: int | None) -> None:
    assert minutes(start, end) == expected


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (MONDAY, "06:29", 45), (MONDAY, "06:30", 75), (MONDAY, "09:29", 75), (MONDAY, "09:30", 45),
        (MONDAY, "15:59", 45), (MONDAY, "16:00", 75), (MONDAY, "19:59", 75), (MONDAY, "20:00", 45),
        (SUNDAY, "08:00", 45), (SATURDAY, "17:00", 45),
    ],
)  # fmt: skip
def test_peak_hours(day: int, clock: str, expected: int) -> None:
    assert minutes("HTL", "MIN", day, clock) == expected


def test_the_visits_own_times_come_first_and_hold_both_ways() -> None:
    there, back = own("HTL", "MIN", 20, 30), own("MIN", "HTL", 25)
    assert minutes("HTL", "MIN", MONDAY, "08:00", there) == 30
    assert minutes("MIN", "HTL", MONDAY, "08:00", there) == 30
    assert minutes("HALL", "HTL", MONDAY, "08:00", there, back) == 25
    assert minutes("SBC", "SBM", MONDAY, "08:00", own("SBM", "SBC", 15)) == 15


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 75), ({"escort": "requested"}, 45), ({"escort": "confirmed", "start_time": "10:00"}, 27),
        ({"travel_mode": "motorcade"}, 75), ({"travel_mode": "helicopter"}, None), ({"to_place_id": None}, 0),
    ],
)  # fmt: skip
def test_what_a_movement_needs(fields: dict[str, str], expected: int | None) -> None:
    move = an_item("08", MONDAY, "08:30", "09:15", kind="movement", place_id=HOTEL.id, to_place_id=MINISTRY.id)
    assert Travel(a_plan(*PLACES), RULES).needed_by(move._replace(**fields)) == expected  # type: ignore[arg-type]


def test_a_times_origin_is_known() -> None:
    there = own("HTL", "MIN", 20, 30)
    travel = Travel(a_plan(*PLACES, there), RULES)
    assert travel.times(MINISTRY.id, HOTEL.id) == TimesOfWay(20, 30, there)
    assert travel.times(AIRPORT.id, HOTEL.id) == TimesOfWay(75, 90)
    assert travel.times(NOWHERE.id, HOTEL.id) is None
    assert travel.escorted(75) == 45


def test_a_finding_goes_when_the_visit_knows_a_shorter_way() -> None:
    move = an_item("08", MONDAY, "08:15", "09:00", kind="movement", place_id=HOTEL.id, to_place_id=MINISTRY.id)
    plan = a_plan(*PLACES, move)
    assert [one.values["needed"] for one in judged(plan, "C5")] == [75]
    assert (
        judged(plan.changed(set_travel_time(plan, HOTEL.id, MINISTRY.id, 30, new_ids(), peak_minutes=40)), "C5") == []
    )
