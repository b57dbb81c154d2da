"""Who gets which items and which of their texts."""

import pytest

from delegation_planner.plan.change import Changes, put, replaced
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import LEVELS, Disclosure
from delegation_planner.plan.rulebook import Rank, Rulebook
from delegation_planner.programme.audience import Audience, delegation, everybody, person
from delegation_planner.programme.build import Programmes, programme
from delegation_planner.programme.programme import Programme
from tests.builders import (
    a_delegation,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_invitation,
    an_item,
)

RULES = Rulebook(
    {code: Rank(code, order, order, code) for order, code in enumerate(("minister", "director", "support"))}
)
HOST = a_delegation("ID", side="host", position=1)
CHAIRMAN = a_person("A1", rank_code="minister", head=True)
DIRECTOR = a_person("A2", rank_code="director")
PRESS = a_person("A3", rank_code="support", name_en="[Press officer]")
MINISTER = a_person("I1", HOST, rank_code="minister", head=True)
LIAISON = a_person("I7", HOST, rank_code="support", name_en="[Liaison officer]", duty_phone="+62 1")
EVERYONE = (CHAIRMAN, DIRECTOR, PRESS, MINISTER, LIAISON)
ALL = a_group("DEL", (PRESS, DIRECTOR, CHAIRMAN), name_en="Delegation")

TALKS = an_item("11", 2, "10:00", "11:00", disclosure="public")
DRIVE = an_item("8", 2, "08:30", "09:15", disclosure="detailed")
REHEARSAL = an_item("7", 1, "20:30", "21:15", disclosure="internal")
DINNER = an_item("5", 1, "19:00", "20:30", disclosure="public", status="cancelled")
PLAN = a_plan(
    a_visit(),
    a_delegation(),
    HOST,
    *EVERYONE,
    ALL,
    TALKS,
    DRIVE,
    REHEARSAL,
    DINNER,
    an_invitation(TALKS, MINISTER, "host"),
    an_invitation(TALKS, ALL, without=[PRESS]),
    an_invitation(TALKS, CHAIRMAN, "head", "speaker"),
    an_invitation(DRIVE, ALL),
    an_invitation(DRIVE, LIAISON, "liaison", optional=True),
    an_invitation(REHEARSAL, LIAISON),
    an_invitation(REHEARSAL, PRESS),
    an_invitation(DINNER, ALL),
)


def numbers(made: Programme) -> list[str]:
    return [entry.number for entry in made.entries]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (everybody("public"), ["5", "11"]),
        (everybody("detailed"), ["5", "8", "11"]),
        (everybody("internal"), ["5", "7", "8", "11"]),
        (delegation(HOST.id), ["11"]),
        (delegation(HOST.id, "internal"), ["7", "8", "11"]),
        (person(CHAIRMAN.id), ["5", "8", "11"]),
        (person(PRESS.id), ["5", "7", "8"]),
        (person(PRESS.id, "detailed"), ["5", "8"]),
        (person(PRESS.id, "public"), ["5"]),
        (person(MINISTER.id), ["11"]),
    ],
    ids=lambda value: f"{value.kind}-{value.level}" if isinstance(value, Audience) else None,
)
def test_each_reader_gets_own_items_up_to_the_level(audience: Audience, expected: list[str]) -> None:
    assert numbers(programme(PLAN, audience, RULES)) == expected


def test_whoever_an_item_names_has_it_in_the_own_programme_and_reads_as_what() -> None:
    step, car = a_step(TALKS, 5, actor_id=PRESS.id), a_vehicle(DRIVE, rear_left_id=MINISTER.id)
    talks = TALKS._replace(in_charge_id=LIAISON.id)
    dinner = DINNER._replace(host_id=MINISTER.id, in_charge_id=DIRECTOR.id)
    plan = PLAN.changed(Changes((replaced(TALKS, talks), replaced(DINNER, dinner), put(step), put(car))))
    made = Programmes(plan, RULES)
    read = {one.id: made.of(person(one.id)) for one in EVERYONE}
    assert {id: numbers(programme) for id, programme in read.items()} == {
        CHAIRMAN.id: ["5", "8", "11"],
        DIRECTOR.id: ["5", "8", "11"],
        PRESS.id: ["5", "7", "8", "11"],
        MINISTER.id: ["5", "8", "11"],
        LIAISON.id: ["7", "8", "11"],
    }
    parts = {(id, entry.number): entry.roles for id, programme in read.items() for entry in programme.entries}
    assert parts[LIAISON.id, "11"] == ("in_charge",)
    assert parts[DIRECTOR.id, "5"] == ("in_charge",)
    assert parts[MINISTER.id, "5"] == ("host",)
    assert parts[MINISTER.id, "11"] == ("host",)
    assert parts[PRESS.id, "11"] == ()
    assert numbers(made.of(delegation(HOST.id))) == ["11"], "a delegation's programme is where its members go"


def test_days_hold_what_starts_on_them_in_order_of_time_end_and_number() -> None:
    overnight = an_item("2", 1, "22:00", "06:00", end_day=2)
    early = an_item("10", 2, "05:00", "06:00")
    twin = an_item("9", 2, "05:00", "06:00")
    shorter = an_item("12", 2, "05:00", "05:30")
    westward = an_item("1", 2, "01:30", "09:00", start_zone="Asia/Baku", end_zone="Asia/Baku")
    before = an_item("3", 0, "23:00", "23:30")
    made = programme(a_plan(overnight, early, twin, shorter, westward, before), everybody("internal"), RULES)
    assert [(day.number, day.date.isoformat(), [entry.number for entry in day.entries]) for day in made.days] == [
        (0, "2017-07-22", ["3"]),
        (1, "2017-07-23", ["2"]),
        (2, "2017-07-24", ["1", "12", "9", "10"]),
    ]


def test_who_names_groups_with_exceptions_then_people_guests_first() -> None:
    entry = programme(PLAN, everybody(), RULES).entries[1]
    assert [(who.name.text, who.person_id, [shown.text for shown in who.without]) for who in entry.who] == [
        ("Delegation", None, ["[Press officer]"]),
        ("Person I1", MINISTER.id, []),
    ]
    assert entry.attendee_ids == (CHAIRMAN.id, DIRECTOR.id, MINISTER.id)


def test_a_group_stands_where_its_first_member_stands() -> None:
    item = an_item(disclosure="public")
    party = a_group("P", (PRESS,), name_en="Press")
    made = programme(
        a_plan(
            a_delegation(), HOST, *EVERYONE, party, item,
            an_invitation(item, MINISTER), an_invitation(item, party), an_invitation(item, DIRECTOR),
        ),
        everybody(), RULES,
    )  # fmt: skip
    assert [who.name.text for who in made.entries[0].who] == ["Person A2", "Press", "Person I1"]


def test_a_person_sees_the_own_roles_and_whether_to_come() -> None:
    entries = {entry.number: entry for entry in programme(PLAN, person(CHAIRMAN.id), RULES).entries}
    assert (entries["11"].roles, entries["11"].optional) == (("head", "speaker"), False)
    assert (entries["8"].roles, entries["8"].optional) == ((), False)
    liaison = {entry.number: entry for entry in programme(PLAN, person(LIAISON.id), RULES).entries}
    assert (liaison["8"].roles, liaison["8"].optional) == (("liaison",), True)
    assert all(entry.roles == () for entry in programme(PLAN, everybody("internal"), RULES).entries)


def test_readers_with_the_same_part_share_their_entries() -> None:
    made = Programmes(PLAN, RULES)
    chairman, director, press = (made.of(person(row.id)) for row in (CHAIRMAN, DIRECTOR, PRESS))
    assert chairman.entries[1] is director.entries[1] is press.entries[2]
    assert chairman.entries[2] is not director.entries[1]
    assert made.of(person(CHAIRMAN.id)).entries[2] is chairman.entries[2]


@pytest.mark.parametrize("audience", [everybody("internal"), person(CHAIRMAN.id), delegation(HOST.id)])
def test_one_for_many_gives_what_one_shot_gives(audience: Audience) -> None:
    many = Programmes(PLAN, RULES)
    for other in EVERYONE:
        many.of(person(other.id))
    assert many.of(audience) == programme(PLAN, audience, RULES)


@pytest.mark.parametrize(
    ("audience", "remarks"),
    [
        (everybody("public"), ["open"]),
        (everybody("detailed"), ["open", "detailed"]),
        (everybody("internal"), ["open", "detailed", "secret"]),
        (delegation(a_delegation().id, "internal"), ["open", "detailed", "secret"]),
        (person(CHAIRMAN.id), ["open", "detailed"]),
        (person(CHAIRMAN.id, "public"), ["open"]),
    ],
)
def test_remarks_end_at_the_level_and_at_detailed_for_a_person(audience: Audience, remarks: list[str]) -> None:
    item = an_item(
        disclosure="public", remarks_public_en="open", remarks_detailed="detailed", remarks_internal="secret"
    )
    plan = a_plan(CHAIRMAN, item, an_invitation(item, CHAIRMAN))
    assert [remark.text for remark in programme(plan, audience, RULES).entries[0].remarks] == remarks


def test_a_public_programme_holds_no_officers_matter() -> None:
    item = an_item(
        disclosure="public", in_charge_text="LO", host_text="The Minister", alternate="Museum", escort="requested",
        dress="psl",
    )  # fmt: skip
    plan = a_plan(item, a_step(item), a_vehicle(item))
    public = programme(plan, everybody(), RULES)
    entry = public.entries[0]
    assert (entry.in_charge, entry.alternate, entry.escort, entry.steps, public.vehicles, public.contacts) == (
        None, "", "none", (), (), (),
    )  # fmt: skip
    assert (entry.host and entry.host.text, entry.dress) == ("The Minister", "psl")
    detailed = programme(plan, everybody("detailed"), RULES)
    assert detailed.entries[0].in_charge == ("LO", "en")
    assert (detailed.entries[0].alternate, detailed.entries[0].escort) == ("Museum", "requested")
    assert len(detailed.entries[0].steps) == len(detailed.vehicles) == 1


def test_cancelled_and_broken_items_stay_and_say_so() -> None:
    backwards = an_item("1", start="10:00", end="09:00", status="cancelled")
    nothing = an_item("2", start="10:00", end="10:00")
    over_zones = an_item("3", start="10:00", end="08:00", end_zone="Asia/Baku")
    made = programme(a_plan(backwards, nothing, over_zones), everybody("internal"), RULES)
    assert {entry.number: (entry.status, entry.broken) for entry in made.entries} == {
        "1": ("cancelled", True),
        "2": ("tentative", True),
        "3": ("tentative", False),
    }


def test_steps_have_the_clock_of_the_items_start_over_a_change_of_clocks() -> None:
    night = an_item(start="01:30", end="05:00", start_zone="Europe/Paris", end_zone="Europe/Paris")
    plan = a_plan(a_visit(anchor_date="2017-10-29"), night, a_step(night, 120, actor_text="MC"), a_step(night, 30))
    steps = programme(plan, everybody("internal"), RULES).entries[0].steps
    assert [(step.at.isoformat(), step.offset, step.actor) for step in steps] == [
        ("2017-10-29T02:00:00+02:00", 30, ""),
        ("2017-10-29T02:30:00+01:00", 120, "MC"),
    ]


def test_a_window_visit_is_shown_for_its_planning_date() -> None:
    visit = a_visit(
        dates="window", anchor_date=None, window_start="2017-07-21", window_end="2017-07-31",
        planning_date="2017-07-24", first_day=1, last_day=5,
    )  # fmt: skip
    made = programme(a_plan(visit, an_item(day=2, precision="about")), everybody("internal"), RULES)
    shown = made.visit
    dates = (shown.day_one, shown.first_date, shown.last_date)
    assert [day.isoformat() for day in dates] == ["2017-07-24", "2017-07-24", "2017-07-28"]
    assert (shown.dates, shown.window_start, shown.window_end) == ("window", "2017-07-21", "2017-07-31")
    assert (made.days[0].date.isoformat(), made.entries[0].precision) == ("2017-07-25", "about")


def test_a_visit_without_any_date_is_refused_in_a_sentence() -> None:
    with pytest.raises(PlanError, match="no date yet"):
        programme(a_plan(a_visit(anchor_date=None), an_item()), everybody(), RULES)


@pytest.mark.parametrize("audience", [person("nobody"), delegation("nowhere")])
def test_an_unknown_reader_is_refused(audience: Audience) -> None:
    with pytest.raises(PlanError):
        programme(PLAN, audience, RULES)


def test_a_person_without_items_gets_an_empty_programme() -> None:
    made = programme(a_plan(CHAIRMAN, TALKS), person(CHAIRMAN.id), RULES)
    assert made.days == ()
    assert made.reader is not None
    assert made.reader.id == CHAIRMAN.id


def test_a_room_names_its_building_and_borrows_its_address() -> None:
    building = a_place("MIN", address="Jl. Jend. Sudirman Kav. 69", city="Jakarta", name_id="Kementerian")
    room = a_place("HALL", parent_id=building.id, name_en="Signing hall", name_id="Ruang penandatanganan")
    plan = a_plan(building, room, an_item(place_id=room.id, to_place_id=building.id))
    audience = everybody("internal")._replace(second_language="id")
    entry = programme(plan, audience, RULES).entries[0]
    assert entry.place is not None
    assert (entry.place.name.text, entry.place.within, entry.place.address, entry.place.city) == (
        "Signing hall", ("Place MIN", "en"), "Jl. Jend. Sudirman Kav. 69", "Jakarta",
    )  # fmt: skip
    assert entry.place_second == ("Kementerian, Ruang penandatanganan", "id")
    assert entry.to_place_second == ("Kementerian", "id")


@pytest.mark.parametrize("level", LEVELS)
def test_a_person_never_gets_contacts_and_an_officer_gets_liaison_first(level: Disclosure) -> None:
    chief = a_person("I6", HOST, rank_code="director", duty_phone="+62 2", office_en="Head of Protocol")
    rows = [*(row for row in PLAN.rows(type(CHAIRMAN))), chief, DIRECTOR._replace(id="x", code="A9", duty_email="a@b")]
    invitations = [an_invitation(DRIVE, LIAISON, "liaison")]
    plan = a_plan(a_delegation(), HOST, *rows, DRIVE, *invitations)
    assert programme(plan, person(LIAISON.id, level), RULES).contacts == ()
    contacts = programme(plan, everybody(level), RULES).contacts
    expected = [] if level == "public" else [("I7", "+62 1", "host"), ("I6", "+62 2", "host"), ("A9", "", "guest")]
    assert [(line.person.code, line.phone, line.side) for line in contacts] == expected


def test_vehicles_name_their_seats_and_a_reader_sees_only_the_own_one() -> None:
    first = a_vehicle(
        DRIVE, 3, rear_right_id=CHAIRMAN.id, rear_left_id=DIRECTOR.id, front_text="security", driver_phone="+62 9"
    )
    second = a_vehicle(DRIVE, 2, other_ids=(PRESS.id,), driver_phone="+62 8")
    plan = PLAN.changed(Changes([put(first), put(second)]))
    all_lines = programme(plan, everybody("internal"), RULES).vehicles
    assert [(line.position, line.driver_phone) for line in all_lines] == [(2, "+62 8"), (3, "+62 9")]
    own = programme(plan, person(CHAIRMAN.id), RULES).vehicles
    assert [(line.position, line.driver_phone) for line in own] == [(3, "")]
    assert [(seat.seat, seat.name.text) for seat in own[0].seated] == [
        ("rear_right", "Person A1"), ("rear_left", "Person A2"), ("front", "security"),
    ]  # fmt: skip
