"""Dates as people type them, with their weekday: found in a text of any of our languages."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from delegation_planner.plan.names import fold

_WEEKDAYS: Final = (
    ("monday", "mon", "senin", "bazar ertasi"),
    ("tuesday", "tue", "selasa", "carsanba axsami"),
    ("wednesday", "wed", "rabu", "carsanba"),
    ("thursday", "thu", "kamis", "cuma axsami"),
    ("friday", "fri", "jumat", "jum'at", "cuma"),
    ("saturday", "sat", "sabtu", "sanba"),
    ("sunday", "sun", "minggu", "ahad", "bazar"),
)
_MONTHS: Final = (
    ("january", "jan", "januari", "yanvar"),
    ("february", "feb", "februari", "fevral"),
    ("march", "mar", "maret", "mart"),
    ("april", "apr", "aprel"),
    ("may", "mei"),
    ("june", "jun", "juni", "iyun"),
    ("july", "jul", "juli", "iyul"),
    ("august", "aug", "agustus", "agu", "avqust"),
    ("september", "sep", "sept", "sentyabr"),
    ("october", "oct", "oktober", "okt", "oktyabr"),
    ("november", "nov", "noyabr"),
    ("december", "dec", "desember", "des", "dekabr"),
)
"""English, Indonesian and Azerbaijani, short forms too, all folded."""

_WEEKDAY: Final = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_MONTH: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}


def _any_of(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_TYPED: Final = re.compile(
    rf"\b(?P<weekday>{_any_of(_WEEKDAY)})\.?,? +(?:(?P<iso>\d{{4}}-\d\d-\d\d)|"
    rf"(?P<day>\d{{1,2}})\.? (?P<month>{_any_of(_MONTH)})\.?,? (?P<year>\d{{4}})|"
    rf"(?P<named>{_any_of(_MONTH)})\.? (?P<daily>\d{{1,2}}),? (?P<yearly>\d{{4}}))\b"
)

_YEAR: Final = re.compile(r"\d{4}")


class TypedDate(NamedTuple):
    """A date with the weekday that was written before it, Monday being 0."""

    day: date
    weekday: int

    @property
    def is_right(self) -> bool:
        """Whether the date falls on that weekday."""
        return self.day.weekday() == self.weekday


def typed_dates(text: str) -> Iterator[TypedDate]:
    """Every date of the text that has a weekday before it: "Monday, 24 July 2017", "Senin 24 Juli 2017".

    What is no date of the calendar is passed over.
    """
    if not _YEAR.search(text):
        return  # folding is slow, and most texts name no date
    for found in _TYPED.finditer(fold(text)):
        try:
            yield TypedDate(_date(found), _WEEKDAY[found["weekday"]])
        except ValueError:
            continue


def _date(found: re.Match[str]) -> date:
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if found["named"]:
        return date(int(found["yearly"]), _MONTH[found["named"]], int(found["daily"]))
    return date(int(found["year"]), _MONTH[found["month"]], int(found["day"]))
