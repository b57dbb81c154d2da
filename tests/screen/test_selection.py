"""The selection is one for all panes and holds only what is there."""

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.selection import Selection
from tests.builders import a_visit, an_item

FIRST, SECOND = an_item("01"), an_item("02")


def a_selection() -> tuple[Selection, list[tuple[str, ...]]]:
    selection = Selection()
    seen: list[tuple[str, ...]] = []
    selection.changed.connect(lambda: seen.append(selection.ids))
    return selection, seen


def test_another_choice_is_told_once() -> None:
    selection, seen = a_selection()
    selection.choose(ProgrammeItem, [FIRST.id])
    selection.choose(ProgrammeItem, [FIRST.id])
    assert seen == [(FIRST.id,)]
    assert selection.one(ProgrammeItem) == FIRST.id
    assert selection.of(Participant) == ()


def test_several_rows_are_no_one_row() -> None:
    selection, _ = a_selection()
    selection.choose(ProgrammeItem, [FIRST.id, SECOND.id])
    assert selection.one(ProgrammeItem) is None
    assert selection.of(ProgrammeItem) == (FIRST.id, SECOND.id)


def test_choosing_nothing_clears_the_selection() -> None:
    selection, seen = a_selection()
    selection.choose(ProgrammeItem, [FIRST.id])
    selection.choose(ProgrammeItem, [])
    assert selection.kind is None
    assert seen == [(FIRST.id,), ()]


def test_rows_that_are_gone_are_let_go() -> None:
    selection, _ = a_selection()
    selection.choose(ProgrammeItem, [FIRST.id, SECOND.id])
    selection.follow(Plan.of([a_visit(), SECOND]))
    assert selection.ids == (SECOND.id,)
    selection.follow(Plan.of([a_visit()]))
    assert selection.kind is None
