"""Each way to mend a finding, carried out, makes the finding go."""

import pytest

from delegation_planner.checks.mends import Mend, changes_of, mends
from delegation_planner.plan import rules
from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_sample
from tests.builders import a_person, a_place, a_plan, a_step, an_invitation, an_item, new_ids
from tests.checks.judged import RULES, judged

ANNA = a_person("A1")
HOTEL, MINISTRY = a_place("HTL", city="Jakarta"), a_place("MIN", city="Jakarta")
HALL = a_place("HALL", exclusive=True)
SAMPLE = read_sample(fixed=True)


def of(*items: ProgrammeItem) -> Plan:
    """Anna goes through these items."""
    return a_plan(ANNA, HOTEL, MINISTRY, HALL, *items, *(an_invitation(item, ANNA) for item in items))


def way(start: str, end: str) -> ProgrammeItem:
    """A movement to the ministry."""
    return an_item("02", 1, start, end, kind="movement", place_id=HOTEL.id, to_place_id=MINISTRY.id)


FAULTY: dict[str, tuple[Plan, list[str]]] = {
    "C1": (of(an_item("01"), an_item("02", 1, "09:40", "10:30")), ["shorten", "move_after", "take_out"]),
    "C3": (of(an_item("01", place_id=HOTEL.id), an_item("02", 1, "11:00", "12:00", place_id=MINISTRY.id)),
           ["make_movement"]),
    "C4": (of(an_item("01", place_id=HOTEL.id), way("10:00", "10:45"),
              an_item("03", 1, "10:45", "12:00", place_id=MINISTRY.id)), ["shorten", "move_after"]),
    "C5": (of(way("10:00", "10:30")), ["give_time"]),
    "C7": (of(an_item("01", place_id=HALL.id, room_layout="rows"),
              an_item("02", 1, "10:05", "11:00", place_id=HALL.id, room_layout="table")), ["shorten", "move_after"]),
    "C14": (of(an_item("01", place_id=HOTEL.id, start_zone="Asia/Makassar", start_time="10:00")), ["take_zone"]),
    "C15": (of(an_item("01", pinned_date="2017-09-01")), ["unpin"]),
    "C17": (a_plan(an_item("01"), a_step(an_item("01"), 70)), ["give_time"]),
}  # fmt: skip


@pytest.mark.parametrize("check", FAULTY)
def test_every_mend_makes_its_finding_go(check: str) -> None:
    plan, kinds = FAULTY[check]
    [finding] = judged(plan, check)
    ways = mends(plan, RULES, finding)
    assert [mend.kind for mend in ways] == kinds
    for mend in ways:
        changes = changes_of(plan, mend, new_ids())
        after = plan.changed(changes)
        rules.check(plan, changes, after)
        assert judged(after, check) == [], mend
        assert after.changed(changes.inverse()) == plan


def test_the_sample_jump_is_mended_by_a_movement_for_those_who_jump() -> None:
    [jump] = judged(SAMPLE, "C3")
    movement, *_ = mends(SAMPLE, RULES, jump)
    after = SAMPLE.changed(changes_of(SAMPLE, movement, new_ids()))
    [new] = [item for item in after.rows(ProgrammeItem) if item.code == "51"]
    assert (new.kind, new.start_time, new.end_time, new.travel_mode) == ("movement", "11:45", "12:30", "car")
    first, last = (
        SAMPLE.find(ProgrammeItem, subject.id) for subject in jump.subjects if subject.kind == "programme_item"
    )
    assert (new.place_id, new.to_place_id, new.travel_minutes) == (first.end_place_id, last.place_id, 45)
    assert new.title_en == "Cultural site, Jakarta (TBC) – Delegation hotel, central Jakarta (TBC)"
    assert must_come(after, new.id) == {subject.id for subject in jump.subjects if subject.kind == "participant"}
    assert judged(after, "C3") == judged(after, "C4") == []


def test_a_tentative_item_is_confirmed() -> None:
    plan = of(an_item("01"))
    mend = Mend("confirm", an_item("01").id)
    assert plan.changed(changes_of(plan, mend, new_ids())).rows(ProgrammeItem)[0].status == "confirmed"


@pytest.mark.parametrize("check", ["C10", "C12", "C20"])
def test_what_the_program_cannot_mend_has_no_mends(check: str) -> None:
    assert {mends(SAMPLE, RULES, finding) for finding in judged(SAMPLE, check)} == {()}


def test_a_way_that_nobody_knows_has_no_mends() -> None:
    far = a_place("FAR")
    plan = of(way("10:00", "11:00")._replace(to_place_id=far.id)).changed(Changes([put(far)]))
    [finding] = judged(plan, "C5")
    assert (finding.severity, mends(plan, RULES, finding)) == ("note", ())
