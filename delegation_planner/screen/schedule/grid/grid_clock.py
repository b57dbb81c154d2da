"""The grid's clock: starts and ends of items as minutes on the host's wall clock."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from delegation_planner.plan.day_time import clock_minutes, day_of_date, instant
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import WallClock, ZoneName
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit

DAY: Final = 1440
SHOWN_AT_LEAST: Final = 15
"""So many minutes are drawn of an item that does not end after it starts."""


class GridClock:
    """Counts minutes from the midnight before day 0, so that `minute // DAY` is the day number.

    While the visit has no date at all there are no instants: every time is then read as if it were the host's.
    """

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._zone: ZoneName = visit.host_zone
        self._foreign: dict[tuple[int, WallClock, ZoneName], int] = {}

    def reads(self, day: int, clock: WallClock, zone: ZoneName) -> int:
        """The minute of a day number and a wall clock in a zone."""
        if zone == self._zone:
            return day * DAY + clock_minutes(clock)
        key = (day, clock, zone)
        if key not in self._foreign:
            self._foreign[key] = self._abroad(day, clock, zone)
        return self._foreign[key]

    def start(self, item: ProgrammeItem) -> int:
        """When an item starts."""
        return self.reads(item.start_day, item.start_time, item.start_zone)

    def end(self, item: ProgrammeItem) -> int:
        """When an item ends, even if that is before it starts."""
        return self.reads(item.end_day, item.end_time, item.end_zone)

    def minute_of(self, moment: datetime) -> int | None:
        """The minute of an aware moment; None while the visit has no date."""
        try:
            return self._minute(moment)
        except PlanError:
            return None

    def _abroad(self, day: int, clock: WallClock, zone: ZoneName) -> int:
        try:
            return self._minute(instant(self._visit, day, clock, zone))
        except PlanError:
            return day * DAY + clock_minutes(clock)

    def _minute(self, moment: datetime) -> int:
        here = moment.astimezone(ZoneInfo(self._zone))
        return day_of_date(self._visit, here.date()) * DAY + here.hour * 60 + here.minute
