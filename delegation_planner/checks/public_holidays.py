"""Public holidays of host and guest country that fall into a visit, proposed until somebody decides."""

from collections.abc import Iterator
from datetime import date, timedelta

from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.edits.holidays import Proposal, declined
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.visit import Visit
from delegation_planner.plan.visit_rules import Holiday


def proposed_holidays(plan: Plan) -> tuple[Proposal, ...]:
    """Holidays on the visit's days, or in its window, in order of date; accepted and declined ones are left out.

    A country that the library does not know has none. What a government moves at short notice, it may not know
    either: therefore a person accepts.
    """
    decided = {(row.date, row.country) for row in plan.rows(Holiday)}
    decided |= {(one.date, one.country) for one in declined(plan)}
    return tuple(each for each in known_holidays(plan.visit) if (each.date, each.country) not in decided)


def known_holidays(visit: Visit, language: Language = "en") -> tuple[Proposal, ...]:
    """All that the library knows on the visit's days or in its window, in order of date.

    Their names are in the language where the calendar of the country has them in it, else in English.
    """
    days = tuple(_days(visit))
    countries = dict.fromkeys((visit.host_country, visit.guest_country))
    return tuple(sorted(proposal for country in countries for proposal in _holidays(country, days, language)))


def _days(visit: Visit) -> Iterator[date]:
    """The days of the visit as it is shown; while it lies in a window, all days of that too."""
    first, last = (date_of_day(visit, day) for day in (visit.first_day, visit.last_day))
    if visit.dates == "window":
        first = min([first, *(date.fromisoformat(day) for day in (visit.window_start,) if day)])
        last = max([last, *(date.fromisoformat(day) for day in (visit.window_end,) if day)])
    yield from (first + timedelta(days=number) for number in range((last - first).days + 1))


def _holidays(country: str, days: tuple[date, ...], language: Language) -> Iterator[Proposal]:
    import holidays

    years = {day.year for day in days}
    try:
        known = holidays.country_holidays(country, years=years, language="en_US")
    except NotImplementedError:
        return
    if language in known.supported_languages:
        known = holidays.country_holidays(country, years=years, language=language)
    for day in days:
        name = known.get(day)
        if name is not None:
            yield Proposal(day.isoformat(), str(name), country)
