"""Items in day columns: every one once in each day that it touches, and none upon another."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.day_time import clock_text, moved
from delegation_planner.plan.kinds import Track
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.grid_clock import DAY, SHOWN_AT_LEAST, GridClock
from delegation_planner.screen.schedule.grid.lanes import Block, lay_out
from tests.builders import a_plan, a_visit, an_id, an_item

TRACKS = get_args(Track)


@st.composite
def some_items(draw: st.DrawFn) -> list[ProgrammeItem]:
    items = []
    for number in range(draw(st.integers(0, 10))):
        day, start = draw(st.integers(-1, 7)), draw(st.integers(0, DAY - 1))
        end_day, end = moved(day, clock_text(start), draw(st.integers(-90, 2 * DAY)))
        zones = draw(st.sampled_from([("Asia/Jakarta", "Asia/Jakarta"), ("Asia/Baku", "Asia/Jakarta")]))
        items.append(
            an_item(
                f"{number:02d}", day, clock_text(start), end, end_day=end_day, start_zone=zones[0], end_zone=zones[1],
                track=draw(st.sampled_from(TRACKS)),
            )
        )  # fmt: skip
    return items


def lanes_of(blocks: tuple[Block, ...]) -> dict[int, list[Block]]:
    lanes: dict[int, list[Block]] = {}
    for block in blocks:
        lanes.setdefault(block.lane, []).append(block)
    return lanes


@settings(max_examples=40)
@given(some_items())
def test_no_two_blocks_of_one_lane_overlap(items: list[ProgrammeItem]) -> None:
    book = DayBook(a_plan(*items))
    for day in book.days:
        for blocks in lanes_of(book.day(day).blocks).values():
            assert all(upper.bottom <= lower.top for upper, lower in pairwise(sorted(blocks, key=lambda one: one.top)))


@settings(max_examples=40)
@given(some_items())
def test_blocks_that_overlap_share_the_width_alike(items: list[ProgrammeItem]) -> None:
    book = DayBook(a_plan(*items))
    for day in book.days:
        for block in book.day(day).blocks:
            assert 0 <= block.lane < block.lanes
            beside = [o for o in book.day(day).blocks if o.top < block.bottom and block.top < o.bottom]
            assert {other.lanes for other in beside} == {block.lanes}


@settings(max_examples=40)
@given(some_items())
def test_every_item_lies_once_in_each_day_that_it_touches(items: list[ProgrammeItem]) -> None:
    plan = a_plan(*items)
    book, clock = DayBook(plan), GridClock(plan.visit)
    for item in items:
        start, end = clock.start(item), clock.end(item)
        last = (end if end > start else min(start + SHOWN_AT_LEAST, (start // DAY + 1) * DAY)) - 1
        touched = set(range(start // DAY, last // DAY + 1))
        shown = [day for day in book.days for block in book.day(day).blocks if block.item.id == item.id]
        assert shown == sorted(touched & set(book.days))
        assert shown != []
        assert [block.day for block in book.blocks_of(item.id)] == shown


@settings(max_examples=40)
@given(some_items(), some_items())
def test_a_book_that_followed_is_the_book_made_anew(before: list[ProgrammeItem], after: list[ProgrammeItem]) -> None:
    plan = a_plan(*before)
    book = DayBook(plan)
    for day in book.days:
        book.day(day)
        book.starting(day)
    then = {item.id: item for item in after}
    known = {item.id for item in before}
    changes = Changes(
        [replaced(item, then[item.id]) if item.id in then else removed(item) for item in before]
        + [put(item) for item in after if item.id not in known]
    )
    changed = plan.changed(changes)
    following, anew = book.following(changed, changes), DayBook(changed)
    assert following.days == anew.days
    assert [following.day(day) for day in anew.days] == [anew.day(day) for day in anew.days]
    assert [following.starting(day) for day in anew.days] == [anew.starting(day) for day in anew.days]


def spans(plan: Plan, day: int) -> list[tuple[str, int, int, int, int]]:
    blocks = DayBook(plan).day(day).blocks
    return [(block.item.code, block.top, block.bottom, block.lane, block.lanes) for block in blocks]


def test_an_item_over_midnight_is_cut_at_each_days_end() -> None:
    plan = a_plan(an_item("01", 1, "23:00", "01:30", end_day=2))
    assert spans(plan, 1) == [("01", 23 * 60, DAY, 0, 1)]
    assert spans(plan, 2) == [("01", 0, 90, 0, 1)]


def test_an_item_that_ends_at_midnight_is_of_one_day_only() -> None:
    plan = a_plan(an_item("01", 1, "23:00", "00:00", end_day=2))
    assert spans(plan, 1) == [("01", 23 * 60, DAY, 0, 1)]
    assert spans(plan, 2) == []


def test_an_item_that_ends_before_it_starts_is_still_to_be_seen() -> None:
    assert spans(a_plan(an_item("01", 2, "10:00", "09:00")), 2) == [("01", 600, 615, 0, 1)]


def test_times_of_other_zones_lie_at_the_hosts_hours() -> None:
    flight = an_item("01", 0, "20:00", "15:10", start_zone="Asia/Baku", end_day=1)
    assert spans(a_plan(flight), 1) == [("01", 0, 15 * 60 + 10, 0, 1)]
    assert GridClock(a_visit()).start(flight) == 23 * 60


def test_tracks_stand_side_by_side_only_where_they_overlap() -> None:
    plan = a_plan(
        an_item("01", 1, "08:00", "09:00", track="working"),
        an_item("02", 1, "09:00", "11:00", track="working"),
        an_item("03", 1, "09:30", "11:30"),
        an_item("04", 1, "11:00", "11:45", track="working"),
    )
    assert spans(plan, 1) == [
        ("01", 480, 540, 0, 1),
        ("02", 540, 660, 1, 2),
        ("03", 570, 690, 0, 2),
        ("04", 660, 705, 1, 2),
    ]
    assert DayBook(plan).day(1).tracks == ("main", "working")


def test_one_track_alone_says_no_names() -> None:
    plan = a_plan(an_item("01", 1, "08:00", "09:00"), an_item("02", 1, "08:30", "09:30"))
    assert DayBook(plan).day(1).tracks == ()
    assert spans(plan, 1) == [("01", 480, 540, 0, 2), ("02", 510, 570, 1, 2)]


def test_days_are_the_visits_own_and_those_of_items_outside() -> None:
    plan = a_plan(an_item("01", -3), an_item("02", 0, "23:00", "10:00", end_day=1), an_item("03", 9))
    assert DayBook(plan).days == (-3, 1, 2, 3, 4, 5, 9)


def test_only_the_items_that_are_left_are_shown() -> None:
    items = an_item("01"), an_item("02")
    book = DayBook(a_plan(*items), frozenset({items[1].id}))
    assert [block.item.code for block in book.day(1).blocks] == ["02"]
    assert book.blocks_of(items[0].id) == ()


def test_a_head_counts_what_starts_on_its_day() -> None:
    book = DayBook(a_plan(an_item("01", 1, "22:00", "03:00", end_day=2), an_item("02", 2)))
    assert [item.code for item in book.starting(2)] == ["02"]


def test_what_started_on_a_day_without_a_column_counts_where_it_is_first_shown() -> None:
    book = DayBook(a_plan(an_item("01", 0, "23:00", "15:10", end_day=1), an_item("02", 1, "16:00", "17:00")))
    assert book.days[0] == 1
    assert [item.code for item in book.starting(1)] == ["01", "02"]


@settings(max_examples=40)
@given(some_items())
def test_every_item_counts_in_one_head(items: list[ProgrammeItem]) -> None:
    book = DayBook(a_plan(*items))
    counted = [item.code for day in book.days for item in book.starting(day)]
    assert sorted(counted) == sorted(item.code for item in items)


def test_all_items_in_order_name_each_once() -> None:
    book = DayBook(a_plan(an_item("03", 2), an_item("01", 1, "22:00", "03:00", end_day=2), an_item("02", 1)))
    assert [item.code for item in book.in_order()] == ["02", "01", "03"]


def test_items_of_the_day_before_stay_out() -> None:
    book = DayBook(a_plan())
    yesterday = book.on_clock(an_item("01", 1, "10:00", "11:00"))
    assert lay_out(2, [yesterday]).blocks == ()


@pytest.mark.parametrize(
    ("visit", "wanted"),
    [(a_visit(), 2 * DAY + 9 * 60), (a_visit(dates="window", anchor_date=None, window_start=None), None)],
    ids=["fixed", "no date"],
)
def test_a_moment_lies_on_the_grids_clock_once_there_is_a_date(visit: object, wanted: int | None) -> None:
    plan = a_plan(visit)  # type: ignore[arg-type]  # a visit in either state
    assert GridClock(plan.visit).minute_of(datetime(2017, 7, 24, 2, 0, tzinfo=UTC)) == wanted


def test_without_a_date_times_are_read_as_they_stand() -> None:
    visit = a_visit(dates="window", anchor_date=None, window_start=None)
    item = an_item("01", 2, "20:00", "21:00", start_zone="Asia/Baku")
    assert GridClock(visit).start(item) == 2 * DAY + 20 * 60
    assert an_id("item 01") == item.id
