"""What is typed after an option, read or refused in a sentence: dates, minutes, editions.

Each raises argparse.ArgumentTypeError, upon which the parser says the sentence and ends the program with 2.
"""

import argparse
import re
from datetime import date
from typing import Final

FIRST_YEAR, LAST_YEAR = 1990, 2100
DATE: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def a_date(text: str) -> date:
    """A date as 2017-07-24, of a year in which somebody may plan a visit."""
    parts = DATE.fullmatch(text)
    if parts is None:
        raise argparse.ArgumentTypeError(f"{text} is not a date such as 2017-07-24.")
    year, month, day = map(int, parts.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text}: the year is not between {FIRST_YEAR} and {LAST_YEAR}.")
    try:
        return date(year, month, day)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: there is no such day in the calendar.") from None


def minutes(text: str) -> int:
    """How many minutes later: a whole number above zero."""
    found = _whole(text)
    if found is None or found <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not a number of minutes such as 20. Items are only pushed later.")
    return found


def edition(text: str) -> int:
    """The number of an edition; whether there is one is for the plan to say."""
    found = _whole(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is not the number of an edition, such as 2.")
    return found


def day(text: str) -> int:
    """The number of a day of the visit."""
    found = _whole(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is not the number of a day, such as 2.")
    return found


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII) else None
