"""Single items: prayer, offices, weekdays, zones, pins, states, steps, rain (C8, C9, C13 to C17, C19)."""

from datetime import date
from typing import Any

import pytest

from delegation_planner.checks.weekdays import typed_weekday
from delegation_planner.plan.kinds import ItemKind
from delegation_planner.plan.visit_rules import Holiday, RuleOverride
from tests.builders import a_person, a_place, a_plan, a_step, a_visit, an_id, an_invitation, an_item
from tests.checks.judged import judged, named, short

GUEST = a_person("A1")
FRIDAY, SATURDAY = 6, 7  # of a visit whose day 1 is a Sunday
JAKARTA, BATAM = a_place("JKT", city="Jakarta"), a_place("BTC", city="Batam")
ROOM = a_place("BTC-1", parent_id=BATAM.id)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({"start_time": "11:00", "end_time": "11:30"}, False, id="until it begins"),
        pytest.param({"start_time": "11:00", "end_time": "11:31"}, True, id="into it"),
        pytest.param({"start_time": "12:59", "end_time": "14:00"}, True, id="before it ends"),
        pytest.param({"start_time": "13:00", "end_time": "14:00"}, False, id="from its end"),
        pytest.param({"start_time": "13:14", "end_time": "14:00", "place_id": BATAM.id}, True, id="longer in the west"),
        pytest.param({"start_time": "13:14", "end_time": "14:00", "place_id": ROOM.id}, True, id="in a room there"),
        pytest.param(
            {"start_time": "13:15", "end_time": "14:00", "place_id": BATAM.id}, False, id="its end in the west"
        ),
        pytest.param(
            {"start_time": "13:05", "end_time": "14:00", "to_place_id": BATAM.id}, True, id="on the way there"
        ),
        pytest.param({"start_day": 5, "start_time": "22:00", "end_time": "12:00"}, True, id="since the day before"),
        pytest.param(
            {"start_day": 5, "end_day": 5, "start_time": "12:00", "end_time": "13:00"}, False, id="a Thursday"
        ),
        pytest.param({"start_time": "12:00", "end_time": "13:00", "kind": "break"}, False, id="a break"),
        pytest.param({"start_time": "12:00", "end_time": "13:00", "kind": "flight"}, False, id="a flight"),
        pytest.param({"start_time": "12:00", "end_time": "13:00", "kind": "meal"}, True, id="a meal"),
    ],
)
def test_c8_the_friday_prayer(fields: dict[str, Any], *, found: bool) -> None:
    item = an_item("01", FRIDAY, place_id=JAKARTA.id)._replace(**fields)
    plan = a_plan(GUEST, JAKARTA, BATAM, ROOM, item, an_invitation(item, GUEST))
    assert short(plan, "C8") == ([("C8", "error", "01")] if found else [])


def test_c8_asks_for_somebody_who_is_not_exempt() -> None:
    exempt, item = a_person("A2", prayer_exempt=True), an_item("01", FRIDAY, "12:00", "12:30")
    rows = (GUEST, exempt, item, an_invitation(item, exempt))
    assert named(a_plan(*rows), "C8") == []
    assert named(a_plan(*rows, an_invitation(item, GUEST)), "C8") == ["01"]
    assert named(a_plan(*rows, an_invitation(item, GUEST, optional=True)), "C8") == []


OFFICE = a_place("MIN", office=True)
HALL = a_place("HALL", parent_id=OFFICE.id)


@pytest.mark.parametrize(
    ("day", "start", "end", "why"),
    [
        (2, "07:30", "16:00", None), (2, "07:29", "09:00", "hours"), (2, "15:00", "16:01", "hours"),
        (FRIDAY, "15:00", "16:30", None), (FRIDAY, "15:00", "16:31", "hours"), (SATURDAY, "10:00", "11:00", "weekend"),
        (1, "10:00", "11:00", "weekend"), (4, "10:00", "11:00", "holiday"), (5, "10:00", "11:00", None),
    ],
)  # fmt: skip
def test_c9_offices_are_open_at_their_hours(day: int, start: str, end: str, why: str | None) -> None:
    call = an_item("01", day, start, end, kind="courtesy_call", place_id=HALL.id)
    holidays = (Holiday(an_id("at home"), "2017-07-27", "Day of the press", "AZ"),
                Holiday(an_id("here"), "2017-07-26", "Day of the office", "ID"))  # fmt: skip
    found = judged(a_plan(a_visit(host_country="ID"), OFFICE, HALL, call, *holidays), "C9")
    assert [one.values["why"] for one in found] == ([why] if why else [])
    assert [one.severity for one in found] == (["note"] if why else [])


@pytest.mark.parametrize("fields", [{"kind": "meal"}, {"place_id": None}, {"status": "cancelled"}])
def test_c9_is_about_calls_at_offices(fields: dict[str, Any]) -> None:
    call = an_item("01", SATURDAY, kind="courtesy_call", place_id=OFFICE.id)._replace(**fields)
    assert named(a_plan(OFFICE, call), "C9") == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Saturday 24 July 2017", 5), ("Monday, 24 July 2017", None), ("Mon 24 Jul 2017", None),
        ("Tue. 24 Jul 2017", 1),
        ("Signing on Sunday, July 24, 2017", 6), ("Minggu, 24 Juli 2017", 6), ("Senin 24 Juli 2017", None),
        ("Jum'at 28 Juli 2017", None), ("Çərşənbə axşamı, 24 iyul 2017", 1), ("Bazar ertəsi 24 iyul 2017", None),
        ("Şənbə, 24 İyul 2017", 5), ("Friday 2017-07-24", 4), ("Friday 31 June 2017", None), ("24 July 2017", None),
        ("Friday, as in 2017", None),
    ],
)  # fmt: skip
def test_c13_a_typed_weekday_belongs_to_its_date(text: str, weekday: int | None) -> None:
    finding = typed_weekday(text)
    assert (finding and finding.values["weekday"]) == weekday


def test_c13_looks_through_the_texts_of_items() -> None:
    wrong = an_item("01", 2, title_en="Signing, Saturday 24 July 2017", remarks_internal="See Saturday 24 July 2017")
    right = an_item("02", 2, "11:00", "12:00", title_id="Senin 24 Juli 2017")
    [finding] = judged(a_plan(wrong, right), "C13")
    assert [one.code for one in finding.subjects] == ["01"]
    assert finding.values == {"day": 2, "date": "2017-07-24", "weekday": 5}


BAKU = a_place("GYD", zone="Asia/Baku")


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({}, [], id="one zone, its place's"),
        pytest.param({"start_zone": "Asia/Makassar"}, ["01 JKT"], id="not its place's zone"),
        pytest.param({"end_zone": "Asia/Baku"}, ["01 JKT"], id="ends in another"),
        pytest.param({"place_id": None, "end_zone": "Asia/Baku"}, ["01"], id="two zones without travelling"),
        pytest.param({"kind": "flight", "to_place_id": BAKU.id, "end_zone": "Asia/Baku"}, [], id="a flight over zones"),
        pytest.param({"kind": "flight", "to_place_id": BAKU.id}, ["01 GYD"], id="a flight that keeps its zone"),
        pytest.param({"kind": "flight", "place_id": None, "end_zone": "Asia/Baku"}, [], id="a flight from nowhere"),
    ],
)
def test_c14_zones_are_those_of_places(fields: dict[str, Any], found: list[str]) -> None:
    item = an_item("01", place_id=JAKARTA.id)._replace(**fields)
    assert named(a_plan(JAKARTA, BAKU, item), "C14") == found


@pytest.mark.parametrize(
    ("pinned", "found"),
    [("2017-07-21", ["01"]), ("2017-07-22", []), ("2017-07-28", []), ("2017-07-29", ["01"]), (None, [])],
)
def test_c15_pins_lie_within_a_day_of_the_visit(pinned: str | None, found: list[str]) -> None:
    assert named(a_plan(an_item("01", pinned_date=pinned)), "C15") == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2017, 7, 15), []), (date(2017, 7, 16), [("C16", "warning", ""), ("C16", "warning", "01")]),
        (date(2017, 7, 20), [("C16", "warning", ""), ("C16", "warning", "01")]),
        (date(2017, 7, 21), [("C16", "error", ""), ("C16", "error", "01")]),
        (date(2017, 7, 27), [("C16", "error", ""), ("C16", "error", "01")]), (date(2017, 7, 28), []),
    ],
)  # fmt: skip
def test_c16_what_is_still_open_near_the_visit(on: date, found: list[Any]) -> None:
    visit = a_visit(dates="window", planning_date="2017-07-23", anchor_date=None)
    plan = a_plan(visit, an_item("01"), an_item("02", status="confirmed"), an_item("03", status="cancelled"))
    assert short(plan, "C16", on) == found


def test_c16_is_judged_by_what_the_visit_sets() -> None:
    plan = a_plan(an_item("01"), RuleOverride(an_id("rule"), "tentative_warning", "13"))
    assert short(plan, "C16") == [("C16", "warning", "01")]
    assert short(a_plan(an_item("01")), "C16") == []


@pytest.mark.parametrize(
    ("steps", "values"),
    [
        pytest.param([(0, None), (60, None)], None, id="until the end"),
        pytest.param([(0, None), (61, None)], {"minutes": 60, "needed": 61}, id="begins after it"),
        pytest.param([(0, 5), (50, 10)], None, id="its last minute"),
        pytest.param([(0, 5), (50, 11)], {"minutes": 60, "needed": 61}, id="lasts too long"),
        pytest.param([(10, 5), (0, 5)], None, id="in any order of writing"),
        pytest.param([(0, 5), (10, 5), (10, 2)], {"offset": 10}, id="two at one time"),
        pytest.param([(-5, 5), (10, 5)], {"offset": -5}, id="before the item"),
    ],
)
def test_c17_steps_fit_their_item(steps: list[tuple[int, int | None]], values: dict[str, int] | None) -> None:
    item = an_item("01")
    rows = [
        a_step(item, offset, minutes=minutes, id=an_id(f"{number}")) for number, (offset, minutes) in enumerate(steps)
    ]
    found = judged(a_plan(item, *rows), "C17")
    assert [(one.severity, one.values) for one in found] == ([("warning", {"day": 1, **values})] if values else [])


@pytest.mark.parametrize(
    ("kind", "alternate", "found"),
    [("culture", "", ["01 OPEN"]), ("culture", "A tent", []), ("culture", " ", ["01 OPEN"]), ("movement", "", [])],
)
def test_c19_in_the_open_there_is_an_alternative(kind: ItemKind, alternate: str, found: list[str]) -> None:
    garden = a_place("OPEN", outdoor=True)
    stage = a_place("STAGE", parent_id=garden.id)
    item = an_item("01", place_id=stage.id, kind=kind, alternate=alternate)
    assert named(a_plan(garden, stage, item), "C19") == found
