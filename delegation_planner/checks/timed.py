"""Items with their instants, as the checks of the schedule walk through them."""

from datetime import UTC, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.plan.day_time import clock_minutes, date_of_day
from delegation_planner.plan.kinds import WallClock, ZoneName
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Timed(NamedTuple):
    """An item with its start and end as minutes since 1970 in UTC."""

    start: int
    end: int
    item: ProgrammeItem

    def overlaps(self, other: "Timed") -> bool:
        """Whether both are on at one moment; touching ends are no overlap."""
        return self.start < other.end and other.start < self.end


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


def timed_items(plan: Plan) -> list[Timed]:
    """All items that are not cancelled, in order of start, end and number."""
    clock = Clock(plan.visit)
    found = [clock.timed(item) for item in plan.rows(ProgrammeItem) if item.status != "cancelled"]
    found.sort(key=lambda timed: (timed.start, timed.end, timed.item.code))
    return found


def overlapping_pairs(timed: list[Timed]) -> list[tuple[Timed, Timed]]:
    """All pairs that overlap, of items sorted by start; items that do not end after they start are left out."""
    running: list[Timed] = []
    pairs: list[tuple[Timed, Timed]] = []
    for later in timed:
        if later.end <= later.start:
            continue
        running = [earlier for earlier in running if earlier.end > later.start]
        pairs.extend((earlier, later) for earlier in running)
        running.append(later)
    return pairs
