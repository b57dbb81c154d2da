"""The index that followed the changes is the index built anew."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.index import Index
from delegation_planner.plan.plan import Plan
from tests.builders import a_group, a_person, a_place, a_plan, a_step, a_vehicle, an_invitation, an_item

PEOPLE = [a_person(code) for code in ("A1", "A2", "A3", "A4")]
PLACES = [a_place(code) for code in ("P", "Q")]
GROUP = a_group("DEL", PEOPLE[:2])


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans over the same people and places, with other items, groups and invitations each."""
    rows: list[Any] = [*PEOPLE, *PLACES]
    groups: list[Any] = []
    for code in ("DEL", "CORE"):
        members = draw(st.lists(st.sampled_from(PEOPLE), unique=True))
        groups.append(a_group(code, members))
    rows += groups
    for code in ("01", "02", "03"):
        if draw(st.booleans()):
            continue
        day = draw(st.integers(0, 2))
        where = st.sampled_from([None, *(place.id for place in PLACES)])
        item = an_item(code, day, end_day=day + draw(st.integers(-1, 2)), place_id=draw(where), to_place_id=draw(where))
        somebody = st.sampled_from([None, *(person.id for person in PEOPLE)])
        rows.append(item._replace(host_id=draw(somebody), in_charge_id=draw(somebody)))
        rows += [a_step(item, minute, actor_id=draw(somebody)) for minute in (0, 5)]
        rows.append(a_vehicle(item, rear_left_id=draw(somebody), front_id=draw(somebody)))
        for invitee in draw(st.lists(st.sampled_from([*PEOPLE, *groups]), unique=True)):
            rows.append(an_invitation(item, invitee, without=PEOPLE[:1] if draw(st.booleans()) else []))
    return a_plan(*rows)


def everything(index: Index) -> list[frozenset[str]]:
    people = [index.items_of(person.id) for person in PEOPLE]
    people += [index.items_concerning(person.id) for person in PEOPLE]
    return people + [index.items_on(day) for day in range(-2, 6)]


@given(plans(), plans(), plans(), st.sampled_from(["built before", "not yet built"]))
def test_following_equals_building_anew(old: Plan, new: Plan, newest: Plan, state: str) -> None:
    index = Index.of(old)
    if state == "built before":
        everything(index)
    following = index.following(new, difference(old, new))
    assert everything(following) == everything(Index.of(new))
    assert following.plan is new
    assert everything(following.following(newest, difference(new, newest))) == everything(Index.of(newest))
    assert everything(index) == everything(Index.of(old))


def test_an_item_concerns_whom_it_names_though_they_do_not_attend() -> None:
    item = an_item("01", host_id=PEOPLE[0].id, in_charge_id=PEOPLE[1].id)
    seated = a_vehicle(item, rear_right_id=PEOPLE[3].id)
    plan = a_plan(*PEOPLE, item, an_item("02"), a_step(item, actor_id=PEOPLE[2].id), seated)
    index = Index.of(plan)
    assert [index.items_concerning(person.id) for person in PEOPLE] == [{item.id}] * 4
    assert [index.items_of(person.id) for person in PEOPLE] == [set()] * 4


def test_a_change_of_a_group_touches_every_item_that_invites_it() -> None:
    items = [an_item("01"), an_item("02")]
    plan = a_plan(*PEOPLE, GROUP, *items, an_invitation(items[0], GROUP), an_invitation(items[1], PEOPLE[3]))
    index = Index.of(plan)
    assert index.items_of(PEOPLE[2].id) == frozenset()
    larger = GROUP._replace(member_ids=(*GROUP.member_ids, PEOPLE[2].id))
    changes = Changes([replaced(GROUP, larger)])
    index = index.following(plan.changed(changes), changes)
    assert index.items_of(PEOPLE[2].id) == {items[0].id}
    assert index.items_of(PEOPLE[3].id) == {items[1].id}


def test_a_group_invited_since_is_followed_too() -> None:
    item = an_item("01")
    plan = a_plan(*PEOPLE, GROUP, item)
    index = Index.of(plan)
    assert index.items_of(PEOPLE[2].id) == frozenset()
    larger = GROUP._replace(member_ids=(PEOPLE[2].id,))
    for changes in Changes([put(an_invitation(item, GROUP))]), Changes([replaced(GROUP, larger)]):
        plan = plan.changed(changes)
        index = index.following(plan, changes)
    assert index.items_of(PEOPLE[2].id) == {item.id}
    assert index.items_of(PEOPLE[0].id) == frozenset()


def test_a_role_touches_nobody() -> None:
    item = an_item("01")
    invitation = an_invitation(item, PEOPLE[0])
    index = Index.of(a_plan(*PEOPLE, item, invitation))
    expected = everything(index)
    plan = a_plan(*PEOPLE, item, invitation._replace(roles=("speaker",)))
    following = index.following(plan, difference(index.plan, plan))
    assert everything(following) == expected
    assert following.items_of(PEOPLE[0].id) is index.items_of(PEOPLE[0].id)


@pytest.mark.parametrize(("start", "end", "days"), [(1, 1, {1}), (0, 1, {0, 1}), (2, 4, {2, 3, 4}), (2, 1, {2})])
def test_an_item_is_on_every_day_from_start_to_end(start: int, end: int, days: set[int]) -> None:
    item = an_item("01", start, end_day=end)
    index = Index.of(a_plan(item))
    assert {day for day in range(-3, 8) if index.items_on(day)} == days


def test_following_looks_only_at_what_is_touched() -> None:
    """Twenty thousand items and one of them changes: nobody else's invitations are unpacked again."""
    items = [an_item(str(number)) for number in range(300)]
    person = PEOPLE[0]
    asked: list[str] = []

    def unpack(item_id: str, _packed: object) -> dict[str, object]:
        asked.append(item_id)
        return {person.id: an_invitation(next(item for item in items if item.id == item_id), person)}

    rows = a_plan(person, *items)
    packed = Plan(
        {type(row): rows.table(type(row)) for row in (rows.visit, person, items[0])},
        {item.id: b"" for item in items},
        unpack,  # type: ignore[arg-type]
    )
    index = Index.of(packed)
    assert len(index.items_of(person.id)) == 300
    assert len(asked) == 300
    invitation = an_invitation(items[7], person)
    changes = Changes([removed(invitation), put(an_item("new"))])
    after = index.following(packed.changed(changes), changes)
    assert len(after.items_of(person.id)) == 299
    assert len(asked) == 300
