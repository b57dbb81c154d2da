"""What is done to programme items."""

from typing import Any

import pytest

from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.day_time import span
from delegation_planner.plan.edits import items
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from tests.builders import (
    a_document,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_vehicle,
    an_id,
    an_invitation,
    an_item,
    new_ids,
)

PERSON = a_person()
GROUP = a_group("DEL", [PERSON])
BAKU = a_place("GYD", zone="Asia/Baku")
ITEM = an_item("07", 2, "22:30", "23:15")
FLIGHT = an_item("03", 0, "20:00", start_zone="Asia/Baku", end_day=1, end_time="15:10", pinned_date="2017-07-22")
PAPER = a_document(item_ids=(FLIGHT.id, ITEM.id))
ROWS = (PERSON, GROUP, BAKU, ITEM, FLIGHT, PAPER)
BESIDE = (
    a_step(ITEM, 5, actor_id=PERSON.id), a_vehicle(ITEM, front_id=PERSON.id),
    an_invitation(ITEM, GROUP, without=[PERSON]), an_invitation(ITEM, PERSON, "head"),
)  # fmt: skip
PLAN = a_plan(*ROWS, *BESIDE, a_step(FLIGHT))


def done(changes: Changes) -> Plan:
    after = PLAN.changed(changes)
    rules.check(PLAN, changes, after)
    return after


def item_after(changes: Changes, item: ProgrammeItem = ITEM) -> ProgrammeItem:
    return done(changes).find(ProgrammeItem, item.id)


def test_a_new_item_gets_number_zone_and_calendar_name() -> None:
    (change,) = items.add_item(PLAN, 1, "09:30", new_ids(), title_en="Talk", kind="working_meeting")
    expected = an_item("08", 1, "09:30", "10:30", title_en="Talk", kind="working_meeting")
    assert change == put(expected._replace(id=an_id("new 1"), uid=f"{an_id('new 2')}@delegation-planner.invalid"))
    done(Changes([change]))


def test_a_new_item_at_a_place_is_in_its_zone_and_may_go_past_midnight() -> None:
    (change,) = items.add_item(PLAN, 3, "23:30", new_ids(), minutes=90, place_id=BAKU.id)
    added = change.after
    assert isinstance(added, ProgrammeItem)
    assert (added.start_zone, added.end_zone) == ("Asia/Baku", "Asia/Baku")
    assert (added.end_day, added.end_time) == (4, "01:00")


@pytest.mark.parametrize("fields", [{"title": "Talk"}, {"uid": "mine"}, {"id": an_id("mine")}])
def test_a_new_item_has_no_unknown_fields(fields: dict[str, Any]) -> None:
    with pytest.raises(PlanError, match=f"There is nothing called {next(iter(fields))}"):
        items.add_item(PLAN, 1, "09:30", new_ids(), **fields)


@pytest.mark.parametrize(
    ("codes", "free"), [([], "01"), (["1", "03"], "04"), (["99"], "100"), (["12a", "x", "٣"], "01")]
)
def test_the_next_free_number(codes: list[str], free: str) -> None:
    assert items.free_code(a_plan(*(an_item(code) for code in codes))) == free


def test_moving_keeps_the_length_on_the_clock() -> None:
    moved = item_after(items.move_item(PLAN, ITEM.id, 4, "23:30"))
    assert (moved.start_day, moved.start_time, moved.end_day, moved.end_time) == (4, "23:30", 5, "00:15")
    assert items.move_item(PLAN, ITEM.id, 2, "22:30") == Changes()
    flight = item_after(items.move_item(PLAN, FLIGHT.id, -1, "20:00"), FLIGHT)
    assert (flight.start_day, flight.end_day, flight.end_time, flight.end_zone) == (-1, 0, "15:10", "Asia/Jakarta")
    with pytest.raises(PlanError, match="“25:00” is not a time"):
        items.move_item(PLAN, ITEM.id, 2, "25:00")


def test_a_pin_follows_an_item_that_is_moved_to_another_day() -> None:
    assert item_after(items.move_item(PLAN, FLIGHT.id, 0, "21:00"), FLIGHT).pinned_date == "2017-07-22"
    assert item_after(items.move_item(PLAN, FLIGHT.id, 2, "20:00"), FLIGHT).pinned_date == "2017-07-24"


def test_an_item_follows_a_pin_that_is_set() -> None:
    pinned = item_after(items.edit_item(PLAN, ITEM.id, {"pinned_date": "2017-07-26"}))
    assert (pinned.start_day, pinned.end_day, pinned.pinned_date) == (4, 4, "2017-07-26")
    both = item_after(items.edit_item(PLAN, ITEM.id, {"pinned_date": "2017-07-26", "start_day": 3, "end_day": 3}))
    assert (both.start_day, both.end_day, both.pinned_date) == (3, 3, "2017-07-25")
    assert item_after(items.pin_item(PLAN, ITEM.id)) == ITEM._replace(pinned_date="2017-07-24")
    assert item_after(items.unpin_item(PLAN, FLIGHT.id), FLIGHT) == FLIGHT._replace(pinned_date=None)
    with pytest.raises(PlanError, match="“2017-07-32” is not a date"):
        items.edit_item(PLAN, ITEM.id, {"pinned_date": "2017-07-32"})


def test_each_end_alone() -> None:
    assert item_after(items.resize_item(PLAN, ITEM.id, 3, "00:30")) == ITEM._replace(end_day=3, end_time="00:30")
    assert item_after(items.change_start(PLAN, ITEM.id, 2, "21:00")) == ITEM._replace(start_time="21:00")


def test_several_later_at_once() -> None:
    after = done(items.shift_items(PLAN, [ITEM.id, FLIGHT.id], -30))
    assert after.find(ProgrammeItem, ITEM.id).start_time == "22:00"
    assert after.find(ProgrammeItem, FLIGHT.id) == FLIGHT._replace(start_time="19:30", end_time="14:40")


def test_a_twin_has_steps_vehicles_and_invitations_of_its_own() -> None:
    after = done(items.duplicate_item(PLAN, ITEM.id, new_ids()))
    twin = after.find(ProgrammeItem, an_id("new 1"))
    assert twin == ITEM._replace(id=twin.id, code="08", uid=f"{an_id('new 2')}@delegation-planner.invalid")
    assert [row._replace(id="", item_id=ITEM.id) for row in after.rows(Step) if row.item_id == twin.id] == [
        BESIDE[0]._replace(id="")
    ]
    assert [row._replace(id="", item_id=ITEM.id) for row in after.rows(Vehicle) if row.item_id == twin.id] == [
        BESIDE[1]._replace(id="")
    ]
    assert [row._replace(item_id=ITEM.id) for row in after.invitations(twin.id).values()] == list(BESIDE[2:])
    assert after.find(type(PAPER), PAPER.id) == PAPER
    pinned = done(items.duplicate_item(PLAN, FLIGHT.id, new_ids())).find(ProgrammeItem, an_id("new 1"))
    assert pinned.pinned_date is None


def test_cancelled_and_back() -> None:
    assert item_after(items.confirm_item(PLAN, ITEM.id)).status == "confirmed"
    cancelled = done(items.cancel_item(PLAN, ITEM.id))
    assert cancelled.find(ProgrammeItem, ITEM.id).status == "cancelled"
    assert len(cancelled.invitations(ITEM.id)) == 2
    assert cancelled.changed(items.reinstate_item(cancelled, ITEM.id)) == PLAN
    assert items.reinstate_item(PLAN, ITEM.id) == Changes()


def test_removed_with_all_that_belongs_to_it() -> None:
    after = done(items.remove_item(PLAN, ITEM.id))
    others = [row for row in ROWS if row not in (ITEM, PAPER)]
    assert after == a_plan(*others, PAPER._replace(item_ids=(FLIGHT.id,)), a_step(FLIGHT))
    assert after.rows(Invitation) == ()


def test_a_length_is_true_minutes_over_zones_and_midnight() -> None:
    flight = an_item("01", 1, "20:00", "21:00", start_zone="Asia/Baku", end_zone="Asia/Jakarta")
    plan = a_plan(flight)
    landed = plan.changed(items.last_for(plan, flight.id, 490)).find(ProgrammeItem, flight.id)
    assert landed == flight._replace(end_day=2, end_time="07:10")
    assert span(plan.visit, landed).minutes == 490
    with pytest.raises(PlanError, match="above zero"):
        items.last_for(plan, flight.id, 0)
