"""Who has news in an edition: whoever's own programme differs from an earlier one, whatever went out in between."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from delegation_planner.editions.compare import Version, compare, personal_difference
from delegation_planner.editions.difference import Difference
from delegation_planner.editions.notices import Reader
from delegation_planner.exports.calendar.pack import ReaderCalendars


class News(NamedTuple):
    """Somebody who is told something, and the own calendars.

    `difference` is what has changed, which is empty where the calendar alone has to follow; None where the programme
    itself is the news.
    """

    reader: Reader
    calendars: ReaderCalendars
    difference: Difference | None

    @property
    def is_of_calendar_alone(self) -> bool:
        """Whether the two editions say the same, and only the calendar has to follow: it was told something else."""
        return self.difference is not None and not self.difference


def news_of(calendars: Iterable[ReaderCalendars], before: Version | None, version: Version, since: int) -> list[News]:
    """Everybody who is told something after edition `since`, whose plan is `before`, in the order of the calendars.

    That includes whoever has a calendar that must follow, or it would never reach the reader. Since 0 all is news;
    where `before` is not known any more, calendars alone decide.
    """
    return list(_news(calendars, before, version, since))


def _news(calendars: Iterable[ReaderCalendars], before: Version | None, version: Version, since: int) -> Iterator[News]:
    for each in calendars:
        reader = each.recipient.reader
        if reader is None:
            continue
        difference = None
        has_news = each.is_touched
        if before is not None:
            difference = personal_difference(before, version, reader.id, reader.language)
            has_news |= bool(difference)
        elif since == 0:
            has_news |= bool(compare(None, each.recipient.programme))
        if has_news:
            yield News(reader, each, None if each.first and each.whole else difference)
