"""The register under mouse and keys: next steps, files that are dropped, selection."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.document import Document, DocumentFile
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.resource_files import read_sample
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.documents.pane import DocumentsPane
from tests.builders import a_document, a_file, a_person, a_plan, a_visit
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import click, nameless, press, rich_labels, shown

SIGNER = a_person("A1")
MOU = a_document("DOC1", title_en="Memorandum", kind="instrument", state="draft", signatory_ids=(SIGNER.id,))
LETTER = a_document("DOC2", title_en="Letter", kind="letter", state="acknowledged")


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DocumentsPane:
    return shown(qtbot, DocumentsPane(open_desk(a_plan(SIGNER, MOU, LETTER))), 320, 400)


def state(pane: DocumentsPane, document: Document) -> str:
    return pane.desk.plan.find(Document, document.id).state


def buttons(pane: DocumentsPane) -> list[str]:
    """The verbs of the buttons inside the list."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [button.text() for button in pane.list.findChildren(QPushButton) if button.isVisible()]


def drop(pane: DocumentsPane, files: list[Path], document: Document | None) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    index = pane.model.index_of(document.id if document else None)
    place = pane.list.visualRect(index).center() if document else pane.list.viewport().rect().bottomLeft()
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(place, *how)
    QApplication.sendEvent(pane.list.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(pane.list.viewport(), QDropEvent(QPointF(place), *how))


def test_the_selected_paper_holds_the_button_of_its_next_step(pane: DocumentsPane) -> None:
    click(pane.list, pane.model.index_of(MOU.id))
    assert pane.desk.selection.one(Document) == MOU.id
    assert buttons(pane) == ["Record: consulted with the Foreign Ministry"]
    pane.list.findChildren(QPushButton)[0].click()
    assert state(pane, MOU) == "consulted"
    assert buttons(pane) == ["Record: cleared between agencies"]
    assert pane.desk.undo()
    assert state(pane, MOU) == "draft"
    assert buttons(pane) == ["Record: consulted with the Foreign Ministry"]


def test_a_paper_at_its_end_has_no_button(pane: DocumentsPane) -> None:
    click(pane.list, pane.model.index_of(MOU.id))
    click(pane.list, pane.model.index_of(LETTER.id))
    assert buttons(pane) == []


def test_the_next_step_by_keyboard(pane: DocumentsPane) -> None:
    pane.desk.selection.choose(Document, [MOU.id])
    pane.list.setFocus()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state(pane, MOU) == "consulted"


def test_a_file_dropped_on_a_paper_is_attached_to_it(pane: DocumentsPane, tmp_path: Path) -> None:
    file = tmp_path / "text.pdf"
    file.write_bytes(b"%PDF")
    drop(pane, [file], LETTER)
    (attached,) = pane.desk.plan.rows(DocumentFile)
    assert (attached.document_id, attached.name, attached.size) == (LETTER.id, "text.pdf", 4)
    assert pane.desk.session.store.attachment(attached.sha256) == b"%PDF"
    assert pane.desk.selection.one(Document) == LETTER.id


def test_a_file_dropped_beside_the_papers_is_told(pane: DocumentsPane, tmp_path: Path) -> None:
    file = tmp_path / "text.pdf"
    file.write_bytes(b"%PDF")
    told: list[str] = []
    pane.desk.told.connect(told.append)
    drop(pane, [file], None)
    assert told == ["Drop a file on the document that it belongs to."]
    assert pane.desk.plan.rows(DocumentFile) == ()


def test_a_person_looked_at_dims_what_is_none_of_their_business(pane: DocumentsPane) -> None:
    pane.desk.selection.choose(Participant, [SIGNER.id])
    rows = [pane.model.row_at(pane.model.index_of(id)) for id in pane.model.ids()]
    assert [row.dimmed for row in rows if row is not None] == [False, True]
    pane.desk.selection.clear()
    rows = [pane.model.row_at(pane.model.index_of(id)) for id in pane.model.ids()]
    assert [row.dimmed for row in rows if row is not None] == [False, False]


def test_adding_filtering_deleting(pane: DocumentsPane) -> None:
    pane.filter.setText("letter")
    assert pane.model.ids() == (LETTER.id,)
    pane.add_document()
    assert len(pane.model.ids()) == 3
    new = pane.desk.plan.find(Document, pane.desk.selection.ids[0])
    assert (new.title_en, new.state) == ("New document", "planned")
    with answer(Question, "Delete"):
        pane.delete()
    assert pane.model.ids() == (MOU.id, LETTER.id)


def test_papers_are_copied_as_a_table(pane: DocumentsPane) -> None:
    pane.desk.selection.choose(Document, [LETTER.id])
    pane.list.setFocus()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "DOC2\tLetter\tacknowledged\t"


def test_no_papers_yet_says_the_next_step(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, DocumentsPane(open_desk(Plan.of([a_visit()]))), 320, 300)
    assert not pane.list.isVisible()
    pane.add_document()
    assert pane.list.isVisible()


def test_the_newest_file_is_opened_or_its_absence_told(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(a_plan(SIGNER, MOU, LETTER, a_file(MOU, "x.exe")))
    pane = shown(qtbot, DocumentsPane(desk), 320, 300)
    told: list[str] = []
    desk.told.connect(told.append)
    desk.selection.choose(Document, [LETTER.id])
    pane.open_newest()
    assert told == ["No file is attached to this document yet."]


def test_the_model_keeps_qts_rules_and_names_are_plain(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(read_sample(fixed=True))
    pane = shown(qtbot, DocumentsPane(desk), 320, 300)
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    desk.selection.choose(Document, list(pane.model.ids()[:3]))
    pane.take_next_step()
    pane.filter.setText("note")
    pane.filter.clear()
    while desk.session.undo_label is not None:
        assert desk.undo()
    assert tester.model() is pane.model
    evil = open_desk(a_plan(a_document(title_en="<b>MoU</b>")))
    other = shown(qtbot, DocumentsPane(evil), 320, 300)
    index = other.model.index_of(other.model.ids()[0])
    assert "<b>MoU</b>" in index.data()
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert rich_labels(other) == []
    assert nameless(other) == []
