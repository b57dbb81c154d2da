"""A plan that can only be looked at: panes show everything and offer no change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.details.people_tab import PeopleTab
from delegation_planner.screen.documents.pane import DocumentsPane
from delegation_planner.screen.findings.pane import FindingsPane
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.rundown import RundownView
from tests.screen.conftest import OpenDesk
from tests.screen.panes import focused, press, shown

LOOKING = {
    "Copy as a table", "Copy this day as text", "Copy this person's programme as text", "Open the newest file",
    "Show all minute steps", "Show only this programme", "Arrange",
}  # fmt: skip


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    opened: Desk = open_desk(read_sample(fixed=True), read_only=True)
    assert opened.read_only
    return opened


def first(desk: Desk, kind: type[Row]) -> str:
    return desk.plan.rows(kind)[0].id


def possible(pane: QFrame) -> set[str]:
    return {verb.text().replace("&", "") for verb in pane.actions() if verb.isEnabled() and not verb.isSeparator()}


@pytest.mark.parametrize(
    ("make", "kind"),
    [(RundownView, ProgrammeItem), (ParticipantsPane, Participant), (DocumentsPane, Document)],
)
def test_only_verbs_of_looking_are_possible(
    desk: Desk, qtbot: QtBot, make: type[RundownView | ParticipantsPane | DocumentsPane], kind: type[Row]
) -> None:
    pane = shown(qtbot, make(desk), 700, 400)
    desk.selection.choose(kind, [first(desk, kind)])
    assert possible(pane) <= LOOKING
    assert "Copy as a table" in possible(pane)
    assert isinstance(pane.actions()[0], QAction)


def test_a_programme_can_be_copied(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, ParticipantsPane(desk), 700, 400)
    desk.selection.choose(Participant, [first(desk, Participant)])
    assert "Copy this person's programme as text" in possible(pane)


def test_no_cell_opens(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, RundownView(desk), 900, 400)
    pane.sheet.setFocus()
    pane.sheet.setCurrentIndex(pane.model.index_of(first(desk, ProgrammeItem), 3))
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_F2)
    assert focused() is pane.sheet


def test_no_field_takes_text(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, DetailsPane(desk), 330, 500)
    for kind in (ProgrammeItem, Participant, Document):
        desk.selection.choose(kind, [first(desk, kind)])
        assert pane.page is not None
        assert [name for form in pane.page.forms for name, editor in form.editors.items() if editor.isEnabled()] == []


def test_a_paper_holds_no_button_of_a_next_step(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, DocumentsPane(desk), 330, 500)
    desk.selection.choose(Document, [pane.model.ids()[1]])
    assert pane.list.findChildren(QPushButton) == []


def test_tabs_offer_to_look_alone(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, DetailsPane(desk), 330, 500)
    able: set[str] = set()
    for kind in (ProgrammeItem, Participant, Document):
        desk.selection.choose(kind, [first(desk, kind)])
        assert pane.page is not None
        for widget, *_ in pane.page.others:
            pane.page.tabs.setCurrentWidget(widget)
            views = widget.findChildren(QAbstractItemView)
            able |= {verb.text() for view in views for verb in view.actions() if verb.isEnabled() and verb.text()}
    assert able == {"Go to this person or group", "Open"}


def test_roles_do_not_open(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, DetailsPane(desk), 330, 500)
    desk.selection.choose(ProgrammeItem, [first(desk, ProgrammeItem)])
    assert pane.page is not None
    (people,) = (tab for tab, *_ in pane.page.others if isinstance(tab, PeopleTab))
    pane.page.tabs.setCurrentWidget(people)
    people.list.setCurrentIndex(people.list.rows.index(0, 0))
    people.open_roles()
    assert QApplication.activePopupWidget() is None


def test_findings_are_not_waived(desk: Desk, qtbot: QtBot) -> None:
    pane = shown(qtbot, FindingsPane(desk), 280, 400)
    pane.list.setCurrentIndex(pane.model.index(0, 0))
    assert {button.text() for button in pane.list.findChildren(QPushButton)} <= {"Open"}
    assert possible(pane) <= {"Go to what it is about", "Copy as a table"}


def test_nothing_can_be_added_by_the_buttons_of_heads(desk: Desk, qtbot: QtBot) -> None:
    for make, name in ((ParticipantsPane, "Add"), (DocumentsPane, "Add a document")):
        pane = shown(qtbot, make(desk), 300, 400)
        (button,) = [each for each in pane.head.findChildren(QToolButton) if each.accessibleName() == name]
        assert not button.isEnabled()
