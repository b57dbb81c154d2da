"""The holidays that concern a visit as rows: known ones with what was decided, and those added by hand; no Qt."""

from datetime import date
from typing import Literal, NamedTuple

from delegation_planner.checks.public_holidays import known_holidays
from delegation_planner.plan.day_time import day_of_date
from delegation_planner.plan.edits.holidays import Proposal, declined
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit
from delegation_planner.plan.visit_rules import Holiday
from delegation_planner.words.dates import short_date
from delegation_planner.words.words import Words

Decision = Literal["open", "accepted", "declined", "own"]


class HolidayRow(NamedTuple):
    """A holiday, the visit's day that it falls on, and what was decided.

    An `own` one was added by hand, for no country but the place: `id` is its row. `closes` says whether offices of the
    visit are taken to be closed: the guests' holidays are only told.
    """

    one: Proposal
    day: str
    shown_date: str
    decision: Decision
    closes: bool
    id: Id | None = None

    @property
    def key(self) -> str:
        """By which it is known while it is thought over."""
        return f"{self.one.date} {self.one.country}"


def holiday_rows(words: Words, plan: Plan) -> tuple[HolidayRow, ...]:
    """In order of date; what was decided for other dates of the visit stays in the list."""
    known = {_key(one): one for one in known_holidays(plan.visit, words.language)}
    refused = {_key(one): one for one in declined(plan)}
    accepted = {(row.date, row.country): row for row in plan.rows(Holiday)}
    rows = []
    for key in {**known, **refused, **accepted}:
        own = accepted.get(key)
        one = known.get(key) or refused.get(key) or Proposal(*(own[1:] if own is not None else ("", "", "")))
        decision: Decision = "declined" if key in refused else "open"
        if own is not None:
            decision = "accepted" if own.country else "own"
            one = known.get(key, Proposal(own.date, own.name, own.country))
        rows.append(_row(words, plan, one, decision, own.id if own is not None else None))
    return tuple(sorted(rows, key=lambda row: row.one))


def undecided(words: Words, visit: Visit, count: int) -> str:
    """That so many holidays wait for a decision. While the dates are open they fall into what is possible."""
    if visit.dates == "window":
        return words.say_many(
            "{count} holiday falls into the window of possible dates, and nobody has decided about it.",
            "{count} holidays fall into the window of possible dates, and nobody has decided about them.",
            count,
        )
    return words.say_many(
        "{count} holiday falls into the visit, and nobody has decided about it.",
        "{count} holidays fall into the visit, and nobody has decided about them.",
        count,
    )


def _key(one: Proposal) -> tuple[str, str]:
    return one.date, one.country


def _row(words: Words, plan: Plan, one: Proposal, decision: Decision, id: Id | None) -> HolidayRow:
    day = day_of_date(plan.visit, one.date)
    within = plan.visit.first_day <= day <= plan.visit.last_day
    return HolidayRow(
        one,
        f"D{day}" if within else "",
        short_date(words, date.fromisoformat(one.date)),
        decision,
        one.country in ("", plan.visit.host_country),
        id,
    )
