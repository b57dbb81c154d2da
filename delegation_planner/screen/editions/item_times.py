"""When items of editions are, as briefly as the window can say it; no Qt."""

from datetime import datetime

from delegation_planner.plan.plan import Plan
from delegation_planner.programme.programme import Entry
from delegation_planner.words.dates import clock, clock_as_known, day_and_month, short_date, zone_name
from delegation_planner.words.words import Words


class ItemTimes:
    """While the dates of the open plan are not fixed, days go by their number. The host's zone goes without saying.

    Papers and mails say days, years and zones in full: their readers have nothing else before them.
    """

    def __init__(self, words: Words, plan: Plan) -> None:
        self._words = words
        self._dated = plan.visit.dates == "fixed"
        self._home = plan.visit.host_zone

    def said(self, entry: Entry) -> str:
        """Thu 27 Jul, 10:00–12:00, or D5, 10:00–12:00; of what lasts over days or zones both ends in full."""
        return self._said(entry, self._day(entry.start_day, entry.start), self._day(entry.end_day, entry.end))

    def old_and_new(self, before: Entry, after: Entry) -> tuple[str, str]:
        """Thu 27 Jul, 10:00–12:00 and 09:30–11:30: the new one says no more than what differs."""
        old, new = self.said(before), self.said(after)
        if old == new:  # told apart by what is not said otherwise: the date of a day, or the number of a date
            return self._other_days(before, after)
        if before.start.year != after.start.year and self._dated:
            return self._with_year(before), self._with_year(after)
        if self._is_long(before) or self._is_long(after):
            return old, new
        days = (self._day(one.start_day, one.start) for one in (before, after))
        clocks = (self._clocks(one) for one in (before, after))
        (old_day, new_day), (old_clocks, new_clocks) = days, clocks
        if old_day == new_day:
            return old, new_clocks
        return (old, new_day) if old_clocks == new_clocks else (old, new)

    def _other_days(self, before: Entry, after: Entry) -> tuple[str, str]:
        dates = [short_date(self._words, one.start.date()) for one in (before, after)]
        if dates[0] == dates[1]:
            dates = [f"D{one.start_day}" for one in (before, after)]
        return dates[0], dates[1]

    def _with_year(self, entry: Entry) -> str:
        return self._said(entry, *(short_date(self._words, at.date()) for at in (entry.start, entry.end)))

    def _said(self, entry: Entry, first: str, last: str) -> str:
        words = self._words
        if not self._is_long(entry):
            return f"{first}, {self._clocks(entry)}"
        start = f"{first}, {clock_as_known(words, entry.start, entry.precision)}{self._zone(entry, entry.start)}"
        return f"{start} – {last}, {clock(words, entry.end)}{self._zone(entry, entry.end)}"

    def _clocks(self, entry: Entry) -> str:
        words = self._words
        start = clock_as_known(words, entry.start, entry.precision)
        return f"{start}–{clock(words, entry.end)}{self._zone(entry, entry.end)}"

    def _zone(self, entry: Entry, at: datetime) -> str:
        """The name of the zone, of an item that is not all in the host's."""
        is_home = all(str(end.tzinfo) == self._home for end in (entry.start, entry.end))
        return "" if is_home else f" {zone_name(self._words, at)}"

    def _is_long(self, entry: Entry) -> bool:
        start, end = entry.start, entry.end
        return start.date() != end.date() or start.tzinfo != end.tzinfo

    def _day(self, number: int, at: datetime) -> str:
        return day_and_month(self._words, at.date()) if self._dated else f"D{number}"
