"""Findings before and after an edit, at once or in slices, are those of two full runs."""

from datetime import date

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.preview import come_and_gone
from delegation_planner.checks.run import run
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.edits.visit import fix_dates
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.screen import judging
from delegation_planner.screen.shift import comparing
from delegation_planner.screen.shift.comparing import Comparing
from delegation_planner.screen.shift.rows import Difference

SAMPLE = read_sample(fixed=True)
RULES, ON = read_rulebook(), date(2017, 7, 10)
OTHER_DATES = fix_dates(SAMPLE, "2017-07-25")


def expected(changes: Changes) -> Difference:
    come, gone = come_and_gone(run(SAMPLE, RULES, ON), run(SAMPLE.changed(changes), RULES, ON))
    assert come or gone
    return come, gone


def test_an_edit_of_items_is_known_at_once(qtbot: QtBot) -> None:
    assert qtbot is not None
    signing = next(row for row in SAMPLE.rows(ProgrammeItem) if row.code == "12")
    changes = move_item(SAMPLE, signing.id, 3, "10:45")
    parent = QObject()
    assert Comparing(parent).compare(FindingsKept.of(SAMPLE, RULES, ON), changes) == expected(changes)


def test_other_dates_are_judged_in_slices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "AT_ONCE_SECONDS", 0)
    monkeypatch.setattr(judging, "SMALL", 0)
    monkeypatch.setattr(comparing, "SLICE_SECONDS", 0.001)
    parent = QObject()
    one = Comparing(parent)
    with qtbot.waitSignal(one.found):
        assert one.compare(FindingsKept.of(SAMPLE, RULES, ON), OTHER_DATES) is None
    assert one.difference == expected(OTHER_DATES)


def test_a_comparison_that_is_asked_anew_forgets_the_last(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "AT_ONCE_SECONDS", 0)
    monkeypatch.setattr(judging, "SMALL", 0)
    parent = QObject()
    one = Comparing(parent)
    assert one.compare(FindingsKept.of(SAMPLE, RULES, ON), OTHER_DATES) is None
    assert one.compare(None, OTHER_DATES) is None
    with qtbot.assertNotEmitted(one.found, wait=300):
        assert one.difference is None
