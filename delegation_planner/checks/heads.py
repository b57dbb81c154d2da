"""Checks of the days of a head of delegation: how long, how dense, with which meals, with which gaps."""

from collections.abc import Iterator

from delegation_planner.checks.case import Case
from delegation_planner.checks.finding import Sight, Values, seen
from delegation_planner.checks.timed import Timed
from delegation_planner.plan.day_time import clock_minutes, clock_text
from delegation_planner.plan.kinds import ITEM_PROPERTIES
from delegation_planner.plan.rulebook import RuleName


def long_days(case: Case) -> Iterator[Sight]:
    """C10: a day of a guest delegation's head is too long, follows a short night, or goes on without a pause.

    A day runs from its first item to the end of its last; long flights and nights are left out. The night is the
    one before the day.
    """
    rule = case.rulebook.value
    for head, days in case.days_of_heads.items():
        slept_from: int | None = None
        for day, items in days:
            ends = max(one.end for one in items)
            length = ends - items[0].start
            night = items[0].start - slept_from if slept_from is not None else rule("shortest_night")
            stretch = _stretch_without_pause(case, items)
            values: Values = {}
            if length > rule("longest_day"):
                values["length"] = length
            if 0 <= night < rule("shortest_night"):
                values["night"] = night
            if stretch is not None:
                values |= {"start": stretch[0].item.start_time, "end": stretch[1].item.end_time}
            if values:
                yield seen("C10", "warning", items[0].item.id, day=day, **values), (head,)
            slept_from = max(ends, slept_from or ends)


def _stretch_without_pause(case: Case, items: list[Timed]) -> tuple[Timed, Timed] | None:
    """First and last item of the first stretch that is too long without a gap, a break or a meal that is a pause."""
    pause = case.rulebook.value("shortest_pause")
    longest = case.rulebook.value("longest_stretch")
    first: Timed | None = None
    last: Timed | None = None
    for one in items:
        is_break = one.item.kind == "break" or ITEM_PROPERTIES[one.item.kind].meal
        paused = (is_break and one.minutes >= pause) or (last is not None and one.start - last.end >= pause)
        if first is not None and last is not None and paused and last.end - first.start > longest:
            return first, last
        if is_break and one.minutes >= pause:
            first = last = None
        elif first is None or last is None or paused:
            first = last = one
        elif one.end > last.end:
            last = one
    return (first, last) if first and last and last.end - first.start > longest else None


def missing_meals(case: Case) -> Iterator[Sight]:
    """C12: a full day of a guest delegation's head has no meal that begins at noon, or none in the evening."""
    for head, days in case.days_of_heads.items():
        for day, items in days:
            if sum(one.minutes for one in items) > case.rulebook.value("full_day"):
                meals = [clock_minutes(one.item.start_time) for one in items if ITEM_PROPERTIES[one.item.kind].meal]
                lunch = _begins(case, meals, "lunch_from", "lunch_until")
                dinner = _begins(case, meals, "dinner_from", "dinner_until")
                if not (lunch and dinner):
                    missing = "both" if not lunch and not dinner else "dinner" if lunch else "lunch"
                    yield seen("C12", "warning", items[0].item.id, day=day, meal=missing), (head,)


def _begins(case: Case, meals: list[int], start: RuleName, end: RuleName) -> bool:
    return any(case.rulebook.value(start) <= minute <= case.rulebook.value(end) for minute in meals)


def unwritten_gaps(case: Case) -> Iterator[Sight]:
    """C20: within a day of a guest delegation's head, a long time in which nothing is written, not even rest.

    Only the hours of the day count, by the clock of the place where the gap begins.
    """
    rule = case.rulebook.value
    for head, days in case.days_of_heads.items():
        for _, items in days:
            last = items[0]
            for one in items[1:]:
                zone, day = last.item.end_zone, last.item.end_day
                opens, closes = (
                    case.clock.minutes(day, clock_text(rule(hour)), zone) for hour in ("gaps_from", "gaps_until")
                )
                start, end = max(last.end, opens), min(one.start, closes)
                if end - start > rule("longest_gap"):
                    times: Values = {"day": day, "start": last.item.end_time, "end": one.item.start_time}
                    yield seen("C20", "note", last.item.id, one.item.id, minutes=one.start - last.end, **times), (head,)
                if one.end > last.end:
                    last = one
