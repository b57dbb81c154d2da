"""The order of minute steps."""

import pytest

from delegation_planner.plan.edits.steps import move_step
from delegation_planner.plan.programme_item import Step
from tests.builders import a_plan, a_step, an_id, an_item

ITEM = an_item()
ELSEWHERE = a_step(an_item("02"), 1)

Times = list[tuple[str, int]]


def moved(steps: list[Step], step: Step, *, earlier: bool) -> Times:
    plan = a_plan(ITEM, an_item("02"), *steps, ELSEWHERE)
    after = plan.changed(move_step(plan, step.id, earlier=earlier))
    assert after.find(Step, ELSEWHERE.id) == ELSEWHERE
    return sorted(
        ((row.cue_en, row.offset) for row in after.rows(Step) if row.item_id == ITEM.id), key=lambda row: row[1]
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param((0, None), (5, None), [("B", 0), ("A", 5)], id="points in time"),
        pytest.param((0, 10), (10, 2), [("B", 0), ("A", 2)], id="one after the other"),
        pytest.param((0, 10), (13, 2), [("B", 0), ("A", 5)], id="with a gap"),
        pytest.param((0, 10), (5, 2), [("B", 0), ("A", 2)], id="one over the other"),
        pytest.param((0, 2), (2, None), [("B", 0), ("A", 1)], id="a point right after"),
        pytest.param((0, None), (0, None), [("B", 0), ("A", 1)], id="both at once"),
        pytest.param((-5, None), (0, 3), [("B", -5), ("A", 3)], id="before the start"),
    ],
)
def test_two_steps_change_places(
    first: tuple[int, int | None], second: tuple[int, int | None], expected: Times
) -> None:
    one, two = (
        a_step(ITEM, offset, id=an_id(cue), minutes=minutes, cue_en=cue)
        for cue, (offset, minutes) in zip("AB", (first, second), strict=True)
    )
    assert moved([one, two], two, earlier=True) == expected
    assert moved([one, two], one, earlier=False) == expected


def test_at_either_end_there_is_nowhere_to_go() -> None:
    one, two = a_step(ITEM, 0, cue_en="A"), a_step(ITEM, 5, cue_en="B")
    assert moved([two, one], one, earlier=True) == moved([two, one], two, earlier=False) == [("A", 0), ("B", 5)]
