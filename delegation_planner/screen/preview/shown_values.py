"""What a spreadsheet would show for the numbers that papers hold: clock times, dates, counts."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from delegation_planner.exports.papers.layout import DATE_LOCALES
from delegation_planner.exports.papers.sheet import Moment
from delegation_planner.plan.kinds import Language
from delegation_planner.words.dates import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT
from delegation_planner.words.words import ENGLISH, Words

WordsOf = Callable[[Language], Words]

_FIRST_DAY: Final = date(1899, 12, 30)
_MINUTES: Final = 1440
_LANGUAGES: Final = {locale: language for language, locale in DATE_LOCALES.items()}
_PART: Final = re.compile(r'\[\$-(\w+)\]|"([^"]*)"|\\(.)|(hh|mmmm|mmm|mm|dddd|ddd|d|yyyy|0)|(.)')


def shown_number(value: Moment | int, number_format: str, words_of: WordsOf) -> str:
    """The number as its format words it: the parts of formats that our papers use, and text in quotes."""
    if number_format == "General":
        return f"{value:g}" if isinstance(value, Moment) else str(value)
    words = ENGLISH
    shown: list[str] = []
    for locale, quoted, escaped, part, other in _PART.findall(number_format):
        if locale:
            words = words_of(_LANGUAGES[locale])
        shown.append(_shown_part(part, value, words) if part else quoted or escaped or other)
    return "".join(shown)


def _shown_part(part: str, value: Moment | int, words: Words) -> str:
    if part == "0":
        return str(round(value))
    if part in ("hh", "mm"):
        hour, minute = divmod(round(value % 1 * _MINUTES) % _MINUTES, 60)
        return f"{hour if part == 'hh' else minute:02d}"
    day = _FIRST_DAY + timedelta(days=int(value))
    names = {
        "dddd": WEEKDAYS[day.weekday()],
        "ddd": WEEKDAYS_SHORT[day.weekday()],
        "mmmm": MONTHS[day.month - 1],
        "mmm": MONTHS_SHORT[day.month - 1],
    }
    return words.say(names[part]) if part in names else str(day.day if part == "d" else day.year)
