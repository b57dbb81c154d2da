"""What is told before an edit is done: items that move, findings that come and go."""

from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.preview import Moved, When, come_and_gone, moved_items, preview
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.document import Waiver
from delegation_planner.plan.edits.items import move_item, remove_item
from delegation_planner.plan.edits.visit import fix_dates
from tests.builders import a_person, a_plan, an_id, an_invitation, an_item
from tests.checks.judged import RULES, TODAY, judged

ANNA = a_person("A1")
CALL, TALKS = an_item("01"), an_item("02", start="10:00", end="11:00", pinned_date="2017-07-23")
PLAN = a_plan(ANNA, CALL, TALKS, an_invitation(CALL, ANNA), an_invitation(TALKS, ANNA))
KEPT = FindingsKept.of(PLAN, RULES, TODAY)


def test_a_move_tells_the_item_and_the_findings_that_come() -> None:
    shown = preview(KEPT, move_item(PLAN, CALL.id, 1, "09:30"))
    nine = When(1, "2017-07-23", "09:00", 1, "2017-07-23", "10:00")
    later = nine._replace(start_time="09:30", end_time="10:30")
    assert shown.moved == (Moved(CALL.id, "01", nine, later),)
    assert [one.check for one in shown.come] == ["C1"]
    assert shown.gone == ()


def test_dates_that_move_are_told_though_no_item_changes_and_the_pinned_are_not() -> None:
    shown = preview(KEPT, fix_dates(PLAN, "2017-07-25"))
    [moved] = shown.moved
    assert moved.before is not None
    assert moved.after == moved.before._replace(start_date="2017-07-25", end_date="2017-07-25")
    assert moved.code == "01"
    assert [one.check for one in shown.come] == ["C15"]


def test_what_is_new_or_gone_is_told_too() -> None:
    changes = remove_item(PLAN, CALL.id)
    after = PLAN.changed(changes)
    [gone] = moved_items(PLAN, after)
    assert (gone.code, gone.after) == ("01", None)
    [new] = moved_items(after, PLAN)
    assert (new.code, new.before) == ("01", None)


def test_a_finding_that_only_gets_another_time_neither_comes_nor_goes() -> None:
    first = PLAN.changed(move_item(PLAN, CALL.id, 1, "09:30"))
    then = PLAN.changed(move_item(PLAN, CALL.id, 1, "09:45"))
    assert come_and_gone(judged(first, "C1"), judged(then, "C1")) == ((), ())
    assert come_and_gone((), judged(then, "C1")) == (tuple(judged(then, "C1")), ())


def test_a_waived_finding_is_not_told() -> None:
    clash = PLAN.changed(move_item(PLAN, CALL.id, 1, "09:30"))
    [finding] = judged(clash, "C1")
    waiver = Waiver(an_id("waiver"), finding.check, finding.fingerprint, "agreed")
    waived = clash.changed(Changes([put(waiver)]))
    assert come_and_gone((), judged(waived, "C1")) == ((), ())
