"""What is typed after an option, read or refused in a sentence: dates, minutes, editions, closed lists.

Each raises argparse.ArgumentTypeError, upon which the parser says the sentence and ends the program with 2.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from delegation_planner.command_line.nearest import nearest

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
    """How many minutes later, earlier if negative: a whole number other than zero."""
    found = _whole(text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text} is not a number of minutes such as 20.")
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


def one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """Reads one of these words, and names the nearest where it is none of them."""

    def word(text: str) -> str:
        if text in choices:
            return text
        near = nearest(text, choices)
        meant = f" Perhaps you mean {' or '.join(near)}." if near else ""
        raise argparse.ArgumentTypeError(f"{text} is none of: {', '.join(choices)}.{meant}")

    return word


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII) else None
