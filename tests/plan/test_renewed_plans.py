"""Whatever has been done to a visit: its next one, and its days kept and inserted, break no rule and share no id."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.day_templates import insert_day, template_of_day
from delegation_planner.plan.next_visit import Next, next_visit
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rules import check, check_whole
from delegation_planner.plan.tables import TABLES
from delegation_planner.resource_files import read_sample
from tests.builders import new_ids
from tests.editions.edits_at_random import Edit, edits

SAMPLE = read_sample(fixed=True)
DELEGATIONS = [row.id for row in SAMPLE.rows(Delegation)]
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Each example copies a visit of 50 items."""


def after_all(drawn: list[Edit]) -> Plan:
    plan = SAMPLE
    for edit in drawn:
        plan = edit(plan)
    return plan


def known_by(plan: Plan) -> set[str]:
    """All ids, and the names by which calendars know items."""
    ids = {row.id for kind in TABLES.values() for row in plan.rows(kind)}
    return ids | {row.uid for row in plan.rows(ProgrammeItem)}


@FEW
@given(st.lists(edits(), max_size=4), st.sets(st.sampled_from(DELEGATIONS)))
def test_the_next_visit_is_sound_and_known_by_nobody(drawn: list[Edit], kept: set[str]) -> None:
    plan = after_all(drawn)
    after = next_visit(plan, Next("Next", date(2018, 3, 4), None, frozenset(kept)), lambda _: "", new_ids("next"))
    check_whole(after)
    assert known_by(after).isdisjoint(known_by(plan))


@FEW
@given(st.lists(edits(), max_size=4), st.integers(-1, 8))
def test_every_day_can_be_kept_and_inserted_without_touching_what_is_there(drawn: list[Edit], on: int) -> None:
    plan = after_all(drawn)
    for day in sorted({row.start_day for row in plan.rows(ProgrammeItem) if row.status != "cancelled"}):
        template = template_of_day(plan, day, "A day", new_ids(f"template {day}"))
        check_whole(template)
        changes = insert_day(plan, template, on, new_ids(f"inserted {day}"))
        after = plan.changed(changes)
        check(plan, changes, after)
        assert set(plan.rows(ProgrammeItem)) <= set(after.rows(ProgrammeItem))
        assert len(after.rows(ProgrammeItem)) == len(plan.rows(ProgrammeItem)) + len(template.rows(ProgrammeItem))
