"""A rehearsed shift as rows: before, after, change, and the findings that come and go."""

from datetime import date

import pytest

from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.preview import come_and_gone
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.shift import asked
from delegation_planner.screen.shift.asked import Shift
from delegation_planner.screen.shift.rows import Rehearsal, rehearsed
from delegation_planner.words.words import ENGLISH
from tests.builders import a_person, a_plan, an_invitation, an_item, new_ids

GUEST = a_person("A1")
FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:05", "11:00")
PINNED = an_item("03", 1, "11:00", "12:00", pinned_date="2017-07-23")


def plan_of_three() -> Plan:
    items = (FIRST, SECOND, PINNED)
    return a_plan(GUEST, *items, *(an_invitation(item, GUEST) for item in items))


def shown(plan: Plan, shift: Shift) -> Rehearsal:
    before = FindingsKept.of(plan, read_rulebook(), date(2017, 7, 10))
    after = before.following(plan.changed(shift.changes), shift.changes)
    return rehearsed(ENGLISH, plan, shift, come_and_gone(before.findings, after.findings))


def cells(rehearsal: Rehearsal) -> list[tuple[str, str, str, str, bool]]:
    return [(row.number, row.before, row.after, spaced(row.change), row.moves) for row in rehearsal.rows]


def spaced(text: str) -> str:
    """With spaces that may come apart."""
    return text.replace("\u00a0", " ")


def test_a_push_shows_what_moves_what_gaps_take_and_what_a_pin_holds() -> None:
    plan = plan_of_three()
    rehearsal = shown(plan, asked.later(plan, FIRST.id, "starts", 20))
    assert cells(rehearsal) == [
        ("01", "09:00–10:00", "09:20–10:20", "+20 min", True),
        ("02", "10:05–11:00", "10:20–11:15", "+15 min, gap took 5 min", True),
        ("03", "11:00–12:00", "11:00–12:00", "stays, pinned; 15 min short", False),
    ]
    assert rehearsal.moves == 2
    assert rehearsal.findings is not None
    assert [(line.severity, line.note) for line in rehearsal.findings] == [("error", "02, 03 · new")]
    assert [row.severity for row in rehearsal.rows] == [None, "error", "error"]


def test_a_start_in_another_zone_says_how_far_it_is_off() -> None:
    flight = an_item("01", 0, "20:00", "15:10", start_zone="Asia/Baku", end_day=1)
    plan = a_plan(GUEST, flight, an_invitation(flight, GUEST))
    assert cells(shown(plan, asked.later(plan, flight.id, "starts", 20))) == [
        ("01", "20:00 +04–D1 15:10", "20:20 +04–D1 15:30", "+20 min", True)
    ]


def test_an_item_that_ends_later_keeps_its_start_and_one_that_runs_late_stays_as_planned() -> None:
    plan = plan_of_three()
    ends = shown(plan, asked.later(plan, FIRST.id, "ends", 20))
    assert cells(ends)[0] == ("01", "09:00–10:00", "09:00–10:20", "ends +20 min", True)
    runs = shown(plan, asked.later(plan, FIRST.id, "runs", 20))
    assert [row.number for row in runs.rows] == ["02", "03"]


def test_another_day_is_said_before_and_after() -> None:
    plan = plan_of_three()
    moved = shown(plan, asked.to_day(plan, [FIRST.id], 2, "13:30", push=True))
    assert cells(moved) == [("01", "D1 Sun 23 Jul 09:00–10:00", "D2 Mon 24 Jul 13:30–14:30", "+1 day +4 h 30", True)]
    assert not asked.to_day(plan, [FIRST.id], 1, "09:00", push=True).changes


def test_two_items_keep_their_distance_on_another_day() -> None:
    plan = plan_of_three()
    moved = shown(plan, asked.to_day(plan, [FIRST.id, SECOND.id], 3, None, push=False))
    assert [row.change for row in moved.rows] == ["+2 days", "+2 days"]


def test_without_push_an_item_is_only_moved() -> None:
    plan = plan_of_three()
    assert {change.id for change in asked.to_day(plan, [FIRST.id], 1, "10:00", push=False).changes} == {FIRST.id}
    pushing = asked.to_day(plan, [FIRST.id], 1, "10:00", push=True)
    assert {change.id for change in pushing.changes} == {FIRST.id, SECOND.id}


def test_an_inserted_item_is_new_and_stands_where_it_will_be() -> None:
    plan = plan_of_three()
    shift = asked.inserted(plan, "Tea", (1, "10:00"), 30, [GUEST.id], new_ids("made"))
    assert cells(shown(plan, shift)) == [
        ("04", "", "10:00–10:30", "new", True),
        ("02", "10:05–11:00", "10:30–11:25", "+25 min", True),
        ("03", "11:00–12:00", "11:00–12:00", "stays, pinned; 25 min short", False),
    ]


def test_other_dates_move_all_but_pinned_items() -> None:
    plan = plan_of_three()
    rehearsal = shown(plan, asked.dated(plan, "fix", "2017-07-25"))
    assert [(row.number, row.before, row.after, row.change) for row in rehearsal.rows] == [
        ("03", "D1 Sun 23 Jul 11:00–12:00", "D-1 Sun 23 Jul 11:00–12:00", "stays, pinned"),
        ("01", "D1 Sun 23 Jul 09:00–10:00", "D1 Tue 25 Jul 09:00–10:00", "+2 days"),
        ("02", "D1 Sun 23 Jul 10:05–11:00", "D1 Tue 25 Jul 10:05–11:00", "+2 days"),
    ]
    assert rehearsal.moves == 2


def test_a_window_that_becomes_the_planned_date_lists_every_item_with_its_weekday() -> None:
    plan = read_sample(fixed=False)
    rehearsal = shown(plan, asked.dated(plan, "fix", "2017-07-23"))
    assert (len(rehearsal.rows), rehearsal.moves) == (len(plan.rows(ProgrammeItem)), 0)
    signing = next(row for row in rehearsal.rows if row.number == "12")
    assert (signing.before, signing.after, signing.change) == (
        "D2 11:00–11:20", "D2 Mon 24 Jul 11:00–11:20", "same day and time",
    )  # fmt: skip


def test_a_finding_that_goes_is_settled() -> None:
    plan = a_plan(GUEST, FIRST, an_item("02", 1, "09:30", "10:30"))
    clashing = plan.rows(ProgrammeItem)
    plan = a_plan(GUEST, *clashing, *(an_invitation(item, GUEST) for item in clashing))
    shift = asked.to_day(plan, [clashing[1].id], 1, "10:00", push=False)
    findings = shown(plan, shift).findings
    assert findings is not None
    assert [(line.severity, line.note) for line in findings] == [(None, "01, 02 · settled")]


def test_findings_are_unknown_before_the_plan_is_judged() -> None:
    plan = plan_of_three()
    assert rehearsed(ENGLISH, plan, asked.later(plan, FIRST.id, "starts", 5), None).findings is None


@pytest.mark.parametrize("minutes", [0, -5])
def test_no_minutes_are_refused(minutes: int) -> None:
    plan = plan_of_three()
    with pytest.raises(PlanError, match="above zero"):
        asked.later(plan, FIRST.id, "starts", minutes)
    with pytest.raises(PlanError, match="above zero"):
        asked.inserted(plan, "Tea", (1, "10:00"), minutes, [], new_ids("made"))
