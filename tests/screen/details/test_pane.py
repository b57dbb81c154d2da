"""The details under keys: a field commits when it is left, Esc leaves it, findings stand beside it."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document, DocumentFile, Waiver
from delegation_planner.plan.edits.invitations import invite
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.plan.tables import Row
from delegation_planner.screen.details.files_tab import FilesTab
from delegation_planner.screen.details.links_tab import LinksTab
from delegation_planner.screen.details.page import Page
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.details.people_tab import PeopleTab
from delegation_planner.screen.details.rows import InvitedRow
from delegation_planner.screen.details.steps_tab import StepsTab
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.fields.when_field import WhenField
from delegation_planner.session.store import Label
from tests.builders import (
    a_delegation,
    a_document,
    a_group,
    a_person,
    a_place,
    a_plan,
    a_visit,
    an_invitation,
    an_item,
)
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import (
    click,
    focused,
    give_keyboard,
    nameless,
    press,
    rich_labels,
    shown,
    type_and_press,
    type_text,
)

T = TypeVar("T", bound=QWidget)
GUEST = a_person("A1", name_en="Inam Karimov")
AIDE = a_person("A2", name_en="[Aide]")
HALL = a_place("HALL", name_en="Signing hall")
FIRST, SECOND = (
    an_item("01", 1, "09:00", "10:00", title_en="Call"),
    an_item("02", 1, "10:00", "11:00", title_en="Talks"),
)
MOU = a_document("DOC1", title_en="MoU", kind="instrument", state="locked", item_ids=(FIRST.id,))
GROUP = a_group("DEL", [GUEST, AIDE])
ROWS: list[Row] = [FIRST, GUEST, MOU, a_visit(), HALL, a_delegation(), GROUP]


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DetailsPane:
    plan = a_plan(
        a_visit(), GUEST, AIDE, GROUP, HALL, FIRST, SECOND, MOU, an_invitation(FIRST, GUEST, "host"),
        an_invitation(SECOND, GUEST),
    )  # fmt: skip
    return shown(qtbot, DetailsPane(open_desk(plan)), 330, 700)


def page(pane: DetailsPane, row: Row) -> Page:
    """Select a row; its page."""
    pane.desk.selection.choose(type(row), [row.id])
    assert pane.page is not None
    return pane.page


def editor(page: Page, name: str) -> Any:
    """The editor of a field, its tab in front, with the keyboard in it."""
    form = next(form for form in page.forms if name in form.editors)
    page.tabs.setCurrentWidget(form)
    found = form.editors[name]
    give_keyboard(found)
    return found


def row_of(people: PeopleTab, invitee: Row) -> InvitedRow:
    row = people.list.rows.row_at(people.list.rows.index_of(invitee.id))
    assert isinstance(row, InvitedRow)
    return row


def type_over(page: Page, name: str, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    field: Any = editor(page, name)
    typed = field.clock if isinstance(field, WhenField) else field.focusProxy() or field
    give_keyboard(typed)
    typed.selectAll()
    type_text(text, key)


def in_front(page: Page, kind: type[T]) -> T:
    """The tab of this kind, brought to the front."""
    (tab,) = (tab for tab, *_ in page.others if isinstance(tab, kind))
    page.tabs.setCurrentWidget(tab)
    return tab


def item(pane: DetailsPane, row: ProgrammeItem = FIRST) -> ProgrammeItem:
    return pane.desk.plan.find(ProgrammeItem, row.id)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_every_kind_has_a_page_with_names_and_plain_texts(pane: DetailsPane, row: Row) -> None:
    assert page(pane, row).kind is type(row)
    assert nameless(pane) == []
    assert rich_labels(pane) == []


def test_a_field_commits_when_it_is_left_as_one_edit(pane: DetailsPane) -> None:
    type_over(page(pane, FIRST), "title_en", "Courtesy call")
    assert item(pane).title_en == "Courtesy call"
    assert pane.desk.session.undo_label == Label("edit_item", {"name": "01 Call"})
    assert pane.desk.undo()
    assert item(pane) == FIRST
    assert page(pane, FIRST).forms[0].editors["title_en"].text() == "Call"


def test_esc_leaves_a_field_as_it_was(pane: DetailsPane) -> None:
    field = editor(page(pane, FIRST), "title_en")
    type_text("x", Qt.Key.Key_Escape)
    assert field.text() == "Call"
    press(Qt.Key.Key_Tab)
    assert pane.desk.session.undo_label is None


def test_what_is_typed_goes_to_the_row_it_was_typed_for(pane: DetailsPane) -> None:
    shown_page = page(pane, FIRST)
    editor(shown_page, "title_en").selectAll()
    type_text("Courtesy call")
    pane.desk.selection.choose(ProgrammeItem, [SECOND.id])
    assert item(pane).title_en == "Courtesy call"
    assert item(pane, SECOND) == SECOND
    assert shown_page.forms[0].editors["title_en"].text() == "Talks"


def test_a_time_and_a_place_are_typed(pane: DetailsPane) -> None:
    type_over(page(pane, FIRST), "start", "930")
    assert item(pane) == FIRST._replace(start_time="09:30", end_time="10:30")
    type_over(page(pane, FIRST), "place_id", "hall")
    assert item(pane).place_id == HALL.id


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("start", "25:00", "“25:00” is not a time of day."),
        ("place_id", "Nowhere", "“Nowhere” is not in the list."),
    ],
)
def test_what_cannot_be_read_is_told_beside_the_field(pane: DetailsPane, name: str, typed: str, sentence: str) -> None:
    shown_page = page(pane, FIRST)
    type_over(shown_page, name, typed)
    note = shown_page.forms[0].note(name)
    assert (note.isVisible(), note.sentence) == (True, sentence)
    assert item(pane) == FIRST


def test_a_finding_stands_beside_its_field_and_goes_with_it(pane: DetailsPane) -> None:
    form = page(pane, SECOND).forms[0]
    assert not form.note("start").isVisible()
    assert pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "09:30"))
    assert form.note("start").sentence.startswith("Inam Karimov is expected at two items at once")
    assert form.note("start").isVisible()
    assert form.editors["start"].property("look") == "wrong"
    assert pane.desk.undo()
    assert not form.note("start").isVisible()
    assert form.editors["start"].property("look") == ""


@pytest.mark.parametrize("width", [330, 280])
def test_what_stands_beside_a_field_is_shown_whole(pane: DetailsPane, width: int) -> None:
    pane.resize(width, 380)  # lower than the fields, so that they are scrolled
    long = "Signing of the Memorandum of Understanding on public-service cooperation; exchange of folders"
    form = page(pane, SECOND).forms[0]
    type_over(page(pane, SECOND), "title_en", long)
    type_over(page(pane, SECOND), "start", "930")
    sentence = form.note("start").findChildren(QLabel)[1]
    QTest.qWait(50)
    assert sentence.text() == form.note("start").sentence != ""
    assert sentence.height() >= sentence.heightForWidth(sentence.width()) > 3 * sentence.fontMetrics().height()
    pane.resize(width - 30, 380)
    QTest.qWait(50)
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    type_over(page(pane, SECOND), "start", "25:00")
    QTest.qWait(50)
    assert sentence.height() < 3 * sentence.fontMetrics().height()


def test_a_finding_is_waived_beside_its_field(pane: DetailsPane) -> None:
    note = page(pane, SECOND).forms[0].note("start")
    assert pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "09:30"))
    with type_and_press("They sit side by side", "Waive"):
        QTest.mouseClick(note.waive, Qt.MouseButton.LeftButton)
    assert [row.reason for row in pane.desk.plan.rows(Waiver)] == ["They sit side by side"]
    assert note.isHidden() or not note.sentence.startswith("Inam Karimov is expected")


def test_what_is_not_understood_cannot_be_waived(pane: DetailsPane) -> None:
    shown_page = page(pane, FIRST)
    type_over(shown_page, "start", "25:00")
    assert not shown_page.forms[0].note("start").waive.isVisible()


def test_a_tab_behind_is_filled_when_it_comes_to_the_front(pane: DetailsPane) -> None:
    people = in_front(page(pane, FIRST), PeopleTab)
    shown_page = page(pane, FIRST)
    shown_page.tabs.setCurrentWidget(shown_page.forms[0])
    page(pane, SECOND)
    assert in_front(shown_page, PeopleTab) is people
    assert people.item_id == SECOND.id
    assert pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "09:30"))
    shown_page.tabs.setCurrentWidget(shown_page.forms[0])
    assert shown_page.forms[0].editors["start"].value() == (1, "09:30")


def test_travel_fields_are_there_for_movements_only(pane: DetailsPane) -> None:
    form = page(pane, FIRST).forms[0]
    assert not form.editors["escort"].isVisible()
    type_over(page(pane, FIRST), "title_en", "Motorcade")
    choice = form.editors["kind"]
    choice.setCurrentIndex(choice.findData("movement"))
    choice.commit()
    assert form.editors["escort"].isVisible()


def test_an_invitation_is_typed_and_its_roles_are_ticked(pane: DetailsPane) -> None:
    shown_page = page(pane, FIRST)
    (people,) = (tab for _, tab, _, _ in shown_page.others if isinstance(tab, PeopleTab))
    shown_page.tabs.setCurrentWidget(people)
    give_keyboard(people.adding)
    type_text("a2", Qt.Key.Key_Return)
    assert set(pane.desk.plan.invitations(FIRST.id)) == {GUEST.id, AIDE.id}
    assert people.adding.text() == ""
    assert shown_page.tabs.tabText(shown_page.tabs.indexOf(people)) == "People 2"
    menu = people.roles_menu(row_of(people, GUEST))
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["host"]
    next(action for action in menu.actions() if action.text() == "signatory").trigger()
    assert pane.desk.plan.invitations(FIRST.id)[GUEST.id].roles == ("host", "signatory")
    people.list.setCurrentIndex(people.list.rows.index_of(AIDE.id))
    give_keyboard(people.list)
    press(Qt.Key.Key_Delete)
    assert set(pane.desk.plan.invitations(FIRST.id)) == {GUEST.id}


def test_why_a_typed_name_invites_nobody_is_told_in_words(open_desk: OpenDesk, qtbot: QtBot) -> None:
    plan = a_plan(GUEST, a_person("A3", name_en="Inam Aliyev"), FIRST)
    pane = shown(qtbot, DetailsPane(open_desk(plan)), 330, 700)
    people = in_front(page(pane, FIRST), PeopleTab)
    told = []
    for typed in ("inam", "nobody"):
        people.adding.selectAll()
        QTest.keyClicks(people.adding, typed)
        QTest.keyClick(people.adding, Qt.Key.Key_Return)
        assert people.note.isVisible()
        told.append(people.note.sentence)
    assert told == ["Several match; choose one from the list.", "“nobody” is not in the list."]
    QTest.keyClicks(people.adding, "x")
    assert not people.note.isVisible()
    assert pane.desk.plan == plan


def test_the_people_tab_counts_who_attends(pane: DetailsPane) -> None:
    shown_page = page(pane, FIRST)
    (people,) = (tab for _, tab, _, _ in shown_page.others if isinstance(tab, PeopleTab))
    assert shown_page.tabs.tabText(shown_page.tabs.indexOf(people)) == "People 1"
    assert pane.desk.edit(Label("invite"), invite(pane.desk.plan, FIRST.id, GROUP.id))
    assert shown_page.tabs.tabText(shown_page.tabs.indexOf(people)) == "People 2"


def test_a_group_leaves_somebody_out(pane: DetailsPane) -> None:
    shown_page = page(pane, SECOND)
    (people,) = (tab for _, tab, _, _ in shown_page.others if isinstance(tab, PeopleTab))
    shown_page.tabs.setCurrentWidget(people)
    give_keyboard(people.adding)
    type_text("del", Qt.Key.Key_Return)
    menu = people.roles_menu(row_of(people, GROUP))
    out: Any = menu.actions()[-1].menu()
    next(action for action in out.actions() if action.text() == "[Aide]").trigger()
    assert pane.desk.plan.invitations(SECOND.id)[GROUP.id].exception_ids == (AIDE.id,)


def test_minute_steps_are_added_typed_and_deleted(pane: DetailsPane) -> None:
    shown_page = page(pane, FIRST)
    (steps,) = (tab for _, tab, _, _ in shown_page.others if isinstance(tab, StepsTab))
    shown_page.tabs.setCurrentWidget(steps)
    steps.adding.click()
    assert isinstance(focused(), QLineEdit)
    type_text("Doors open", Qt.Key.Key_Tab)
    type_text("Usher", Qt.Key.Key_Return)
    (step,) = pane.desk.plan.rows(Step)
    assert (step.cue_en, step.actor_text, step.offset) == ("Doors open", "Usher", 0)
    steps.table.selectRow(0)
    give_keyboard(steps.table)
    press(Qt.Key.Key_Delete)
    assert pane.desk.plan.rows(Step) == ()


def test_papers_and_attendance_lead_on(pane: DetailsPane) -> None:
    shown_page = page(pane, FIRST)
    (papers,) = (tab for _, tab, title, _ in shown_page.others if isinstance(tab, LinksTab) and title == "Papers")
    shown_page.tabs.setCurrentWidget(papers)
    click(papers.list, papers.list.rows.index_of(MOU.id))
    assert pane.desk.selection.one(Document) == MOU.id
    attends = in_front(page(pane, GUEST), LinksTab)
    assert attends.list.rows.ids() == (FIRST.id, SECOND.id)


def test_a_state_that_needs_a_reason_asks_for_it(pane: DetailsPane) -> None:
    choice = editor(page(pane, MOU), "state")
    choice.setCurrentIndex(choice.findData("withdrawn"))
    with type_and_press("Postponed", "Change the state") as asked:
        choice.commit()
    assert asked == ["Why does “MoU” leave its way?"]
    after = pane.desk.plan.find(Document, MOU.id)
    assert (after.state, after.state_reason) == ("withdrawn", "Postponed")


def test_a_files_tab_takes_and_removes_files(pane: DetailsPane, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF")
    shown_page = page(pane, MOU)
    assert pane.desk.attach_files(MOU.id, [file])
    (files,) = (tab for _, tab, _, _ in shown_page.others if isinstance(tab, FilesTab))
    shown_page.tabs.setCurrentWidget(files)
    assert shown_page.tabs.tabText(shown_page.tabs.indexOf(files)) == "Files 1"
    files.list.setCurrentIndex(files.list.rows.index(0, 0))
    files.remove()
    assert pane.desk.plan.rows(DocumentFile) == ()


def test_the_visit_and_its_places(pane: DetailsPane) -> None:
    pane._show_visit()  # noqa: SLF001
    visit = page(pane, pane.desk.plan.visit)
    type_over(visit, "anchor_date", "30 Jul 2017")
    assert pane.desk.plan.visit.anchor_date == "2017-07-30"
    everywhere = in_front(visit, LinksTab)
    assert everywhere.list.rows.ids() == (HALL.id,)
    visit._add_place()  # noqa: SLF001
    (new,) = (row for row in pane.desk.plan.rows(Place) if row.id != HALL.id)
    assert pane.desk.selection.one(Place) == new.id
    assert pane.page is not None
    type_over(pane.page, "name_en", "Hotel")
    assert pane.desk.plan.find(Place, new.id).name_en == "Hotel"


def test_a_place_is_deleted_after_a_question(pane: DetailsPane) -> None:
    page(pane, FIRST)
    type_over(page(pane, FIRST), "place_id", "hall")
    page(pane, HALL)
    with answer(Question, "Delete"):
        pane._remove_place()  # noqa: SLF001
    assert pane.desk.plan.rows(Place) == ()
    assert item(pane).place_id is None


def test_a_person_a_delegation_and_a_group_are_edited(pane: DetailsPane) -> None:
    type_over(page(pane, GUEST), "name_approved", "Embassy")
    approved = pane.desk.plan.find(Participant, GUEST.id)
    assert (approved.name_approved_by, approved.name_approved_at) == ("Embassy", "2017-07-10T02:00:00Z")
    type_over(page(pane, a_delegation()), "country", "azerb")
    assert pane.desk.plan.find(Delegation, a_delegation().id).country == "AZ"
    type_over(page(pane, GROUP), "member_ids", "A2")
    assert pane.desk.plan.find(Group, GROUP.id).member_ids == (AIDE.id,)


def test_nothing_and_several_selected(pane: DetailsPane) -> None:
    def kind_shown(*items: ProgrammeItem) -> type[Row] | None:
        pane.desk.selection.choose(ProgrammeItem, [item.id for item in items])
        return pane.page.kind if pane.page is not None else None

    assert [kind_shown(), kind_shown(FIRST, SECOND), kind_shown(FIRST), kind_shown()] == [
        None, ProgrammeItem, ProgrammeItem, None,
    ]  # fmt: skip
