"""Day numbers, clocks and zones name the instants that zone data say."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.plan.day_time import (
    clock_minutes,
    clock_text,
    date_of_day,
    day_of_date,
    day_one,
    from_stamp,
    instant,
    moved,
    span,
    stamp,
)
from delegation_planner.plan.errors import PlanError
from tests.builders import a_visit, an_item


def test_day_one_of_each_state() -> None:
    fixed = a_visit(dates="fixed", anchor_date="2017-07-23", planning_date="2017-07-25", window_start="2017-07-21")
    assert day_one(fixed) == date(2017, 7, 23)
    window = fixed._replace(dates="window")
    assert day_one(window) == date(2017, 7, 25)
    assert day_one(window._replace(planning_date=None)) == date(2017, 7, 21)
    with pytest.raises(PlanError, match="has no date yet"):
        day_one(window._replace(planning_date=None, window_start=None))
    with pytest.raises(PlanError, match="has no date yet"):
        day_one(fixed._replace(anchor_date=None))


@pytest.mark.parametrize(
    ("day", "expected"), [(1, "2017-07-23"), (0, "2017-07-22"), (-6, "2017-07-16"), (9, "2017-07-31")]
)
def test_days_and_dates(day: int, expected: str) -> None:
    visit = a_visit()
    assert date_of_day(visit, day).isoformat() == expected
    assert day_of_date(visit, expected) == day
    assert day_of_date(visit, date.fromisoformat(expected)) == day


@given(st.integers(-3000, 3000), st.integers(0, 1439), st.integers(-5000, 5000))
def test_moving_on_the_clocks_face(day: int, minutes: int, by: int) -> None:
    clock = clock_text(minutes)
    assert clock_minutes(clock) == minutes
    later_day, later = moved(day, clock, by)
    assert later_day * 1440 + clock_minutes(later) == day * 1440 + minutes + by
    assert moved(later_day, later, -by) == (day, clock)


def test_a_flight_over_zones_is_as_long_as_it_is() -> None:
    flight = an_item(
        start_day=0, start_time="20:00", start_zone="Asia/Baku", end_day=1, end_time="15:10", end_zone="Asia/Jakarta"
    )
    found = span(a_visit(), flight)
    assert found.start == datetime(2017, 7, 22, 16, 0, tzinfo=UTC)
    assert found.end == datetime(2017, 7, 23, 8, 10, tzinfo=UTC)
    assert found.minutes == 16 * 60 + 10
    assert found.is_valid


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Asia/Jakarta", "2017-07-24", 7),
        ("Asia/Baku", "2017-07-24", 4),
        ("Asia/Baku", "2015-07-24", 5),
        ("Europe/Amsterdam", "2017-07-24", 2),
        ("Europe/Amsterdam", "2017-12-24", 1),
        ("Asia/Makassar", "2017-07-24", 8),
    ],
)
def test_a_clock_is_read_in_its_zone_on_that_date(zone: str, day: str, hours: int) -> None:
    visit = a_visit(anchor_date=day)
    assert instant(visit, 1, "10:00", zone).utcoffset() == timedelta(hours=hours)
    assert instant(visit, 1, "10:00", zone).isoformat() == f"{day}T10:00:00+{hours:02d}:00"


def test_an_item_over_the_change_to_winter_time_is_an_hour_longer() -> None:
    visit = a_visit(anchor_date="2017-10-28")
    night = an_item(start_time="22:00", end_day=2, end_time="06:00")
    in_amsterdam = night._replace(start_zone="Europe/Amsterdam", end_zone="Europe/Amsterdam")
    assert span(visit, night).minutes == 8 * 60
    assert span(visit, in_amsterdam).minutes == 9 * 60


def test_an_end_before_the_start_is_known_as_instants_not_as_clocks() -> None:
    visit = a_visit()
    assert not span(visit, an_item(start_time="10:00", end_time="10:00")).is_valid
    assert not span(visit, an_item(start_time="10:00", end_time="09:00")).is_valid
    westward = an_item(start_time="10:00", end_time="09:30", end_zone="Asia/Baku")
    assert span(visit, westward).is_valid
    assert span(visit, westward).minutes == 150


def test_stamps_are_utc_to_the_second() -> None:
    moment = datetime(2017, 7, 10, 9, 15, 1, 999999, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert stamp(moment) == "2017-07-10T02:15:01Z"
    assert from_stamp("2017-07-10T02:15:01Z") == datetime(2017, 7, 10, 2, 15, 1, tzinfo=UTC)
