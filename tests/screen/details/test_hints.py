"""What is known beside the fields of what travels."""

from typing import Any

import pytest

from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit_rules import TravelTime
from delegation_planner.resource_files import read_rulebook
from delegation_planner.screen.details.hints import Hint, hints_of
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.builders import a_place, a_plan, an_id, an_item, new_ids

HOTEL, MINISTRY = a_place("HTL", city="Jakarta"), a_place("MIN", city="Jakarta")
ROOM, FAR = a_place("ROOM", parent_id=HOTEL.id), a_place("FAR")
FLIGHT = an_item("01", 1, "20:00", "07:10", kind="flight", start_zone="Asia/Baku", end_day=2)
DRIVE = an_item(
    "02", 2, "12:00", "12:30", kind="movement", place_id=ROOM.id, to_place_id=MINISTRY.id, travel_mode="car"
)


def hint(item: ProgrammeItem, name: str, plan: Plan | None = None) -> Hint | None:
    plan = plan or a_plan(HOTEL, MINISTRY, ROOM, FAR, item)
    return hints_of(plan, read_rulebook(), ENGLISH, item).get(name)


def text(item: ProgrammeItem, name: str, plan: Plan | None = None) -> str:
    found = hint(item, name, plan)
    return found.text.replace("\u00a0", " ") if found is not None else ""


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "8 h 10 on the way. Arrives the next day."),
        ({"end_day": 3}, "32 h 10 on the way. Arrives 2 days later."),
        ({"end_day": 1, "end_time": "23:50"}, "50 min on the way."),
        ({"end_zone": "Pacific/Honolulu", "end_day": 0, "end_time": "20:00"}, ""),
        ({"end_zone": "Pacific/Honolulu", "end_day": 0, "end_time": "09:00", "start_day": 1, "start_time": "00:30",
          "start_zone": "Asia/Tokyo"}, "3 h 30 on the way. Arrives the day before."),
        ({"kind": "movement", "end_day": 1, "end_time": "23:50"}, "50 min on the way."),
        ({"kind": "movement", "start_zone": "Asia/Jakarta", "end_day": 1, "end_time": "23:50"}, ""),
        ({"kind": "meal"}, ""),
        ({"end_day": 1, "end_time": "20:00"}, ""),
    ],
)  # fmt: skip
def test_the_true_time_under_way(fields: dict[str, Any], said: str) -> None:
    assert text(FLIGHT._replace(**fields), "end") == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "45 min by car at 12:00, from the usual times for Jakarta."),
        ({"start_time": "08:00"}, "1 h 15 by car at 08:00, from the usual times for Jakarta."),
        ({"escort": "requested"}, "27 min with an escort at 12:00, from the usual times for Jakarta."),
        ({"travel_minutes": 45}, ""), ({"travel_mode": "boat"}, ""), ({"to_place_id": HOTEL.id}, ""),
        ({"to_place_id": None}, ""), ({"kind": "meal"}, ""), ({"kind": "flight"}, ""),
        ({"to_place_id": FAR.id}, "How long this way takes is not known."),
    ],
)  # fmt: skip
def test_how_long_the_way_takes(fields: dict[str, Any], said: str) -> None:
    assert text(DRIVE._replace(**fields), "travel_minutes") == said


def test_what_is_planned_too_short_is_said() -> None:
    said = text(DRIVE._replace(travel_minutes=30), "travel_minutes")
    assert said == "45 min by car at 12:00, from the usual times for Jakarta. That is 15 min more than planned."


@pytest.mark.parametrize(("escort", "said"), [("none", "20 min by car"), ("confirmed", "12 min with an escort")])
def test_the_visits_own_time_comes_first(escort: Any, said: str) -> None:
    drive = DRIVE._replace(escort=escort)
    own = TravelTime(an_id("way"), HOTEL.id, MINISTRY.id, 20)
    plan = a_plan(HOTEL, MINISTRY, ROOM, own, drive)
    assert text(drive, "travel_minutes", plan) == f"{said} at 12:00, from the visit's travel times."


def test_what_is_known_is_taken_with_its_verb() -> None:
    plan, found = a_plan(HOTEL, MINISTRY, ROOM, DRIVE), hint(DRIVE, "travel_minutes")
    assert found is not None
    assert (found.verb.replace("\u00a0", " "), found.label) == ("Plan 45 min", Label("edit_item", {"name": "02"}))
    assert found.act is not None
    taken = plan.changed(found.act(plan, new_ids())).find(ProgrammeItem, DRIVE.id)
    assert taken == DRIVE._replace(travel_minutes=45)
    assert hint(taken, "travel_minutes") is None


def test_what_is_planned_for_an_unknown_way_is_kept_for_the_visit() -> None:
    drive = DRIVE._replace(to_place_id=FAR.id, travel_minutes=40)
    plan, found = a_plan(HOTEL, ROOM, FAR, drive), hint(drive, "travel_minutes")
    assert found is not None
    assert (found.verb.replace("\u00a0", " "), found.label) == ("Keep 40 min for this way", Label("set_travel_time"))
    assert found.act is not None
    after = plan.changed(found.act(plan, new_ids()))
    assert after.rows(TravelTime) == (TravelTime(an_id("new 1"), HOTEL.id, FAR.id, 40),)
    assert hint(drive, "travel_minutes", after) is None
    escorted = hint(drive._replace(escort="requested"), "travel_minutes")
    assert escorted is not None
    assert escorted.act is None
