"""Time zones as every calendar program reads them: one yearly rule for each of standard and daylight time.

Outlook knows no other form, and lists of dates (RDATE) put Thunderbird's summer an hour off. A zone whose rule cannot
be said so, or does not hold at the time of the visit, is not written at all: its items are then given in UTC.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.plan.kinds import ZoneName

_NAME: Final = r"(<[^>]+>|[A-Za-z]+)"
_OFFSET: Final = r"([+-]?\d+(?::\d\d)?)"
_ONSET: Final = r",M(\d+)\.(\d)\.(\d)(?:/([+-]?\d+(?::\d\d)?))?"
_RULE: Final = re.compile(rf"{_NAME}{_OFFSET}(?:{_NAME}{_OFFSET}?{_ONSET}{_ONSET})?")
_WEEKDAYS: Final = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST: Final = 5
_FIRST_YEAR: Final = 1970


class Observance(NamedTuple):
    """Standard or daylight time of a zone: its offset from UTC and the one before it, and when it begins each year.

    `month` is 0 where the zone changes no more. Else it begins in that month on the `nth` weekday (0 is Sunday; the
    fifth is the last), at a clock read by the offset before.
    """

    name: str
    offset: timedelta
    offset_before: timedelta
    month: int = 0
    nth: int = 1
    weekday: int = 0
    clock: timedelta = timedelta()

    @property
    def is_daylight(self) -> bool:
        """Whether clocks go forward into it."""
        return self.offset > self.offset_before

    def onset(self, year: int) -> datetime:
        """The local time (naive, by the offset before) at which it begins in a year."""
        month = self.month or 1
        if self.nth == _LAST:
            day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            day -= timedelta(days=(day.isoweekday() - self.weekday) % 7)
        else:
            day = date(year, month, 1)
            if self.month:
                day += timedelta(days=(self.weekday - day.isoweekday()) % 7 + 7 * (self.nth - 1))
        return datetime.combine(day, time.min) + self.clock


@cache
def observances(zone: ZoneName) -> tuple[Observance, ...]:
    """What the last line of the zone's tzdata file says of the future (a POSIX TZ rule, RFC 9636 section 3.3.1).

    Empty where there is no such file, where the rule counts days of the year, and for UTC itself.
    """
    rule = _RULE.fullmatch(_last_line(zone))
    if not rule or rule[1] == "UTC":
        return ()
    name, offset, summer_name, summer_offset, *onsets = rule.groups()
    standard = -_duration(offset)  # POSIX counts westward
    if summer_name is None:
        return (Observance(_plain(name), standard, standard),)
    summer = -_duration(summer_offset) if summer_offset else standard + timedelta(hours=1)
    return (
        Observance(_plain(name), standard, summer, *_onset(*onsets[4:])),
        Observance(_plain(summer_name), summer, standard, *_onset(*onsets[:4])),
    )


def holds(zone: ZoneName, first: datetime, last: datetime) -> bool:
    """Whether the observances give zoneinfo's offset at every full hour from first to last (aware)."""
    if not observances(zone):
        return False
    clock = ZoneInfo(zone)
    first, last = (moment.astimezone(UTC) for moment in (first, last))
    begins = sorted(_beginnings(zone, first.year - 1, last.year + 1))
    moments = [begin for begin, _ in begins]
    moment = first
    while True:
        offset = begins[bisect_right(moments, moment) - 1][1]
        if moment.astimezone(clock).utcoffset() != offset:
            return False
        if moment == last:
            return True
        moment = min(moment + timedelta(hours=1), last)


@cache
def vtimezone(zone: ZoneName) -> bytes:
    """The VTIMEZONE component of a zone that has observances."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    component = Timezone()
    component.add("tzid", zone)
    for observance in observances(zone):
        part = TimezoneDaylight() if observance.is_daylight else TimezoneStandard()
        part.add("dtstart", observance.onset(_FIRST_YEAR))
        part.add("tzoffsetfrom", observance.offset_before)
        part.add("tzoffsetto", observance.offset)
        part.add("tzname", observance.name)
        if observance.month:
            nth = -1 if observance.nth == _LAST else observance.nth
            day = f"{nth}{_WEEKDAYS[observance.weekday]}"
            part.add("rrule", vRecur(freq="YEARLY", bymonth=observance.month, byday=day))
        component.add_component(part)
    written: bytes = component.to_ical(sorted=False)
    return written


class HeldZones:
    """The zones that can be written for a span of time, from first to last (aware), each looked at once."""

    def __init__(self, first: datetime, last: datetime) -> None:
        self._span = first, last
        self._held: dict[ZoneName, bool] = {}

    def written(self, moment: datetime) -> datetime:
        """The moment as it may be written: in its own zone or, if readers could take it for another, in UTC.

        That is so where the zone's rule does not hold in the span, and in an hour that a clock change skips or repeats.
        """
        zone = getattr(moment.tzinfo, "key", "")
        if zone not in self._held:
            self._held[zone] = holds(zone, *self._span)
        is_plain = moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset()
        return moment if self._held[zone] and is_plain else moment.astimezone(UTC)


def _last_line(zone: ZoneName) -> str:
    try:
        data = resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
    except OSError:
        return ""
    return data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii", errors="replace")


def _plain(name: str) -> str:
    return name.strip("<>")


def _duration(text: str) -> timedelta:
    """`-9:30` or `+4` in hours and minutes."""
    hours, _, minutes = text.lstrip("+-").partition(":")
    length = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -length if text.startswith("-") else length


def _onset(month: str, nth: str, weekday: str, clock: str | None) -> tuple[int, int, int, timedelta]:
    """A clock beyond its day (`M3.4.4/26`) goes to the weekday that it falls on; `holds` tells where that errs."""
    at = _duration(clock or "2")
    return int(month), int(nth), (int(weekday) + at.days) % 7, timedelta(seconds=at.seconds)


def _beginnings(zone: ZoneName, first_year: int, last_year: int) -> Iterator[tuple[datetime, timedelta]]:
    """The instants at which an offset begins, in no order."""
    for observance in observances(zone):
        for year in range(first_year, last_year + 1):
            yield (observance.onset(year) - observance.offset_before).replace(tzinfo=UTC), observance.offset
