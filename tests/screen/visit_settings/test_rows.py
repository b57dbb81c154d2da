"""The rows of the visit's settings: rules, ways and holidays as an officer reads them."""

from typing import get_args

import pytest

from delegation_planner.plan.edits.holidays import Proposal, accept_holidays, add_holiday, decline_holidays
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.edits.visit_rules import override_rule, own_way_back, set_travel_time
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import RULE_NAMES, Unit
from delegation_planner.plan.visit_rules import RuleOverride, TravelTime
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.visit_settings.holiday_rows import holiday_rows, undecided
from delegation_planner.screen.visit_settings.rule_rows import GROUPS, NAMES, rule_rows, typed_value, value_words
from delegation_planner.screen.visit_settings.way_rows import WayRow, way_rows
from delegation_planner.words.words import ENGLISH
from tests.builders import a_place, a_plan, a_visit, an_id, an_item, new_ids
from tests.words.spoken import words

RULES = read_rulebook()
HOTEL, MINISTRY = a_place("HTL", city="Jakarta"), a_place("MIN", city="Jakarta")
HALL = a_place("HALL", parent_id=MINISTRY.id)
SITE = a_place("SITE", city="Surabaya")
PLACES = (HOTEL, MINISTRY, HALL, SITE)
NATIONAL = Proposal("2017-08-17", "Independence Day", "ID")


def test_every_rule_has_a_name_and_stands_in_one_group() -> None:
    assert sorted(rule for _, rules in GROUPS for rule in rules) == sorted(RULE_NAMES) == sorted(NAMES)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_rule_says_whence_it_comes_in_the_reader_s_language(language: Language) -> None:
    rows = [row for row in rule_rows(words(language), a_plan(), RULES) if row.rule is not None]
    assert len(rows) == len(RULE_NAMES)
    assert [row for row in rows if not (row.name and row.value and row.told and row.since) or row.own] == []
    assert rows[0].told.startswith({"en": "Usage", "id": "Kebiasaan"}[language])


def test_an_own_value_stands_beside_the_rulebooks_with_its_reason() -> None:
    plan = a_plan()
    plan = plan.changed(override_rule(plan, RULES, "set_up_gap", "30", "Fixed tables", new_ids()))
    (row,) = (row for row in rule_rows(ENGLISH, plan, RULES) if row.own)
    shown = (row.rule, row.value.replace("\u00a0", " "), row.usual.replace("\u00a0", " "), row.told, row.since)
    assert shown == ("set_up_gap", "30 min", "15 min", "Fixed tables", "")


def test_an_own_value_that_does_not_fit_is_passed_over_as_checks_do() -> None:
    plan = a_plan(RuleOverride(an_id("odd"), "set_up_gap", "soon", "from another program"))
    assert [row for row in rule_rows(ENGLISH, plan, RULES) if row.own] == []


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [("minutes", 90, "1 h 30"), ("clock", 450, "07:30"), ("percent", 75, "75 %"), ("days", 1, "1 day")],
)
def test_values_have_their_units(unit: Unit, value: int, expected: str) -> None:
    assert value_words(ENGLISH, unit, value).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("minutes", "30", "30"), ("minutes", "45 min", "45"), ("minutes", "1h30", "90"), ("minutes", "soon", None),
        ("minutes", "-5", None), ("clock", "7.30", "07:30"), ("clock", "730", "07:30"), ("clock", "25:00", None),
        ("percent", "80 %", "80"), ("percent", "80%", "80"), ("days", "10 days", "10"), ("days", "", None),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(unit: Unit, text: str, expected: str | None) -> None:
    assert typed_value(unit, text) == expected


def test_every_unit_can_be_typed_as_it_is_shown() -> None:
    for unit in get_args(Unit):
        for value in (5, 90, 450):
            typed = typed_value(unit, value_words(ENGLISH, unit, value))
            assert typed is not None, (unit, value)


def movement(code: str, start: str, end: str, **fields: str) -> Plan:
    item = an_item(code, kind="movement", place_id=a_place(start).id, to_place_id=a_place(end).id)
    return a_plan(*PLACES, item._replace(**fields))  # type: ignore[arg-type]


def told(rows: tuple[WayRow, ...]) -> list[tuple[str, str, int | None, int | None, str, str | None, str]]:
    return [(row.start, row.end, row.minutes, row.peak, row.origin, row.back, row.items) for row in rows]


def test_ways_that_movements_go_are_listed_with_where_their_time_is_from() -> None:
    plan = movement("08", "HTL", "HALL")
    assert told(way_rows(ENGLISH, plan, RULES)) == [("Place HTL", "Place MIN", 45, 75, "rulebook", None, "08")]
    far = movement("09", "HTL", "SITE")
    assert told(way_rows(ENGLISH, far, RULES)) == [("Place HTL", "Place SITE", None, None, "unknown", None, "09")]
    assert way_rows(ENGLISH, movement("10", "HALL", "MIN"), RULES) == ()
    assert way_rows(ENGLISH, movement("11", "HTL", "SITE", travel_mode="aircraft"), RULES) == ()
    assert way_rows(ENGLISH, movement("12", "HTL", "SITE", status="cancelled"), RULES) == ()


def test_a_time_of_the_visit_holds_there_and_back_until_the_way_back_has_its_own() -> None:
    plan = movement("08", "MIN", "HTL")
    plan = plan.changed(set_travel_time(plan, HOTEL.id, MINISTRY.id, 20, new_ids(), peak_minutes=30))
    assert told(way_rows(ENGLISH, plan, RULES)) == [("Place HTL", "Place MIN", 20, 30, "visit", "same", "08")]
    (there,) = plan.rows(TravelTime)
    both = plan.changed(own_way_back(plan, there.id, new_ids("back")))
    assert told(way_rows(ENGLISH, both, RULES)) == [
        ("Place HTL", "Place MIN", 20, 30, "visit", "own", ""),
        ("Place MIN", "Place HTL", 20, 30, "visit", "own", "08"),
    ]


def test_the_samples_ways_all_have_a_time_and_every_row_an_id_of_its_own() -> None:
    rows = way_rows(ENGLISH, read_sample(fixed=True), RULES)
    assert {row.origin for row in rows} == {"visit", "rulebook"}
    assert len({row.id for row in rows}) == len(rows)


def days(plan: Plan) -> list[tuple[str, str, str, bool]]:
    return [(row.shown_date, row.day, row.decision, row.closes) for row in holiday_rows(ENGLISH, plan)]


def test_holidays_are_listed_with_what_was_decided() -> None:
    plan = a_plan(a_visit(host_country="ID", guest_country="AZ", anchor_date="2017-08-13"))
    open_day = ("Thu 17 Aug 2017", "D5", "open", True)
    assert days(plan) == [open_day]
    accepted = plan.changed(accept_holidays(plan, [NATIONAL], new_ids()))
    assert days(accepted) == [(*open_day[:2], "accepted", True)]
    refused = plan.changed(decline_holidays(plan, [NATIONAL], new_ids()))
    assert days(refused) == [(*open_day[:2], "declined", True)]
    own = plan.changed(add_holiday(plan, "2017-08-14", "Day of the city", "", new_ids()))
    assert days(own) == [("Mon 14 Aug 2017", "D2", "own", True), open_day]


def test_the_guests_holidays_are_told_and_close_nothing() -> None:
    plan = a_plan(a_visit(host_country="ID", guest_country="AZ", anchor_date="2017-05-26"))
    assert [(row.one.country, row.closes) for row in holiday_rows(ENGLISH, plan)] == [("AZ", False), ("AZ", False)]


def test_what_was_decided_for_other_dates_stays_in_the_list() -> None:
    plan = a_plan(a_visit(host_country="ID", guest_country="AZ", anchor_date="2017-08-13"))
    plan = plan.changed(accept_holidays(plan, [NATIONAL], new_ids()))
    later = plan.changed(fix_dates(plan, "2017-09-10"))
    assert days(later) == [("Thu 17 Aug 2017", "", "accepted", True)]


def test_while_the_dates_are_open_holidays_fall_into_the_window() -> None:
    dated = a_visit(anchor_date="2017-08-13")
    assert undecided(ENGLISH, dated, 2) == "2 holidays fall into the visit, and nobody has decided about them."
    said = undecided(ENGLISH, dated._replace(dates="window"), 1)
    assert said == "1 holiday falls into the window of possible dates, and nobody has decided about it."
