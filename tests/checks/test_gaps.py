"""The gap after an item: what comes next, how long the way is, and what speaks against a movement."""

from typing import Any

import pytest

from delegation_planner.checks.gaps import Gap, gap_after
from delegation_planner.plan.index import Index
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item

ANNA, BEN = a_person("A1"), a_person("A2")
HOTEL, MINISTRY, FAR = a_place("HTL", city="Jakarta"), a_place("MIN", city="Jakarta"), a_place("FAR")
ROOM = a_place("ROOM", parent_id=HOTEL.id)
CALL = an_item("01", 2, "12:00", "13:00", place_id=HOTEL.id)
OTHERS = an_item("02", 2, "13:30", "14:00", place_id=MINISTRY.id)
TALKS = an_item("03", 2, "14:30", "15:30", place_id=MINISTRY.id)


def of(*items: ProgrammeItem) -> Plan:
    """Anna goes to all of these but 02, which is Ben's."""
    coming = (an_invitation(item, BEN if item.code == "02" else ANNA) for item in items)
    return a_plan(ANNA, BEN, HOTEL, MINISTRY, FAR, ROOM, *items, *coming)


def after_call(plan: Plan) -> Gap:
    return gap_after(plan, read_rulebook(), Index.of(plan), CALL.id)


def test_what_comes_next_is_the_next_for_those_who_must_be_there() -> None:
    gap = after_call(of(CALL, OTHERS, TALKS))
    assert gap == Gap(CALL.id, TALKS.id, 90, 45)
    assert gap.movement == 45


def test_a_movement_is_at_most_as_long_as_its_gap() -> None:
    assert after_call(of(CALL, TALKS._replace(start_time="13:30"))).movement == 30
    assert after_call(of(CALL, TALKS._replace(place_id=FAR.id))) == Gap(CALL.id, TALKS.id, 90, None)
    assert Gap("a", "b", 90, None).movement == 90


def test_where_nobody_must_come_the_track_says_what_is_next() -> None:
    spouses = OTHERS._replace(track="spouse")
    plan = a_plan(HOTEL, MINISTRY, CALL, spouses, TALKS)
    assert after_call(plan).second_id == TALKS.id


@pytest.mark.parametrize(
    ("fields", "obstacle"),
    [
        ({"place_id": ROOM.id}, "same_place"), ({"place_id": None}, "no_place"),
        ({"kind": "movement"}, "movement_next"),
        ({"start_time": "13:00"}, "no_time"), ({"status": "cancelled"}, "nothing_next"),
        ({"start_day": 4, "end_day": 4}, "nothing_next"), ({"start_time": "12:30"}, "nothing_next"),
    ],
)  # fmt: skip
def test_what_speaks_against_a_movement(fields: dict[str, Any], obstacle: str) -> None:
    assert after_call(of(CALL, TALKS._replace(**fields))).obstacle == obstacle
