"""What differs between two editions: everything that is printed, and nothing else."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegation_planner.editions.compare import Version, compare, personal_difference, whole_difference
from delegation_planner.editions.difference import Difference, FieldChange, ItemChange
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits import invitations, items, participants, places, visit
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.audience import Audience, everybody, person
from delegation_planner.programme.programme import Entry, Programme, Shown
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.builders import a_document, a_person, an_item, joining, new_ids
from tests.editions.edits_at_random import Edit, edits

RULES = read_rulebook()
SAMPLE = read_sample(fixed=True)
VERSION = Version(SAMPLE, RULES)
ITEM = {row.code: row for row in SAMPLE.rows(ProgrammeItem)}
PERSON = {row.code: row for row in SAMPLE.rows(Participant)}
PLACE = {row.code: row for row in SAMPLE.rows(Place)}


def differing(changes: Changes, language: Language = "en") -> Difference:
    """What these changes of the sample come to."""
    return whole_difference(VERSION, Version(SAMPLE.changed(changes), RULES), language)


def told(difference: Difference) -> list[tuple[str, str, str]]:
    """Number, sort and headline of each item that differs."""
    return [(change.entry.number, change.what, change.headline) for change in difference.items]


def printed(entry: Entry) -> tuple[Any, ...]:
    """The entry with every time as it is read off a clock."""
    return tuple(
        (value.replace(tzinfo=None), str(value.tzinfo)) if isinstance(value, datetime) else value for value in entry
    )


def applied(old: Programme, difference: Difference) -> dict[str, tuple[Any, ...]]:
    """The old programme's entries after the difference was applied to them, field by field."""
    entries = {entry.item_id: entry for entry in old.entries}
    for change in difference.items:
        id = change.entry.item_id
        if change.after is None:
            del entries[id]
        elif change.before is None:
            entries[id] = change.after
        else:
            new = {each.field: each.new for each in change.fields if each.field != "vehicles"}
            entries[id] = entries[id]._replace(**new)
    return {id: printed(entry) for id, entry in entries.items()}


AUDIENCES = [
    everybody("internal"),
    everybody("public", "az"),
    person(PERSON["A1"].id),
    person(PERSON["I7"].id, language="id"),
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits(), min_size=1, max_size=6), st.sampled_from(AUDIENCES))
def test_the_difference_applied_to_the_old_gives_the_new(drawn: list[Edit], audience: Audience) -> None:
    plan = SAMPLE
    for edit in drawn:
        plan = edit(plan)
    old, new = VERSION.programme(audience), Version(plan, RULES).programme(audience)
    difference = compare(old, new)
    assert old is not None
    assert applied(old, difference) == {entry.item_id: printed(entry) for entry in (new.entries if new else ())}
    backwards = compare(new, old)
    assert {change.entry.item_id for change in backwards.items} == {change.entry.item_id for change in difference.items}
    if new is not None and audience.kind == "everybody":
        people = {one.id for each in old.delegations for one in each.members}
        for change in difference.people:
            (people.add if change.what != "dropped" else people.discard)(change.row.person.id)
        assert people == {one.id for each in new.delegations for one in each.members}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits(), min_size=1, max_size=4))
def test_nothing_differs_from_itself_and_undoing_leaves_no_difference(drawn: list[Edit]) -> None:
    plan = SAMPLE
    for edit in drawn:
        plan = edit(plan)
    assert whole_difference(Version(plan, RULES), Version(plan, RULES)) == Difference()


def test_a_moved_item() -> None:
    (change,) = differing(items.move_item(SAMPLE, ITEM["12"].id, 2, "11:30")).items
    assert (change.what, change.headline, change.joined, change.left) == ("moved", "later", (), ())
    assert {each.field for each in change.fields} == {"start", "end", "steps"}


@pytest.mark.parametrize(
    ("values", "what", "headline"),
    [
        ({"end_time": "21:30"}, "moved", "longer"),
        ({"end_time": "20:30"}, "moved", "shorter"),
        ({"start_time": "18:30", "end_time": "21:00"}, "moved", "earlier"),
        ({"start_day": 3, "end_day": 3}, "moved", "later"),
        ({"title_en": "Supper"}, "changed", "changed"),
        ({"place_id": PLACE["SBM"].id}, "changed", "new_place"),
        ({"status": "cancelled", "start_time": "18:00"}, "moved", "cancelled"),
        ({"remarks_internal": "x"}, "changed", "changed"),
        ({"dress": "batik, long sleeves"}, "changed", "changed"),
        ({"start_zone": "Asia/Bangkok", "end_zone": "Asia/Bangkok"}, "moved", "changed"),
        ({"precision": "about"}, "changed", "changed"),
        ({"code": "20a"}, "changed", "changed"),
    ],
)
def test_every_printed_field_counts(values: dict[str, Any], what: str, headline: str) -> None:
    (change,) = differing(items.edit_item(SAMPLE, ITEM["20"].id, values)).items
    assert (change.what, change.headline) == (what, headline)


def test_what_is_never_printed_is_no_change() -> None:
    changes = participants.edit_participant(
        SAMPLE, PERSON["A1"].id, {"passport_no": "P1", "private_email": "a@b.example"}
    )
    assert differing(changes) == Difference()


def test_a_title_in_another_language_counts_for_everybody() -> None:
    (change,) = differing(items.edit_item(SAMPLE, ITEM["20"].id, {"title_az": "Şam yeməyi"})).items
    told_in_az = Shown("Şam yeməyi", "az")
    assert {each.field: each.new for each in change.fields} == {"title": told_in_az, "short_title": told_in_az}


def test_items_that_come_and_go() -> None:
    added = Changes([put(an_item("99", 3, "20:00", "21:00"))])
    dropped = items.remove_item(SAMPLE, ITEM["45"].id)
    assert told(differing(added + dropped)) == [("99", "new", "added"), ("45", "dropped", "dropped")]
    cancelled = SAMPLE.changed(items.cancel_item(SAMPLE, ITEM["45"].id))
    back = whole_difference(Version(cancelled, RULES), VERSION)
    assert told(back) == [("45", "changed", "reinstated")]


def test_a_renamed_room_changes_each_item_in_it() -> None:
    room = ITEM["12"].place_id
    assert room is not None
    changes = places.edit_place(SAMPLE, room, {"name_en": "Majapahit Hall", "name_id": "Aula Majapahit"})
    there = {row.code for row in SAMPLE.rows(ProgrammeItem) if room in (row.place_id, row.to_place_id)}
    assert {number for number, _, _ in told(differing(changes))} == there
    assert len(there) > 1


def test_a_groups_change_touches_each_item_that_invites_it() -> None:
    group = SAMPLE.rows(Group)[0]
    touched = differing(joining(SAMPLE, group.id, PERSON["I11"].id)).items
    inviting = {row.code for row in ITEM.values() if group.id in SAMPLE.invitations(row.id)}
    assert {change.entry.number for change in touched} == inviting
    assert {one.id for change in touched for one in change.joined} == {PERSON["I11"].id}


def test_people_added_and_taken_out_of_an_item_and_of_the_visit() -> None:
    plan = SAMPLE.changed(invitations.uninvite(SAMPLE, ITEM["12"].id, PERSON["I9"].id))
    plan = plan.changed(invitations.invite(plan, ITEM["12"].id, PERSON["I7"].id))
    (change,) = whole_difference(VERSION, Version(plan, RULES)).items
    assert ([one.code for one in change.joined], [one.code for one in change.left]) == (["I7"], ["I9"])
    newcomer = participants.add_participant(SAMPLE, PERSON["A1"].delegation_id, "Newcomer", new_ids())
    gone = participants.remove_participant(SAMPLE, PERSON["I11"].id)
    people = differing(newcomer + gone).people
    assert [(one.what, one.row.person.name.text) for one in people] == [
        ("new", "Newcomer"), ("dropped", PERSON["I11"].name_en),
    ]  # fmt: skip


def test_papers_that_change() -> None:
    paper = a_document("DOC99", title_en="Joint statement")
    old = Version(SAMPLE.changed(Changes([put(paper)])), RULES)
    new = Version(SAMPLE.changed(Changes([put(paper._replace(state="draft"))])), RULES)
    (change,) = whole_difference(old, new).papers
    assert (change.what, change.fields) == ("changed", (FieldChange("state", "planned", "draft"),))
    assert [change.what for change in whole_difference(VERSION, new).papers] == ["new"]
    assert [change.what for change in whole_difference(new, VERSION).papers] == ["dropped"]


def test_a_shifted_visit_moves_everything_but_what_is_pinned() -> None:
    pinned = SAMPLE.changed(items.pin_item(SAMPLE, ITEM["22"].id))
    old, new = Version(pinned, RULES), Version(pinned.changed(visit.fix_dates(pinned, "2017-07-25")), RULES)
    difference = whole_difference(old, new)
    assert {change.what for change in difference.items} == {"moved"}
    assert len(difference.items) == 50
    (stayed,) = [change for change in difference.items if change.entry.number == "22"]
    assert {each.field for each in stayed.fields} == {"start_day", "end_day"}
    assert {each.field for each in difference.visit} == {"day_one", "first_date", "last_date"}


def test_for_one_person_only_the_own_programme_counts() -> None:
    new = Version(SAMPLE.changed(items.move_item(SAMPLE, ITEM["45"].id, 5, "10:00")), RULES)
    assert told(personal_difference(VERSION, new, PERSON["A1"].id)) == [("45", "moved", "later")]
    assert personal_difference(VERSION, new, PERSON["I9"].id) == Difference()


def test_a_person_taken_out_of_an_item_is_told_that_it_is_dropped() -> None:
    new = Version(SAMPLE.changed(invitations.uninvite(SAMPLE, ITEM["12"].id, PERSON["I9"].id)), RULES)
    assert told(personal_difference(VERSION, new, PERSON["I9"].id)) == [("12", "dropped", "dropped")]
    assert told(personal_difference(new, VERSION, PERSON["I9"].id)) == [("12", "new", "added")]


def test_a_person_who_left_the_visit_has_nothing_any_more() -> None:
    new = Version(SAMPLE.changed(participants.remove_participant(SAMPLE, PERSON["I9"].id)), RULES)
    difference = personal_difference(VERSION, new, PERSON["I9"].id)
    assert {change.what for change in difference.items} == {"dropped"}
    assert [change.entry.number for change in difference.items] == ["07", "12"]


def test_order_of_precedence_and_own_vehicle() -> None:
    before, after = PERSON["I9"], PERSON["I2"]
    difference = differing(participants.place_before(SAMPLE, before.id, after.id, "by courtesy", new_ids()))
    assert [(one.what, [each.field for each in one.fields]) for one in difference.delegations] == [
        ("changed", ["order"])
    ]
    assert isinstance(compare(None, VERSION.programme(person(before.id))).items[0], ItemChange)
    assert compare(None, None) == Difference()


def test_a_plan_of_one_item_is_new_item_for_item() -> None:
    empty = Version(Plan.of([SAMPLE.visit]), RULES)
    assert {change.what for change in whole_difference(empty, VERSION).items} == {"new"}
    assert whole_difference(empty, VERSION).total > 50
    assert a_person().language is None
