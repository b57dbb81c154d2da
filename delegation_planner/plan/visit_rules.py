"""What a visit knows and sets for itself: how long ways take, which days are holidays, where it departs from a rule."""

from typing import NamedTuple

from delegation_planner.plan.kinds import Id, IsoDate


class TravelTime(NamedTuple):
    """Minutes by car from one place to another, and back unless the way back has a row of its own.

    `peak_minutes` holds in the rulebook's peak hours; None where traffic makes no difference. Rooms of a place are
    as far as the place. What stands here comes before the rulebook's times by city.
    """

    id: Id
    from_place_id: Id
    to_place_id: Id
    minutes: int
    peak_minutes: int | None = None
    remarks: str = ""


class Holiday(NamedTuple):
    """A public holiday that somebody has accepted for this visit; `country` is a two-letter code of ISO 3166-1."""

    id: Id
    date: IsoDate
    name: str
    country: str = ""


class RuleOverride(NamedTuple):
    """This visit judges by another value of a rule: "20" for minutes, days or per cent, "07:00" for a clock."""

    id: Id
    rule: str
    value: str
    reason: str = ""
