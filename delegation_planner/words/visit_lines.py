"""Lines that every export prints alike: the visit's dates, markings, dress, names and lists of names."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final

from delegation_planner.plan.kinds import Disclosure
from delegation_planner.programme.audience import Team
from delegation_planner.programme.programme import PersonShown, Programme, VisitShown
from delegation_planner.words.dates import clock, date_range, day_and_month, short_date, window, zone_label
from delegation_planner.words.kinds_words import DRESS_CODES
from delegation_planner.words.words import Words, mark

MARKINGS: Final[dict[Disclosure, str]] = {
    "public": mark("PUBLIC"),
    "detailed": mark("FOR PROTOCOL OFFICERS ONLY"),
    "internal": mark("INTERNAL · FOR PROTOCOL OFFICERS ONLY"),
}
PERSONAL: Final = mark("PERSONAL · DO NOT PASS ON")
TEAM_MARKINGS: Final[dict[Team, str]] = {
    "drivers": mark("INTERNAL · DRIVERS AND ESCORT"),
    "kitchen": mark("INTERNAL · KITCHEN ONLY"),
    "press": mark("PUBLIC"),
    "security": mark("INTERNAL · SECURITY ONLY"),
    "interpreters": mark("INTERNAL · INTERPRETERS ONLY"),
}


def visit_dates(words: Words, visit: VisitShown, keep: Callable[[str], str] = str) -> str:
    """The line below the title: 23–27 July 2017; for a visit in a window, that and for which day 1 it is shown.

    What has narrow columns gives `unbroken` as what keeps each date together.
    """
    if visit.dates == "fixed":
        return keep(date_range(words, visit.first_date, visit.last_date))
    return words.say(
        "{window}, dates open, shown for D1 = {date}", window=keep(visit_window(words, visit)),
        date=keep(day_and_month(words, visit.day_one)),
    )  # fmt: skip


def visit_window(words: Words, visit: VisitShown) -> str:
    """Late July 2017; where no window was set, the dates for which the visit is shown."""
    if visit.window_start and visit.window_end:
        return window(words, date.fromisoformat(visit.window_start), date.fromisoformat(visit.window_end))
    return date_range(words, visit.first_date, visit.last_date)


def marking(words: Words, programme: Programme) -> str:
    """For whose eyes a paper is: by its level, or personal, or a team's own."""
    if programme.audience.team:
        return words.say(TEAM_MARKINGS[programme.audience.team])
    return words.say(PERSONAL if programme.reader else MARKINGS[programme.audience.level])


def printed_line(words: Words, made_at: datetime) -> str:
    """Printed Thu 20 Jul 2017, 16:10 WIB (UTC+07): an aware moment in the zone that is to be named."""
    return words.say(
        "Printed {date}, {clock} {zone}", date=short_date(words, made_at.date()), clock=clock(words, made_at),
        zone=zone_label(words, made_at),
    )  # fmt: skip


def dress_words(words: Words, dress: str) -> str:
    """PSL (dark suit) for the code psl; any text that is no code as it is."""
    return words.say(DRESS_CODES[dress]) if dress in DRESS_CODES else dress


def person_name(person: PersonShown) -> str:
    """H.E. Mr. Inam Karimov; a role in brackets stands without a form of address."""
    return f"{person.honorific} {person.name.text}" if person.honorific and person.notified else person.name.text


def listed(words: Words, parts: Sequence[str]) -> str:
    """One, two and three."""
    if len(parts) < 2:
        return "".join(parts)
    if len(parts) == 2:
        return words.say("{first} and {last}", first=parts[0], last=parts[1])
    return words.say("{several} and {last}", several=", ".join(parts[:-1]), last=parts[-1])
