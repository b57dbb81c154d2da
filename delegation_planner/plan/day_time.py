"""Day numbers, wall clocks and zones of a visit, and the instants that they name."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import IsoDate, UtcStamp, WallClock, ZoneName
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit


class Span(NamedTuple):
    """When an item happens: both ends as aware datetimes in their own zones."""

    start: datetime
    end: datetime

    @property
    def is_valid(self) -> bool:
        """Whether it ends after it starts, as instants."""
        return self.end.astimezone(UTC) > self.start.astimezone(UTC)

    @property
    def minutes(self) -> int:
        """The true length in minutes, over zones."""
        return round((self.end.astimezone(UTC) - self.start.astimezone(UTC)).total_seconds() / 60)


def day_one(visit: Visit) -> date:
    """The date of day 1: the anchor date of a fixed visit, the planning date of one in a window."""
    chosen = visit.anchor_date if visit.dates == "fixed" else visit.planning_date or visit.window_start
    if chosen is None:
        raise PlanError("The visit has no date yet: set a window or a first day.")
    return date.fromisoformat(chosen)


def date_of_day(visit: Visit, day: int) -> date:
    """The date of a day number."""
    return day_one(visit) + timedelta(days=day - 1)


def day_of_date(visit: Visit, day: date | IsoDate) -> int:
    """The day number of a date."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return (day - day_one(visit)).days + 1


@lru_cache(maxsize=24 * 60)
def clock_minutes(clock: WallClock) -> int:
    """Minutes since midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])


@lru_cache(maxsize=24 * 60)
def clock_text(minutes: int) -> WallClock:
    """The wall clock so many minutes after midnight, within one day."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def instant(visit: Visit, day: int, clock: WallClock, zone: ZoneName) -> datetime:
    """A local time as an aware datetime; in a gap or a repeated hour, the reading that zoneinfo gives fold=0."""
    on = date_of_day(visit, day)
    return datetime(on.year, on.month, on.day, int(clock[:2]), int(clock[3:]), tzinfo=ZoneInfo(zone))


def span(visit: Visit, item: ProgrammeItem) -> Span:
    """When an item of the visit happens."""
    return Span(
        instant(visit, item.start_day, item.start_time, item.start_zone),
        instant(visit, item.end_day, item.end_time, item.end_zone),
    )


def moved(day: int, clock: WallClock, minutes: int) -> tuple[int, WallClock]:
    """A day and wall clock so many minutes later (earlier if negative) on the clock's own face."""
    total = clock_minutes(clock) + minutes
    return day + total // 1440, clock_text(total % 1440)


def clock_after(
    visit: Visit, day: int, clock: WallClock, zone: ZoneName, minutes: int, there: ZoneName
) -> tuple[int, WallClock]:
    """The day and the wall clock in another zone so many true minutes after a local time (before it if negative)."""
    moment = instant(visit, day, clock, zone).astimezone(UTC) + timedelta(minutes=minutes)
    local = moment.astimezone(ZoneInfo(there))
    return day_of_date(visit, local.date()), f"{local:%H:%M}"


def stamp(moment: datetime) -> UtcStamp:
    """An aware datetime as a UTC stamp, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_stamp(text: UtcStamp) -> datetime:
    """The aware datetime of a UTC stamp."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
