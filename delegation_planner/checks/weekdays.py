"""C13: a weekday that does not belong to the date beside it, in what is typed, imported, or stands in the plan."""

from collections.abc import Iterator
from typing import Final

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Finding, Seen, Sight, fingerprint, seen
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.typed_dates import TypedDate, typed_dates

_TEXTS: Final = (
    "title_en", "title_id", "title_az", "remarks_public_en", "remarks_public_id", "remarks_public_az",
    "remarks_detailed", "remarks_internal", "alternate",
)  # fmt: skip


def wrong_weekdays(case: Case) -> Iterator[Sight]:
    """C13: a text of an item names a date with another weekday than the calendar's.

    Days of items are numbers and cannot be wrong in this way; a date that is pasted is judged by
    `typed_weekday` before it becomes one.
    """
    for one in case.timed:
        for typed in {each for name in _TEXTS for each in _wrong(getattr(one.item, name))}:
            yield _seen(typed, one.item.id, day=one.item.start_day), ()


def typed_weekday(text: str) -> Finding | None:
    """The finding about a text that somebody types or a file brings; None where every weekday in it is right.

    It speaks of no row, so that it can be told before anything is stored.
    """
    for typed in _wrong(text):
        saw = _seen(typed)
        return Finding(saw.check, saw.severity, (), dict(saw.values), fingerprint(saw.check, (text,)))
    return None


def _wrong(text: str) -> Iterator[TypedDate]:
    return (typed for typed in typed_dates(text) if not typed.is_right) if text else iter(())


def _seen(typed: TypedDate, *items: Id, **values: str | int) -> Seen:
    return seen("C13", "error", *items, date=typed.day.isoformat(), weekday=typed.weekday, **values)
