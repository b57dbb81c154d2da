"""Times of items as the grid says them: on blocks, while dragging, in tool tips; no Qt."""

from delegation_planner.plan.day_time import clock_text, span
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Precision
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.names import date_shown, day_name
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.lanes import OnClock
from delegation_planner.words.dates import WEEKDAYS_SHORT, amount, clock, wall_clock, zone_name
from delegation_planner.words.words import Words


def clock_at(words: Words, minute: int) -> str:
    """The time of day of a minute on the grid's clock."""
    return wall_clock(words, clock_text(minute % DAY))


def short_day(words: Words, plan: Plan, day: int) -> str:
    """Sat; D0 while the visit's dates are open."""
    on = date_shown(plan, day)
    return f"D{day}" if on is None else words.say(WEEKDAYS_SHORT[on.weekday()])


def span_text(words: Words, plan: Plan, start: int, end: int, seen_on: int) -> str:
    """10:00–11:00 as seen on a day; an end on another day is said with it: Sat 23:00–15:10."""
    return f"{_from_there(words, plan, start, seen_on)}–{_from_there(words, plan, end, seen_on)}"


def _from_there(words: Words, plan: Plan, minute: int, seen_on: int) -> str:
    at = clock_at(words, minute)
    day = minute // DAY
    # The last midnight of a day belongs to it.
    if day == seen_on or minute == (seen_on + 1) * DAY:
        return at
    return f"{short_day(words, plan, day)} {at}"


def as_known(words: Words, text: str, precision: Precision) -> str:
    """A time with how sure it is: ~10:00, 10:00 (TBC)."""
    if precision == "about":
        return f"~{text}"
    return words.say("{clock} (TBC)", clock=text) if precision == "to_be_confirmed" else text


def moved_words(words: Words, minutes: int) -> str:
    """30 min later, 1 day earlier; nothing for a move that moves nothing."""
    if not minutes:
        return ""
    message = words.say("{time} later") if minutes > 0 else words.say("{time} earlier")
    return message.format(time=amount(words, minutes))


def length_words(words: Words, minutes: int) -> str:
    """15 min longer, 15 min shorter."""
    if not minutes:
        return ""
    message = words.say("{time} longer") if minutes > 0 else words.say("{time} shorter")
    return message.format(time=amount(words, minutes))


def day_and_clock(words: Words, plan: Plan, minute: int) -> str:
    """D2 Mon 24 Jul, 11:30."""
    return f"{day_name(words, plan, minute // DAY)}, {clock_at(words, minute)}"


def whole_span(words: Words, plan: Plan, one: OnClock) -> str:
    """D2 Mon 24 Jul, 11:00–11:20; both days where they differ."""
    start = day_and_clock(words, plan, one.start)
    if one.end // DAY == one.start // DAY:
        return f"{start}–{clock_at(words, one.end)}"
    return f"{start} – {day_and_clock(words, plan, one.end)}"


def own_times(words: Words, plan: Plan, item: ProgrammeItem) -> str:
    """The item's times on their own clocks with the names of the zones; nothing where both are the host's."""
    home = plan.visit.host_zone
    if item.start_zone == item.end_zone == home:
        return ""
    try:
        start, end = span(plan.visit, item)
    except PlanError:  # without a date nobody knows what a zone is called then
        return ""
    return f"{clock(words, start)} {zone_name(words, start)} – {clock(words, end)} {zone_name(words, end)}"
