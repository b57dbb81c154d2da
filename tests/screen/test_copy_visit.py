"""The dialog that makes the next visit out of this one."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rules import check_whole
from delegation_planner.screen.dialogs.copy_visit import CopyVisitDialog
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_person, a_plan, a_visit, an_item, new_ids
from tests.screen.panes import nameless, rich_labels, type_text

GUESTS, HOSTS, CITY = (
    a_delegation("AZ", name_en="<b>Guests</b>"), a_delegation("ID", side="host"), a_delegation("CITY", side="host"),
)  # fmt: skip
PEOPLE = (a_person("A1", GUESTS), a_person("A2", GUESTS), a_person("I1", HOSTS), a_person("C1", CITY))


@pytest.fixture
def dialog(qtbot: QtBot) -> CopyVisitDialog:
    plan = a_plan(GUESTS, HOSTS, CITY, *PEOPLE, an_item("01"), an_item("02", status="cancelled"))
    dialog = CopyVisitDialog(None, ENGLISH, plan, new_ids("next"))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def carried_out(dialog: CopyVisitDialog) -> Plan:
    dialog.main.click()
    assert dialog.plan is not None
    check_whole(dialog.plan)
    return dialog.plan


def codes(plan: Plan) -> list[str]:
    return [person.code for person in plan.rows(Participant)]


def test_it_proposes_the_hosts_and_the_same_weekday_a_year_later(dialog: CopyVisitDialog) -> None:
    assert (rich_labels(dialog), nameless(dialog)) == ([], [])
    assert (dialog.whose.currentText(), dialog.until.isVisible()) == ("The host side only", False)
    assert [tick.text() for tick in dialog.ticks.values()] == [
        "<b>Guests</b> · 2 people", "Delegation ID · 1 person", "Delegation CITY · 1 person",
    ]  # fmt: skip
    plan = carried_out(dialog)
    assert (codes(plan), plan.visit.title_en, plan.visit.anchor_date) == (["I1", "C1"], "Test visit", "2018-07-22")


def test_a_long_title_is_read_from_its_beginning_and_typed_over(qtbot: QtBot) -> None:
    title = "Visit of the Chairman " * 20
    dialog = CopyVisitDialog(None, ENGLISH, a_plan(a_visit(title_en=title)), new_ids("next"))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.title.hasFocus)
    assert (dialog.title.selectedText(), dialog.title.cursorPosition()) == (title, 0)
    type_text("Next")
    assert dialog.title.text() == "Next"


@pytest.mark.parametrize(("at", "expected"), [(0, ["A1", "A2", "I1", "C1"]), (1, ["I1", "C1"]), (2, [])])
def test_the_usual_choices_tick_delegations(dialog: CopyVisitDialog, at: int, expected: list[str]) -> None:
    dialog.whose.setCurrentIndex(at)
    dialog.whose.commit()
    assert codes(carried_out(dialog)) == expected


def test_ticks_of_ones_own_are_named_as_such(dialog: CopyVisitDialog) -> None:
    dialog.ticks[CITY.id].click()
    assert dialog.whose.currentText() == "As ticked"
    dialog.ticks[HOSTS.id].click()
    assert dialog.whose.currentText() == "Nobody"
    dialog.ticks[GUESTS.id].click()
    assert codes(carried_out(dialog)) == ["A1", "A2"]


def test_a_window_that_is_too_short_and_no_title_are_refused_in_words(dialog: CopyVisitDialog) -> None:
    dialog.title.clear()
    dialog.main.click()
    assert (dialog.refusal.text(), dialog.plan) == ("Give the visit a title.", None)
    dialog.title.setText("Second visit")
    dialog.in_window.setChecked(True)
    assert dialog.until.isVisible()
    first = date(2018, 3, 1)
    dialog.first.setDate(QDate(first.year, first.month, first.day))
    dialog.until.setDate(QDate(2018, 3, 3))
    dialog.main.click()
    assert dialog.refusal.text() == "The window is shorter than the visit."
    dialog.until.setDate(QDate(2018, 3, 31))
    visit = carried_out(dialog).visit
    assert (visit.title_en, visit.dates, visit.window_start, visit.window_end) == (
        "Second visit", "window", "2018-03-01", "2018-03-31",
    )  # fmt: skip
