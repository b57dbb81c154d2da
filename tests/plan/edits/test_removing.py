"""Removing a row takes along what cannot stay without it and loosens the rest."""

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.edits.general import GoesWith, edit, remove, remove_all, what_goes_with
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
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

VISIT, AZ, ID = a_visit(), a_delegation(), a_delegation("ID", side="host")
A1, A2, I1 = a_person("A1"), a_person("A2"), a_person("I1", ID)
DEL = a_group("DEL", [A1, A2])
HOUSE = a_place("MIN")
ROOM = a_place("HALL", parent_id=HOUSE.id)
ITEM = an_item("12", place_id=ROOM.id, to_place_id=HOUSE.id, host_id=I1.id, in_charge_id=A1.id)
COMES, HEAD = an_invitation(ITEM, DEL, without=[A2, A1]), an_invitation(ITEM, A1, "head")
OVERRIDE = an_override(A1, A2)
STEP, CAR = a_step(ITEM, actor_id=A1.id), a_vehicle(ITEM, rear_right_id=A1.id, front_id=A2.id, other_ids=(I1.id, A1.id))
MOU = a_document("DOC1", signatory_ids=(I1.id, A1.id), item_ids=(ITEM.id,))
POWERS = a_document("DOC2", concerns_id=MOU.id, concerns_participant_id=A1.id)
FILE = a_file(MOU)
ROWS: tuple[Row, ...] = (
    VISIT, AZ, ID, A1, A2, I1, DEL, OVERRIDE, HOUSE, ROOM, ITEM, COMES, HEAD, STEP, CAR, MOU, POWERS, FILE,
)  # fmt: skip
PLAN = a_plan(*ROWS)


def done(changes: Changes) -> Plan:
    after = PLAN.changed(changes)
    rules.check(PLAN, changes, after)
    rules.check_whole(after)
    assert after.changed(changes.inverse()) == PLAN
    return after


def test_a_person_goes_with_invitation_and_order_and_is_taken_out_everywhere() -> None:
    after = done(remove(PLAN, Participant, A1.id))
    assert after == a_plan(
        VISIT, AZ, ID, A2, I1, DEL._replace(member_ids=(A2.id,)), HOUSE, ROOM, ITEM._replace(in_charge_id=None),
        COMES._replace(exception_ids=(A2.id,)), STEP._replace(actor_id=None),
        CAR._replace(rear_right_id=None, other_ids=(I1.id,)), MOU._replace(signatory_ids=(I1.id,)),
        POWERS._replace(concerns_participant_id=None), FILE,
    )  # fmt: skip
    assert what_goes_with(PLAN, Participant, A1.id) == GoesWith(
        removed={Invitation: 1, OrderOverride: 1},
        unlinked={Group: 1, ProgrammeItem: 1, Invitation: 1, Step: 1, Vehicle: 1, Document: 2},
    )


def test_an_item_goes_with_steps_vehicles_and_invitations() -> None:
    assert done(remove(PLAN, ProgrammeItem, ITEM.id)) == a_plan(
        VISIT, AZ, ID, A1, A2, I1, DEL, OVERRIDE, HOUSE, ROOM, MOU._replace(item_ids=()), POWERS, FILE
    )
    assert what_goes_with(PLAN, ProgrammeItem, ITEM.id) == GoesWith(
        removed={Invitation: 2, Step: 1, Vehicle: 1}, unlinked={Document: 1}
    )


def test_a_delegation_goes_with_its_people_and_what_goes_with_them() -> None:
    after = done(remove(PLAN, Delegation, AZ.id))
    assert after == a_plan(
        VISIT, ID, I1, DEL._replace(member_ids=()), HOUSE, ROOM, ITEM._replace(in_charge_id=None),
        COMES._replace(exception_ids=()), STEP._replace(actor_id=None),
        CAR._replace(rear_right_id=None, front_id=None, other_ids=(I1.id,)), MOU._replace(signatory_ids=(I1.id,)),
        POWERS._replace(concerns_participant_id=None), FILE,
    )  # fmt: skip


def test_a_place_leaves_its_rooms_and_items() -> None:
    after = done(remove(PLAN, Place, HOUSE.id))
    assert after.find(Place, ROOM.id) == ROOM._replace(parent_id=None)
    assert after.find(ProgrammeItem, ITEM.id) == ITEM._replace(to_place_id=None)
    both = done(remove_all(PLAN, Place, [HOUSE.id, ROOM.id]))
    assert both.find(ProgrammeItem, ITEM.id) == ITEM._replace(place_id=None, to_place_id=None)


def test_a_document_goes_with_its_files() -> None:
    after = done(remove(PLAN, Document, MOU.id))
    assert (after.rows(Document), after.rows(DocumentFile)) == ((POWERS._replace(concerns_id=None),), ())


def test_a_group_goes_with_its_invitations() -> None:
    changes = remove(PLAN, Group, DEL.id)
    assert {change.id for change in changes} == {DEL.id, COMES.id}
    done(changes)


def test_the_same_changes_in_every_run() -> None:
    ids = [change.id for change in remove(PLAN, Delegation, AZ.id) if change.kind is Participant]
    assert ids == sorted([A1.id, A2.id])


def test_what_is_not_there_cannot_go() -> None:
    with pytest.raises(PlanError, match="no longer holds"):
        remove(PLAN, Place, an_id("nowhere"))


@pytest.mark.parametrize(
    ("kind", "id", "values", "sentence"),
    [
        (Place, ROOM.id, {"colour": "red"}, "There is nothing called colour that could be set here."),
        (Place, ROOM.id, {"id": an_id("x")}, "There is nothing called id that could be set here."),
        (ProgrammeItem, ITEM.id, {"uid": "x"}, "There is nothing called uid that could be set here."),
        (Place, ROOM.id, {"outdoor": "yes"}, "“Place HALL” cannot hold this in outdoor."),
        (ProgrammeItem, ITEM.id, {"start_time": "25:00"}, "“25:00” is not a time such as 09:15."),
        (Visit, VISIT.id, {"anchor_date": "soon"}, "“soon” is not a date such as 2017-07-24."),
        (Place, an_id("nowhere"), {}, "The plan no longer holds what this edit speaks of. Look again and repeat it."),
    ],
)
def test_a_form_is_refused(kind: type[Row], id: str, values: dict[str, object], sentence: str) -> None:
    with pytest.raises(PlanError) as refused:
        edit(PLAN, kind, id, values)
    assert str(refused.value) == sentence


def test_a_form_sets_several_fields_and_takes_lists() -> None:
    after = done(edit(PLAN, Participant, A2.id, {"speaks": ["az", "en"], "diet": None, "head": True}))
    assert after.find(Participant, A2.id) == A2._replace(speaks=("az", "en"), head=True)
    assert edit(PLAN, Participant, A2.id, {"speaks": [], "name_en": "Person A2"}) == Changes()
