"""What people type into cells and fields, read as values: times of day, lengths, whole numbers, lists."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from delegation_planner.plan.kinds import IsoDate, WallClock
from delegation_planner.plan.names import fold

_WITH_MARK: Final = re.compile(r"(\d{1,2})[:.,h ](\d{2})")
_BARE: Final = re.compile(r"\d{1,4}")
_HOURS: Final = "h|hr|hrs|hour|hours|jam|saat"
_MINUTES: Final = "m|min|mins|minute|minutes|mnt|menit|daq|daqiqa|'"
"""Folded, in English, Indonesian and Azerbaijani: whatever language the window speaks, each is understood."""
_LENGTH: Final = re.compile(rf"(?:(\d{{1,3}}(?:[.,]\d)?) ?(?:{_HOURS})\.?)? ?(?:(\d{{1,4}}) ?(?:({_MINUTES})\.?)?)?")
_ADDED: Final = re.compile(r"\+ ?(?:(\d{1,2})[:.])?(\d{1,4})")


class Length(NamedTuple):
    """How long something lasts, in minutes."""

    minutes: int


def read_clock(text: str) -> WallClock | None:
    """A time of day: "9:15", "0915", "915", "9.15", "9" and "9h15" are all understood; None if it is no time."""
    bare = text.strip()
    marked = _WITH_MARK.fullmatch(bare)
    if marked is not None:
        hour, minute = int(marked[1]), int(marked[2])
    elif _BARE.fullmatch(bare):
        hour, minute = (int(bare), 0) if len(bare) <= 2 else divmod(int(bare), 100)
    else:
        return None
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def read_length(text: str) -> Length | None:
    """A length: "45 min", "1h30", "1,5 jam", "2 saat 15 dəq", "+45" or "+1:30"; None if it is none.

    A bare number is none: it is a time of day.
    """
    folded = fold(text)
    added = _ADDED.fullmatch(folded)
    parts = added or _LENGTH.fullmatch(folded.removeprefix("+").strip())
    if parts is None or (added is None and parts[1] is None and parts[3] is None):
        return None
    hours, minutes = float((parts[1] or "0").replace(",", ".")), int(parts[2] or 0)
    return None if parts[1] is not None and minutes >= 60 else Length(round(hours * 60) + minutes)


def read_minutes(text: str) -> int | None:
    """How many minutes: a bare number of them, or a length; None if it is neither."""
    length, minutes = read_length(text), read_number(text)
    if length is not None:
        return length.minutes
    return minutes if minutes is not None and minutes >= 0 else None


def read_end(text: str) -> WallClock | Length | None:
    """When something ends: a time of day, or how long it lasts; None if it is neither."""
    return read_length(text) or read_clock(text)


def read_number(text: str) -> int | None:
    """A whole number, a leading + allowed; None if it is none."""
    bare = text.strip().replace("−", "-")
    return int(bare) if re.fullmatch(r"[+-]?\d{1,6}", bare) else None


def read_list(text: str, separators: str = ",;") -> tuple[str, ...]:
    """The entries between separators or line ends, without empty ones and without repeating one."""
    parts = (" ".join(part.split()) for part in re.split(f"[{separators}\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def read_date(text: str, months: Sequence[str], year: int | None = None) -> IsoDate | None:
    """A date: "24 Jul 2017", "Mon 24 July", "24.7.2017", "2017-07-24"; None if it is none.

    `months` are the names of the months in the reader's language, of which three letters are enough; words that
    name no month are passed over. `year` is taken where none is written.
    """
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    numbers = [part for part in parts if part.isdigit()]
    named = [month for part in parts if not part.isdigit() and (month := _month(part, months))]
    if named:
        numbers.insert(1, str(named[0]))
    if len(numbers) == 2 and year is not None:
        numbers.append(str(year))
    if len(numbers) != 3:
        return None
    day, month, of_year = reversed(numbers) if len(numbers[0]) == 4 else numbers
    try:
        return date(int(of_year) + (2000 if len(of_year) == 2 else 0), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(word: str, months: Sequence[str]) -> int | None:
    typed = fold(word)
    if len(typed) < 3:
        return None
    return next((number for number, name in enumerate(months, 1) if fold(name).startswith(typed)), None)


def read_due(text: str) -> int | None:
    """Days before or after the visit's first day: "H-7", "-7", "H+2", "H" for the day itself; None if it is none."""
    bare = text.strip().replace("−", "-").replace(" ", "").upper().removeprefix("H")
    return 0 if not bare and text.strip() else read_number(bare)
