"""The rules of the checks as rows: in plain words, with the value here, the rulebook's, whence it comes; no Qt."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from delegation_planner.plan.day_time import clock_text
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook, RuleName, Threshold, Unit, rule_value
from delegation_planner.plan.visit_rules import RuleOverride
from delegation_planner.screen.fields.typed import read_clock, read_length, read_number
from delegation_planner.words.dates import duration, plain_date, wall_clock
from delegation_planner.words.words import Words, mark

GROUPS: Final[tuple[tuple[str, tuple[RuleName, ...]], ...]] = (
    (mark("Items and rooms"), ("longest_item", "set_up_gap", "hosts_before")),
    (mark("Ways"), (
        "jump_window", "boarding_slack", "severe_shortage", "escort_factor",
        "morning_peak_from", "morning_peak_until", "evening_peak_from", "evening_peak_until",
    )),
    (mark("Flights"), (
        "check_in_domestic", "check_in_international", "after_landing_vip", "after_landing", "long_flight",
        "zone_change", "rest_after_landing", "night_hour",
    )),
    (mark("Friday prayer"), ("friday_prayer_from", "friday_prayer_until", "friday_prayer_until_west")),
    (mark("Offices"), ("office_opens", "office_closes", "office_closes_friday")),
    (mark("The day of a head of delegation"), (
        "longest_day", "shortest_night", "longest_stretch", "shortest_pause", "full_day",
        "lunch_from", "lunch_until", "dinner_from", "dinner_until", "longest_gap", "gaps_from", "gaps_until",
    )),
    (mark("Preparation"), ("tentative_warning", "tentative_error")),
)  # fmt: skip

NAMES: Final[dict[RuleName, str]] = {
    "longest_item": mark("Longest item"),
    "set_up_gap": mark("Time to set a room up otherwise"),
    "hosts_before": mark("Hosts are in the room before the guest by"),
    "jump_window": mark("Two items belong together within"),
    "boarding_slack": mark("To leave a room and to sit in the cars"),
    "severe_shortage": mark("An error with less of the needed time than"),
    "escort_factor": mark("With an escort a way takes, of its usual time"),
    "morning_peak_from": mark("Morning traffic from"),
    "morning_peak_until": mark("Morning traffic until"),
    "evening_peak_from": mark("Evening traffic from"),
    "evening_peak_until": mark("Evening traffic until"),
    "check_in_domestic": mark("At the airport before a domestic flight"),
    "check_in_international": mark("At the airport before an international flight"),
    "after_landing_vip": mark("From landing to the cars, through the VIP room"),
    "after_landing": mark("From landing to the cars, for others"),
    "long_flight": mark("A flight is long from"),
    "zone_change": mark("A difference of zones is felt from"),
    "rest_after_landing": mark("Rest after such a flight, or one through the night"),
    "night_hour": mark("Who is in the air then has not slept"),
    "friday_prayer_from": mark("Friday prayer from"),
    "friday_prayer_until": mark("Friday prayer until"),
    "friday_prayer_until_west": mark("Friday prayer until, in Sumatra and Batam"),
    "office_opens": mark("Offices open"),
    "office_closes": mark("Offices close"),
    "office_closes_friday": mark("Offices close on Fridays"),
    "longest_day": mark("Longest day"),
    "shortest_night": mark("Shortest night"),
    "longest_stretch": mark("Longest stretch without a pause"),
    "shortest_pause": mark("Shortest pause"),
    "full_day": mark("A day needs lunch and dinner from"),
    "lunch_from": mark("A luncheon begins from"),
    "lunch_until": mark("A luncheon begins until"),
    "dinner_from": mark("A dinner begins from"),
    "dinner_until": mark("A dinner begins until"),
    "longest_gap": mark("Longest gap without private time"),
    "gaps_from": mark("Gaps count from"),
    "gaps_until": mark("Gaps count until"),
    "tentative_warning": mark("Tentative items are warned of before the visit by"),
    "tentative_error": mark("Tentative items are an error before the visit by"),
}


class RuleRow(NamedTuple):
    """A rule; or, without a `rule`, the heading of a group.

    `value` is what the visit judges by, `usual` what the rulebook says. `told` is the reason of an own value, else the
    rulebook's source.
    """

    rule: RuleName | None
    name: str
    value: str = ""
    usual: str = ""
    told: str = ""
    since: str = ""
    own: bool = False


def rule_rows(words: Words, plan: Plan, rulebook: Rulebook) -> Iterator[RuleRow]:
    """Every rule under the heading of its group."""
    overrides = {row.rule: row for row in plan.rows(RuleOverride)}
    for title, rules in GROUPS:
        yield RuleRow(None, words.say(title))
        for rule in rules:
            yield _row(words, rule, rulebook.thresholds[rule], overrides.get(rule))


def _row(words: Words, rule: RuleName, usual: Threshold, override: RuleOverride | None) -> RuleRow:
    own = rule_value(usual.unit, override.value) if override is not None else None
    source = usual.source_id if words.language == "id" and usual.source_id else usual.source
    known = override is not None and own is not None
    return RuleRow(
        rule,
        words.say(NAMES[rule]),
        value_words(words, usual.unit, usual.value if own is None else own),
        value_words(words, usual.unit, usual.value),
        override.reason if override is not None and known else source,
        "" if known else plain_date(words, date.fromisoformat(usual.valid_from)),
        known,
    )


def value_words(words: Words, unit: Unit, value: int) -> str:
    """A value with its unit: 45 min, 07:30, 75 %, 7 days."""
    match unit:
        case "minutes":
            return duration(words, value)
        case "clock":
            return wall_clock(words, clock_text(value))
        case "percent":
            return words.say("{number} %", number=value)
        case "days":
            return words.say_many("{count} day", "{count} days", value)


def typed_value(unit: Unit, text: str) -> str | None:
    """What was typed for a value, as a visit keeps it; None where it does not fit.

    Minutes may be typed as a length ("1h30"); units that stand behind a number may stay there.
    """
    if unit == "clock":
        return read_clock(text)
    length = read_length(text) if unit == "minutes" else None
    number = length.minutes if length is not None else read_number(text.rstrip("% ").partition(" ")[0])
    return None if number is None or number < 0 else str(number)
