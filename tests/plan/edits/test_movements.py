"""Where items begin and end, airports that become places, and movements made for a gap."""

import pytest

from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.movements import (
    begin_at,
    begin_at_airport,
    end_at,
    end_at_airport,
    make_movement,
)
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.place import Airport, Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from tests.builders import a_person, a_place, a_plan, an_id, an_invitation, an_item, new_ids

BAKU = a_place("GYD", zone="Asia/Baku", iata="GYD")
HOTEL, MINISTRY = a_place("HTL", name_id="Hotel delegasi"), a_place("MIN")
FLIGHT = an_item("01", 1, "09:00", "17:10", kind="flight")
CGK = Airport("CGK", "Soekarno-Hatta International Airport", "Jakarta", "Asia/Jakarta")
PLAN = a_plan(BAKU, HOTEL, MINISTRY, FLIGHT)


def flight_after(changes: Changes, plan: Plan = PLAN) -> ProgrammeItem:
    after = plan.changed(changes)
    assert after.changed(changes.inverse()) == plan
    return after.find(ProgrammeItem, FLIGHT.id)


def test_the_clocks_of_both_ends_follow_where_an_item_begins() -> None:
    in_baku = FLIGHT._replace(place_id=BAKU.id, start_zone="Asia/Baku", end_zone="Asia/Baku")
    assert flight_after(begin_at(PLAN, FLIGHT.id, BAKU.id)) == in_baku


def test_the_clock_of_the_end_follows_where_an_item_ends() -> None:
    begun = PLAN.changed(begin_at(PLAN, FLIGHT.id, BAKU.id))
    flown = flight_after(end_at(begun, FLIGHT.id, HOTEL.id), begun)
    assert (flown.start_zone, flown.end_zone, flown.to_place_id) == ("Asia/Baku", "Asia/Jakarta", HOTEL.id)
    landed = begun.changed(end_at(begun, FLIGHT.id, HOTEL.id))
    assert flight_after(begin_at(landed, FLIGHT.id, None), landed) == flown._replace(place_id=None)
    back = flight_after(end_at(landed, FLIGHT.id, None), landed)
    assert (back.end_zone, back.to_place_id) == ("Asia/Baku", None)


def test_an_item_without_any_place_keeps_its_clocks() -> None:
    plan = a_plan(FLIGHT._replace(end_zone="Asia/Makassar"))
    assert end_at(plan, FLIGHT.id, None) == begin_at(plan, FLIGHT.id, None) == Changes()


def test_an_airport_becomes_a_place_once() -> None:
    changes = end_at_airport(PLAN, FLIGHT.id, CGK, new_ids())
    place = Place(
        an_id("new 1"), "CGK", "Soekarno-Hatta International Airport", city="Jakarta", zone="Asia/Jakarta", iata="CGK"
    )
    after = PLAN.changed(changes)
    assert after.find(Place, place.id) == place
    assert flight_after(changes) == FLIGHT._replace(to_place_id=place.id)
    again = begin_at_airport(after, FLIGHT.id, CGK, new_ids("other"))
    assert [change.kind for change in again] == [ProgrammeItem]
    assert after.changed(again).find(ProgrammeItem, FLIGHT.id).place_id == place.id


def test_a_place_with_the_letters_stands_for_the_airport_its_rooms_do_not() -> None:
    lounge = a_place("VIP", parent_id=BAKU.id, iata="GYD")
    plan = a_plan(lounge, BAKU, FLIGHT)
    baku = Airport("GYD", "Heydar Aliyev International Airport", "Baku", "Asia/Baku")
    flown = flight_after(begin_at_airport(plan, FLIGHT.id, baku, new_ids()), plan)
    assert (flown.place_id, flown.start_zone) == (BAKU.id, "Asia/Baku")


ANNA, BEN = a_person("A1"), a_person("A2")
CALL = an_item("02", 2, "09:00", "10:00", place_id=HOTEL.id)
TALKS = an_item("03", 2, "11:00", "12:00", place_id=MINISTRY.id, track="working")
GAP = a_plan(
    ANNA, BEN, HOTEL, MINISTRY, CALL, TALKS, an_invitation(CALL, ANNA), an_invitation(CALL, BEN),
    an_invitation(TALKS, ANNA),
)  # fmt: skip


def test_a_movement_fills_a_gap_for_those_who_go() -> None:
    after = GAP.changed(make_movement(GAP, CALL.id, TALKS.id, 45, new_ids(), planned=75))
    [made] = [row for row in after.rows(ProgrammeItem) if row.kind == "movement"]
    assert made == an_item("04", 2, "10:15", "11:00")._replace(
        id=made.id, uid=made.uid, kind="movement", title_en="Place HTL – Place MIN",
        title_id="Hotel delegasi – Place MIN", place_id=HOTEL.id,
        to_place_id=MINISTRY.id, travel_mode="car", travel_minutes=75, disclosure="detailed", track="working",
    )  # fmt: skip
    assert must_come(after, made.id) == {ANNA.id}
    assert after.find(ProgrammeItem, TALKS.id) == TALKS


def test_a_movement_is_named_in_the_languages_that_name_its_places() -> None:
    hotel, ministry = (
        HOTEL._replace(name_en="", name_id="Hotel delegasi"),
        MINISTRY._replace(name_en="", name_id="Kementerian"),
    )
    plan = a_plan(hotel, ministry, CALL, TALKS)
    after = plan.changed(make_movement(plan, CALL.id, TALKS.id, 45, new_ids()))
    [made] = [row for row in after.rows(ProgrammeItem) if row.kind == "movement"]
    assert (made.title_en, made.title_id, made.title_az) == ("", "Hotel delegasi – Kementerian", "")


def test_each_end_of_a_movement_is_read_on_the_clock_of_its_place() -> None:
    in_baku = TALKS._replace(place_id=BAKU.id, start_zone="Asia/Baku", end_zone="Asia/Baku")
    plan = a_plan(BAKU, HOTEL, CALL, in_baku)
    after = plan.changed(make_movement(plan, CALL.id, TALKS.id, 30, new_ids()))
    [made] = [row for row in after.rows(ProgrammeItem) if row.kind == "movement"]
    assert (made.start_time, made.start_zone, made.end_time, made.end_zone) == (
        "13:30", "Asia/Jakarta", "11:00", "Asia/Baku",
    )  # fmt: skip


def test_no_movement_without_time() -> None:
    with pytest.raises(PlanError, match="no time for a movement"):
        make_movement(GAP, CALL.id, TALKS.id, 0, new_ids())


def test_nothing_else_moves_for_it() -> None:
    between = an_item("05", 2, "10:30", "10:45", place_id=MINISTRY.id)
    plan = a_plan(
        ANNA, HOTEL, MINISTRY, CALL, between, TALKS, *(an_invitation(item, ANNA) for item in (CALL, between, TALKS))
    )
    changes = make_movement(plan, CALL.id, TALKS.id, 45, new_ids())
    assert {change.before for change in changes} == {None}
