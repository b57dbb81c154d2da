"""Where the items of one day lie: side by side where they overlap, track beside track; no Qt."""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Final, NamedTuple, get_args

from delegation_planner.plan.kinds import Track
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.grid_clock import DAY, SHOWN_AT_LEAST

TRACK_ORDER: Final[tuple[Track, ...]] = get_args(Track)


class OnClock(NamedTuple):
    """An item with its start and end in minutes of the grid's clock."""

    start: int
    end: int
    item: ProgrammeItem

    @property
    def drawn_until(self) -> int:
        """The end as it is drawn: an item that does not end after it starts is still to be seen, on its first day."""
        if self.end > self.start:
            return self.end
        return min(self.start + SHOWN_AT_LEAST, (self.start // DAY + 1) * DAY)

    def touches(self, day: int) -> bool:
        """Whether a part of it lies in this day."""
        return self.start < (day + 1) * DAY and self.drawn_until > day * DAY


class Block(NamedTuple):
    """The part of an item that one day column shows.

    `top` and `bottom` are minutes of that day (0 to 1440), `start` and `end` those of the whole item on the grid's
    clock. It takes lane number `lane` of `lanes` that share the column's width.
    """

    item: ProgrammeItem
    start: int
    end: int
    day: int
    top: int
    bottom: int
    lane: int
    lanes: int


class DayLayout(NamedTuple):
    """The blocks of a day by their top, and the tracks that stand side by side in it (none or at least two)."""

    day: int
    blocks: tuple[Block, ...]
    tracks: tuple[Track, ...]


def lay_out(day: int, on_clock: Iterable[OnClock]) -> DayLayout:
    """The layout of a day: each item that touches it once.

    Items that overlap, one after the other, form a bundle that shares the width evenly. In a bundle each track has
    lanes of its own, in the order of the tracks.
    """
    touching = sorted((one for one in on_clock if one.touches(day)), key=_by_time)
    blocks: list[Block] = []
    side_by_side: set[Track] = set()
    for bundle in _bundles(touching):
        tracks = {one.item.track for one in bundle}
        if len(tracks) > 1:
            side_by_side |= tracks
        blocks += _in_lanes(day, bundle)
    blocks.sort(key=lambda block: (block.top, block.lane))
    return DayLayout(day, tuple(blocks), tuple(track for track in TRACK_ORDER if track in side_by_side))


def _by_time(one: OnClock) -> tuple[int, int, str, str]:
    return one.start, -one.drawn_until, one.item.code, one.item.id


def _bundles(sorted_by_start: list[OnClock]) -> Iterator[list[OnClock]]:
    bundle: list[OnClock] = []
    until = 0
    for one in sorted_by_start:
        if bundle and one.start >= until:
            yield bundle
            bundle = []
        until = max(until, one.drawn_until) if bundle else one.drawn_until
        bundle.append(one)
    if bundle:
        yield bundle


def _in_lanes(day: int, bundle: list[OnClock]) -> list[Block]:
    """Each item in the first lane of its track that is free when it starts."""
    placed: list[tuple[OnClock, int]] = []
    lanes = 0
    for track in TRACK_ORDER:
        running: list[tuple[int, int]] = []  # until when, in which lane
        free: list[int] = []
        used = 0
        for one in bundle:
            if one.item.track != track:
                continue
            while running and running[0][0] <= one.start:
                heappush(free, heappop(running)[1])
            lane = heappop(free) if free else used
            used = max(used, lane + 1)
            heappush(running, (one.drawn_until, lane))
            placed.append((one, lanes + lane))
        lanes += used
    return [_block(day, one, lane, lanes) for one, lane in placed]


def _block(day: int, one: OnClock, lane: int, lanes: int) -> Block:
    midnight = day * DAY
    top, bottom = max(one.start - midnight, 0), min(one.drawn_until - midnight, DAY)
    return Block(one.item, one.start, one.end, day, top, bottom, lane, lanes)
