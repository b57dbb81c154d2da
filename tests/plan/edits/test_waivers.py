"""Accepting findings: a reason is needed, once a finding, and it can be taken back."""

import pytest

from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edits.waivers import unwaive, waive
from delegation_planner.plan.errors import PlanError
from tests.builders import a_plan, new_ids

PLAN = a_plan()
AT = "2017-07-10T02:00:00Z"


def test_a_finding_is_waived_for_a_reason() -> None:
    changes = waive(PLAN, "C1", "abc", "They know", new_ids("w"), waived_by="rani", waived_at=AT)
    (waiver,) = PLAN.changed(changes).rows(Waiver)
    assert waiver == Waiver(waiver.id, "C1", "abc", "They know", "rani", AT)


def test_waiving_again_says_a_better_reason() -> None:
    plan = PLAN.changed(waive(PLAN, "C1", "abc", "They know", new_ids("w")))
    (first,) = plan.rows(Waiver)
    assert list(plan.changed(waive(plan, "C1", "abc", "Agreed by both", new_ids("x"))).rows(Waiver)) == [
        first._replace(reason="Agreed by both")
    ]


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_it_is_refused(reason: str) -> None:
    with pytest.raises(PlanError):
        waive(PLAN, "C1", "abc", reason, new_ids("w"))


def test_only_this_finding_is_taken_back() -> None:
    plan = PLAN.changed(waive(PLAN, "C1", "abc", "one", new_ids("w")))
    plan = plan.changed(waive(plan, "C2", "abc", "other check", new_ids("x")))
    after = plan.changed(unwaive(plan, "C1", "abc"))
    assert [row.check for row in after.rows(Waiver)] == ["C2"]
    assert not unwaive(after, "C1", "abc")
