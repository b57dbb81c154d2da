"""People's ways: jumps (C3), buffers (C4), movements (C5), flights (C6), tired people (C11), hosts in place (C18)."""

from typing import Any

import pytest

from delegation_planner.plan.kinds import ItemKind
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit_rules import RuleOverride
from tests.builders import a_delegation, a_person, a_place, a_plan, an_id, an_invitation, an_item
from tests.checks.judged import judged, named, short

GUESTS, HOSTS = a_delegation("AZ"), a_delegation("ID", side="host")
GUEST, HOST = a_person("A1", GUESTS), a_person("I1", HOSTS)
AIRPORT = a_place("CGK", city="Jakarta", iata="CGK")
HOTEL, MINISTRY = a_place("HTL", city="Jakarta"), a_place("MIN", city="Jakarta")
HALL, LOBBY = a_place("HALL", parent_id=MINISTRY.id), a_place("LOBBY", parent_id=MINISTRY.id)
FAR, FARTHER = a_place("FAR"), a_place("FARTHER")
PLACES = (AIRPORT, HOTEL, MINISTRY, HALL, LOBBY, FAR, FARTHER)


def at(code: str, place: Place, start: str, end: str, kind: ItemKind = "other", **fields: Any) -> ProgrammeItem:
    """An item somewhere, on the Sunday that is day 1."""
    return an_item(code, fields.pop("day", 1), start, end, kind=kind, place_id=place.id, **fields)


def move(code: str, start: Place, end: Place, begins: str, ends: str, **fields: Any) -> ProgrammeItem:
    """A movement between two places."""
    return at(code, start, begins, ends, "movement", to_place_id=end.id, **fields)


def of(*items: ProgrammeItem, people: Any = (GUEST, HOST), rows: Any = ()) -> Plan:
    """A plan in which these people go through all these items."""
    invitations = (an_invitation(item, person) for item in items for person in people)
    return a_plan(GUESTS, HOSTS, *people, *PLACES, *items, *invitations, *rows)


@pytest.mark.parametrize(
    ("start", "place", "expected"),
    [
        pytest.param("10:49", MINISTRY, [("C3", "error", "01 02 A1 I1")], id="less than the way with its slack"),
        pytest.param("10:50", MINISTRY, [("C3", "warning", "01 02 A1")], id="enough, but nothing brings the guests"),
        pytest.param("10:10", FAR, [("C3", "warning", "01 02 A1")], id="a way that nobody knows"),
        pytest.param("15:59", FAR, [("C3", "warning", "01 02 A1")], id="within six hours"),
        pytest.param("16:00", FAR, [], id="six hours later"),
        pytest.param("10:00", HOTEL, [], id="the same place"),
        pytest.param("09:59", MINISTRY, [], id="at one time: told by C1"),
    ],
)
def test_c3_somebody_is_elsewhere_and_nothing_brings_him(start: str, place: Place, expected: list[Any]) -> None:
    plan = of(at("01", HOTEL, "09:00", "10:00"), at("02", place, start, "17:00"))
    assert short(plan, "C3") == expected


def test_c3_rooms_of_a_building_are_one_place() -> None:
    assert named(of(at("01", HALL, "09:00", "10:00"), at("02", LOBBY, "10:00", "11:00")), "C3") == []


def test_c3_a_movement_between_brings_people_and_one_to_elsewhere_does_not() -> None:
    first, last = at("01", HOTEL, "09:00", "10:00"), at("03", FAR, "12:00", "13:00")
    assert named(of(first, move("02", HOTEL, FAR, "10:00", "11:00"), last), "C3") == []
    assert named(of(first, move("02", HOTEL, FARTHER, "10:00", "11:00"), last), "C3") == ["02 03 A1"]


def test_c3_who_is_optional_is_not_counted() -> None:
    first, second = at("01", HOTEL, "09:00", "10:00"), at("02", FAR, "11:00", "12:00")
    plan = a_plan(
        GUEST, *PLACES, first, second, an_invitation(first, GUEST), an_invitation(second, GUEST, optional=True)
    )
    assert named(plan, "C3") == []


def test_c3_follows_what_the_visit_sets() -> None:
    plan = of(
        at("01", HOTEL, "09:00", "10:00"), at("02", FAR, "12:00", "13:00"),
        rows=[RuleOverride(an_id("rule"), "jump_window", "120", "a relaxed visit")],
    )  # fmt: skip
    assert named(plan, "C3") == []


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        pytest.param("10:50", [], id="the way and its slack"),
        pytest.param("10:49", [("C4", "warning", "01 02 03 A1 I1")], id="a minute short"),
        pytest.param("10:38", [("C4", "warning", "01 02 03 A1 I1")], id="three quarters"),
        pytest.param("10:37", [("C4", "error", "01 02 03 A1 I1")], id="less than three quarters"),
    ],
)
def test_c4_between_two_items_a_movement_needs_its_time(starts: str, expected: list[Any]) -> None:
    way = move("02", HOTEL, MINISTRY, "10:05", "10:30")
    assert short(of(at("01", HOTEL, "09:00", "10:00"), way, at("03", HALL, starts, "12:00")), "C4") == expected


def test_c4_counts_the_escort_and_several_movements_together() -> None:
    first, last = at("01", HOTEL, "09:00", "10:00"), at("04", MINISTRY, "10:32", "12:00")
    assert named(of(first, move("02", HOTEL, MINISTRY, "10:00", "10:27", escort="confirmed"), last), "C4") == []
    there, back = move("02", HOTEL, MINISTRY, "10:00", "10:30"), move("03", MINISTRY, HOTEL, "10:30", "11:20")
    plan = of(first, there, back, last._replace(place_id=HOTEL.id, start_time="11:30"))
    assert [one.values for one in judged(plan, "C4")] == [{"day": 1, "minutes": 90, "needed": 95}]


def test_c4_asks_no_slack_after_an_arrival() -> None:
    first, way = at("01", HOTEL, "09:00", "10:00"), move("02", HOTEL, MINISTRY, "10:00", "10:45")
    last = at("03", MINISTRY, "10:45", "12:00")
    assert named(of(first, way, last), "C4") == ["01 02 03 A1 I1"]
    assert named(of(first._replace(kind="arrival"), way, last), "C4") == []


def test_c4_is_silent_over_flights_and_unknown_ways() -> None:
    first, last = at("01", HOTEL, "09:00", "10:00"), at("03", FAR, "10:20", "12:00")
    assert named(of(first, move("02", HOTEL, FAR, "10:00", "10:20"), last), "C4") == []
    assert named(of(first, at("02", HOTEL, "10:00", "10:20", "flight", to_place_id=FAR.id), last), "C4") == []


def test_c5_a_movement_is_too_fast_for_its_hour() -> None:
    def way(start: str, end: str, **fields: Any) -> ProgrammeItem:
        return move("01", HOTEL, MINISTRY, start, end, day=2, **fields)

    assert short(of(way("10:00", "10:44")), "C5") == [("C5", "warning", "01")]
    assert named(of(way("10:00", "10:45")), "C5") == []
    assert named(of(way("08:15", "09:00")), "C5") == ["01"]
    assert named(of(way("08:15", "09:00", escort="requested")), "C5") == []


def test_c5_ways_that_nobody_knows_are_one_note_with_all_their_ends() -> None:
    ways = [move("02", HOTEL, FAR, "10:00", "11:00"), move("01", FAR, FARTHER, "12:00", "13:00")]
    ways += [move("03", HOTEL, FAR, "15:00", "16:00"), move("04", HOTEL, FAR, "17:00", "18:00", travel_mode="boat")]
    assert short(of(*ways), "C5") == [("C5", "note", "01 02 03 FAR FARTHER HTL FAR")]


def flight(start: str, end: str, **fields: Any) -> ProgrammeItem:
    """A flight out of Jakarta."""
    return at("09", AIRPORT, start, end, "flight", to_place_id=FAR.id, **fields)


@pytest.mark.parametrize(
    ("arrives", "zone", "found"),
    [
        ("11:00", "Asia/Jakarta", []), ("11:01", "Asia/Jakarta", ["01 09 A1"]),
        ("11:00", "Asia/Makassar", []), ("10:00", "Asia/Singapore", []), ("10:01", "Asia/Singapore", ["01 09 A1"]),
    ],
)  # fmt: skip
def test_c6_the_last_movement_reaches_the_airport_in_time(arrives: str, zone: str, found: list[str]) -> None:
    plan = of(move("01", HOTEL, AIRPORT, "09:00", arrives), flight("12:00", "14:00", end_zone=zone), people=(GUEST,))
    assert named(plan, "C6") == found


def test_c6_without_a_movement_the_first_item_at_the_airport_counts() -> None:
    lounge, farewell = at("01", AIRPORT, "10:50", "11:20"), at("02", AIRPORT, "11:20", "11:50")
    assert named(of(lounge, farewell, flight("12:00", "14:00"), people=(GUEST,)), "C6") == []
    late = lounge._replace(start_time="11:10")
    [finding] = judged(of(late, farewell, flight("12:00", "14:00"), people=(GUEST,)), "C6")
    assert [one.code for one in finding.subjects] == ["01", "09", "A1"]
    assert finding.values == {"day": 1, "minutes": 50, "needed": 60, "side": "before"}
    assert named(of(flight("12:00", "14:00"), people=(GUEST,)), "C6") == []


@pytest.mark.parametrize(
    ("entourage", "kind", "starts", "found"),
    [
        ("staff", "other", "15:00", []), ("staff", "other", "14:59", ["09 10 A1"]), ("vip", "other", "14:30", []),
        ("vvip", "movement", "14:29", ["09 10 A1"]), ("staff", "arrival", "14:00", []),
    ],
)  # fmt: skip
def test_c6_after_landing_people_need_time(entourage: Any, kind: ItemKind, starts: str, found: list[str]) -> None:
    plan = of(
        flight("12:00", "14:00"), at("10", FAR, starts, "16:00", kind), people=(GUEST._replace(entourage=entourage),)
    )
    assert named(plan, "C6") == found


@pytest.mark.parametrize(
    ("fields", "starts", "kind", "found"),
    [
        pytest.param({"start_zone": "Asia/Baku"}, "15:00", "working_meeting", ["09 10 A1"], id="over three zones"),
        pytest.param(
            {"start_zone": "Asia/Baku"}, "16:59", "working_meeting", ["09 10 A1"], id="just within three hours"
        ),
        pytest.param({"start_zone": "Asia/Baku"}, "17:00", "working_meeting", [], id="three hours later"),
        pytest.param({"start_zone": "Asia/Baku"}, "15:00", "meal", [], id="only a meal"),
        pytest.param({"start_zone": "Asia/Makassar"}, "15:00", "working_meeting", [], id="one zone"),
        pytest.param({"start_day": 0, "start_time": "23:00"}, "15:00", "working_meeting", ["09 10 A1"], id="by night"),
        pytest.param(
            {"start_day": 1, "start_time": "02:00"}, "15:00", "working_meeting", [], id="after the night hour"
        ),
    ],
)
def test_c11_a_meeting_soon_after_a_flight_that_tires(
    fields: dict[str, Any], starts: str, kind: ItemKind, found: list[str]
) -> None:
    meeting = at("10", FAR, starts, "18:00", kind)
    assert named(of(flight("09:00", "14:00")._replace(**fields), meeting, people=(GUEST,)), "C11") == found


def hosted(before_ends: str, *, first: bool = True, in_cars: bool = False) -> Plan:
    """A host at another item before the guests' first one at the ministry, to which they move."""
    way, call = move("02", HOTEL, MINISTRY, "09:00", "09:45"), at("03", HALL, "10:00", "11:00", "courtesy_call")
    other, guest_book = at("01", LOBBY, "09:00", before_ends), at("04", LOBBY, "09:46", "09:50")
    rows = [
        an_invitation(way, GUEST),
        an_invitation(call, GUEST),
        an_invitation(call, HOST),
        an_invitation(other, HOST),
    ]
    rows += [an_invitation(way, HOST)] if in_cars else []
    rows += [] if first else [an_invitation(guest_book, GUEST)]
    return a_plan(GUESTS, HOSTS, GUEST, HOST, *PLACES, way, call, other, guest_book, *rows)


def test_c18_a_host_is_still_elsewhere_just_before_the_guests_come() -> None:
    [finding] = judged(hosted("09:50"), "C18")
    assert [one.code for one in finding.subjects] == ["01", "03", "I1"]
    assert (finding.severity, finding.values) == ("warning", {"day": 1, "minutes": 10})
    assert named(hosted("09:45"), "C18") == []
    assert named(hosted("10:00"), "C18") == ["01 03 I1"]
    assert named(hosted("10:01"), "C18") == []


def test_c18_leaves_out_hosts_who_come_along_and_later_items() -> None:
    assert named(hosted("09:50", in_cars=True), "C18") == []
    assert named(hosted("09:50", first=False), "C18") == []
