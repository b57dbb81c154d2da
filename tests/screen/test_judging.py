"""The findings of the open plan: found in slices, kept through edits, and always what the checks find in full."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from delegation_planner.checks.run import run
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edits.items import edit_item, move_item
from delegation_planner.plan.edits.removing import remove
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen import judging as judging_module
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.judging import Judging
from delegation_planner.session.store import Label
from tests.builders import a_person, a_plan, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk

RULES = cache(read_rulebook)
ON = date(2017, 7, 10)
GUEST = a_person("A1")
FIRST, SECOND = an_item("01", 1, "09:00", "10:00"), an_item("02", 1, "10:00", "11:00")
PLAN = a_plan(a_visit(), GUEST, FIRST, SECOND, an_invitation(FIRST, GUEST), an_invitation(SECOND, GUEST))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(PLAN)


def in_full(desk: Desk) -> object:
    return run(desk.plan, RULES(), desk.judged_on)


def test_findings_follow_edits_and_undo(desk: Desk) -> None:
    assert desk.findings == in_full(desk)
    before = desk.findings
    assert desk.edit(Label("move_item"), move_item(desk.plan, SECOND.id, 1, "09:30"))
    assert desk.findings == in_full(desk) != before
    assert desk.undo()
    assert desk.findings == in_full(desk) == before


def test_edits_that_nobody_looks_at_are_followed_too(desk: Desk) -> None:
    assert desk.edit(Label("move_item"), move_item(desk.plan, SECOND.id, 1, "09:30"))
    assert desk.edit(Label("edit_item"), edit_item(desk.plan, FIRST.id, {"status": "cancelled"}))
    assert desk.findings == in_full(desk)


def test_another_day_to_judge_on_is_another_judgement(desk: Desk) -> None:
    early = desk.findings
    assert desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"judged_on": "2017-07-22"}))
    assert desk.findings == in_full(desk)
    assert desk.undo()
    assert desk.findings == early


def a_judging(plan: Plan, parent: QObject, on: Callable[[], date] = lambda: ON) -> Judging:
    return Judging(plan, RULES, on, later=True, parent=parent)


def test_what_judges_later_finds_nothing_before_it_begins(qtbot: QtBot) -> None:
    parent = QObject()
    judging = a_judging(PLAN, parent)
    assert judging.findings == ()
    with qtbot.waitSignal(judging.done):
        judging.begin()
    assert judging.findings == run(PLAN, RULES(), ON)


def test_a_large_visit_is_judged_in_slices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging_module, "SLICE_SECONDS", 0)
    plan, parent = read_sample(fixed=True), QObject()
    judging = a_judging(plan, parent)
    judging.begin()
    judging.begin()
    assert judging.findings == ()
    with qtbot.waitSignal(judging.done):
        pass
    assert judging.findings == run(plan, RULES(), ON)


def test_the_next_day_is_judged_anew(qtbot: QtBot) -> None:
    today, parent = [ON], QObject()
    judging = a_judging(read_sample(fixed=True), parent, lambda: today[0])
    with qtbot.waitSignal(judging.done):
        judging.begin()
    today[0] = ON + timedelta(days=10)
    assert judging.findings == run(read_sample(fixed=True), RULES(), today[0])


def test_an_edit_between_two_slices_begins_anew(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging_module, "SLICE_SECONDS", 0)
    desk, parent = open_desk(PLAN), QObject()
    judging = a_judging(PLAN, parent)
    judging.begin()
    desk.session.observe(judging.follow)
    with qtbot.waitSignal(judging.done):
        assert desk.edit(Label("move_item"), move_item(desk.plan, SECOND.id, 1, "09:30"))
    assert judging.findings == run(desk.plan, RULES(), ON)


def a_judged_large_visit(desk: Desk, parent: QObject, monkeypatch: pytest.MonkeyPatch) -> Judging:
    """All visits are large here."""
    judging = a_judging(desk.plan, parent)
    judging.begin()
    assert judging.kept is not None
    monkeypatch.setattr(judging_module, "SMALL", 0)
    monkeypatch.setattr(judging_module, "SLICE_SECONDS", 0)
    desk.session.observe(judging.follow)
    return judging


def test_an_edit_that_touches_all_of_a_large_visit_is_judged_in_slices(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, parent = open_desk(PLAN), QObject()
    judging = a_judged_large_visit(desk, parent, monkeypatch)
    before = judging.findings
    with qtbot.waitSignal(judging.done):
        assert desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"host_country": "AZ"}))
        assert judging.kept is None
        assert judging.findings == before
    assert judging.findings == run(desk.plan, RULES(), ON)


def test_meanwhile_no_finding_speaks_of_what_is_gone(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clash = replaced(SECOND, SECOND._replace(start_time="09:30"))
    desk, parent = open_desk(PLAN.changed(Changes([clash]))), QObject()
    judging = a_judged_large_visit(desk, parent, monkeypatch)
    assert any(subject.id == GUEST.id for finding in judging.findings for subject in finding.subjects)
    with qtbot.waitSignal(judging.done):
        assert desk.edit(Label("remove"), remove(desk.plan, type(GUEST), GUEST.id))
        assert judging.kept is None
        assert not any(subject.id == GUEST.id for finding in judging.findings for subject in finding.subjects)
    assert judging.findings == run(desk.plan, RULES(), ON)
