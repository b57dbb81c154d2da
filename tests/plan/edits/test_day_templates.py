"""A day kept as a template and inserted into another visit."""

import pytest

from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits.day_templates import codes_lacking, insert_day, template_of_day
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.rules import check_whole
from tests.builders import (
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_invitation,
    an_item,
    new_ids,
)

GUEST = a_person("A1", name_en="Mr Inam Karimov", duty_phone="+62 1")
PARTY = a_group("DEL", [GUEST])
OFFICE, HALL = a_place("OFF"), a_place("HALL", parent_id=a_place("OFF").id)
TALKS = an_item(
    "07", 3, "10:00", "12:00", status="confirmed", place_id=HALL.id, pinned_date="2017-07-25", host_id=GUEST.id
)
NIGHT = an_item("08", 3, "22:00", "06:00", end_day=4, end_zone="Asia/Makassar")
OFF = an_item("09", 3, "15:00", "16:00", status="cancelled")
OTHER = an_item("10", 4)
SOURCE = a_plan(
    GUEST, PARTY, OFFICE, HALL, TALKS, NIGHT, OFF, OTHER, an_invitation(TALKS, PARTY), an_invitation(NIGHT, GUEST),
    a_step(TALKS, 5, actor_id=GUEST.id), a_vehicle(NIGHT, plate="B 1", rear_right_id=GUEST.id),
)  # fmt: skip


def template() -> Plan:
    made = template_of_day(SOURCE, 3, " Day of talks ", new_ids("template"))
    check_whole(made)
    return made


def inserted(plan: Plan, day: int) -> Plan:
    after = plan.changed(insert_day(plan, template(), day, new_ids("inserted")))
    check_whole(after)
    return after


def test_a_template_holds_the_day_renewed_and_of_people_nothing_but_codes() -> None:
    made = template()
    assert (made.visit.title_en, made.visit.last_day) == ("Day of talks", 1)
    assert [
        (row.code, row.start_day, row.end_day, row.status, row.pinned_date) for row in made.rows(ProgrammeItem)
    ] == [("07", 1, 1, "tentative", None), ("08", 1, 2, "tentative", None)]
    assert [(row.code, row.name_en, row.duty_phone) for row in made.rows(Participant)] == [("A1", "[A1]", "")]
    assert [(row.code, row.name_en, row.member_ids) for row in made.rows(Group)] == [("DEL", "DEL", ())]
    assert sorted(row.code for row in made.rows(Place)) == ["HALL", "OFF"]
    assert [row.plate for row in made.rows(Vehicle)] == [""]
    assert len(made.rows(Invitation)) == 2


def test_a_day_needs_items_and_a_template_a_name() -> None:
    with pytest.raises(PlanError, match="no item"):
        template_of_day(SOURCE, 1, "Empty", new_ids())
    with pytest.raises(PlanError, match="name"):
        template_of_day(SOURCE, 3, " ", new_ids())


def test_inserted_into_the_same_visit_it_finds_people_and_places_and_moves_nothing() -> None:
    after = inserted(SOURCE, 1)
    new = [row for row in after.rows(ProgrammeItem) if row not in SOURCE.rows(ProgrammeItem)]
    assert [(row.code, row.start_day, row.end_day, row.place_id, row.host_id) for row in new] == [
        ("11", 1, 1, HALL.id, GUEST.id), ("12", 1, 2, None, None),
    ]  # fmt: skip
    assert set(SOURCE.rows(ProgrammeItem)) < set(after.rows(ProgrammeItem))
    assert [list(after.invitations(row.id)) for row in new] == [[PARTY.id], [GUEST.id]]
    assert [row.actor_id for row in after.rows(Step)] == [GUEST.id, GUEST.id]
    assert (after.rows(Place), after.rows(Participant), after.visit) == (
        SOURCE.rows(Place), SOURCE.rows(Participant), SOURCE.visit,
    )  # fmt: skip
    assert len({row.uid for row in after.rows(ProgrammeItem)}) == 6


def test_in_another_visit_places_come_along_and_people_whom_it_lacks_do_not() -> None:
    plan = a_plan(a_visit(host_zone="Asia/Tokyo", last_day=2), a_place("OFF", name_en="Another office"))
    assert codes_lacking(plan, template()) == ("A1", "DEL")
    assert codes_lacking(SOURCE, template()) == ()
    after = inserted(plan, 3)
    talks, night = after.rows(ProgrammeItem)
    assert (talks.start_zone, night.end_zone) == ("Asia/Tokyo", "Asia/Makassar")
    office, hall = after.rows(Place)
    assert (office.name_en, hall.code, hall.parent_id, talks.place_id) == ("Another office", "HALL", office.id, hall.id)
    assert (after.rows(Invitation), after.rows(Participant), talks.host_id) == ((), (), None)
    assert [row.actor_id for row in after.rows(Step)] == [None]
    assert after.visit.last_day == 3, "a new day is one of the visit"


def test_the_same_template_can_be_inserted_twice() -> None:
    once = inserted(SOURCE, 1)
    twice = once.changed(insert_day(once, template(), 2, new_ids("twice")))
    check_whole(twice)
    assert [row.code for row in twice.rows(ProgrammeItem)] == [f"{number:02d}" for number in range(7, 15)]
