"""The draft after an edition, followed edit by edit, says what a comparison of the whole plans says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.editions.draft import Draft, touched_items
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits import items
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook, read_sample
from tests.editions.edits_at_random import Edit, edits

RULES = read_rulebook()
SAMPLE = read_sample(fixed=True)
EDITION = Version(SAMPLE, RULES)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits(), min_size=1, max_size=4))
def test_a_draft_that_is_followed_is_the_whole_difference(drawn: list[Edit]) -> None:
    plan, draft = SAMPLE, Draft(SAMPLE, SAMPLE, RULES)
    for edit in drawn:
        after = edit(plan)
        draft = draft.following(after, difference(plan, after))
        plan = after
    expected = whole_difference(EDITION, Version(plan, RULES))
    assert draft.difference() == expected
    assert Draft(SAMPLE, plan, RULES).difference() == expected


def test_undoing_an_edit_ends_its_change() -> None:
    changes = items.move_item(SAMPLE, next(iter(SAMPLE.table(ProgrammeItem))), 1, "10:00")
    moved = Draft(SAMPLE, SAMPLE, RULES).following(SAMPLE.changed(changes), changes)
    assert moved.difference().total == 1
    assert moved.following(SAMPLE, changes.inverse()).difference().total == 0


def test_only_the_touched_are_looked_at() -> None:
    item = next(iter(SAMPLE.table(ProgrammeItem)))
    changes = items.move_item(SAMPLE, item, 1, "10:00")
    assert touched_items(SAMPLE, SAMPLE.changed(changes), changes) == {item}
    assert touched_items(SAMPLE, SAMPLE, Changes()) == frozenset()
