"""What a drag does to the plan: pure values in, one edit out."""

from datetime import date

import pytest

from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.run import run
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.schedule.grid.day_book import DayBook
from delegation_planner.screen.schedule.grid.drop_findings import difference
from delegation_planner.screen.schedule.grid.gesture import Doing, Gesture, Kind, doing, drop_at
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.neighbours import Way, neighbour
from delegation_planner.session.store import Label
from tests.builders import a_person, a_plan, an_invitation, an_item, new_ids

FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 2, "11:10", "11:30")
PLAN = a_plan(FIRST, SECOND)
NINE = DAY + 9 * 60


def gesture(kind: Kind, *items: ProgrammeItem, held_at: float = NINE + 20) -> Gesture:
    book = DayBook(PLAN)
    return Gesture(kind, tuple(book.on_clock(item) for item in items), held_at)


def done(grip: Gesture, at: float, step: int = 5, *, copy: bool = False, plan: Plan = PLAN) -> Doing:
    ready = doing(plan, drop_at(grip, at, step, copy=copy), new_ids(), "New item")
    assert ready is not None
    return ready


def when(plan: Plan, doing: Doing, item: ProgrammeItem) -> tuple[int, str, int, str]:
    row = plan.changed(doing.changes).find(ProgrammeItem, item.id)
    return row.start_day, row.start_time, row.end_day, row.end_time


@pytest.mark.parametrize(
    ("at", "step", "wanted"),
    [
        (NINE + 52, 5, (1, "09:30", 1, "10:30")),
        (NINE + 52, 1, (1, "09:32", 1, "10:32")),
        (NINE + DAY + 20, 5, (2, "09:00", 2, "10:00")),
        (DAY - 30, 5, (0, "23:10", 1, "00:10")),
    ],
)
def test_moving_snaps_the_start_and_keeps_the_length(at: float, step: int, wanted: tuple[int, str, int, str]) -> None:
    ready = done(gesture("move", FIRST), at, step)
    assert when(PLAN, ready, FIRST) == wanted
    assert ready.label == Label("move_item", {"name": "01"})
    assert ready.ids == (FIRST.id,)


def test_an_uneven_start_moves_onto_the_grid() -> None:
    odd = FIRST._replace(start_time="09:02", end_time="10:02")
    plan = a_plan(odd)
    grip = Gesture("move", (DayBook(plan).on_clock(odd),), NINE + 2)
    assert when(plan, done(grip, NINE + 12, plan=plan), odd) == (1, "09:10", 1, "10:10")


def test_several_items_move_together_in_one_edit() -> None:
    ready = done(gesture("move", FIRST, SECOND), NINE + 50)
    assert when(PLAN, ready, FIRST) == (1, "09:30", 1, "10:30")
    assert when(PLAN, ready, SECOND) == (2, "11:40", 2, "12:00")
    assert ready.label == Label("shift_items", {"count": 2})


@pytest.mark.parametrize(
    ("kind", "at", "wanted"),
    [
        ("start", NINE - 10, (1, "08:30", 1, "10:00")),
        ("start", NINE + 300, (1, "09:55", 1, "10:00")),
        ("end", NINE + 50, (1, "09:00", 1, "10:30")),
        ("end", NINE - 300, (1, "09:00", 1, "09:05")),
    ],
)
def test_an_edge_moves_but_not_beyond_the_other(kind: Kind, at: float, wanted: tuple[int, str, int, str]) -> None:
    ready = done(gesture(kind, FIRST), at)
    assert when(PLAN, ready, FIRST) == wanted
    assert ready.label == Label({"start": "change_start", "end": "resize_item"}[kind], {"name": "01"})


def test_each_end_moves_on_its_own_clock() -> None:
    flight = an_item("09", 1, "06:00", "12:00", start_zone="Asia/Baku")
    plan = a_plan(flight)
    one = DayBook(plan).on_clock(flight)
    assert when(plan, done(Gesture("move", (one,), 0), 60, plan=plan), flight) == (1, "07:00", 1, "13:00")
    assert when(plan, done(Gesture("start", (one,), 0), 60, plan=plan), flight) == (1, "07:00", 1, "12:00")


def test_a_copy_leaves_the_item_and_brings_its_people() -> None:
    guest = a_person("A1")
    plan = a_plan(guest, FIRST, an_invitation(FIRST, guest))
    grip = Gesture("move", (DayBook(plan).on_clock(FIRST),), NINE)
    ready = done(grip, NINE + 120, copy=True, plan=plan)
    after = plan.changed(ready.changes)
    (copy_id,) = ready.ids
    copied = after.find(ProgrammeItem, copy_id)
    assert (copied.start_time, copied.end_time, copied.code) == ("11:00", "12:00", "02")
    assert after.find(ProgrammeItem, FIRST.id) == FIRST
    assert [row.participant_id for row in after.invitations(copy_id).values()] == [guest.id]
    assert ready.label == Label("duplicate_item", {"name": "01"})


def test_creating_makes_an_item_of_the_span_either_way() -> None:
    for held, at in ((NINE, NINE + 47), (NINE + 47, NINE)):
        ready = done(Gesture("create", (), held), at)
        (made,) = (change.after for change in ready.changes)
        assert isinstance(made, ProgrammeItem)
        assert (made.start_day, made.start_time, made.end_time, made.title_en) == (1, "09:00", "09:45", "New item")
        assert ready.label == Label("add_item", {"name": made.code})


def test_nothing_is_done_where_nothing_moves() -> None:
    assert doing(PLAN, drop_at(gesture("move", FIRST), NINE + 21, 5), new_ids(), "") is None


# What it would cause.


def test_a_drop_brings_and_settles_what_judging_the_whole_plan_says() -> None:
    plan = read_sample(fixed=True)
    rulebook, on = read_rulebook(), date(2017, 7, 10)
    moved = [item for item in plan.rows(ProgrammeItem) if item.code in ("14", "24")]
    book = DayBook(plan)
    drop = drop_at(Gesture("move", tuple(book.on_clock(item) for item in moved), 0), 45, 5)
    ready = doing(plan, drop, new_ids(), "")
    assert ready is not None
    found = difference(FindingsKept.of(plan, rulebook, on), ready.changes)
    before = {finding.key for finding in run(plan, rulebook, on)}
    after = {finding.key for finding in run(plan.changed(ready.changes), rulebook, on)}
    assert {finding.key for finding in found.new} == after - before != set()
    assert {finding.key for finding in found.settled} == before - after


# Where the arrows lead.

DAY_ONE = (
    an_item("01", 1, "08:00", "09:00"),
    an_item("02", 1, "09:00", "11:00", track="working"),
    an_item("03", 1, "09:30", "11:30"),
    an_item("04", 3, "10:00", "11:00"),
)


@pytest.mark.parametrize(
    ("code", "way", "wanted"),
    [
        ("01", "down", "02"),
        ("02", "down", "03"),
        ("03", "down", "04"),
        ("04", "up", "03"),
        ("01", "up", "01"),
        ("04", "down", "04"),
        ("03", "right", "02"),
        ("02", "left", "03"),
        ("02", "right", "04"),
        ("04", "left", "03"),
        ("01", "left", "01"),
    ],
)
def test_where_the_arrows_lead(code: str, way: Way, wanted: str) -> None:
    book = DayBook(a_plan(*DAY_ONE))
    (block,) = (block for day in book.days for block in book.day(day).blocks if block.item.code == code)
    assert neighbour(book, block, way).item.code == wanted
