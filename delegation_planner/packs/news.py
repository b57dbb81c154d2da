"""Who has news in an edition: whoever's own programme differs from the edition held, whatever went out in between."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from delegation_planner.editions.compare import Version, compare, personal_difference
from delegation_planner.editions.difference import Difference
from delegation_planner.editions.notices import Reader
from delegation_planner.exports.calendar.pack import ReaderCalendars
from delegation_planner.packs.shelf import Shelf


class News(NamedTuple):
    """Somebody who is told something, and the own calendars.

    `difference` is what has changed since edition `since`, which is empty where the calendar alone has to follow; None
    where the programme itself is the news.
    """

    reader: Reader
    calendars: ReaderCalendars
    since: int
    difference: Difference | None

    @property
    def is_of_calendar_alone(self) -> bool:
        """Whether the two editions say the same, and only the calendar has to follow: it was told something else."""
        return self.difference is not None and not self.difference


def news_of(
    calendars: Iterable[ReaderCalendars], shelf: Shelf, versions: Mapping[int, Version], version: Version
) -> Iterator[News]:
    """Everybody who is told something, in the order of the calendars; `versions` are those of the editions held.

    That includes whoever has a calendar that must follow, or it would never reach the reader. To whom holds no edition
    all is news; where the one held is not known any more, calendars alone decide.
    """
    for each in calendars:
        reader = each.recipient.reader
        if reader is None:
            continue
        since = shelf.held_by(reader.id)
        before, difference = versions.get(since), None
        has_news = each.is_touched
        if before is not None:
            difference = personal_difference(before, version, reader.id, reader.language)
            has_news |= bool(difference)
        elif since == 0:
            has_news |= bool(compare(None, each.recipient.programme))
        if has_news:
            is_first = each.first and each.whole is not None
            told = difference if not is_first or (reader.id in shelf.held and difference) else None
            yield News(reader, each, since, told)
