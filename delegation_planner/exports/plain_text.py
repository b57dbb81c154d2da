"""A day or a programme as short lines of text, to be pasted into a message.

Messengers show *text between asterisks* bold; heads of days are written so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.papers.entry_lines import marked, place_text
from delegation_planner.programme.programme import Day, Entry, Programme
from delegation_planner.words.dates import clock_as_known, day_and_month, day_number, zone_label, zone_name
from delegation_planner.words.kinds_words import ITEM_STATES, ROLES, VISIT_DATES
from delegation_planner.words.visit_lines import listed, marking, person_name, visit_dates, visit_window
from delegation_planner.words.words import Words


def day_as_text(programme: Programme, day: int, words: Words) -> str:
    """One day of a programme, by its number; a day without entries says so."""
    days = [each for each in programme.days if each.number == day]
    dates = [_dates(programme, words)] if programme.visit.dates == "window" else []
    return _text(programme, words, days, dates)


def programme_as_text(programme: Programme, words: Words) -> str:
    """All days of a programme, each under its head, with an empty line between them."""
    return _text(programme, words, programme.days, [_dates(programme, words)])


def _text(programme: Programme, words: Words, days: Sequence[Day], dates: Sequence[str]) -> str:
    entries = [entry for day in days for entry in day.entries]
    lines = [*_top(programme, words), *dates]
    if not entries:
        return "\n".join([*lines, words.say("No items")])
    zone = _commonest_zone(entries, words)
    lines.append(words.say("Times: {zones}", zones=_labels(entries, zone, words)))
    for day in days:
        lines += ["", f"*{_day_name(programme, day, words)}*", *_entry_lines(day.entries, zone, words)]
    return "\n".join(lines)


def _top(programme: Programme, words: Words) -> Iterator[str]:
    """The visit, whose programme it is, and for whose eyes if not for everybody's."""
    yield f"*{marked(programme.visit.short_title, words).replace('*', '')}*"
    if programme.reader is not None:
        yield one_line(person_name(programme.reader))
    if programme.delegation_name is not None:
        yield marked(programme.delegation_name, words)
    if programme.reader is not None or programme.audience.level != "public":
        yield marking(words, programme)


def _dates(programme: Programme, words: Words) -> str:
    """The dates of the visit; while they are open the window alone, so that nobody books for a date."""
    if programme.visit.dates == "fixed":
        return visit_dates(words, programme.visit)
    window = visit_window(words, programme.visit)
    are_open = words.say(VISIT_DATES[programme.visit.dates])
    return f"{window[:1].upper()}{window[1:]}, {are_open}"


def _day_name(programme: Programme, day: Day, words: Words) -> str:
    """Mon 24 Jul; Day 2 while the dates are open."""
    fixed = programme.visit.dates == "fixed"
    return day_and_month(words, day.date) if fixed else day_number(words, day.number)


def _entry_lines(entries: Iterable[Entry], zone: str, words: Words) -> Iterator[str]:
    """09:15 Welcome, guest book – Ministry, lobby (tentative); with the zone where it is not the one named above."""
    for entry in entries:
        at = clock_as_known(words, entry.start, entry.precision)
        its_zone = zone_name(words, entry.start)
        what = f"{at} {'' if its_zone == zone else its_zone + ' '}{marked(entry.short_title, words)}"
        where, notes = place_text(entry, words), _notes(entry, words)
        yield what + (f" – {where}" if where else "") + (f" ({', '.join(notes)})" if notes else "")


def _notes(entry: Entry, words: Words) -> list[str]:
    """What is not certain, and what the reader of a personal programme is there."""
    notes = [words.say(ITEM_STATES[entry.status])] if entry.status != "confirmed" else []
    notes += [words.say("optional")] if entry.optional else []
    return notes + [words.say(ROLES[role]) for role in entry.roles]


def _commonest_zone(entries: Iterable[Entry], words: Words) -> str:
    """The zone that most entries begin in: it is named once, above."""
    return Counter(zone_name(words, entry.start) for entry in entries).most_common(1)[0][0]


def _labels(entries: Iterable[Entry], zone: str, words: Words) -> str:
    """WIB (UTC+07): more than one only where the zone's clocks are changed during the visit."""
    starts = (entry.start for entry in entries if zone_name(words, entry.start) == zone)
    return listed(words, list(dict.fromkeys(zone_label(words, start) for start in starts)))
