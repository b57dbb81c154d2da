"""Items with their instants, as the checks of the schedule walk through them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import repeat
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.plan.day_time import clock_minutes, date_of_day
from delegation_planner.plan.kinds import WallClock, ZoneName
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Timed(NamedTuple):
    """An item with its start and end as minutes since 1970 in UTC."""

    start: int
    end: int
    item: ProgrammeItem

    @property
    def minutes(self) -> int:
        """How long it lasts; not more than nothing where it does not end after it starts."""
        return self.end - self.start

    def meets(self, low: int, high: int) -> bool:
        """Whether any of it lies between two moments, also where it ends before it starts."""
        return max(self.start, self.end) >= low and min(self.start, self.end) <= high

    def overlaps(self, other: "Timed") -> bool:
        """Whether both are on at one moment; touching ends are no overlap, an item without length overlaps nothing."""
        return self.start < other.end and other.start < self.end and self.start < self.end and other.start < other.end


class Clock:
    """Turns days and wall clocks of one visit into UTC minutes, each once."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._known: dict[tuple[int, str, ZoneName], int] = {}

    def minutes(self, day: int, clock: WallClock, zone: ZoneName) -> int:
        """Minutes since 1970 in UTC."""
        key = (day, clock, zone)
        known = self._known.get(key)
        if known is None:
            on = date_of_day(self._visit, day)
            hours, minutes = divmod(clock_minutes(clock), 60)
            local = datetime(on.year, on.month, on.day, hours, minutes, tzinfo=ZoneInfo(zone))
            known = self._known[key] = int((local.astimezone(UTC) - EPOCH).total_seconds() // 60)
        return known

    def timed(self, item: ProgrammeItem) -> Timed:
        """The item with its instants."""
        return Timed(
            self.minutes(item.start_day, item.start_time, item.start_zone),
            self.minutes(item.end_day, item.end_time, item.end_zone),
            item,
        )


def in_order(timed: Iterable[Timed]) -> list[Timed]:
    """By start, end and number."""
    return sorted(timed, key=lambda one: (one[0], one[1], one[2].code))


def overlapping_pairs(timed: Iterable[Timed]) -> Iterator[tuple[Timed, Timed]]:
    """All pairs that overlap, of items sorted by start; items that do not end after they start are left out."""
    running: list[Timed] = []
    for later in timed:
        start = later.start
        if later.end <= start:
            continue
        running = [earlier for earlier in running if earlier.end > start]
        yield from zip(running, repeat(later))
        running.append(later)
