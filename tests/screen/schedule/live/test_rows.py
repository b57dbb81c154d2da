"""What is on at a moment of the visit, and what comes next."""

from datetime import UTC, datetime

import pytest

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.schedule.live.rows import Live, began, ended, live
from tests.builders import a_plan, a_visit, an_item

FIRST, SECOND = an_item("01", 2, "10:00", "11:00"), an_item("02", 2, "11:00", "11:20")
BESIDE = an_item("03", 2, "10:30", "12:00", track="working")
OFF = an_item("04", 2, "10:00", "12:00", status="cancelled")
LAST = an_item("05", 3, "09:00", "10:00")
PLAN = a_plan(FIRST, SECOND, BESIDE, OFF, LAST)


def at(clock: str, day: int = 24) -> datetime:
    """A time of day in Jakarta, seven hours before UTC."""
    hour, minute = clock.split(":")
    moment = datetime(2017, 7, day, int(hour) - 7, int(minute), tzinfo=UTC)
    assert moment.tzinfo is UTC
    return moment


def seen(plan: Plan, moment: datetime) -> Live:
    found = live(plan, Texts("en"), moment)
    assert found is not None
    return found


def numbers(found: Live) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    return [(row.number, row.minutes) for row in found.on], [(row.number, row.minutes) for row in found.next]


@pytest.mark.parametrize(
    ("clock", "on", "following"),
    [
        pytest.param("09:40", [], [("01", 20)], id="before"),
        pytest.param("10:00", [("01", 60)], [("03", 30)], id="at its start"),
        pytest.param("10:45", [("01", 15), ("03", 75)], [("02", 15)], id="two tracks, the main one first"),
        pytest.param("11:00", [("02", 20), ("03", 60)], [("05", 22 * 60)], id="one ends as the next starts"),
        pytest.param("21:00", [], [("05", 12 * 60)], id="until tomorrow"),
    ],
)
def test_what_is_on_and_what_is_next(
    clock: str, on: list[tuple[str, int]], following: list[tuple[str, int]]
) -> None:  # fmt: skip
    assert numbers(seen(PLAN, at(clock))) == (on, following)


def test_there_is_nothing_to_see_outside_the_visit_or_while_its_dates_are_open() -> None:
    assert live(PLAN, Texts("en"), at("10:30", day=22)) is None
    assert live(PLAN, Texts("en"), at("10:30", day=28)) is None
    window = a_visit(dates="window", anchor_date=None, planning_date="2017-07-23")
    assert live(a_plan(window, FIRST), Texts("en"), at("10:30")) is None


def test_an_item_goes_on_until_somebody_says_that_it_ended() -> None:
    late = PLAN.changed(began(PLAN, FIRST.id, at("10:12")))
    row = seen(late, at("11:10")).on[0]
    assert (row.number, row.began, row.late, row.minutes) == ("01", True, 12, -10)
    over = late.changed(ended(late, FIRST.id, at("11:15")))
    assert [row.number for row in seen(over, at("11:15")).on] == ["02", "03"]


def test_an_item_that_began_early_is_on() -> None:
    early = PLAN.changed(began(PLAN, FIRST.id, at("09:50")))
    assert [(row.number, row.late) for row in seen(early, at("09:55")).on] == [("01", -10)]


def test_clocks_are_noted_in_the_items_own_zone() -> None:
    flight = FIRST._replace(end_zone="Asia/Baku")
    plan = PLAN.changed(Changes([replaced(FIRST, flight)]))
    (change,) = ended(plan, FIRST.id, at("11:15"))
    assert getattr(change.after, "actual_end", None) == "08:15"
