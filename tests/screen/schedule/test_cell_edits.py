"""What typing into the rundown does to the plan."""

from typing import Any

import pytest

from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step
from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.names import who_codes
from delegation_planner.screen.schedule.cell_edits import invite_listed, read_when, typed_into_item, typed_into_step
from delegation_planner.screen.schedule.item_edits import added_after, cancelled, duplicated, on_another_day
from tests.builders import (
    a_group,
    a_person,
    a_place,
    a_plan,
    a_step,
    a_visit,
    an_invitation,
    an_item,
    new_ids,
)

PLACE = a_place("MIN")
BAKU = a_place("GYD", zone="Asia/Baku")
ITEM = an_item("12", 2, "11:00", "11:20", title_en="Signing", title_id="Penandatanganan", remarks_detailed="Old")
PLAN = a_plan(PLACE, BAKU, ITEM, an_item("13"))


def typed(key: str, value: Any, item: ProgrammeItem = ITEM) -> dict[str, Any]:
    """The fields that typing changes."""
    plan = PLAN.changed(typed_into_item(PLAN, item.id, key, value, "en"))
    after = plan.find(ProgrammeItem, item.id)
    return {name: value for name, value in after._asdict().items() if value != getattr(item, name)}


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("9:15", None, "09:15"), ("0915", None, "09:15"), ("D3 9:15", 3, "09:15"), ("3 915", 3, "09:15"),
        ("d-1 9", -1, "09:00"), ("~10:00", None, "10:00"), ("10:00 (TBC)", None, "10:00"),
    ],
)  # fmt: skip
def test_times_as_they_are_typed(text: str, day: int | None, clock: str) -> None:
    assert read_when(text) == (day, clock)


@pytest.mark.parametrize("text", ["", "soon", "25:00", "D3", "D3 D4 9:00"])
def test_what_is_no_time(text: str) -> None:
    assert read_when(text) is None


def test_a_new_start_moves_the_item() -> None:
    assert typed("start", "9:15") == {"start_time": "09:15", "end_time": "09:35"}
    assert typed("start", "D4 23:50") == {
        "start_day": 4, "start_time": "23:50", "end_day": 5, "end_time": "00:10",
    }  # fmt: skip


def test_a_new_end_changes_its_length() -> None:
    assert typed("end", "1200") == {"end_time": "12:00"}
    assert typed("end", "45 min") == typed("end", "+45") == {"end_time": "11:45"}
    assert typed("end", "D3 0:30") == {"end_day": 3, "end_time": "00:30"}


def test_a_place_brings_its_clock() -> None:
    assert typed("place", Picked(PLACE.id)) == {"place_id": PLACE.id}
    assert typed("place", Picked(BAKU.id)) == {
        "place_id": BAKU.id, "start_zone": "Asia/Baku", "end_zone": "Asia/Baku",
    }  # fmt: skip


def test_texts_and_lists() -> None:
    assert typed("title", "  The  signing ") == {"title_en": "The signing"}
    assert typed("dress", Picked("psl")) == {"dress": "psl"}
    assert typed("dress", Picked(None, "White")) == {"dress": "White"}
    assert typed("in_charge", Picked(None, "Treaty officer")) == {"in_charge_text": "Treaty officer"}
    assert typed("level", "internal") == {"disclosure": "internal"}
    assert typed("status", "cancelled") == {"status": "cancelled"}
    assert typed("number", "12a") == {"code": "12a"}


def typed_in(language: Language, key: str, value: str, item: ProgrammeItem) -> dict[str, Any]:
    """The fields that typing changes in a window of a language."""
    plan = a_plan(item)
    after = plan.changed(typed_into_item(plan, item.id, key, value, language)).find(ProgrammeItem, item.id)
    return {name: value for name, value in after._asdict().items() if value != getattr(item, name)}


def test_what_is_typed_is_of_the_language_of_the_window() -> None:
    english = an_item("12", title_en="Signing")
    assert typed_in("id", "title", "Upacara", ITEM) == {"title_id": "Upacara"}
    assert typed_in("id", "title", "Upacara", english) == {"title_id": "Upacara"}
    assert typed_in("en", "title", "Signing", an_item("12", title_en="", title_id="Upacara")) == {"title_en": "Signing"}


def test_a_text_of_another_language_that_is_left_as_it_was_stays_what_it_is() -> None:
    item = an_item("12", title_en="Signing", remarks_public_en="Bring pens")
    assert typed_in("id", "title", "Signing", item) == {}
    assert typed_in("id", "remarks", "Bring pens", item) == {}


def test_remarks_are_typed_where_they_are_shown() -> None:
    public = an_item("12", remarks_public_en="Bring pens")
    assert typed_in("en", "remarks", "New", an_item("12")) == {"remarks_detailed": "New"}
    assert typed_in("id", "remarks", "Baru", an_item("12", remarks_internal="Old")) == {"remarks_internal": "Baru"}
    assert typed_in("id", "remarks", "Bawa pena", public) == {"remarks_public_id": "Bawa pena"}
    assert typed_in("id", "remarks", "", public) == {"remarks_public_en": ""}


@pytest.mark.parametrize(
    ("key", "value"), [("start", "soon"), ("end", ""), ("title", " "), ("number", ""), ("number", "13")]
)
def test_refusals(key: str, value: str) -> None:
    with pytest.raises(PlanError):
        typed(key, value)


def test_steps() -> None:
    step = a_step(ITEM, 5, minutes=2, actor_text="Aides")
    plan = a_plan(ITEM, step)

    def after(key: str, value: Any) -> Step:
        return plan.changed(typed_into_step(plan, step.id, key, value, "en")).find(Step, step.id)

    assert after("start", "11:12").offset == 12
    assert after("start", "10:55").offset == -5
    assert after("end", "3").minutes == 3
    assert after("end", "3 min").minutes == 3
    assert after("end", "1 h").minutes == 60
    assert after("end", "").minutes is None
    assert after("title", "Blot").cue_en == "Blot"
    assert after("in_charge", Picked(None, "MC")).actor_text == "MC"
    with pytest.raises(PlanError):
        after("end", "-3")


def test_a_step_after_midnight() -> None:
    item = an_item("1", 1, "23:50", "23:59")
    step = a_step(item, 0)
    plan = a_plan(item, step)
    assert plan.changed(typed_into_step(plan, step.id, "start", "0:05", "en")).find(Step, step.id).offset == 15


def test_who_is_invited_is_typed_as_codes() -> None:
    first, second, third = a_person("A1"), a_person("A2"), a_person("E1")
    group = a_group("DEL", [first, second])
    signs = an_invitation(ITEM, first, "signatory")
    plan = a_plan(
        first, second, third, group, ITEM, signs, an_invitation(ITEM, group), an_invitation(ITEM, third, "witness")
    )
    assert who_codes(plan, ITEM.id) == "DEL, E1"
    after = plan.changed(invite_listed(plan, ITEM.id, " del−a2 , e1"))
    assert who_codes(after, ITEM.id) == "DEL−A2, E1"
    assert after.invitations(ITEM.id)[first.id] == signs
    assert after.invitations(ITEM.id)[third.id].roles == ("witness",)
    assert set(after.invitations(ITEM.id)) == {first.id, group.id, third.id}
    gone = plan.changed(invite_listed(plan, ITEM.id, "A2"))
    assert gone.rows(Invitation) == (Invitation(ITEM.id, second.id, None),)
    assert invite_listed(plan, ITEM.id, who_codes(plan, ITEM.id)) == ()
    for wrong in ("Z9", "DEL-E1", "A1-A2"):
        with pytest.raises(PlanError):
            invite_listed(plan, ITEM.id, wrong)


def test_a_new_item_comes_after_the_one_before() -> None:
    before = ITEM._replace(place_id=PLACE.id, track="spouse")
    plan = a_plan(a_visit(), PLACE, before)
    (made,) = plan.changed(added_after(plan, before, 1, "New", new_ids()).changes).rows(ProgrammeItem)[1:]
    assert (made.start_day, made.start_time, made.end_time, made.place_id) == (2, "11:20", "11:50", PLACE.id)
    assert (made.code, made.title_en, made.track) == ("13", "New", "spouse")
    (alone,) = plan.changed(added_after(plan, None, 4, "New", new_ids()).changes).rows(ProgrammeItem)[1:]
    assert (alone.start_day, alone.start_time, alone.end_time) == (4, "09:00", "09:30")


def test_several_are_duplicated_under_numbers_of_their_own() -> None:
    other = an_item("20", 3)
    plan = a_plan(ITEM, other, a_step(other, 3))
    made = duplicated(plan, [ITEM.id, other.id], new_ids())
    after = plan.changed(made.changes)
    assert [after.find(ProgrammeItem, id).code for id in made.ids] == ["21", "22"]
    assert [step.item_id for step in after.rows(Step)] == [other.id, made.ids[1]]


def test_another_day_and_cancelling() -> None:
    plan = PLAN.changed(on_another_day(PLAN, [ITEM.id], -1))
    assert plan.find(ProgrammeItem, ITEM.id) == ITEM._replace(start_day=1, end_day=1)
    off = PLAN.changed(cancelled(PLAN, [ITEM.id]))
    assert off.find(ProgrammeItem, ITEM.id).status == "cancelled"
    assert off.changed(cancelled(off, [ITEM.id])).find(ProgrammeItem, ITEM.id).status == "tentative"
