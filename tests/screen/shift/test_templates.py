"""A day from a template by the shift dialog, and a day of the visit kept as one."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_day_templates
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.shift.dialog import ShiftDialog
from delegation_planner.screen.shift.keeping_days import keep_day
from delegation_planner.screen.shift.template_page import TemplatePage
from delegation_planner.session.store import Label
from delegation_planner.templates_on_disk import TemplatesOnDisk
from tests.builders import a_group, a_person, a_plan, an_invitation, an_item
from tests.screen.answers import answer, answer_text
from tests.screen.conftest import OpenDesk
from tests.screen.panes import nameless, rich_labels

GUEST = a_person("A1")
SAVE = "Save the template"
PARTY = a_group("DEL", [GUEST])
TALKS = an_item("07", 2, "10:00", "12:00", title_en="Talks of experts")


def a_small_plan() -> Plan:
    return a_plan(GUEST, PARTY, TALKS, an_invitation(TALKS, PARTY))


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    desk = open_desk(a_small_plan())
    desk.day_templates = TemplatesOnDisk(tmp_path / "days", read_day_templates)
    return desk


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> ShiftDialog:
    dialog = ShiftDialog(desk, "template", [], 2, None)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def page_of(dialog: ShiftDialog) -> TemplatePage:
    assert isinstance(dialog.page, TemplatePage)
    return dialog.page


def test_a_template_is_shown_before_it_is_inserted_and_is_one_step(desk: Desk, dialog: ShiftDialog) -> None:
    before, page = desk.plan, page_of(dialog)
    assert (page.template.currentText(), page.day.value(), page.forget.isVisible()) == ("Arrival day", 2, False)
    assert [(row.number, row.before, row.change) for row in dialog.rehearsal.rows] == [
        (f"{number:02d}", "", "new") for number in range(8, 13)
    ]
    assert page.lacking.text() == "Not in this visit, so not invited: HOSTS."
    page.template.setCurrentIndex(2)
    page.template.commit()
    assert page.lacking.isHidden()
    page.template.setCurrentIndex(1)
    page.template.commit()
    dialog.rehearse()
    assert dialog.main.text() == "Insert 11 items"
    assert (rich_labels(dialog), nameless(dialog)) == ([], [])
    dialog.main.click()
    after = [row for row in desk.plan.rows(ProgrammeItem) if row.id != TALKS.id]
    assert ({row.start_day for row in after}, len(after)) == ({2}, 11)
    assert desk.plan.find(ProgrammeItem, TALKS.id) == TALKS
    assert all(PARTY.id in desk.plan.invitations(row.id) for row in after)
    assert desk.session.undo_label == Label("insert_day", {"name": "Day of talks and signing"})
    assert set(desk.selection.of(ProgrammeItem)) == {row.id for row in after}
    assert desk.undo()
    assert desk.plan == before


def test_a_new_day_becomes_one_of_the_visit(desk: Desk, dialog: ShiftDialog) -> None:
    page = page_of(dialog)
    assert page.day.itemText(page.day.count() - 1) == "D6 Fri 28 Jul, a new day"
    page.day.show_value(6)
    dialog.rehearse()
    dialog.main.click()
    assert desk.plan.visit.last_day == 6


def test_a_day_that_is_kept_is_offered_and_can_be_forgotten(desk: Desk, qtbot: QtBot) -> None:
    with answer_text("Experts' day", SAVE):
        assert keep_day(desk, 2)
    dialog = ShiftDialog(desk, "template", [], 3, None)
    qtbot.addWidget(dialog)
    dialog.open()
    page = page_of(dialog)
    assert [page.template.itemText(at) for at in range(page.template.count())][-1] == "Experts' day"
    page.template.setCurrentIndex(4)
    page.template.commit()
    dialog.rehearse()
    assert [(row.number, row.title) for row in dialog.rehearsal.rows] == [("08", "Talks of experts")]
    assert page.forget.isVisible()
    with answer(Question, "Forget it"):
        page.forget.click()
    assert page.template.count() == 4


def test_a_name_that_is_taken_is_asked_about(desk: Desk) -> None:
    with answer_text("Experts' day", SAVE):
        assert keep_day(desk, 2)
    with answer_text("Experts' day", SAVE), answer(Question, "Keep the old one"):
        assert not keep_day(desk, 2)
    with answer_text("Experts' day", SAVE), answer(Question, "Replace it"):
        assert keep_day(desk, 2)
    assert len(desk.day_templates.listed()) == 5


def test_an_empty_day_is_refused_in_words(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.told) as told, answer_text("Nothing", SAVE):
        assert not keep_day(desk, 4)
    assert told.args == ["There is no item on this day to make a template of."]
