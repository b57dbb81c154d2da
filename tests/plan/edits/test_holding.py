"""Items held for one shift: pinned in the plan that is asked, and unpinned in what it answers."""

from delegation_planner.plan.edits.holding import held_in, let_go
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.programme_item import ProgrammeItem
from tests.builders import a_plan, an_item

FREE, PINNED = an_item("01", 2), an_item("02", 3, pinned_date="2017-07-25")
PLAN = a_plan(FREE, PINNED)


def test_what_is_held_is_pinned_for_the_question_alone() -> None:
    held = held_in(PLAN, [FREE.id, PINNED.id])
    assert [row.pinned_date for row in held.rows(ProgrammeItem)] == ["2017-07-24", "2017-07-25"]
    changes = let_go(PLAN, fix_dates(held, "2017-07-22"), frozenset([FREE.id, PINNED.id]))
    assert PLAN.changed(changes).rows(ProgrammeItem) == (
        FREE._replace(start_day=3, end_day=3), PINNED._replace(start_day=4, end_day=4),
    )  # fmt: skip


def test_what_does_not_change_drops_out() -> None:
    assert let_go(PLAN, fix_dates(held_in(PLAN, [FREE.id]), "2017-07-23"), frozenset([FREE.id])) == ()
