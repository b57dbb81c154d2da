"""The rundown as rows: days, items in order, minute steps, filters, and what the person looked at attends."""

import weakref
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delegation_planner.checks.finding import Finding, subject
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.change import Changes
from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.edits.general import edit, remove
from delegation_planner.plan.edits.invitations import uninvite
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.plan.visit import Visit
from delegation_planner.resource_files import catalogue_folder, read_sample
from delegation_planner.screen.marks import Mark, marks_of, worst
from delegation_planner.screen.schedule.columns import cell_text
from delegation_planner.screen.schedule.rows import (
    DayRow,
    ItemRow,
    KeptRows,
    StepRow,
    Wanted,
    in_time_order,
    rundown,
)
from delegation_planner.words.words import ENGLISH, Catalogues
from tests.builders import a_group, a_person, a_place, a_plan, a_step, a_visit, an_id, an_invitation, an_item
from tests.editions.edits_at_random import Edit as Edited
from tests.editions.edits_at_random import edits

LOOKS = st.tuples(
    st.sampled_from(["", "a", "hotel ja", "nothing like it"]), st.sampled_from([None, 1, 2, 99]), st.booleans(),
    st.booleans(),
)  # fmt: skip
"""What is typed, the day, whether steps are open, and whether a person is looked at."""
Edit = Callable[[Plan], Changes]

MINISTRY = a_place("MIN", name_en="Ministry", city="Jakarta")
HALL = a_place("HALL", name_en="Signing hall", parent_id=MINISTRY.id)


def rows(plan: Plan, wanted: Wanted | None = None) -> list[DayRow | ItemRow | StepRow]:
    return [node.row for node in rundown(plan, wanted or Wanted(), {}, KeptRows("en")).nodes]


def numbers(plan: Plan, wanted: Wanted | None = None) -> list[str]:
    """D1 for the head of a day, the code of an item, +n for a step."""
    found = []
    for row in rows(plan, wanted):
        if isinstance(row, DayRow):
            found.append(f"D{row.day}")
        else:
            found.append(row.number if isinstance(row, ItemRow) else f"+{row.offset}")
    return found


def only(plan: Plan) -> ItemRow:
    (found,) = (row for row in rows(plan) if isinstance(row, ItemRow))
    return found


def test_days_have_heads_and_items_are_in_order_of_time() -> None:
    plan = a_plan(
        a_visit(last_day=3), an_item("12", 2, "11:00", "11:20"), an_item("9", 2, "11:00", "11:20"),
        an_item("11", 2, "10:00", "11:00"), an_item("01", 0, "20:00", "21:00"),
    )  # fmt: skip
    assert numbers(plan) == ["D0", "01", "D1", "D2", "11", "9", "12", "D3"]


def test_order_is_by_instant_over_zones() -> None:
    baku = an_item("01", 1, "08:00", "08:30", start_zone="Asia/Baku", end_zone="Asia/Baku")  # 11:00 in Jakarta
    jakarta = an_item("02", 1, "10:00", "10:30")
    assert [item.code for item in in_time_order(a_plan(baku, jakarta), (baku, jakarta))] == ["02", "01"]


def test_a_visit_without_any_date_has_an_order_all_the_same() -> None:
    visit = a_visit(dates="window", anchor_date=None, planning_date=None, window_start=None)
    plan = a_plan(visit, an_item("02", 1, "10:00"), an_item("01", 1, "09:00"))
    assert numbers(plan)[:3] == ["D1", "01", "02"]
    head = rows(plan)[0]
    assert isinstance(head, DayRow)
    assert head.on is None


def test_a_visit_in_a_window_shows_no_dates() -> None:
    plan = a_plan(a_visit(dates="window", planning_date="2017-07-23", last_day=1))
    assert rows(plan) == [DayRow(1, None, (), 0, None, None)]


def test_the_head_of_a_day_tells_date_cities_and_number() -> None:
    plan = a_plan(a_visit(last_day=1), MINISTRY, an_item("1", place_id=MINISTRY.id), an_item("2", place_id=MINISTRY.id))
    assert rows(plan)[0] == DayRow(1, date(2017, 7, 23), ("Jakarta",), 2, None, None)


def test_an_item_tells_all_its_columns() -> None:
    chief = a_person("I6", name_en="[Head of Protocol]", short_en="Head of Protocol")
    guest = a_person("A1")
    staff = a_person("A5")
    group = a_group("DEL", [guest, staff])
    item = an_item(
        "12", 2, "11:00", "00:30", title_en="Signing", kind="signing", place_id=HALL.id, to_place_id=MINISTRY.id,
        dress="psl", in_charge_id=chief.id, remarks_detailed="Two originals", status="confirmed", disclosure="public",
        pinned_date="2017-07-24", precision="about", end_day=3, end_zone="Asia/Makassar",
    )  # fmt: skip
    plan = a_plan(
        a_visit(), MINISTRY, HALL, chief, guest, staff, group, item, a_step(item, 0), a_step(item, 2),
        an_invitation(item, group, without=[staff]), an_invitation(item, guest, "signatory"),
        an_invitation(item, chief),
    )  # fmt: skip
    assert only(plan) == ItemRow(
        id=item.id, number="12", start="11:00", end="00:30", end_day=3, about=True, to_confirm=False,
        zones=("Asia/Jakarta", "Asia/Makassar"), start_offset="", end_offset=" +08", title="Signing",
        place_id=HALL.id, place="Ministry, Signing hall", to_place="Ministry", people=2, who="DEL−A5, I6", dress="psl",
        in_charge_id=chief.id, in_charge="Head of Protocol", remarks="Two originals", level="public",
        status="confirmed", kind="signing", pinned=True, steps=2, open=False, dimmed=False, mark=None,
    )  # fmt: skip


def test_titles_come_in_the_language_of_the_window() -> None:
    item = an_item("1", title_en="Lunch", title_id="Santap siang")
    plan = a_plan(a_visit(last_day=1), item, an_item("2", title_en="Dinner"))
    nodes = rundown(plan, Wanted(), {}, KeptRows("id")).nodes
    assert [node.row.title for node in nodes if isinstance(node.row, ItemRow)] == ["Santap siang", "Dinner"]


def test_steps_are_shown_below_their_item_when_it_is_open() -> None:
    item, other = an_item("1", 1, "23:50", "23:59"), an_item("2", 1, "08:00", "09:00")
    plan = a_plan(a_visit(last_day=1), item, other, a_step(item, 15), a_step(item, -5), a_step(other, 0))
    assert numbers(plan, Wanted(open_items=frozenset({item.id}))) == ["D1", "2", "1", "+-5", "+15"]
    times = [row.at for row in rows(plan, Wanted(open_items=frozenset({item.id}))) if isinstance(row, StepRow)]
    assert times == ["23:45", "00:05"]


def test_one_day_alone() -> None:
    plan = a_plan(a_visit(last_day=3), an_item("1", 1), an_item("2", 2))
    assert numbers(plan, Wanted(day=2)) == ["D2", "2"]
    assert numbers(plan, Wanted(day=3)) == ["D3"]


def test_a_text_filter_is_blind_to_accents_and_drops_empty_days() -> None:
    place = a_place("SBM", name_en="Şəki mall")
    plan = a_plan(a_visit(last_day=3), place, an_item("1", 1), an_item("2", 3, place_id=place.id))
    found = rundown(plan, Wanted(text="  SAKI mall "), {}, KeptRows("en"))
    assert [node.id for node in found.nodes] == ["day 3", an_id("item 2")]
    assert (found.shown, found.there) == (1, 2)
    assert rundown(plan, Wanted(text="nothing like it"), {}, KeptRows("en")).nodes == ()


def test_who_is_looked_at_dims_the_rest_and_is_counted() -> None:
    first, second = an_item("1"), an_item("2")
    nodes = rundown(
        a_plan(a_visit(last_day=1), first, second), Wanted(own_items=frozenset({first.id})), {}, KeptRows("en")
    ).nodes
    head, *items = (node.row for node in nodes)
    assert isinstance(head, DayRow)
    assert head.own_items == 1
    assert [row.dimmed for row in items if isinstance(row, ItemRow)] == [False, True]


def test_marks_stand_at_items_and_in_the_head_of_their_day() -> None:
    item = an_item("1")
    error = Finding("C2", "error", (subject(item),), {}, "")
    warning = Finding("C7", "warning", (subject(item),), {}, "")
    waived = Finding("C1", "error", (subject(item),), {}, "", waived=True)
    marks = marks_of((error, warning, waived))
    assert marks == {item.id: Mark("error", (error, warning))}
    assert marks[item.id].worst_count() == 1
    assert worst((warning,)) == "warning"
    nodes = rundown(a_plan(a_visit(last_day=1), item), Wanted(), marks, KeptRows("en")).nodes
    assert [node.row.mark for node in nodes if not isinstance(node.row, StepRow)] == [marks[item.id], marks[item.id]]


def test_the_sample_shows_every_item_once() -> None:
    plan = read_sample(fixed=True)
    found = rundown(plan, Wanted(), {}, KeptRows("en"))
    shown = [node.row for node in found.nodes if isinstance(node.row, ItemRow)]
    assert sorted(row.number for row in shown) == sorted(item.code for item in plan.rows(ProgrammeItem))
    assert [node.row.day for node in found.nodes if isinstance(node.row, DayRow)] == list(days(plan))
    assert {row.number: row.people for row in shown} == {
        item.code: len(attendees(plan, item.id)) for item in plan.rows(ProgrammeItem)
    }
    assert plan.rows(Waiver) == ()
    assert plan.rows(Visit)[0].dates == "fixed"


def test_what_is_kept_over_edits_is_what_would_be_made_anew() -> None:
    plan = read_sample(fixed=True)
    by_code = {item.code: item for item in plan.rows(ProgrammeItem)}
    kept, wanted = KeptRows("id"), Wanted(open_items=frozenset({by_code["12"].id}))
    group, place = plan.rows(Group)[0], plan.rows(Place)[0]
    person = next(row for row in plan.rows(Participant) if row.code == "I6")
    step = next(row for row in plan.rows(Step) if row.item_id == by_code["12"].id)
    edits: list[Edit] = [
        lambda plan: move_item(plan, by_code["12"].id, 3, "08:00"),
        lambda plan: edit(plan, Group, group.id, {"member_ids": group.member_ids[:2]}),
        lambda plan: edit(plan, Place, place.id, {"name_id": "Bandara"}),
        lambda plan: edit(plan, Participant, person.id, {"short_id": "Protokol"}),
        lambda plan: uninvite(plan, by_code["11"].id, next(iter(plan.invitations(by_code["11"].id)))),
        lambda plan: edit(plan, Step, step.id, {"offset": 99}),
        lambda plan: remove(plan, Step, step.id),
        lambda plan: edit(plan, Visit, plan.visit.id, {"anchor_date": "2017-07-30", "host_zone": "Asia/Makassar"}),
        lambda plan: remove(plan, ProgrammeItem, by_code["02"].id),
    ]
    for make in edits:
        changes = make(plan)
        for these in (changes, changes.inverse(), changes):
            plan = plan.changed(these)
            kept.follow(these)
            assert rundown(plan, wanted, {}, kept) == rundown(plan, wanted, {}, KeptRows("id"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(edits(), st.lists(LOOKS, min_size=1, max_size=4), st.booleans()), min_size=1, max_size=5))
def test_rows_kept_over_any_edit_and_any_typing_are_those_made_anew(
    steps: list[tuple[Edited, list[tuple[str, int | None, bool, bool]], bool]],
) -> None:
    plan, kept = read_sample(fixed=True), KeptRows("en")
    for edited, looks, marked in steps:
        before, plan = plan, edited(plan)
        kept.follow(difference(before, plan))
        items = [item.id for item in plan.rows(ProgrammeItem)]
        marks = {id: Mark("error", ()) for id in items[:3]} if marked else {}
        for text, day, opened, looked_at in looks:
            wanted = Wanted(
                day, text, frozenset(items[1::2]) if looked_at else None, frozenset(items if opened else ()),
                frozenset(items[::3]) if looked_at and opened else None,
            )  # fmt: skip
            assert rundown(plan, wanted, marks, kept) == rundown(plan, wanted, marks, KeptRows("en"))


def test_what_is_typed_makes_no_rows() -> None:
    plan, kept, marks = read_sample(fixed=True), KeptRows("en"), dict[str, Mark]()
    every = {id(node) for node in rundown(plan, Wanted(), marks, kept).nodes}
    left = rundown(plan, Wanted(text="arrival"), marks, kept)
    assert 0 < left.shown < left.there
    assert {id(node) for node in left.nodes} < every


@pytest.mark.parametrize(
    ("fields", "key", "text"),
    [
        ({}, "start", "09:00"), ({"precision": "about"}, "start", "~09:00"),
        ({"precision": "to_be_confirmed"}, "start", "09:00 (TBC)"), ({"end_day": 2}, "end", "D2 10:00"),
        ({"dress": "psl"}, "dress", "PSL"), ({"dress": "White"}, "dress", "White"),
        ({"disclosure": "internal"}, "level", "Internal"), ({"status": "cancelled"}, "status", "Cancelled"),
        ({"place_id": MINISTRY.id, "to_place_id": HALL.id}, "place", "Ministry → Ministry, Signing hall"),
    ],
)  # fmt: skip
def test_cells_in_words(fields: dict[str, Any], key: str, text: str) -> None:
    plan = a_plan(a_visit(last_day=1), MINISTRY, HALL, an_item("1", 1, **fields))
    assert cell_text(ENGLISH, only(plan), key) == text


def test_times_are_written_as_the_language_writes_them() -> None:
    indonesian = Catalogues(catalogue_folder()).words("id")
    row = only(a_plan(a_visit(last_day=1), an_item("1", 1, "09:00", "10:30")))
    assert [cell_text(indonesian, row, key) for key in ("start", "end")] == ["09.00", "10.30"]


def test_rows_that_nobody_needs_any_more_wait_for_no_search() -> None:
    kept = KeptRows("en")
    assert rundown(a_plan(an_item("I1")), Wanted(text="I1"), {}, kept).shown == 1
    gone = weakref.ref(kept)
    with collector_paused():
        del kept
        assert gone() is None
