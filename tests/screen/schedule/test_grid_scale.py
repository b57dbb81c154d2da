"""Days and minutes as pixels and back, and what lies under the pointer."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.hit import blocks_in, hit
from delegation_planner.screen.schedule.grid.scale import HEAD, HOUR_LEAST, HOUR_MOST, Box, Scale, snap
from tests.builders import a_plan, an_item

RATIOS = st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0])
SCALES = st.builds(
    Scale,
    width=st.integers(200, 1600),
    height=st.integers(150, 1200),
    days=st.integers(1, 9).map(lambda count: tuple(range(1, count + 1))),
    at_once=st.integers(1, 6),
    hour=st.floats(HOUR_LEAST, HOUR_MOST),
    left=st.integers(0, 300),
    top=st.integers(0, 900),
    ratio=RATIOS,
    ruler=st.sampled_from([46, 84]),
    fridays=st.just(frozenset[int]()),
)


@given(SCALES, st.integers(0, DAY))
def test_a_height_in_the_view_is_the_minute_that_lies_there(scale: Scale, minute: int) -> None:
    y = scale.y_of(minute) + scale.origin[1]
    assert scale.minute_at(y) == pytest.approx(minute, abs=60 / scale.hour)


@given(SCALES, st.data())
def test_every_pixel_of_a_column_is_that_columns(scale: Scale, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(scale.days) - 1))
    box = scale.column_box(column).moved(*scale.origin)
    assert scale.column_at(box.x + 1) == column
    assert scale.column_at(box.right - 1) == column


@given(SCALES)
def test_columns_lie_side_by_side_without_gap(scale: Scale) -> None:
    boxes = [scale.column_box(column) for column in range(len(scale.days))]
    assert boxes[0].x == 0
    assert all(left.right == pytest.approx(right.x) for left, right in pairwise(boxes))


@given(SCALES, st.integers(0, DAY - 30), st.integers(5, 600))
def test_edges_of_blocks_lie_on_device_pixels(scale: Scale, top: int, minutes: int) -> None:
    block = DayBook(a_plan(an_item())).day(1).blocks[0]._replace(top=top, bottom=min(top + minutes, DAY))
    for edge in scale.box(0, block):
        assert edge * scale.ratio == pytest.approx(round(edge * scale.ratio), abs=1e-6)


@given(lane=st.integers(0, 3), lanes=st.integers(1, 4), ratio=RATIOS, friday=st.booleans())
def test_lanes_keep_apart_and_inside_the_column(*, lane: int, lanes: int, ratio: float, friday: bool) -> None:
    lane = min(lane, lanes - 1)
    scale = Scale(ratio=ratio, fridays=frozenset({1} if friday else ()))
    x, width = scale.lane(0, lane, lanes)
    assert x >= 1
    assert x + width <= scale.column_x(1) - (21 if friday else 3)
    if lane + 1 < lanes:
        assert scale.lane(0, lane + 1, lanes)[0] > x + width


@given(SCALES.filter(lambda scale: scale.content_height > 2 * scale.page_height), st.floats(0.3, 3))
def test_zooming_keeps_the_minute_under_the_pointer(scale: Scale, factor: float) -> None:
    y = HEAD + scale.page_height / 2
    scale = scale._replace(top=scale.content_height // 2 - scale.page_height // 2)
    zoomed = scale.zoomed(scale.hour * factor, y)
    if zoomed.content_height > 2 * zoomed.page_height:
        assert zoomed.minute_at(y) == pytest.approx(scale.minute_at(y), abs=120 / zoomed.hour)


def test_zooming_ends_where_nothing_can_be_read() -> None:
    assert Scale().zoomed(1, 300).hour == HOUR_LEAST
    assert Scale().zoomed(9999, 300).hour == HOUR_MOST


@pytest.mark.parametrize(("minute", "step", "wanted"), [(612.4, 5, 610), (612.6, 5, 615), (612.4, 1, 612), (0.2, 5, 0)])
def test_minutes_snap_to_the_step(minute: float, step: int, wanted: int) -> None:
    assert snap(minute, step) == wanted


def a_book() -> DayBook:
    return DayBook(
        a_plan(
            an_item("01", 1, "09:00", "10:00"),
            an_item("02", 1, "09:30", "10:30"),
            an_item("03", 2, "23:00", "02:00", end_day=3),
        )
    )


def part_at(minute: int, day: int = 1, dx: float = 20, dy: float = 0, top: int = 480) -> tuple[str, str | None]:
    scale = Scale(days=(1, 2, 3), top=top)
    x = scale.column_x(day - 1) + scale.origin[0] + dx
    found = hit(scale, a_book(), x, scale.y_of(minute) + scale.origin[1] + dy)
    return found.part, found.block.item.code if found.block else None


def test_what_lies_under_the_pointer() -> None:
    assert part_at(9 * 60 + 30) == ("item", "01")
    assert part_at(9 * 60 + 45, dx=200) == ("item", "02")
    assert part_at(9 * 60, dy=2) == ("start_edge", "01")
    assert part_at(10 * 60, dy=-3) == ("end_edge", "01")
    assert part_at(8 * 60) == ("empty", None)
    assert part_at(9 * 60 + 10, dx=200) == ("empty", None)


def test_an_edge_made_by_midnight_is_no_end() -> None:
    assert part_at(DAY - 5, day=2) == ("item", "03")
    assert part_at(1, day=3, top=0) == ("item", "03")
    assert part_at(2 * 60, day=3, dy=-3, top=0) == ("end_edge", "03")


def test_head_and_ruler_are_no_ground() -> None:
    scale, book = Scale(days=(1, 2, 3)), a_book()
    assert (hit(scale, book, 400, 20).part, hit(scale, book, 400, 20).day) == ("head", 2)
    assert hit(scale, book, 20, 300).part == "ruler"


def test_a_rectangle_finds_all_blocks_that_it_meets() -> None:
    scale = Scale(days=(1, 2, 3), top=480)
    x, y = scale.origin
    box = Box(x + 5, y + scale.y_of(540), scale.column_x(1), scale.y_of(DAY) - scale.y_of(540))
    assert [block.item.code for block, _ in blocks_in(scale, a_book(), box)] == ["01", "02", "03"]
    assert [block.item.code for block, _ in blocks_in(scale, a_book(), box._replace(width=20))] == ["01"]
