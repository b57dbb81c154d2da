"""What the hard rules refuse, and what they leave to findings."""

from typing import Any

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Change, Changes, put, removed, replaced
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import Row
from tests.builders import (
    a_delegation,
    a_document,
    a_file,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    a_visit,
    an_id,
    an_invitation,
    an_item,
    an_override,
)

VISIT, AZ = a_visit(), a_delegation()
A1, A2 = a_person("A1", head=True), a_person("A2")
DEL = a_group("DEL", [A1, A2])
HOUSE = a_place("MIN")
ROOM = a_place("HALL", parent_id=HOUSE.id, exclusive=True)
ITEM = an_item("12", place_id=ROOM.id, host_id=A1.id)
COMES = an_invitation(ITEM, DEL, "witness", without=[A2])
STEP, CAR = a_step(ITEM, actor_id=A2.id), a_vehicle(ITEM, rear_right_id=A1.id)
PAPER = a_document(item_ids=(ITEM.id,), signatory_ids=(A1.id,))
PLAN = a_plan(VISIT, AZ, A1, A2, DEL, an_override(A2, A1), HOUSE, ROOM, ITEM, COMES, STEP, CAR, PAPER, a_file(PAPER))


def done(*changes: Change, plan: Plan = PLAN) -> Plan:
    """The plan after the changes, if the rules allow them."""
    all_of_them = Changes(changes)
    after = plan.changed(all_of_them)
    rules.check(plan, all_of_them, after)
    return after


def test_a_sound_plan_is_sound() -> None:
    rules.check_whole(PLAN)


@pytest.mark.parametrize(
    ("before", "fields", "sentence"),
    [
        (ITEM, {"start_zone": "Asia/Atlantis"}, "“Asia/Atlantis” is not a time zone such as Asia/Jakarta."),
        (ITEM, {"start_zone": ""}, "“” is not a time zone such as Asia/Jakarta."),
        (ITEM, {"end_zone": "asia/jakarta"}, "“asia/jakarta” is not a time zone such as Asia/Jakarta."),
        (ITEM, {"end_zone": "../etc/passwd"}, "“../etc/passwd” is not a time zone such as Asia/Jakarta."),
        (ITEM, {"start_time": "24:00"}, "“24:00” is not a time such as 09:15."),
        (ITEM, {"start_time": "9:15"}, "“9:15” is not a time such as 09:15."),
        (ITEM, {"end_time": "٠٩:١٥"}, "“٠٩:١٥” is not a time such as 09:15."),
        (ITEM, {"pinned_date": "2017-02-29"}, "“2017-02-29” is not a date such as 2017-07-24."),
        (ITEM, {"pinned_date": "20170724"}, "“20170724” is not a date such as 2017-07-24."),
        (ITEM, {"pinned_date": "9999-12-31"}, "“9999-12-31” is not a date such as 2017-07-24."),
        (ITEM, {"start_day": 1_000_000}, "Day 1000000 is too far from the visit."),
        (ITEM, {"kind": "party"}, "“party” is not in the list for kind."),
        (ITEM, {"status": ""}, "“” is not in the list for status."),
        (ITEM, {"travel_minutes": True}, "“Item 12” cannot hold this in travel_minutes."),
        (ITEM, {"travel_minutes": 2**60}, "“Item 12” cannot hold this in travel_minutes."),
        (ITEM, {"start_day": None}, "“Item 12” cannot do without its start_day."),
        (ITEM, {"dress": 5}, "“Item 12” cannot hold this in dress."),
        (ITEM, {"title_en": "bell\x07"}, "“bell\ufffd” holds a character that cannot be printed in title_en."),
        (ITEM, {"title_id": "two\nlines"}, "“Item 12” holds a character that cannot be printed in title_id."),
        (PAPER, {"remarks": "tab\there"}, "“Document DOC1” holds a character that cannot be printed in remarks."),
        (ITEM, {"title_id": "half \ud800"}, "“Item 12” holds a character that cannot be printed in title_id."),
        (ITEM, {"title_id": "\ufffe"}, "“Item 12” holds a character that cannot be printed in title_id."),
        (ITEM, {"title_id": "\x85"}, "“Item 12” holds a character that cannot be printed in title_id."),
        (ITEM, {"title_id": "\u2028"}, "“Item 12” holds a character that cannot be printed in title_id."),
        (ITEM, {"uid": "other"}, "An item keeps the name that calendars know it by."),
        (ITEM, {"code": " "}, "Every item needs a number."),
        (ITEM, {"place_id": an_id("nowhere")}, "“Item 12” refers to something that the plan does not hold."),
        (ITEM, {"place_id": A1.id}, "“Item 12” refers to something that the plan does not hold."),
        (ITEM, {"host_id": ""}, "“Item 12” refers to something that the plan does not hold."),
        (A2, {"delegation_id": an_id("none")}, "“Person A2” refers to something that the plan does not hold."),
        (A2, {"head": 1}, "“Person A2” cannot hold this in head."),
        (A2, {"head": True}, "“Delegation AZ” already has a head."),
        (A2, {"name_approved_at": "2017-07-10"}, "“2017-07-10” is not a moment such as 2017-07-10T02:15:00Z."),
        (A2, {"speaks": ["en"]}, "“Person A2” cannot hold this in speaks."),
        (A2, {"speaks": ("en", "en")}, "“Person A2” names the same twice in speaks."),
        (DEL, {"member_ids": (A1.id, an_id("x"))}, "“Group DEL” refers to something that the plan does not hold."),
        (COMES, {"roles": ("guest",)}, "“guest” is not in the list for roles."),
        (COMES, {"exception_ids": (DEL.id,)}, "“” refers to something that the plan does not hold."),
        (HOUSE, {"parent_id": HOUSE.id}, "“Place MIN” cannot lie within itself."),
        (HOUSE, {"parent_id": ROOM.id}, "“Place MIN” cannot lie within itself."),
        (PAPER, {"dated": "24 July"}, "“24 July” is not a date such as 2017-07-24."),
        (VISIT, {"anchor_date": None}, "A visit with fixed dates needs the date of its day 1."),
        (VISIT, {"dates": "window"}, "A visit without fixed dates needs a window or a planning date."),
        (VISIT, {"marking": "x" * 61}, "A marking stands in a footer: 60 characters at most."),
        (VISIT, {"organizer_email": "office"}, "“office” is not a mail address such as protocol@visit.example."),
        (VISIT, {"last_day": 0}, "The last day of the visit comes before its first day."),
        (VISIT, {"window_start": "2017-07-21", "window_end": "2017-07-20"}, "The window ends before it starts."),
    ],
)  # fmt: skip
def test_refused(before: Any, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(PlanError) as refused:
        done(replaced(before, before._replace(**fields)))
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("before", "fields"),
    [
        (ITEM, {"end_time": "08:00"}),
        (ITEM, {"end_day": -1}),
        (ITEM, {"remarks_internal": "two\nlines", "alternate": "indoors\nor later"}),
        (ITEM, {"title_en": "no-break\u00a0space, ə, 日本, عربي, \U0001f91d"}),
        (ITEM, {"title_en": ""}),
        (ITEM, {"code": "12a", "place_id": None, "host_id": None}),
        (HOUSE, {"address": "Jl. Jend. Sudirman Kav. 69\nJakarta"}),
        (A1, {"head": False}),
        (COMES, {"roles": ("aide", "witness"), "exception_ids": ()}),
        (VISIT, {"dates": "window", "window_start": "2017-07-21", "window_end": "2017-07-21"}),
    ],
)
def test_left_to_findings(before: Any, fields: dict[str, Any]) -> None:
    assert done(replaced(before, before._replace(**fields))) != PLAN


NEW = an_item("13")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (NEW._replace(id="13"), "“13” cannot be an id."),
        (NEW._replace(id=NEW.id.upper()), f"“{NEW.id.upper()}” cannot be an id."),
        (NEW._replace(code="12"), "The number 12 is taken by another item."),
        (NEW._replace(uid=ITEM.uid), "Item 13 needs a calendar name of its own."),
        (NEW._replace(uid=""), "Item 13 needs a calendar name of its own."),
        (a_visit(id=an_id("second")), "A plan is about exactly one visit."),
        (an_override(A1, A1), "Nobody can be placed before himself or herself."),
        (Invitation(ITEM.id, A1.id, DEL.id), "An invitation is for one participant or for one group."),
        (an_invitation(NEW, A1), "“” refers to something that the plan does not hold."),
        (a_step(NEW), "“Cue 0” refers to something that the plan does not hold."),
    ],
)
def test_new_rows_refused(row: Row, sentence: str) -> None:
    with pytest.raises(PlanError) as refused:
        done(put(row))
    assert str(refused.value) == sentence


def test_an_invitation_for_nobody_is_refused() -> None:
    with pytest.raises(PlanError, match="for one participant or for one group"):
        done(put(Invitation(ITEM.id, None, None)))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (AZ, "“Delegation AZ” cannot go while “Person A1” refers to it."),
        (A1, "“Person A1” cannot go while “Group DEL” refers to it."),
        (DEL, "“Group DEL” cannot go while “” refers to it."),
        (HOUSE, "“Place MIN” cannot go while “Place HALL” refers to it."),
        (ROOM, "“Place HALL” cannot go while “Item 12” refers to it."),
        (ITEM, "“Item 12” cannot go while “Cue 0” refers to it."),
        (PAPER, "“Document DOC1” cannot go while “text.pdf” refers to it."),
        (VISIT, "A plan is about exactly one visit."),
    ],
)
def test_nothing_referenced_may_vanish(row: Row, sentence: str) -> None:
    with pytest.raises(PlanError) as refused:
        done(removed(row))
    assert str(refused.value) == sentence


def test_what_nobody_names_may_go() -> None:
    without = done(removed(COMES), removed(STEP), removed(CAR), removed(a_file(PAPER)), removed(PAPER), removed(ITEM))
    assert without == a_plan(VISIT, AZ, A1, A2, DEL, an_override(A2, A1), HOUSE, ROOM)


def test_an_invitation_that_stays_without_its_item_is_found() -> None:
    item, person = an_item("20"), a_person()
    plan = a_plan(item, person, an_invitation(item, person))
    with pytest.raises(PlanError, match="“Item 20” cannot go while"):
        done(removed(item), plan=plan)


def test_the_head_may_change_in_one_edit() -> None:
    after = done(replaced(A1, A1._replace(head=False)), replaced(A2, A2._replace(head=True)))
    assert after.find(type(A2), A2.id).head


def test_a_row_keeps_what_it_is_known_by() -> None:
    other = ITEM._replace(id=an_id("another"))
    with pytest.raises(PlanError, match="cannot change what a row is known by"):
        done(Change(type(ITEM), ITEM.id, ITEM, other))


def test_places_put_in_a_ring_at_once_are_found() -> None:
    """Also where the first one looked at only leads into the ring."""
    outside, first, second = a_place("A"), a_place("B"), a_place("C")
    ring = (
        outside._replace(parent_id=first.id),
        first._replace(parent_id=second.id),
        second._replace(parent_id=first.id),
    )
    with pytest.raises(PlanError, match="cannot lie within itself"):
        done(*(put(place) for place in ring))


def test_an_item_and_a_person_gone_at_once_leave_no_invitation_elsewhere() -> None:
    here, there, person = an_item("20"), an_item("21"), a_person()
    kept = an_invitation(there, person)
    plan = a_plan(here, there, person, kept)
    with pytest.raises(PlanError, match="“Person A1” cannot go while"):
        done(removed(here), removed(person), plan=plan)
    assert done(removed(here), removed(person), removed(kept), plan=plan) == a_plan(there)


def test_only_what_changes_is_looked_at() -> None:
    """A plan that an older program left unsound can still be mended field by field."""
    unsound = ITEM._replace(title_id="two\nlines")
    plan = a_plan(VISIT, AZ, A1, HOUSE, ROOM, unsound)
    mended = unsound._replace(title_id="one line")
    assert done(replaced(unsound, unsound._replace(dress="psl")), plan=plan) != plan
    assert done(replaced(unsound, mended), plan=plan) == a_plan(VISIT, AZ, A1, HOUSE, ROOM, mended)
    with pytest.raises(PlanError, match="cannot be printed in title_id"):
        rules.check_whole(plan)


def test_a_true_number_is_not_a_flag() -> None:
    """1 == True in Python, but not in the file."""
    with pytest.raises(PlanError, match="cannot hold this in optional"):
        done(replaced(COMES._replace(), COMES._replace(optional=0)))  # type: ignore[arg-type]
