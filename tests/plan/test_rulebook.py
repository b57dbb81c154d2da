"""Rules as a value: read from plain tables, and what a visit sets in their place."""

from typing import Any

import pytest

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.rulebook import RULE_NAMES, CityWays, Rank, Rulebook, Threshold, rulebook_from
from delegation_planner.plan.visit_rules import RuleOverride
from tests.builders import an_id

RANKS = {
    "rank": {
        "minister": {"order": 40, "level": 4, "name_en": "Minister"},
        "aide": {"order": 50, "level": 9, "name_en": "Aide", "support": True},
    }
}
CITIES = {"city": {"Jakarta": {"minutes": {"within": 45, "airport": 75, "airport_peak": 90}, "source": "usage"}}}
ZONES = {"country": {"ID": ["Asia/Jakarta", "Asia/Jayapura"], "AU": ["Australia/Sydney"]}}


def schedule(**changes: Any) -> dict[str, Any]:
    """A table of all rules: each of 15 minutes, unless told otherwise."""
    rules: dict[str, Any] = {
        name: {"minutes": 15, "source": "usage", "valid_from": "2010-01-01"} for name in RULE_NAMES
    }
    rules["friday_prayer_until_west"]["cities"] = ["Batam", "Banda Açeh"]
    rules["office_opens"] = {"clock": "07:30", "source": "decree", "valid_from": "1995-11-30"}
    return {**rules, **changes}


RULES = rulebook_from(RANKS, schedule(), CITIES, ZONES)


def rule(**fields: Any) -> dict[str, Any]:
    """A rule as the file writes it."""
    return {"source": "", "valid_from": "", **fields}


def override(name: str, value: str) -> RuleOverride:
    """What the visit sets."""
    return RuleOverride(an_id(name + value), name, value, "agreed")


def test_a_rulebook_of_plain_tables() -> None:
    assert RULES.ranks["minister"] == Rank("minister", 40, 4, "Minister")
    assert RULES.thresholds["set_up_gap"] == Threshold(15, "minutes", "usage", "2010-01-01")
    assert RULES.thresholds["office_opens"] == Threshold(450, "clock", "decree", "1995-11-30")
    assert RULES.ways == {"jakarta": CityWays(45, None, 75, 90)}
    assert RULES.western_cities == {"batam", "banda aceh"}
    assert [RULES.rank_order(code) for code in ("minister", "aide", "unheard", "")] == [40, 50, 51, 51]


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param((RANKS, {"set_up_gap": schedule()["set_up_gap"]}, CITIES, ZONES), id="a rule lacks"),
        pytest.param((RANKS, schedule(set_up_gap=rule(hours=1)), CITIES, ZONES), id="unit"),
        pytest.param((RANKS, schedule(set_up_gap=rule(minutes=-1)), CITIES, ZONES), id="less"),
        pytest.param((RANKS, schedule(office_opens=rule(clock="24:00")), CITIES, ZONES), id="clock"),
        pytest.param(({"rank": {"minister": {"order": 40, "height": 4}}}, schedule(), CITIES, ZONES), id="a rank"),
        pytest.param((RANKS, schedule(), {"city": {"Jakarta": {"minutes": {"beyond": 4}}}}, ZONES), id="a way"),
        pytest.param((RANKS, schedule(), CITIES, {}), id="no zones"),
    ],
)
def test_a_damaged_rulebook_is_refused(tables: Any) -> None:
    with pytest.raises(KnownError, match="The rulebook is damaged"):
        rulebook_from(*tables)


def test_zones_of_one_country() -> None:
    assert RULES.of_one_country("Asia/Jakarta", "Asia/Jayapura")
    assert RULES.of_one_country("Europe/Paris", "Europe/Paris")
    assert not RULES.of_one_country("Asia/Jakarta", "Australia/Sydney")
    assert not RULES.of_one_country("Asia/Baku", "Europe/Paris")


def test_a_visit_sets_its_own_values() -> None:
    judged = RULES.judged_by([override("set_up_gap", "20"), override("office_opens", "08:00")])
    assert (judged.value("set_up_gap"), judged.value("office_opens"), judged.value("longest_item")) == (20, 480, 15)
    assert judged.thresholds["set_up_gap"].source == "agreed"
    assert (RULES.value("set_up_gap"), judged.ranks) == (15, RULES.ranks)


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("set_up_gap", "a while"),
        ("set_up_gap", "-5"),
        ("set_up_gap", ""),
        ("office_opens", "25:00"),
        ("unheard_of", "5"),
    ],
)
def test_what_cannot_be_judged_by_is_passed_over(rule: str, value: str) -> None:
    assert RULES.judged_by([override(rule, value)]) == RULES


def test_a_rulebook_of_ranks_alone_judges_nothing() -> None:
    assert Rulebook({}).judged_by([override("set_up_gap", "20")]) == Rulebook({})
