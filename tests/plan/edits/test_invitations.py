"""Inviting and leaving out, alone and with groups."""

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.change import Changes, removed
from delegation_planner.plan.edits import groups, invitations
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import Row
from tests.builders import a_group, a_person, a_plan, an_id, an_invitation, an_item, joining, leaving, new_ids

A1, A2, A3 = (a_person(code) for code in ("A1", "A2", "A3"))
DEL, CORE = a_group("DEL", [A1, A2]), a_group("CORE", [A1])
ITEM = an_item()
ROWS: tuple[Row, ...] = (A1, A2, A3, DEL, CORE, ITEM)
EMPTY = a_plan(*ROWS)


def done(plan: Plan, changes: Changes) -> Plan:
    after = plan.changed(changes)
    rules.check(plan, changes, after)
    return after


def with_invitations(*rows: Invitation) -> Plan:
    return a_plan(*ROWS, *rows)


def present(plan: Plan) -> dict[str, tuple[str, ...]]:
    codes = {person.id: person.code for person in (A1, A2, A3)}
    return {codes[id]: one.roles for id, one in attendees(plan, ITEM.id).items()}


def test_inviting_people_and_groups() -> None:
    plan = done(EMPTY, invitations.invite(EMPTY, ITEM.id, DEL.id))
    plan = done(plan, invitations.invite(plan, ITEM.id, A3.id, ["greeter"], optional=True))
    assert plan == with_invitations(an_invitation(ITEM, DEL), an_invitation(ITEM, A3, "greeter", optional=True))
    assert invitations.invite(plan, ITEM.id, DEL.id) == Changes()


def test_inviting_again_adds_roles_and_makes_sure() -> None:
    plan = with_invitations(an_invitation(ITEM, A3, "greeter", optional=True))
    again = done(plan, invitations.invite(plan, ITEM.id, A3.id, ["witness", "greeter"]))
    assert again == with_invitations(an_invitation(ITEM, A3, "greeter", "witness"))


@pytest.mark.parametrize("invitee", [an_id("nobody"), ITEM.id])
def test_only_people_and_groups_are_invited(invitee: str) -> None:
    with pytest.raises(PlanError):
        invitations.invite(EMPTY, ITEM.id, invitee)


def test_only_known_roles_are_given() -> None:
    with pytest.raises(PlanError, match="“guest” is not in the list for roles"):
        invitations.invite(EMPTY, ITEM.id, A1.id, ["guest"])  # type: ignore[list-item]


def test_somebody_left_out_comes_with_the_group_again() -> None:
    plan = with_invitations(an_invitation(ITEM, DEL, without=[A2]))
    assert done(plan, invitations.invite(plan, ITEM.id, A2.id)) == with_invitations(an_invitation(ITEM, DEL))
    with_role = done(plan, invitations.invite(plan, ITEM.id, A2.id, ["aide"]))
    assert present(with_role) == {"A1": (), "A2": ("aide",)}


def test_uninvited_is_out_whatever_brought_him() -> None:
    plan = with_invitations(an_invitation(ITEM, DEL), an_invitation(ITEM, CORE), an_invitation(ITEM, A1, "head"))
    after = done(plan, invitations.uninvite(plan, ITEM.id, A1.id))
    assert present(after) == {"A2": ()}
    assert present(done(plan, invitations.uninvite(plan, ITEM.id, CORE.id))) == {"A1": ("head",), "A2": ()}
    assert invitations.uninvite(plan, ITEM.id, A3.id) == Changes()


def test_roles_of_somebody_who_comes_with_a_group() -> None:
    plan = with_invitations(an_invitation(ITEM, DEL))
    given = done(plan, invitations.set_roles(plan, ITEM.id, A1.id, ["head", "signatory"]))
    assert given == with_invitations(an_invitation(ITEM, DEL), an_invitation(ITEM, A1, "head", "signatory"))
    assert done(given, invitations.set_roles(given, ITEM.id, A1.id, [])) == plan
    assert invitations.set_roles(plan, ITEM.id, A1.id, []) == Changes()
    optional = with_invitations(an_invitation(ITEM, DEL), an_invitation(ITEM, A1, "head", optional=True))
    assert done(optional, invitations.set_roles(optional, ITEM.id, A1.id, [])) == with_invitations(
        an_invitation(ITEM, DEL), an_invitation(ITEM, A1, optional=True)
    )
    with pytest.raises(PlanError, match="Invite first"):
        invitations.set_roles(plan, ITEM.id, A3.id, ["aide"])


def test_roles_taken_from_somebody_who_comes_alone_leave_the_invitation() -> None:
    plan = with_invitations(an_invitation(ITEM, A3, "aide"))
    assert done(plan, invitations.set_roles(plan, ITEM.id, A3.id, [])) == with_invitations(an_invitation(ITEM, A3))


def test_exceptions_and_options() -> None:
    plan = with_invitations(an_invitation(ITEM, DEL))
    without = done(plan, invitations.add_exception(plan, ITEM.id, DEL.id, A2.id))
    assert without == with_invitations(an_invitation(ITEM, DEL, without=[A2]))
    assert invitations.add_exception(without, ITEM.id, DEL.id, A2.id) == Changes()
    assert done(without, invitations.remove_exception(without, ITEM.id, DEL.id, A2.id)) == plan
    assert done(plan, invitations.set_optional(plan, ITEM.id, DEL.id, optional=True)) == with_invitations(
        an_invitation(ITEM, DEL, optional=True)
    )
    with pytest.raises(PlanError, match="no longer holds"):
        invitations.add_exception(plan, ITEM.id, CORE.id, A1.id)


def test_groups_grow_shrink_and_go() -> None:
    plan = with_invitations(an_invitation(ITEM, DEL))
    grown = done(plan, joining(plan, DEL.id, A3.id))
    assert present(grown) == {"A1": (), "A2": (), "A3": ()}
    assert joining(grown, DEL.id, A3.id) == Changes()
    assert done(grown, leaving(grown, DEL.id, A3.id)) == plan
    gone = groups.remove_group(plan, DEL.id)
    assert set(gone) == {removed(DEL), removed(an_invitation(ITEM, DEL))}
    added = done(plan, groups.add_group("NEW", "New", [A3.id], new_ids()))
    assert added.find(type(DEL), an_id("new 1")).member_ids == (A3.id,)
