"""Pushing what follows, inserting, other days, a day once more, running late; each is one list of changes."""

from itertools import pairwise
from typing import Any

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.day_time import moved as later_on
from delegation_planner.plan.day_time import span
from delegation_planner.plan.edits.items import pin_item
from delegation_planner.plan.edits.shifting import (
    Blocked,
    Push,
    delay_and_push,
    duplicate_day,
    insert_and_push,
    move_and_push,
    move_to_day,
    push_after,
    push_from_actual,
    resize_and_push,
    running_late,
)
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.resource_files import read_sample
from tests.builders import a_group, a_person, a_place, a_plan, a_step, an_id, an_invitation, an_item, new_ids

ANNA, BORIS = a_person("A1"), a_person("A2")
CALL, TALKS, LUNCH = an_item("01"), an_item("02", start="10:00", end="11:00"), an_item("03", start="11:15", end="12:00")


def for_anna(*items: ProgrammeItem) -> Plan:
    """A plan in which Anna goes through these items, and Boris through none."""
    return a_plan(ANNA, BORIS, *items, *(an_invitation(item, ANNA) for item in items))


def times(plan: Plan, changes: Changes) -> dict[str, str]:
    """Day and clock of every item after the changes, which break no rule."""
    after = plan.changed(changes)
    rules.check(plan, changes, after)
    items = sorted(after.rows(ProgrammeItem), key=lambda item: item.code)
    return {item.code: f"D{item.start_day} {item.start_time}-{item.end_time}" for item in items}


def moved(plan: Plan, push: Push) -> dict[str, str]:
    """The items that a push leaves at another time."""
    before = times(plan, Changes())
    return {code: when for code, when in times(plan, push.changes).items() if before.get(code) != when}


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        pytest.param(10, {"02": "D1 10:10-11:10"}, id="the gap absorbs it"),
        pytest.param(15, {"02": "D1 10:15-11:15"}, id="all of the gap"),
        pytest.param(20, {"02": "D1 10:20-11:20", "03": "D1 11:20-12:05"}, id="five minutes go on"),
    ],
)
def test_what_follows_is_pushed_and_gaps_absorb(minutes: int, expected: dict[str, str]) -> None:
    plan = for_anna(CALL, TALKS, LUNCH)
    push = push_after(plan, CALL.id, minutes)
    assert moved(plan, push) == expected
    assert push.pushed == {an_id(f"item {code}"): minutes - 15 * (code == "03") for code in expected}
    assert push.blocked == ()


def test_only_what_shares_people_or_a_room_follows() -> None:
    hall, hotel = a_place("HALL", exclusive=True), a_place("HTL")
    first = CALL._replace(place_id=hall.id)
    in_hall, elsewhere = TALKS._replace(place_id=hall.id), an_item("04", start="10:00", end="11:00", place_id=hotel.id)
    before = an_item("05", start="08:00", end="08:30")
    plan = a_plan(
        ANNA, hall, hotel, first, in_hall, elsewhere, before, *(an_invitation(i, ANNA) for i in (first, before))
    )
    assert moved(plan, push_after(plan, first.id, 5)) == {"02": "D1 10:05-11:05"}


def test_people_of_a_group_are_pushed_and_the_optional_are_not() -> None:
    group = a_group("DEL", [ANNA, BORIS])
    rows = (ANNA, BORIS, group, CALL, TALKS, LUNCH, an_invitation(CALL, group))
    plan = a_plan(*rows, an_invitation(TALKS, BORIS), an_invitation(LUNCH, ANNA, optional=True))
    assert moved(plan, push_after(plan, CALL.id, 90)) == {"02": "D1 11:30-12:30"}


def test_a_pinned_item_stays_and_is_told() -> None:
    plan = for_anna(CALL, TALKS, LUNCH)
    plan = plan.changed(pin_item(plan, TALKS.id))
    push = push_after(plan, CALL.id, 80)
    assert moved(plan, push) == {"03": "D1 11:20-12:05"}
    assert push.blocked == (Blocked(TALKS.id, 80),)


def test_the_cancelled_neither_pushes_nor_moves() -> None:
    plan = for_anna(CALL, TALKS._replace(status="cancelled"), LUNCH)
    assert moved(plan, push_after(plan, CALL.id, 60)) == {}


def test_a_push_is_measured_in_instants() -> None:
    in_baku = an_item("02", start="07:00", end="08:00", start_zone="Asia/Baku", end_zone="Asia/Baku")
    plan = for_anna(CALL, in_baku)
    assert moved(plan, push_after(plan, CALL.id, 30)) == {"02": "D1 07:30-08:30"}


@pytest.mark.parametrize("minutes", [0, -5])
def test_nothing_is_pushed_backwards(minutes: int) -> None:
    with pytest.raises(PlanError, match="above zero"):
        push_after(for_anna(CALL), CALL.id, minutes)


def test_an_item_is_moved_or_lengthened_and_what_is_in_its_way_goes_on() -> None:
    plan = for_anna(CALL, TALKS, LUNCH)
    assert moved(plan, move_and_push(plan, CALL.id, 1, "09:30")) == {
        "01": "D1 09:30-10:30", "02": "D1 10:30-11:30", "03": "D1 11:30-12:15",
    }  # fmt: skip
    assert moved(plan, move_and_push(plan, CALL.id, 1, "10:30")) == {"01": "D1 10:30-11:30", "03": "D1 11:30-12:15"}
    assert moved(plan, resize_and_push(plan, CALL.id, 1, "10:05")) == {"01": "D1 09:00-10:05", "02": "D1 10:05-11:05"}


@pytest.mark.parametrize("minutes", [5, 20, 30, 45, 75, 200])
def test_a_delay_keeps_the_order_whatever_starts_meanwhile(minutes: int) -> None:
    plan = for_anna(CALL, TALKS, LUNCH)
    push = delay_and_push(plan, CALL.id, minutes)
    after = plan.changed(push.changes)
    spans = [span(after.visit, after.find(ProgrammeItem, item.id)) for item in (CALL, TALKS, LUNCH)]
    assert [one.end <= other.start for one, other in pairwise(spans)] == [True, True]
    assert moved(plan, push)["01"] == moved(plan, move_and_push(plan, CALL.id, *later_on(1, "09:00", minutes)))["01"]


def test_the_signing_of_the_sample_is_followed_by_its_gifts_however_late_it_is() -> None:
    plan = read_sample(fixed=True)
    signing = next(row for row in plan.rows(ProgrammeItem) if row.code == "12")
    after = times(plan, delay_and_push(plan, signing.id, 30).changes)
    assert [after[code] for code in ("12", "13", "14")] == [
        "D2 11:30-11:50", "D2 11:50-12:00", "D2 12:00-12:20",
    ]  # fmt: skip


def test_an_item_is_inserted_for_people_and_what_follows_for_them_goes_on() -> None:
    plan = for_anna(CALL, TALKS, LUNCH)
    push = insert_and_push(plan, 1, "10:00", new_ids(), [ANNA.id], minutes=30, title_en="Tea", kind="break")
    assert moved(plan, push) == {"02": "D1 10:30-11:30", "03": "D1 11:30-12:15", "04": "D1 10:00-10:30"}
    after = plan.changed(push.changes)
    tea = next(item for item in after.rows(ProgrammeItem) if item.code == "04")
    assert (tea.title_en, tea.kind, list(after.invitations(tea.id))) == ("Tea", "break", [ANNA.id])


def test_items_go_to_another_day_together() -> None:
    night = an_item("04", 2, "23:00", "01:00", end_day=3)
    plan = a_plan(CALL, night)
    assert times(plan, move_to_day(plan, [CALL.id, night.id], 4)) == {"01": "D4 09:00-10:00", "04": "D5 23:00-01:00"}
    assert move_to_day(plan, [CALL.id], 1) == Changes()
    assert move_to_day(plan, [], 3) == Changes()


def test_a_day_is_duplicated_with_all_that_belongs_to_it() -> None:
    off, other_day = an_item("04", status="cancelled"), an_item("05", 2)
    pinned = TALKS._replace(pinned_date="2017-07-23", actual_start="10:01")
    plan = a_plan(ANNA, CALL, pinned, off, other_day, a_step(CALL, 5), an_invitation(CALL, ANNA))
    changes = duplicate_day(plan, 1, 4, new_ids())
    assert {code: when for code, when in times(plan, changes).items() if code > "05"} == {
        "06": "D4 09:00-10:00", "07": "D4 10:00-11:00",
    }  # fmt: skip
    after = plan.changed(changes)
    twins = [item for item in after.rows(ProgrammeItem) if item.start_day == 4]
    assert [(item.pinned_date, item.actual_start) for item in twins] == [(None, None)] * 2
    assert [list(after.invitations(item.id)) for item in twins] == [[ANNA.id], []]
    assert [step.offset for step in after.rows(Step)] == [5, 5]
    assert plan.changed(changes).changed(changes.inverse()) == plan


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({}, 0), ({"actual_end": "10:12"}, 12), ({"actual_end": "09:50"}, -10), ({"actual_start": "09:07"}, 7),
        ({"actual_start": "09:07", "actual_end": "10:00"}, 0),
        ({"end_day": 2, "end_time": "23:50", "actual_end": "00:05"}, 15),
        ({"end_day": 2, "end_time": "00:05", "actual_end": "23:50"}, -15),
    ],
)  # fmt: skip
def test_how_late_an_item_runs(fields: dict[str, Any], late: int) -> None:
    assert running_late(CALL._replace(**fields)) == late


def test_what_runs_late_pushes_by_its_delay_and_stays_as_planned() -> None:
    plan = for_anna(CALL._replace(actual_start="09:20"), TALKS, LUNCH)
    assert moved(plan, push_from_actual(plan, CALL.id)) == {"02": "D1 10:20-11:20", "03": "D1 11:20-12:05"}
    in_time = for_anna(CALL._replace(actual_end="09:55"), TALKS)
    assert push_from_actual(in_time, CALL.id) == Push(Changes(), {}, ())


def test_every_push_is_one_edit_that_can_be_taken_back() -> None:
    plan = for_anna(CALL, TALKS, LUNCH)
    for push in (push_after(plan, CALL.id, 45), insert_and_push(plan, 1, "09:30", new_ids(), [ANNA.id])):
        assert plan.changed(push.changes).changed(push.changes.inverse()) == plan
        assert len({(change.kind, change.id) for change in push.changes}) == len(push.changes)
    assert put(CALL) not in push_after(plan, CALL.id, 45).changes
