"""Participants, delegations, places, steps, vehicles and documents."""

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, OrderOverride
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits import delegations, documents, participants, places, steps, vehicles
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import INSTRUMENT_CHAIN, DocumentState
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Step, Vehicle
from tests.builders import (
    a_delegation,
    a_document,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_vehicle,
    an_id,
    an_invitation,
    an_item,
    an_override,
    new_ids,
)

AZ, ID = a_delegation(), a_delegation("ID", side="host", position=4)
A1, A2, I1 = a_person("AZ1", head=True), a_person("AZ3"), a_person("I1", ID, head=True)
DEL, ITEM, HOUSE = a_group("DEL", [A1, A2]), an_item(), a_place("MIN", city="Jakarta", office=True)
MOU = a_document("DOC1", kind="instrument", state="draft")
LETTER = a_document("DOC2", kind="letter", item_ids=(ITEM.id,), signatory_ids=(A1.id,))
PLAN = a_plan(
    AZ, ID, A1, A2, I1, DEL, ITEM, HOUSE, MOU, LETTER, a_vehicle(ITEM, 2, front_id=A1.id, rear_right_id=I1.id),
    an_invitation(ITEM, DEL), an_invitation(ITEM, A1, "head"), an_override(A2, A1),
)  # fmt: skip
NEW = an_id("new 1")


def done(changes: Changes, plan: Plan = PLAN) -> Plan:
    after = plan.changed(changes)
    rules.check(plan, changes, after)
    return after


def heads(plan: Plan) -> set[str]:
    return {row.code for row in plan.rows(Participant) if row.head}


def test_a_new_participant_gets_the_free_code() -> None:
    after = done(participants.add_participant(PLAN, AZ.id, "[Expert]", new_ids(), rank_code="support"))
    assert after.find(Participant, NEW) == Participant(NEW, "AZ2", AZ.id, "[Expert]", rank_code="support")


def test_one_head_takes_over_from_another() -> None:
    assert heads(done(participants.make_head(PLAN, A2.id))) == {"AZ3", "I1"}
    assert participants.make_head(PLAN, A1.id) == Changes()
    moved = done(participants.edit_participant(PLAN, A1.id, {"delegation_id": ID.id}))
    assert heads(moved) == {"AZ1"}
    assert heads(done(participants.edit_participant(PLAN, A1.id, {"head": False}))) == {"I1"}


def test_removed_for_good() -> None:
    after = done(participants.remove_participant(PLAN, A1.id))
    assert after.find(Document, LETTER.id).signatory_ids == ()
    assert after.rows(OrderOverride) == ()


def test_the_order_set_by_hand_needs_a_reason_and_one_delegation() -> None:
    at = "2017-07-10T02:15:00Z"
    first = done(participants.place_before(PLAN, A1.id, A2.id, "Age", new_ids(), set_by="[LO]", set_at=at))
    assert first.find(OrderOverride, NEW) == OrderOverride(NEW, A1.id, A2.id, "Age", "[LO]", at)
    again = done(participants.place_before(PLAN, A2.id, A1.id, "Seniority", new_ids()))
    assert again.rows(OrderOverride) == (an_override(A2, A1, reason="Seniority"),)
    assert done(participants.order_by_rule(PLAN, A2.id)).rows(OrderOverride) == ()
    with pytest.raises(PlanError, match="Give the reason"):
        participants.place_before(PLAN, A1.id, A2.id, " ", new_ids())
    with pytest.raises(PlanError, match="within one delegation"):
        participants.place_before(PLAN, A1.id, I1.id, "Age", new_ids())


def test_delegations_places_rooms_steps_and_vehicles() -> None:
    after = done(delegations.add_delegation(PLAN, "SBY", "Surabaya", new_ids(), side="host"))
    assert after.find(Delegation, NEW) == Delegation(NEW, "SBY", "Surabaya", side="host", position=5)
    after = done(places.add_place(PLAN, "GYD", "Baku Airport", new_ids(), zone="Asia/Baku", iata="GYD"))
    assert after.find(Place, NEW) == Place(NEW, "GYD", "Baku Airport", zone="Asia/Baku", iata="GYD")
    after = done(steps.add_step(PLAN, ITEM.id, 5, "Applause", new_ids(), actor_id=I1.id))
    assert after.rows(Step) == (Step(NEW, ITEM.id, 5, "Applause", actor_id=I1.id),)
    after = done(vehicles.add_vehicle(PLAN, ITEM.id, "Minibus", new_ids(), seats=8))
    assert after.find(Vehicle, NEW) == Vehicle(NEW, ITEM.id, 3, "Minibus", seats=8)


def test_an_instrument_walks_its_chain_to_the_end() -> None:
    plan, seen = PLAN, [MOU.state]
    while changes := documents.advance_state(plan, MOU.id):
        plan = done(changes, plan)
        seen.append(plan.find(Document, MOU.id).state)
    assert tuple(seen) == INSTRUMENT_CHAIN[1:]


@pytest.mark.parametrize(
    ("kind", "state", "step", "following"),
    [
        ("instrument", "initialled", 6, "locked"),
        ("instrument", "withdrawn", None, None),
        ("letter", "planned", 0, "draft"),
        ("letter", "requested", 2, "received"),
        ("note_verbale", "cleared", 3, "acknowledged"),
        ("programme", "issued", 3, "acknowledged"),
        ("letter", "acknowledged", 4, None),
        ("full_powers", "not_required", None, None),
    ],
)
def test_steps_of_the_chains(
    kind: str, state: DocumentState, step: int | None, following: DocumentState | None
) -> None:
    paper = a_document(kind=kind, state=state)
    assert (documents.step_of(paper), documents.next_state(paper)) == (step, following)


def test_unlocking_and_taking_out_need_a_reason() -> None:
    locked = done(documents.edit_document(PLAN, MOU.id, {"state": "printed"}))
    with pytest.raises(PlanError, match="why “Document DOC1” is unlocked"):
        documents.set_state(locked, MOU.id, "accepted")
    with pytest.raises(PlanError, match="why “Document DOC2” is taken out"):
        documents.set_state(PLAN, LETTER.id, "withdrawn")
    after = done(documents.set_state(locked, MOU.id, "accepted", "A word was wrong"), locked)
    assert after.find(Document, MOU.id) == MOU._replace(state="accepted", state_reason="A word was wrong")
    assert done(documents.set_state(locked, MOU.id, "locked"), locked).find(Document, MOU.id).state == "locked"


def test_both_acceptances_make_it_accepted() -> None:
    one = done(documents.record_acceptance(PLAN, MOU.id, "guest", "note verbale", "0123", "2017-07-12"))
    assert one.find(Document, MOU.id) == MOU._replace(
        guest_acceptance_channel="note verbale", guest_acceptance_number="0123", guest_acceptance_date="2017-07-12"
    )
    both = done(documents.record_acceptance(one, MOU.id, "host", "letter", "B-1", "2017-07-13"), one)
    assert both.find(Document, MOU.id).state == "accepted"
    for state in ("initialled", "signed"):
        later = done(documents.edit_document(both, MOU.id, {"state": state}), both)
        again = done(documents.record_acceptance(later, MOU.id, "host", "letter", "B-2", "2017-07-13"), later)
        assert again.find(Document, MOU.id).state == state
    with pytest.raises(PlanError, match="“soon” is not a date"):
        documents.record_acceptance(PLAN, MOU.id, "guest", "note", "1", "soon")


def test_a_new_document_gets_the_free_code() -> None:
    after = done(documents.add_document(PLAN, "Gift list", new_ids(), kind="list"))
    assert after.find(Document, NEW) == Document(NEW, "DOC3", "Gift list", kind="list")


def test_a_name_takes_the_place_of_a_role_in_every_language() -> None:
    role = A2._replace(name_en="[Aide]", name_id="[Ajudan]", name_az="[Köməkçi]")
    plan = a_plan(AZ, role)
    named = plan.changed(participants.edit_participant(plan, role.id, {"name_id": "Banu Ali"})).find(
        Participant, role.id
    )
    assert (named.name_en, named.name_id, named.name_az) == ("", "Banu Ali", "")
    again = participants.edit_participant(plan, role.id, {"name_id": "[Asisten]"})
    assert plan.changed(again).find(Participant, role.id).name_en == "[Aide]"


def test_what_is_added_is_named_in_a_language() -> None:
    changes = participants.add_participant(PLAN, ID.id, "[Peserta]", new_ids(), in_language="id", language="az")
    made = PLAN.changed(changes).find(Participant, changes[0].id)
    assert (made.name_en, made.name_id, made.language) == ("", "[Peserta]", "az")
