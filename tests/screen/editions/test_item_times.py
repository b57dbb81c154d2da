"""A change's new time says no more than what differs, and of a visit whose dates are open no date."""

import pytest

from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.items import edit_item, move_item, remove_item
from delegation_planner.plan.edits.visit import fix_dates, set_planning_date
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen.editions.change_lines import change_nodes
from tests.words.spoken import words

RULES = read_rulebook()


def told(plan: Plan, changes: Changes, code: str) -> str:
    """The line of an item once these changes are made."""
    new = plan.changed(changes)
    difference = whole_difference(Version(plan, RULES), Version(new, RULES), "en")
    rows = [node.row for node in change_nodes(words("en"), new, difference)]
    return next(row.detail for row in rows if row.title.startswith(f"{code}  "))


def item(plan: Plan, code: str) -> ProgrammeItem:
    return next(row for row in plan.rows(ProgrammeItem) if row.code == code)


@pytest.mark.parametrize(
    ("fixed", "day", "at", "line"),
    [
        (True, 5, "10:00", "Time: Thu 27 Jul, 09:30–11:30 → 10:00–12:00"),
        (True, 4, "09:30", "Time: Thu 27 Jul, 09:30–11:30 → Wed 26 Jul"),
        (True, 4, "10:00", "Time: Thu 27 Jul, 09:30–11:30 → Wed 26 Jul, 10:00–12:00"),
        (False, 5, "10:00", "Time: D5, 09:30–11:30 → 10:00–12:00"),
        (False, 4, "09:30", "Time: D5, 09:30–11:30 → D4"),
    ],
)
def test_only_what_differs_is_said_again(fixed: bool, day: int, at: str, line: str) -> None:  # noqa: FBT001
    plan = read_sample(fixed=fixed)
    assert told(plan, move_item(plan, item(plan, "45").id, day, at), "45") == line


def test_how_sure_a_time_is_is_said_with_it() -> None:
    plan = read_sample(fixed=True)
    changes = edit_item(plan, item(plan, "45").id, {"precision": "about"})
    assert told(plan, changes, "45") == "Time: Thu 27 Jul, 09:30–11:30 → ~09:30–11:30"


def test_what_lasts_over_zones_is_said_in_full_on_both_sides() -> None:
    plan = read_sample(fixed=False)
    changes = move_item(plan, item(plan, "01").id, 0, "20:30")
    before, after = "D0, 20:00 Baku time – D1, 15:10 WIB", "D0, 20:30 Baku time – D1, 15:40 WIB"
    assert told(plan, changes, "01") == f"Time: {before} → {after}"


def test_what_is_dropped_has_its_time_alone() -> None:
    plan = read_sample(fixed=False)
    assert told(plan, remove_item(plan, item(plan, "45").id), "45") == "D5, 09:30–11:30"


def test_another_year_is_said_and_so_are_dates_that_alone_differ() -> None:
    fixed, tentative = read_sample(fixed=True), read_sample(fixed=False)
    next_year = "Time: Thu 27 Jul 2017, 09:30–11:30 → Fri 27 Jul 2018, 09:30–11:30"
    assert told(fixed, fix_dates(fixed, "2018-07-23"), "45") == next_year
    assert told(fixed, fix_dates(fixed, "2017-07-24"), "45") == "Time: Thu 27 Jul, 09:30–11:30 → Fri 28 Jul"
    other_dates = "Time: Thu 27 Jul 2017 → Fri 28 Jul 2017"
    assert told(tentative, set_planning_date(tentative, "2017-07-24"), "45") == other_dates
