"""What the filter of the schedule leaves, and how it is said."""

import pytest

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.edits.participants import remove_participant
from delegation_planner.plan.index import Index
from delegation_planner.plan.participant import Participant
from delegation_planner.screen.schedule.narrowed import (
    EVERYTHING,
    Narrowed,
    Part,
    counted,
    counted_crossing,
    items_left,
    parts,
    people_left,
)
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_group, a_person, a_plan, a_visit, an_invitation, an_item

HOST = a_delegation("ID", side="host", name_en="Indonesia")
GUEST = a_delegation(name_en="Azerbaijan")
CHAIR, AIDE, MINISTER = a_person("A1", name_en="Inam Karimov"), a_person("A2"), a_person("I1", HOST)
PRESS = a_group("PRS", [AIDE, MINISTER], name_en="Press team")
CALL = an_item("01", disclosure="public")
DINNER = an_item("02", disclosure="internal")
TOUR = an_item("03", track="spouse", disclosure="detailed")
PLAN = a_plan(
    a_visit(), GUEST, HOST, CHAIR, AIDE, MINISTER, PRESS, CALL, DINNER, TOUR,
    an_invitation(CALL, CHAIR), an_invitation(DINNER, MINISTER), an_invitation(TOUR, PRESS),
)  # fmt: skip


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        (EVERYTHING, None),
        (Narrowed(((Participant, CHAIR.id),)), {CALL}),
        (Narrowed(((Participant, AIDE.id),)), {TOUR}),
        (Narrowed(((Participant, CHAIR.id), (Participant, MINISTER.id))), {CALL, DINNER, TOUR}),
        (Narrowed(((Delegation, GUEST.id),)), {CALL, TOUR}),
        (Narrowed(((Group, PRESS.id),)), {DINNER, TOUR}),
        (Narrowed(tracks=frozenset({"main"})), {CALL, DINNER}),
        (Narrowed(levels=frozenset({"public", "detailed"})), {CALL, TOUR}),
        (Narrowed(((Group, PRESS.id),), frozenset({"main"}), frozenset({"internal"})), {DINNER}),
        (Narrowed(((Participant, CHAIR.id),), frozenset({"press"})), set()),
    ],
)
def test_the_items_that_a_filter_leaves(narrowed: Narrowed, left: set[object] | None) -> None:
    found = items_left(PLAN, Index.of(PLAN), narrowed)
    assert found == (None if left is None else {item.id for item in (CALL, DINNER, TOUR) if item in left})


def test_the_people_that_a_filter_leaves() -> None:
    assert people_left(PLAN, Narrowed(levels=frozenset({"public"}))) is None
    assert people_left(PLAN, Narrowed(((Delegation, GUEST.id),))) == frozenset({CHAIR.id, AIDE.id})
    assert people_left(PLAN, Narrowed(((Group, PRESS.id), (Participant, CHAIR.id)))) == frozenset(
        {CHAIR.id, AIDE.id, MINISTER.id}
    )


def test_each_part_is_said_and_can_be_taken_off() -> None:
    narrowed = Narrowed(
        ((Participant, CHAIR.id), (Group, PRESS.id)), frozenset({"main"}), frozenset({"detailed", "public"})
    )
    found = parts(ENGLISH, PLAN, narrowed)
    assert found == (
        Part("whose", "Inam Karimov", (Participant, CHAIR.id)),
        Part("whose", "Press team", (Group, PRESS.id)),
        Part("tracks", "Main programme"),
        Part("levels", "Level: Public and Detailed"),
    )
    assert narrowed.without(found[0]) == narrowed._replace(whose=((Group, PRESS.id),))
    assert narrowed.without(found[2]) == narrowed._replace(tracks=frozenset())
    for part in found:
        narrowed = narrowed.without(part)
    assert narrowed == EVERYTHING
    assert parts(ENGLISH, PLAN, narrowed) == ()


def test_what_is_hidden_is_said() -> None:
    narrowed = Narrowed(((Delegation, GUEST.id),), frozenset({"main"}))
    assert counted(ENGLISH, PLAN, Index.of(PLAN), narrowed) == "1 of 3 items shown"
    assert counted_crossing(ENGLISH, PLAN, narrowed) == "2 of 3 people, 2 of 3 items shown"


def test_who_leaves_the_plan_leaves_the_filter() -> None:
    narrowed = Narrowed(((Participant, CHAIR.id), (Group, PRESS.id)))
    after = PLAN.changed(remove_participant(PLAN, CHAIR.id))
    assert narrowed.of(after) == Narrowed(((Group, PRESS.id),))
