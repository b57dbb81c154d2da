"""A whole visit typed in the Indonesian window: all of it is Indonesian, and its Indonesian papers borrow nothing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import LANGUAGES, Language
from delegation_planner.plan.new_visit import TEMPLATES, Template
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.audience import Audience
from delegation_planner.resource_files import read_template
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.documents.pane import DocumentsPane
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.participants.pasting import pasted_people
from delegation_planner.screen.schedule.grid.view import GridView
from delegation_planner.screen.schedule.pasted_columns import read_table
from delegation_planner.screen.schedule.rundown import RundownView
from delegation_planner.session.store import Label
from tests.builders import new_ids
from tests.exports.papers.made_papers import cells, papers_named, programme_of
from tests.screen.conftest import OpenDesk
from tests.screen.panes import focused, shown, type_text
from tests.words.spoken import words

TODAY = date(2027, 1, 4)


def begun(qtbot: QtBot, template: Template) -> Plan:
    """The plan of a new visit, asked for in Indonesian."""
    dialog = NewVisitDialog(None, words("id"), TODAY, new_ids("new"), "ID", read_template)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.title, "Kunjungan kerja Menteri")
    dialog.guest.country.setCurrentIndex(dialog.guest.country.findData("AZ"))
    QTest.keyClicks(dialog.host_body, "Kementerian Luar Negeri")
    dialog.template.setCurrentIndex(TEMPLATES.index(template))
    dialog.carry_out()
    assert dialog.plan is not None
    return dialog.plan


def own_texts(row: Row, language: Language) -> dict[str, str]:
    """The texts that a row holds in a language, by their stems."""
    stems = (name.removesuffix("_en") for name in row._fields if name.endswith("_en"))
    return {stem: text for stem in stems if (text := getattr(row, f"{stem}_{language}"))}


def borrowed(plan: Plan, language: Language) -> list[str]:
    """What the papers for everybody say in brackets to be in another language."""
    programme = programme_of(plan, Audience("everybody", "internal", language))
    texts = (
        str(value)
        for paper in papers_named(programme, "programme", "rundown", "delegations", "contacts")
        for row in cells(paper)
        for value in row
    )
    return [text for text in texts if any(f"[{other}]" in text for other in LANGUAGES if other != language)]


def test_a_new_visit_is_of_the_language_of_the_window(qtbot: QtBot) -> None:
    plan = begun(qtbot, "blank")
    assert own_texts(plan.visit, "id") == {"title": "Kunjungan kerja Menteri", "host": "Kementerian Luar Negeri"}
    assert own_texts(plan.visit, "en") == {}
    assert plan.visit.language == "id"
    assert [(row.name_id, row.name_en) for row in plan.rows(Delegation)] == [("Azerbaijan", ""), ("Indonesia", "")]


def add_in(details: DetailsPane, verb: str) -> None:
    """Press a button of the row that is shown."""
    assert details.page is not None
    [button] = [
        each for each in details.page.findChildren(QAbstractButton) if each.text() == details.desk.words.say(verb)
    ]
    button.click()


def typed_through(desk: Desk, qtbot: QtBot) -> None:
    """An item with a step, another by the grid, people, a group, a paper, a place, each by its pane."""
    rundown = shown(qtbot, RundownView(desk))
    rundown.verbs.add_item()
    type_text("Kunjungan kehormatan", Qt.Key.Key_Return)
    [item] = desk.plan.rows(ProgrammeItem)
    desk.selection.choose(ProgrammeItem, [item.id])
    rundown.add_step()
    type_text("Tamu tiba", Qt.Key.Key_Return)
    rundown.verbs.add_movement()
    type_text("Ke kementerian", Qt.Key.Key_Return)
    grid = shown(qtbot, GridView(desk))
    desk.selection.choose(ProgrammeItem, [item.id])
    grid.begin_naming(item.id)
    type_text("Kunjungan kehormatan kepada Menteri", Qt.Key.Key_Return)
    people = shown(qtbot, ParticipantsPane(desk), 280, 500)
    people.add_person()
    people.add_group()
    block = read_table("Nama\tSapaan\tJabatan\n[Direktur]\tYth.\tDirektur Eropa\nBanu Ali\tYth.\tDuta Besar")
    found = pasted_people(desk.plan, desk.words, block, desk.plan.rows(Delegation)[1].id, new_ids("pasted"))
    assert found is not None
    desk.edit(Label("paste_rows", {"count": 2}), found.changes)
    shown(qtbot, DocumentsPane(desk), 320, 400).add_document()
    details = shown(qtbot, DetailsPane(desk), 420, 700)
    desk.selection.choose(ProgrammeItem, [row.id for row in desk.plan.rows(ProgrammeItem) if row.kind == "movement"])
    add_in(details, "Add a vehicle")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    desk.selection.choose(Visit, [desk.plan.visit.id])
    add_in(details, "Add a place")


def test_whatever_is_typed_in_the_indonesian_window_is_indonesian(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(begun(qtbot, "blank"), "id")
    typed_through(desk, qtbot)
    for kind in (ProgrammeItem, Step, Participant, Group, Document, Place, Vehicle):
        rows = desk.plan.rows(kind)
        assert rows, kind
        for row in rows:
            assert own_texts(row, "id"), row
            assert not own_texts(row, "en"), row
    titles = {row.title_id for row in desk.plan.rows(ProgrammeItem)}
    assert titles == {"Kunjungan kehormatan kepada Menteri", "Ke kementerian"}
    assert borrowed(desk.plan, "id") == []
    assert any("[id] Kunjungan kehormatan kepada Menteri" in text for text in borrowed(desk.plan, "en"))


@pytest.mark.parametrize("template", TEMPLATES)
def test_indonesian_papers_of_a_new_visit_borrow_nothing(qtbot: QtBot, template: Template) -> None:
    assert borrowed(begun(qtbot, template), "id") == []


def test_a_name_typed_in_the_details_is_known_in_every_language(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(begun(qtbot, "signing"), "id")
    person = next(row for row in desk.plan.rows(Participant) if row.name_en and row.name_id)
    details = shown(qtbot, DetailsPane(desk), 420, 700)
    desk.selection.choose(Participant, [person.id])
    details.begin_naming()
    assert focused().accessibleName() == "Indonesia"
    type_text("Banu Ali", Qt.Key.Key_Tab)
    assert own_texts(desk.plan.find(Participant, person.id), "id")["name"] == "Banu Ali"
    assert desk.plan.find(Participant, person.id).name_en == ""
