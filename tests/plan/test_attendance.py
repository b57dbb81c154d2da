"""Who attends: groups expanded, exceptions left out, roles of all invitations together."""

from delegation_planner.plan.attendance import Attendance, attendees
from tests.builders import a_group, a_person, a_plan, an_invitation, an_item

A1, A2, A3, B1 = (a_person(code) for code in ("A1", "A2", "A3", "B1"))
DEL = a_group("DEL", [A1, A2, A3])
CORE = a_group("CORE", [A1, A2])
ITEM, OTHER = an_item("01"), an_item("02")


def test_a_group_comes_without_its_exceptions() -> None:
    plan = a_plan(A1, A2, A3, B1, DEL, ITEM, OTHER, an_invitation(ITEM, DEL, without=[A2]), an_invitation(OTHER, B1))
    assert attendees(plan, ITEM.id) == {A1.id: Attendance(A1.id, (), False), A3.id: Attendance(A3.id, (), False)}
    assert list(attendees(plan, OTHER.id)) == [B1.id]


def test_roles_add_up_without_repeating() -> None:
    invitations = (
        an_invitation(ITEM, DEL, "greeter"),
        an_invitation(ITEM, CORE, "greeter", "witness"),
        an_invitation(ITEM, A1, "head", "witness"),
    )
    plan = a_plan(A1, A2, A3, DEL, CORE, ITEM, *invitations)
    found = attendees(plan, ITEM.id)
    assert {id: one.roles for id, one in found.items()} == {
        A1.id: ("greeter", "witness", "head"),
        A2.id: ("greeter", "witness"),
        A3.id: ("greeter",),
    }
    assert list(found) == [A1.id, A2.id, A3.id]


def test_optional_only_if_every_invitation_says_so() -> None:
    invitations = (
        an_invitation(ITEM, DEL, optional=True),
        an_invitation(ITEM, A1),
        an_invitation(ITEM, B1, optional=True),
    )
    plan = a_plan(A1, A2, A3, B1, DEL, ITEM, *invitations)
    assert {id: one.optional for id, one in attendees(plan, ITEM.id).items()} == {
        A1.id: False,
        A2.id: True,
        A3.id: True,
        B1.id: True,
    }


def test_left_out_of_one_group_but_brought_by_another() -> None:
    plan = a_plan(A1, A2, A3, DEL, CORE, ITEM, an_invitation(ITEM, DEL, without=[A1]), an_invitation(ITEM, CORE))
    assert set(attendees(plan, ITEM.id)) == {A1.id, A2.id, A3.id}


def test_nobody_is_invited() -> None:
    assert attendees(a_plan(ITEM), ITEM.id) == {}
