"""What an edit does to the first and the last day of a programme, in words."""

from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.visit import Visit
from delegation_planner.words.dates import day_and_month
from delegation_planner.words.words import Words


def day_span_sentences(words: Words, before: Plan, after: Plan) -> tuple[str, ...]:
    """A sentence for each end of the programme that is on another day number: when it then begins, when it ends.

    Where the visit itself gets other dates, nothing is said: that was asked for, and every date is another.
    """
    if _dated(before.visit) != _dated(after.visit):
        return ()
    old, new = days(before), days(after)
    begins, ends = new[0] - old[0], new[-1] - old[-1]
    said = []
    if begins:
        said.append(_begins(words, _named(words, after, new[0]), begins))
    if ends:
        said.append(_ends(words, _named(words, after, new[-1]), ends))
    return tuple(said)


def _dated(visit: Visit) -> tuple[str | None, ...]:
    return visit.dates, visit.anchor_date, visit.planning_date, visit.window_start


def _begins(words: Words, day: str, later: int) -> str:
    if later < 0:
        return words.say_many(
            "The programme begins on {day}, a day earlier.",
            "The programme begins on {day}, {count} days earlier.",
            -later,
            day=day,
        )
    return words.say_many(
        "The programme begins on {day}, a day later.",
        "The programme begins on {day}, {count} days later.",
        later,
        day=day,
    )


def _ends(words: Words, day: str, later: int) -> str:
    if later < 0:
        return words.say_many(
            "The programme ends on {day}, a day earlier.",
            "The programme ends on {day}, {count} days earlier.",
            -later,
            day=day,
        )
    return words.say_many(
        "The programme ends on {day}, a day later.",
        "The programme ends on {day}, {count} days later.",
        later,
        day=day,
    )


def _named(words: Words, plan: Plan, day: int) -> str:
    """D6 Fri 28 Jul; D6 alone while the visit's dates are open."""
    if plan.visit.dates != "fixed" or plan.visit.anchor_date is None:
        return f"D{day}"
    return f"D{day} {day_and_month(words, date_of_day(plan.visit, day))}"
