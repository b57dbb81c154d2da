"""Dates, times and lengths as a reader of each language writes them; day and month names come from the catalogue."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from delegation_planner.plan.kinds import Precision, WallClock, ZoneName
from delegation_planner.words.words import Words, mark

WEEKDAYS: Final = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip
WEEKDAYS_SHORT: Final = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
MONTHS: Final = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip
MONTHS_SHORT: Final = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
THIRDS: Final = (
    (mark("early January {year}"), mark("mid-January {year}"), mark("late January {year}")),
    (mark("early February {year}"), mark("mid-February {year}"), mark("late February {year}")),
    (mark("early March {year}"), mark("mid-March {year}"), mark("late March {year}")),
    (mark("early April {year}"), mark("mid-April {year}"), mark("late April {year}")),
    (mark("early May {year}"), mark("mid-May {year}"), mark("late May {year}")),
    (mark("early June {year}"), mark("mid-June {year}"), mark("late June {year}")),
    (mark("early July {year}"), mark("mid-July {year}"), mark("late July {year}")),
    (mark("early August {year}"), mark("mid-August {year}"), mark("late August {year}")),
    (mark("early September {year}"), mark("mid-September {year}"), mark("late September {year}")),
    (mark("early October {year}"), mark("mid-October {year}"), mark("late October {year}")),
    (mark("early November {year}"), mark("mid-November {year}"), mark("late November {year}")),
    (mark("early December {year}"), mark("mid-December {year}"), mark("late December {year}")),
)
"""Whole messages, because Azerbaijani inflects the month."""

ZONE_TIMES: Final = {
    "Asia/Baku": mark("Baku time"),
    "Asia/Dubai": mark("Dubai time"),
    "Asia/Qatar": mark("Doha time"),
    "Asia/Singapore": mark("Singapore time"),
    "Europe/Istanbul": mark("Istanbul time"),
}
"""Zones without letters of their own whose city has another name in some language."""


def weekday(words: Words, day: date) -> str:
    """Monday."""
    return words.say(WEEKDAYS[day.weekday()])


def long_date(words: Words, day: date) -> str:
    """Monday, 24 July 2017."""
    return words.say("{weekday}, {date}", weekday=weekday(words, day), date=plain_date(words, day))


def plain_date(words: Words, day: date) -> str:
    """24 July 2017: only where the weekday stands beside it or the date is no date of the programme."""
    return words.say("{day} {month} {year}", day=day.day, month=words.say(MONTHS[day.month - 1]), year=day.year)


def short_date(words: Words, day: date) -> str:
    """Mon 24 Jul 2017."""
    return words.say(
        "{weekday} {day} {month} {year}", weekday=words.say(WEEKDAYS_SHORT[day.weekday()]), day=day.day,
        month=words.say(MONTHS_SHORT[day.month - 1]), year=day.year,
    )  # fmt: skip


def day_and_month(words: Words, day: date) -> str:
    """Mon 24 Jul: where the year stands above."""
    return words.say(
        "{weekday} {day} {month}", weekday=words.say(WEEKDAYS_SHORT[day.weekday()]), day=day.day,
        month=words.say(MONTHS_SHORT[day.month - 1]),
    )  # fmt: skip


def date_range(words: Words, first: date, last: date) -> str:
    """23–27 July 2017; over months or years as much as it takes."""
    if first == last:
        return plain_date(words, first)
    end = plain_date(words, last)
    if first.year != last.year:
        return f"{plain_date(words, first)} – {end}"
    if first.month != last.month:
        start = words.say("{day} {month}", day=first.day, month=words.say(MONTHS[first.month - 1]))
        return f"{start} – {end}"
    return f"{first.day}–{end}"


def window(words: Words, first: date, last: date) -> str:
    """Late July 2017 for 21-31 July: the thirds of a month end on its 10th, its 20th and its last day."""
    if (first.year, first.month) == (last.year, last.month):
        import calendar

        month_end = calendar.monthrange(last.year, last.month)[1]
        if (first.day, last.day) == (1, month_end):
            return words.say("{month} {year}", month=words.say(MONTHS[first.month - 1]), year=first.year)
        thirds = ((1, 10), (11, 20), (21, month_end))
        if (first.day, last.day) in thirds:
            third = thirds.index((first.day, last.day))
            return words.say(THIRDS[first.month - 1][third], year=first.year)
    return date_range(words, first, last)


def clock(words: Words, moment: datetime) -> str:
    """09:15, in the moment's own zone; 09.15 in Indonesian."""
    return wall_clock(words, f"{moment:%H:%M}")


def wall_clock(words: Words, clock: WallClock) -> str:
    """A plan's wall clock as the reader writes it."""
    return words.say("{hour}:{minute}", hour=clock[:2], minute=clock[3:])


def moment(words: Words, at: datetime) -> str:
    """Mon 24 Jul 2017, 09:15, in the moment's own zone."""
    return words.say("{date}, {clock}", date=short_date(words, at.date()), clock=clock(words, at))


def clock_as_known(words: Words, moment: datetime, precision: Precision) -> str:
    """09:15, ~09:15 for about, 09:15 (TBC) where it is still to be confirmed."""
    at = clock(words, moment)
    if precision == "about":
        return f"~{at}"
    return words.say("{clock} (TBC)", clock=at) if precision == "to_be_confirmed" else at


def duration(words: Words, minutes: int) -> str:
    """45 min, 8 h, 8 h 30; its parts never come apart at the end of a line."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        said = words.say("{minutes} min", minutes=rest)
    elif not rest:
        said = words.say("{hours} h", hours=hours)
    else:
        said = words.say("{hours} h {minutes}", hours=hours, minutes=f"{rest:02d}")
    return unbroken(said)


def unbroken(text: str) -> str:
    """The text with spaces at which no line ends."""
    return text.replace(" ", "\u00a0")


def amount(words: Words, minutes: int) -> str:
    """How far something moves, whichever way: 30 min, 1 day, 2 days 1 h."""
    days, rest = divmod(abs(minutes), 24 * 60)
    parts = [words.say_many("{count} day", "{count} days", days)] if days else []
    if rest or not days:
        parts.append(duration(words, rest))
    return " ".join(parts)


def offset(moment: datetime) -> str:
    """+07 or +05:30: the zone's distance from UTC at an aware moment."""
    ahead = moment.utcoffset()
    assert ahead is not None
    minutes = round(ahead.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}" + (f":{rest:02d}" if rest else "")


def zone_name(words: Words, moment: datetime) -> str:
    """WIB, or Baku time where a zone has no letters that people use."""
    assert isinstance(moment.tzinfo, ZoneInfo)
    key = moment.tzinfo.key
    if key in ZONE_TIMES:
        return words.say(ZONE_TIMES[key])
    letters = moment.tzname() or ""
    if letters.isalpha():
        return letters
    return words.say("{city} time", city=zone_city(key))


def zone_city(zone: ZoneName) -> str:
    """Tbilisi for Asia/Tbilisi."""
    return zone.rpartition("/")[2].replace("_", " ")


def zone_label(words: Words, moment: datetime) -> str:
    """WIB (UTC+07), Baku time (UTC+04): the zone of an aware moment as it is at that moment."""
    name = zone_name(words, moment)
    return name if name == "UTC" else f"{name} (UTC{offset(moment)})"


End = tuple[int, WallClock, ZoneName]
"""When something starts or ends: the day of the visit, the clock, and the zone whose clock it is."""


def far_ends(words: Words, start: End, end: End) -> str:
    """D1 22:15 (Tbilisi) – D2 19:25 (Jakarta), of what lasts over days or zones; one zone alone is not named."""
    named = start[2] != end[2]
    return " – ".join(_far_end(words, each, named=named) for each in (start, end))


def _far_end(words: Words, end: End, *, named: bool) -> str:
    day, clock, zone = end
    at = words.say("D{day} {time}", day=ordinal(words, day), time=wall_clock(words, clock))
    return f"{at} ({zone_city(zone)})" if named else at


def ordinal(words: Words, number: int) -> str:
    """2 as it stands in "day 2": Azerbaijani adds an ending that follows the last word of the number."""
    if words.language != "az":
        return str(number)
    return f"{number}-{_azerbaijani_ending(abs(number))}"


def _azerbaijani_ending(number: int) -> str:
    unit, ten = number % 10, number // 10 % 10
    if unit:
        return ("ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")[unit - 1]
    if ten:
        return ("cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")[ten - 1]
    return "cü" if number else "cı"


def day_number(words: Words, number: int) -> str:
    """Day 2."""
    return words.say("Day {number}", number=ordinal(words, number))
