"""The dialogs by themselves: what they ask, refuse and answer."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.new_visit import Party, When, new_visit
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_template
from delegation_planner.screen.dialogs.crash import CrashDialog
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.dialogs.question import Choice, Question
from delegation_planner.screen.dialogs.restore import RestoreDialog, consequence
from delegation_planner.screen.plan_files import EarlierVersion
from delegation_planner.words.countries import country_names, zones_of_country
from delegation_planner.words.words import ENGLISH, Words
from tests.builders import an_item, new_ids

TODAY = date(2017, 6, 1)


def a_new_visit_dialog(qtbot: QtBot) -> NewVisitDialog:
    dialog = NewVisitDialog(None, ENGLISH, TODAY, new_ids("new"), "ID", read_template)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_new_visit_is_typed_by_keyboard_alone(qtbot: QtBot) -> None:
    dialog = a_new_visit_dialog(qtbot)
    assert dialog.focusWidget() is dialog.title
    QTest.keyClicks(dialog.title, "Visit of the Minister")
    dialog.guest.country.setFocus()
    QTest.keyClicks(dialog.guest.country, "azerb")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    dialog.host_body.setFocus()
    assert dialog.guest.country.currentText() == "Azerbaijan"
    QTest.keyClicks(dialog.host_body, "[Ministry]")
    QTest.keyClick(dialog.host_body, Qt.Key.Key_Return)
    assert dialog.plan == new_visit(
        "Visit of the Minister",
        Party("AZ", "Azerbaijan", "Asia/Baku"),
        Party("ID", "Indonesia", "Asia/Jakarta"),
        "[Ministry]",
        When(date(2017, 7, 1), 5, date(2017, 7, 11)),
        new_ids("new"),
    )


def said(dialog: QDialog, beginning: str) -> bool:
    return any(label.text().startswith(beginning) for label in dialog.findChildren(QLabel))


def test_a_template_is_chosen_by_keys_and_brings_its_days(qtbot: QtBot) -> None:
    dialog = a_new_visit_dialog(qtbot)
    QTest.keyClicks(dialog.title, "Signing in March")
    dialog.guest.country.setCurrentIndex(dialog.guest.country.findData("AZ"))
    dialog.template.setFocus()
    QTest.keyClick(dialog.template, Qt.Key.Key_S)
    assert (dialog.template.currentData(), dialog.days.currentData()) == ("signing", 3)
    assert not said(dialog, "It is made for 3 days.")
    dialog.days.setCurrentIndex(dialog.days.findData(2))
    assert said(dialog, "It is made for 3 days.")
    dialog.days.setCurrentIndex(dialog.days.findData(3))
    assert not said(dialog, "It is made for 3 days.")
    dialog.carry_out()
    assert dialog.plan is not None
    plan = dialog.plan
    assert (plan.visit.title_en, plan.visit.kind, plan.visit.last_day) == ("Signing in March", "official", 3)
    assert [row.name_en for row in plan.rows(Delegation)] == ["Azerbaijan", "Indonesia"]
    assert [row.start_day for row in plan.rows(ProgrammeItem) if row.kind == "signing"] == [2]


def test_fixed_dates_need_no_window(qtbot: QtBot) -> None:
    dialog = a_new_visit_dialog(qtbot)
    dialog.title.setText("Visit")
    dialog.guest.country.setCurrentIndex(dialog.guest.country.findData("AZ"))
    dialog.on_dates.click()
    assert not dialog.until.isVisible()
    dialog.first.setDate(QDate(2017, 7, 23))
    dialog.main.click()
    assert dialog.plan is not None
    visit = dialog.plan.visit
    assert (visit.dates, visit.anchor_date, visit.window_start, visit.last_day) == ("fixed", "2017-07-23", None, 5)
    assert [(each.code, each.side) for each in dialog.plan.rows(Delegation)] == [("AZ", "guest"), ("ID", "host")]


def refused(dialog: NewVisitDialog) -> dict[str, str]:
    """What is said below each field, by the field's name."""
    return {field.accessibleName(): note.text() for field, note in dialog.notes.items() if note.isVisible()}


def test_what_is_missing_is_said_and_nothing_typed_is_lost(qtbot: QtBot) -> None:
    dialog = a_new_visit_dialog(qtbot)
    dialog.host_body.setText("Kept")
    dialog.guest.country.setCurrentText("Nowhere")
    dialog.main.click()
    untitled, nowhere = "Give the visit a title.", "Choose the guest country from the list."
    assert refused(dialog) == {"Title": untitled, "Guest country": nowhere}
    assert (dialog.focusWidget() is dialog.title, dialog.title.property("look")) == (True, "wrong")
    dialog.title.setText("V")
    assert refused(dialog) == {"Guest country": nowhere}
    assert (dialog.title.property("look"), dialog.guest.country.property("look")) == ("", "wrong")
    dialog.main.click()
    assert dialog.focusWidget() is dialog.guest.country
    dialog.guest.country.setCurrentIndex(dialog.guest.country.findData("AZ"))
    assert refused(dialog) == {}
    dialog.title.clear()
    assert refused(dialog) == {}, "nothing is refused before it is asked for again"
    dialog.main.click()
    assert refused(dialog) == {"Title": untitled}
    assert dialog.isVisible()
    assert dialog.plan is None
    assert dialog.host_body.text() == "Kept"


def test_countries_come_with_their_zones() -> None:
    names = country_names(ENGLISH)
    assert (names["AZ"], names["ID"]) == ("Azerbaijan", "Indonesia")
    assert list(names.values()) == sorted(names.values(), key=str.casefold)
    assert country_names(Words("id"))["DE"] == "Jerman"
    assert zones_of_country("AZ") == ("Asia/Baku",)
    assert zones_of_country("ID")[0] == "Asia/Jakarta"
    assert zones_of_country("") == ()


def test_a_window_that_is_too_short_is_refused() -> None:
    with pytest.raises(KnownError, match="shorter"):
        new_visit(
            "V", Party("AZ", "A", "UTC"), Party("ID", "I", "UTC"), "", When(TODAY, 5, date(2017, 6, 4)), new_ids()
        )


def test_esc_answers_no_question(qtbot: QtBot) -> None:
    question = Question(None, ENGLISH, "<i>Sure</i>?", [Choice("no", "Keep as is"), Choice("yes", "Move", "main")])
    qtbot.addWidget(question)
    question.show()
    label = question.findChildren(QLabel)[0]
    assert (label.text(), label.textFormat()) == ("<i>Sure</i>?", Qt.TextFormat.PlainText)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert question.answer is None


@pytest.mark.parametrize(("verb", "key"), [("Move", "yes"), ("Keep as is", "no")])
def test_a_verb_is_the_answer(qtbot: QtBot, verb: str, key: str) -> None:
    question = Question(None, ENGLISH, "Sure?", [Choice("no", "Keep as is"), Choice("yes", "Move", "main")])
    qtbot.addWidget(question)
    next(button for button in question.findChildren(QPushButton) if button.text() == verb).click()
    assert question.answer == key


def test_return_takes_the_main_verb(qtbot: QtBot) -> None:
    question = Question(None, ENGLISH, "Sure?", [Choice("no", "Keep as is"), Choice("yes", "Move", "main")])
    qtbot.addWidget(question)
    question.show()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert question.answer == "yes"


def test_restoring_says_what_would_change(qtbot: QtBot) -> None:
    versions = [
        EarlierVersion("new", datetime(2017, 7, 10, 2, tzinfo=UTC), "Sent"),
        EarlierVersion("old", datetime(2017, 7, 9, 2, tzinfo=UTC)),
    ]
    same, other = Changes(), Changes([put(an_item())])
    dialog = RestoreDialog(None, ENGLISH, versions, lambda version: same if version.key == "new" else other)
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text().endswith(" · Sent")
    assert dialog.consequence.text() == "The plan is just as it was then."
    assert not dialog.main.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.consequence.text() == "Brings back 1, changes 0 and removes 0 entries."
    dialog.main.click()
    assert dialog.chosen == versions[1]


def test_a_version_that_cannot_be_read_is_not_restored(qtbot: QtBot) -> None:
    def unreadable(_version: EarlierVersion) -> Changes:
        raise KnownError("{file} is damaged.", file="x.visit")

    versions = [EarlierVersion("x", datetime(2017, 7, 10, 2, tzinfo=UTC))]
    dialog = RestoreDialog(None, ENGLISH, versions, unreadable)
    qtbot.addWidget(dialog)
    assert dialog.refusal.text() == "x.visit is damaged."
    assert not dialog.main.isEnabled()


def test_an_edit_is_counted_by_what_it_does() -> None:
    item = an_item()
    changes = Changes([put(item), put(an_item("02"))])
    assert consequence(ENGLISH, changes) == "Brings back 2, changes 0 and removes 0 entries."
    assert consequence(ENGLISH, changes.inverse()) == "Brings back 0, changes 0 and removes 2 entries."


def test_a_fault_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(None, ENGLISH, "Traceback <b>")
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == "Traceback <b>"
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy the report").click()
    assert QGuiApplication.clipboard().text() == "Traceback <b>"
