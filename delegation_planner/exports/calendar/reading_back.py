"""A strict reader of our own calendars that shares nothing with their writer: what it cannot read must not go out."""

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

_PARAMETER: Final = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:,]*)')
_PARAMETERS: Final = r'(?:;CN="[^"\x00-\x1f\x7f-\x9f]*"|;[A-Z0-9-]+=[^";:,\x00-\x1f]*)*'
_LINE: Final = re.compile(rf"([A-Z0-9-]+)({_PARAMETERS}):([^\x00-\x08\x0a-\x1f\x7f-\x9f]*)")
_MOMENT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)")
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class NotACalendarError(ValueError):
    """Bytes that break RFC 5545, or a form that we never write."""


class Line(NamedTuple):
    """A content line, unfolded: name, parameters and the raw value."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value of a TEXT property."""
        pieces = self.value.split("\\\\")
        return "\\".join(piece.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";") for piece in pieces)

    @property
    def moment(self) -> datetime | date:
        """The value of a DATE, or of a DATE-TIME in UTC or in a zone (then read by zoneinfo)."""
        if self.parameters.get("VALUE") == "DATE":
            return _local(self.value + "T000000").date()
        if self.value.endswith("Z"):
            return _local(self.value[:-1])
        return _local(self.value).replace(tzinfo=ZoneInfo(self.parameters["TZID"]))


def read_lines(data: bytes) -> list[Line]:
    """The content lines; raises NotACalendarError for anything but whole lines of at most 75 octets of UTF-8."""
    if not data.endswith(b"\r\n"):
        raise NotACalendarError("the last line has no end")
    physical = data[:-2].split(b"\r\n")
    if max(map(len, physical)) > 75:
        raise NotACalendarError("a line of more than 75 octets")
    lines = []
    for line in "\r\n".join(piece.decode() for piece in physical).replace("\r\n ", "").split("\r\n"):
        found = _LINE.fullmatch(line)
        if not found:
            raise NotACalendarError(f"not a content line: {line!r}")
        parameters = {name: value.strip('"') for name, value in _PARAMETER.findall(found[2])}
        lines.append(Line(found[1], parameters, found[3]))
    return lines


class ZoneRead(NamedTuple):
    """A VTIMEZONE as read: its name and for each observance its first onset, both offsets, month and weekday."""

    name: str
    observances: tuple[tuple[datetime, timedelta, timedelta, int, str], ...]

    def offset(self, moment: datetime) -> timedelta:
        """The offset from UTC that it gives at an aware moment."""
        return max(begin for begin in self._beginnings(moment.year) if begin[0] <= moment)[1]

    def _beginnings(self, year: int) -> Iterator[tuple[datetime, timedelta]]:
        for first, before, offset, month, weekday in self.observances:
            for each in (year - 1, year, year + 1) if month else (first.year,):
                local = first if not month else datetime.combine(_nth(each, month, weekday), first.timetz())
                yield local - before, offset


def read_zone(data: bytes) -> ZoneRead:
    """The zone of a VTIMEZONE component; raises NotACalendarError where it is not of the one form that we write."""
    zone, *rest = read_lines(data)[1:-1]
    observances = []
    while rest:
        end = next(place for place, line in enumerate(rest) if line.name == "END")
        observances.append(_observance({line.name: line.value for line in rest[1:end]}))
        rest = rest[end + 1 :]
    return ZoneRead(zone.value, tuple(observances))


def _observance(values: dict[str, str]) -> tuple[datetime, timedelta, timedelta, int, str]:
    first = _local(values["DTSTART"])
    month, weekday = 0, ""
    if "RRULE" in values:
        rule = dict(part.split("=") for part in values["RRULE"].split(";"))
        if rule.pop("FREQ") != "YEARLY" or rule.keys() != {"BYMONTH", "BYDAY"}:
            raise NotACalendarError(f"not a yearly rule: {values['RRULE']}")
        month, weekday = int(rule["BYMONTH"]), rule["BYDAY"]
        if _nth(first.year, month, weekday) != first.date():
            raise NotACalendarError("the first onset is not one of its rule")
    return first, _offset(values["TZOFFSETFROM"]), _offset(values["TZOFFSETTO"]), month, weekday


def _local(text: str) -> datetime:
    """A DATE-TIME, marked as UTC whatever its zone."""
    found = _MOMENT.fullmatch(text)
    if not found:
        raise NotACalendarError(f"not a time: {text!r}")
    year, month, day, hour, minute, second = map(int, found.groups())
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def _offset(text: str) -> timedelta:
    length = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))
    return -length if text[0] == "-" else length


def _nth(year: int, month: int, weekday: str) -> date:
    """`-1SU`: the last Sunday of a month."""
    number, column = int(weekday[:-2]), _WEEKDAYS.index(weekday[-2:])
    days = [week[column] for week in calendar.monthcalendar(year, month) if week[column]]
    return date(year, month, days[number - 1 if number > 0 else number])
