"""What a letter typed into the matrix does to invitations."""

from collections.abc import Mapping

import pytest

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.screen.schedule.attendance.role_edits import (
    Act,
    everywhere,
    taken_out,
    with_optional,
    with_role,
    with_roles,
)
from tests.builders import a_group, a_person, a_plan, an_invitation, an_item

ONE, TWO, THREE = a_person("A1"), a_person("A2"), a_person("A3")
DEL = a_group("DEL", [ONE, TWO])
ITEM, OTHER = an_item("01"), an_item("02")


def plan_with(*invitations: Invitation) -> Plan:
    return a_plan(ONE, TWO, THREE, DEL, ITEM, OTHER, *invitations)


def after(plan: Plan, person: Id, act: Act) -> Mapping[Id, Invitation]:
    return plan.changed(act(plan, person, ITEM.id)).invitations(ITEM.id)


def test_who_does_not_come_is_invited_with_the_role() -> None:
    assert after(plan_with(), THREE.id, with_roles("witness")) == {THREE.id: an_invitation(ITEM, THREE, "witness")}


def test_a_role_beside_a_group_is_an_invitation_of_ones_own_and_goes_with_the_letter_m() -> None:
    plan = plan_with(an_invitation(ITEM, DEL))
    both = {DEL.id: an_invitation(ITEM, DEL), ONE.id: an_invitation(ITEM, ONE, "witness")}
    assert after(plan, ONE.id, with_roles("witness")) == both
    plan = plan_with(*both.values())
    assert after(plan, ONE.id, with_roles()) == {DEL.id: an_invitation(ITEM, DEL)}


def test_a_letter_replaces_roles_and_with_shift_adds_or_takes_one() -> None:
    plan = plan_with(an_invitation(ITEM, ONE, "witness"))
    assert after(plan, ONE.id, with_roles("head"))[ONE.id].roles == ("head",)
    assert after(plan, ONE.id, with_role("head", held=True))[ONE.id].roles == ("witness", "head")
    assert after(plan, ONE.id, with_role("witness", held=False))[ONE.id].roles == ()
    assert after(plan, ONE.id, with_role("head", held=False)) == plan.invitations(ITEM.id)
    assert after(plan, TWO.id, with_role("head", held=False)) == plan.invitations(ITEM.id)


def test_taking_out_of_a_group_is_an_exception_and_coming_again_ends_it() -> None:
    plan = plan_with(an_invitation(ITEM, DEL))
    assert after(plan, ONE.id, taken_out) == {DEL.id: an_invitation(ITEM, DEL, without=[ONE])}
    plan = plan_with(an_invitation(ITEM, DEL, without=[ONE]))
    assert after(plan, ONE.id, with_roles()) == {DEL.id: an_invitation(ITEM, DEL)}


def test_a_role_of_the_whole_group_is_not_taken_from_one_alone() -> None:
    plan = plan_with(an_invitation(ITEM, DEL, "witness"))
    with pytest.raises(PlanError, match="Person A1 has this role with the group DEL"):
        with_roles()(plan, ONE.id, ITEM.id)
    found = after(plan, ONE.id, with_role("head", held=True))
    assert found[ONE.id] == an_invitation(ITEM, ONE, "head")
    assert found[DEL.id] == an_invitation(ITEM, DEL, "witness")


def test_optional_turns_and_turns_back() -> None:
    plan = plan_with(an_invitation(ITEM, THREE, "witness"))
    there = after(plan, THREE.id, with_optional(optional=True))
    assert there == {THREE.id: an_invitation(ITEM, THREE, "witness", optional=True)}
    assert after(plan_with(*there.values()), THREE.id, with_optional(optional=False)) == plan.invitations(ITEM.id)
    assert after(plan_with(), THREE.id, with_optional(optional=False)) == {}
    assert after(plan_with(), THREE.id, with_optional(optional=True)) == {
        THREE.id: an_invitation(ITEM, THREE, optional=True)
    }


def test_optional_takes_a_person_out_of_the_group() -> None:
    plan = plan_with(an_invitation(ITEM, DEL))
    changed = plan.changed(with_optional(optional=True)(plan, ONE.id, ITEM.id))
    assert [(id, coming.optional) for id, coming in attendees(changed, ITEM.id).items()] == [
        (TWO.id, False), (ONE.id, True),
    ]  # fmt: skip
    again = changed.changed(with_optional(optional=False)(changed, ONE.id, ITEM.id))
    assert not attendees(again, ITEM.id)[ONE.id].optional


def test_a_block_is_one_edit_and_one_refusal_leaves_all_as_it_was() -> None:
    plan = plan_with(an_invitation(ITEM, DEL))
    places = [(ONE.id, ITEM.id), (TWO.id, ITEM.id), (THREE.id, OTHER.id)]
    changed = plan.changed(everywhere(plan, places, taken_out))
    assert changed.invitations(ITEM.id) == {DEL.id: an_invitation(ITEM, DEL, without=[ONE, TWO])}
    witnesses = plan_with(an_invitation(OTHER, DEL, "witness"))
    with pytest.raises(PlanError):
        everywhere(witnesses, [(THREE.id, OTHER.id), (ONE.id, OTHER.id)], with_roles())
