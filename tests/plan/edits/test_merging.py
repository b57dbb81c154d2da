"""Two copies of a plan that went apart become one again."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegation_planner.plan import rules
from delegation_planner.plan.edits import invitations, items, participants, removing
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.edits.merging import Clash, merge
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.plan.tables import Row
from delegation_planner.resource_files import read_sample
from tests.builders import a_delegation, a_person, a_place, a_plan, a_step, a_visit, an_invitation, an_item, new_ids
from tests.editions.edits_at_random import Edit, edits

SAMPLE = read_sample(fixed=True)
GUESTS, HOSTS = a_delegation(), a_delegation("ID", side="host")
CHAIR, MINISTER = a_person("A1"), a_person("I1", HOSTS)
HALL = a_place("HALL")
TALKS, LUNCH = an_item("01", place_id=HALL.id), an_item("02", start="12:00", end="13:00")
BASE = a_plan(
    a_visit(), GUESTS, HOSTS, CHAIR, MINISTER, HALL, TALKS, LUNCH, a_step(TALKS, 5), an_invitation(TALKS, CHAIR)
)


def edited(plan: Plan, item: ProgrammeItem, **values: Any) -> Plan:
    return plan.changed(items.edit_item(plan, item.id, values))


def merged(ours: Plan, theirs: Plan, **how: Any) -> tuple[Plan, tuple[Clash, ...]]:
    """Our plan with theirs taken over, which breaks no rule, and what clashed."""
    changes, clashes = merge(BASE, ours, theirs, **how)
    plan = ours.changed(changes)
    rules.check(ours, changes, plan)
    return plan, clashes


def test_what_each_has_changed_alone_is_in_the_plan() -> None:
    ours, theirs = edited(BASE, TALKS, title_en="Our talks"), edited(BASE, TALKS, dress="batik")
    theirs = edited(theirs, LUNCH, title_en="Their lunch")
    plan, clashes = merged(ours, theirs)
    talks = plan.find(ProgrammeItem, TALKS.id)
    assert (talks.title_en, talks.dress) == ("Our talks", "batik")
    assert plan.find(ProgrammeItem, LUNCH.id).title_en == "Their lunch"
    assert clashes == ()


@pytest.mark.parametrize(("theirs_first", "expected"), [(False, "Ours"), (True, "Theirs")])
def test_what_both_have_changed_stays_ours_or_becomes_theirs_and_is_told(*, theirs_first: bool, expected: str) -> None:
    ours, theirs = edited(BASE, TALKS, title_en="Ours"), edited(BASE, TALKS, title_en="Theirs", dress="batik")
    plan, (clash,) = merged(ours, theirs, prefer_theirs=theirs_first)
    talks = plan.find(ProgrammeItem, TALKS.id)
    assert (talks.title_en, talks.dress) == (expected, "batik")
    assert (clash.why, clash.fields, clash.row.id) == ("both_changed", ("title_en",), TALKS.id)


def test_what_they_removed_and_we_changed_stays_with_all_that_belongs_to_it() -> None:
    ours = edited(BASE, TALKS, title_en="Ours")
    theirs = BASE.changed(removing.remove(BASE, ProgrammeItem, TALKS.id))
    plan, clashes = merged(ours, theirs)
    assert plan == ours
    assert [(clash.why, clash.row.id) for clash in clashes] == [("removed_there", TALKS.id)]


def test_what_we_removed_and_they_changed_stays_removed() -> None:
    ours = BASE.changed(removing.remove(BASE, ProgrammeItem, TALKS.id))
    theirs = edited(BASE, TALKS, title_en="Theirs")
    theirs = theirs.changed(invitations.invite(theirs, TALKS.id, MINISTER.id))
    plan, clashes = merged(ours, theirs)
    assert plan == ours
    assert {clash.why for clash in clashes} == {"removed_here", "needs_removed"}


def test_what_they_removed_stays_where_we_have_come_to_need_it() -> None:
    ours = edited(BASE, LUNCH, place_id=HALL.id)
    theirs = edited(BASE, TALKS, place_id=None)
    theirs = theirs.changed(removing.remove(theirs, type(HALL), HALL.id))
    plan, clashes = merged(ours, theirs)
    assert plan.get(type(HALL), HALL.id) == HALL
    assert plan.find(ProgrammeItem, TALKS.id).place_id is None
    assert [(clash.why, clash.row) for clash in clashes] == [("still_needed", HALL)]


def test_an_item_they_removed_and_we_invited_to_stays_whole() -> None:
    ours = BASE.changed(invitations.invite(BASE, TALKS.id, MINISTER.id))
    theirs = BASE.changed(removing.remove(BASE, ProgrammeItem, TALKS.id))
    plan, clashes = merged(ours, theirs)
    assert plan == ours
    assert plan.rows(Step)
    assert [clash.why for clash in clashes] == ["still_needed"]


def test_a_new_item_gets_a_free_number_and_two_that_change_numbers_keep_them() -> None:
    ours = BASE.changed(items.duplicate_item(BASE, LUNCH.id, new_ids("ours")))
    theirs = BASE.changed(items.duplicate_item(BASE, TALKS.id, new_ids("theirs")))
    plan, clashes = merged(ours, theirs)
    assert sorted(item.code for item in plan.rows(ProgrammeItem)) == ["01", "02", "03", "04"]
    assert clashes == ()
    swapped = edited(edited(edited(BASE, TALKS, code="x"), LUNCH, code="01"), TALKS, code="02")
    plan, _ = merged(edited(BASE, TALKS, dress="batik"), swapped)
    assert plan.find(ProgrammeItem, TALKS.id).code == "02"
    assert plan.find(ProgrammeItem, LUNCH.id).code == "01"


def test_a_delegation_keeps_the_head_it_has_here() -> None:
    second = BASE.changed(participants.add_participant(BASE, GUESTS.id, "Another", new_ids("more")))
    other = next(one for one in second.rows(Participant) if one.id not in {CHAIR.id, MINISTER.id})
    ours = BASE.changed(participants.edit_participant(BASE, CHAIR.id, {"head": True}))
    theirs = second.changed(participants.edit_participant(second, other.id, {"head": True}))
    plan, (clash,) = merged(ours, theirs)
    assert [one.id for one in plan.rows(Participant) if one.head] == [CHAIR.id]
    assert clash.fields == ("head",)


def after(these: list[Edit]) -> Plan:
    plan = SAMPLE
    for edit in these:
        plan = edit(plan)
    return plan


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(edits(), max_size=4), st.lists(edits(), max_size=4))
def test_whatever_two_people_did_becomes_one_sound_plan(here: list[Edit], there: list[Edit]) -> None:
    ours, theirs = after(here), after(there)
    changes, clashes = merge(SAMPLE, ours, theirs)
    plan = ours.changed(changes)
    rules.check(ours, changes, plan)
    rules.check_whole(plan)
    assert merge(SAMPLE, SAMPLE, theirs) == (difference(SAMPLE, theirs), ())
    assert merge(SAMPLE, ours, SAMPLE) == ((), ())
    assert merge(SAMPLE, ours, ours) == ((), ())
    if not clashes:
        mine, yours = ({(one.kind, one.id): one.after for one in difference(SAMPLE, each)} for each in (ours, theirs))
        held = {key: plan.get(*key) for key in mine.keys() | yours.keys()}
        assert {key: held[key] for key in mine.keys() - yours} == {key: mine[key] for key in mine.keys() - yours}
        assert {key: unnumbered(held[key]) for key in yours.keys() - mine} == {
            key: unnumbered(yours[key]) for key in yours.keys() - mine
        }


def unnumbered(row: Row | None) -> Row | None:
    return row._replace(code="") if isinstance(row, ProgrammeItem) else row
