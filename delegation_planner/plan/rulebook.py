"""The dated knowledge of the trade as a value: ranks, what checks judge by, how long ways take."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple, get_args

from delegation_planner.plan.day_time import clock_minutes
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import IsoDate, ZoneName
from delegation_planner.plan.names import fold
from delegation_planner.plan.visit_rules import RuleOverride
from delegation_planner.plan.well_formed import is_clock

RuleName = Literal[
    "longest_item", "set_up_gap", "jump_window", "boarding_slack", "severe_shortage", "escort_factor",
    "morning_peak_from", "morning_peak_until", "evening_peak_from", "evening_peak_until",
    "check_in_domestic", "check_in_international", "after_landing_vip", "after_landing", "long_flight",
    "friday_prayer_from", "friday_prayer_until", "friday_prayer_until_west",
    "office_opens", "office_closes", "office_closes_friday",
    "longest_day", "shortest_night", "longest_stretch", "shortest_pause",
    "zone_change", "rest_after_landing", "night_hour",
    "full_day", "lunch_from", "lunch_until", "dinner_from", "dinner_until",
    "tentative_warning", "tentative_error", "hosts_before", "longest_gap", "gaps_from", "gaps_until",
]  # fmt: skip
"""Everything that a check of the schedule judges by; resources/rules/schedule.toml says what each is."""

RULE_NAMES: Final[tuple[RuleName, ...]] = get_args(RuleName)
Unit = Literal["minutes", "clock", "percent", "days"]
_UNITS: Final[tuple[Unit, ...]] = get_args(Unit)


class Rank(NamedTuple):
    """A rank that participants hold by its code.

    `order` sorts people inside a delegation, lowest first. `level` is the step of the equivalence table by which
    the heads of two sides are compared. `support` marks those who serve the visit and never lead a side.
    """

    code: str
    order: int
    level: int
    name_en: str
    name_id: str = ""
    name_az: str = ""
    support: bool = False


class Threshold(NamedTuple):
    """A number that a check judges by (a clock as minutes since midnight), whence it comes, since when it holds.

    `source_id` says in Indonesian whence it comes.
    """

    value: int
    unit: Unit
    source: str
    valid_from: IsoDate
    source_id: str = ""


class CityWays(NamedTuple):
    """Minutes by car between any two places of a city, and between its airport and any of them; `peak` in peak hours.

    None where nothing is known.
    """

    within: int | None = None
    within_peak: int | None = None
    airport: int | None = None
    airport_peak: int | None = None


class Rulebook(NamedTuple):
    """All rules at once: ranks by code, thresholds by name, ways by city (folded), countries by zone.

    `western_cities` (folded) keep the later end of the Friday prayer. `countries` holds the zones of every country
    that has several, by ISO 3166-1 code: within them a flight is domestic.
    """

    ranks: Mapping[str, Rank]
    thresholds: Mapping[RuleName, Threshold] = MappingProxyType({})
    ways: Mapping[str, CityWays] = MappingProxyType({})
    western_cities: frozenset[str] = frozenset()
    countries: Mapping[ZoneName, str] = MappingProxyType({})

    def value(self, rule: RuleName) -> int:
        """What a rule says, as a plain number: minutes, minutes since midnight, per cent or days."""
        return self.thresholds[rule].value

    def rank_order(self, code: str) -> int:
        """The place of a rank inside a delegation; a rank that the rulebook does not know comes last."""
        rank = self.ranks.get(code)
        return rank.order if rank else max((rank.order for rank in self.ranks.values()), default=0) + 1

    def of_one_country(self, zone: ZoneName, other: ZoneName) -> bool:
        """Whether two zones are of one country."""
        return zone == other or (zone in self.countries and self.countries[zone] == self.countries.get(other))

    def judged_by(self, overrides: Iterable[RuleOverride]) -> "Rulebook":
        """With the values that a visit has set; a rule or a value that this program does not know is passed over."""
        thresholds = dict(self.thresholds)
        for override in overrides:
            known = next((name for name in thresholds if name == override.rule), None)
            value = rule_value(thresholds[known].unit, override.value) if known else None
            if known and value is not None:
                thresholds[known] = thresholds[known]._replace(value=value, source=override.reason, source_id="")
        return self._replace(thresholds=thresholds)


def rule_value(unit: Unit, text: str) -> int | None:
    """A value as a visit writes it, "20" or "07:30"; None where it does not fit the unit."""
    if unit == "clock":
        return clock_minutes(text) if is_clock(text) else None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def rulebook_from(
    ranks: Mapping[str, Any], schedule: Mapping[str, Any], travel_times: Mapping[str, Any], zones: Mapping[str, Any]
) -> Rulebook:
    """The rulebook of plain tables as TOML gives them; raises KnownError where one is not as it should be.

    `ranks` holds under "rank" a table a code. `schedule` holds a table a rule: a value under its unit, source and
    valid_from; the Friday prayer's later end also its cities. `travel_times` holds under "city" a table a city,
    `zones` under "country" a list of zones a country.
    """
    try:
        return Rulebook(
            {code: Rank(code, **fields) for code, fields in ranks["rank"].items()},
            {name: _threshold(schedule[name]) for name in RULE_NAMES},
            {fold(city): CityWays(**fields["minutes"]) for city, fields in travel_times["city"].items()},
            frozenset(map(fold, schedule["friday_prayer_until_west"]["cities"])),
            {zone: country for country, of_country in zones["country"].items() for zone in of_country},
        )
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        raise KnownError("The rulebook is damaged ({reason}). Install the program again.", reason=str(error)) from error


def _threshold(fields: Mapping[str, Any]) -> Threshold:
    unit = next(unit for unit in _UNITS if unit in fields)
    value = rule_value(unit, str(fields[unit]))
    if value is None:
        raise ValueError(fields[unit])
    return Threshold(value, unit, fields["source"], str(fields["valid_from"]), fields.get("source_id", ""))
