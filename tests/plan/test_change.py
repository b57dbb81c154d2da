"""The algebra of changes: done and undone is nothing, one after the other is both at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.plan.change import Change, Changes, put, removed, replaced
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.tables import TABLES
from tests.builders import a_person, a_place, a_plan, an_invitation, an_item

PEOPLE = [a_person(code) for code in ("A1", "A2", "A3")]
ITEMS = [an_item(code) for code in ("01", "02", "03")]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans over a few ids, so that two of them share rows, differ in rows and lack rows of each other."""
    rows: list[Participant | Place | ProgrammeItem | Invitation] = []
    names = st.sampled_from(["x", "y"])
    rows += [person._replace(name_en=draw(names)) for person in PEOPLE if draw(st.booleans())]
    rows += [item._replace(title_en=draw(names)) for item in ITEMS if draw(st.booleans())]
    rows += [a_place("P")] if draw(st.booleans()) else []
    pairs = [(item, person) for item in ITEMS for person in PEOPLE]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=5))
    rows += [an_invitation(item, person, optional=draw(st.booleans())) for item, person in chosen]
    return a_plan(*rows)


@given(plans(), plans())
def test_the_difference_leads_from_one_plan_to_the_other_and_back(old: Plan, new: Plan) -> None:
    changes = difference(old, new)
    assert old.changed(changes) == new
    assert new.changed(changes.inverse()) == old
    assert (changes == Changes()) is (old == new)


@given(plans(), plans(), plans())
def test_changes_add_up(first: Plan, second: Plan, third: Plan) -> None:
    together = difference(first, second) + difference(second, third)
    assert first.changed(together) == third
    assert set(together) == set(difference(first, third))
    assert len({(change.kind, change.id) for change in together}) == len(together)


@given(plans(), plans())
def test_there_and_back_is_nothing(old: Plan, new: Plan) -> None:
    changes = difference(old, new)
    assert changes + changes.inverse() == Changes()
    assert changes.inverse().inverse() == changes
    assert [change.id for change in changes.inverse()] == [change.id for change in reversed(changes)]


@given(plans(), plans())
def test_changed_leaves_the_plan_as_it_was(old: Plan, new: Plan) -> None:
    copy = Plan.of([*old.rows(Participant), *old.rows(ProgrammeItem), *old.rows(Place), *old.rows(Invitation)])
    old.changed(difference(old, new))
    for kind in (Participant, ProgrammeItem, Place, Invitation):
        assert old.table(kind) == copy.table(kind)


def test_a_change_that_the_plan_has_outrun_is_refused() -> None:
    item, other = an_item("01", title_en="first"), an_item("01", title_en="second")
    plan = a_plan(item)
    stale = [put(other), removed(other), replaced(other, item)]
    for change in stale:
        with pytest.raises(PlanError, match="has changed since this edit was prepared"):
            plan.changed(Changes([change]))
    with pytest.raises(PlanError, match="has changed since this edit was prepared"):
        plan.changed(Changes([removed(an_invitation(item, PEOPLE[0]))]))


def test_the_last_invitation_gone_leaves_no_trace() -> None:
    item, person = an_item(), a_person()
    invitation = an_invitation(item, person)
    plan = a_plan(item, person, invitation)
    assert plan.get(Invitation, invitation.id) == invitation
    without = plan.changed(Changes([removed(invitation)]))
    assert list(without.items_with_invitations()) == []
    assert without == a_plan(item, person)


def test_packed_invitations_are_unpacked_once_and_equal_plain_ones() -> None:
    item, person = an_item(), a_person()
    plain = a_plan(item, person, an_invitation(item, person, "head"))
    asked: list[str] = []

    def unpack(item_id: str, packed: object) -> dict[str, Invitation]:
        asked.append(item_id)
        assert packed == b"packed"
        return {person.id: an_invitation(item, person, "head")}

    tables = {kind: plain.table(kind) for kind in TABLES.values() if kind is not Invitation}
    packed = Plan(tables, {item.id: b"packed"}, unpack)
    assert list(packed.items_with_invitations()) == [item.id]
    assert asked == []
    assert packed == plain
    assert packed.invitations(item.id) == plain.invitations(item.id)
    assert asked == [item.id]


def test_touch_and_of_tell_kinds_apart() -> None:
    item, person = an_item(), a_person()
    changes = Changes([put(item), put(person)])
    assert changes.of(ProgrammeItem) == (Change(ProgrammeItem, item.id, None, item),)
    assert changes.touch(Place, Participant)
    assert not changes.touch(Place)
    assert Changes.merged([put(item), removed(item)]) == Changes()
