"""The meter of a signing: a segment and a line for each thing, and each leads to its field."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.general import edit
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.details.readiness import ReadinessView
from delegation_planner.screen.labels import OneLine
from delegation_planner.session.store import Label
from tests.builders import a_delegation, a_document, a_person, a_plan, a_visit, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import nameless, rich_labels, shown

GUESTS = a_delegation("AZ")
CHAIRMAN = a_person("A1", GUESTS, name_en="<b>Chairman</b>")
SIGNING, TALKS = an_item("12", 2, "11:00", "11:20", kind="signing"), an_item("11", 2, "10:00", "11:00")
TEXT = a_document(
    "DOC2", title_en="MoU", kind="instrument", state="accepted", item_ids=(SIGNING.id,), languages=("en",),
    originals=2, signatory_ids=(CHAIRMAN.id,), guest_acceptance_channel="note verbale",
)  # fmt: skip
LINES = [
    "Guests: lacks number, date", "Hosts: lacks channel, number, date",
    "Final text locked: not yet", "Powers, <b>Chairman</b>: no paper yet", "Printed, in folders: not yet",
    "Aides: none of the guests, none of the hosts", "2 of 8 are done",
]  # fmt: skip


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DetailsPane:
    return shown(qtbot, DetailsPane(open_desk(a_plan(a_visit(), GUESTS, CHAIRMAN, SIGNING, TALKS, TEXT))), 330, 700)


def meter(pane: DetailsPane, row: Row) -> ReadinessView:
    pane.desk.selection.choose(type(row), [row.id])
    QApplication.processEvents()
    assert pane.page is not None
    assert pane.page.readiness is not None
    return pane.page.readiness


def verbs(view: ReadinessView) -> dict[str, QPushButton]:
    """The verbs of the lines by what they say to a screen reader."""
    return {button.accessibleName(): button for button in view.findChildren(QPushButton) if button.isVisible()}


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.mark.parametrize("row", [SIGNING, TEXT], ids=["item", "text"])
def test_what_is_open_stands_above_the_fields_of_the_signing_and_of_its_text(pane: DetailsPane, row: Row) -> None:
    view = meter(pane, row)
    assert view.isVisible()
    assert (view.title.text(), view.count.text()) == ("Not ready to sign", "6 of 8 open")
    assert view.lines() == LINES
    assert view.bar.accessibleName() == "Not ready to sign, 6 of 8 open"
    assert "Full powers, <b>Chairman</b>: no paper yet" in view.bar.accessibleDescription().splitlines()
    assert (nameless(pane), rich_labels(pane)) == ([], [])


def test_other_rows_have_no_meter(pane: DetailsPane) -> None:
    assert meter(pane, SIGNING).isVisible()
    assert not meter(pane, TALKS).isVisible()


def test_a_line_leads_to_its_field(pane: DetailsPane) -> None:
    click(verbs(meter(pane, SIGNING))["Open: Guest side accepts: lacks number, date"])
    assert pane.desk.selection.one(Document) == TEXT.id
    assert pane.page is not None
    assert pane.page.tabs.currentWidget() is pane.page.forms[1]
    assert pane.focusWidget() is pane.page.forms[1].editors["guest_acceptance"].channel


def test_aides_lead_to_the_people_of_the_signing(pane: DetailsPane) -> None:
    click(verbs(meter(pane, TEXT))["Open: Aides: none of the guests, none of the hosts"])
    assert pane.desk.selection.one(ProgrammeItem) == SIGNING.id
    assert pane.page is not None
    assert pane.page.tabs.tabText(pane.page.tabs.currentIndex()) == "People"


def test_full_powers_without_a_paper_get_one(pane: DetailsPane) -> None:
    click(verbs(meter(pane, SIGNING))["Add: Full powers, <b>Chairman</b>: no paper yet"])
    (paper,) = (row for row in pane.desk.plan.rows(Document) if row.id != TEXT.id)
    assert (paper.kind, paper.concerns_id, paper.concerns_participant_id) == ("full_powers", TEXT.id, CHAIRMAN.id)
    assert pane.desk.selection.one(Document) == paper.id
    assert pane.desk.session.undo_label == Label("add_document", {"name": "Full powers of <b>Chairman</b>"})
    assert "Powers, <b>Chairman</b>: planned" in meter(pane, SIGNING).lines()


def test_a_segment_says_its_thing_and_leads_there(pane: DetailsPane) -> None:
    view = meter(pane, SIGNING)
    middle = view.bar.box(3).center().toPoint()
    assert view.bar.segment_at(QPointF(middle)) == 3
    QApplication.sendEvent(view.bar, QHelpEvent(QEvent.Type.ToolTip, middle, view.bar.mapToGlobal(middle)))
    assert QToolTip.text() == "Final text locked: not yet"
    QTest.mouseClick(view.bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
    assert pane.desk.selection.one(Document) == TEXT.id
    assert pane.page is not None
    assert pane.focusWidget() is pane.page.forms[0].editors["state"]


def test_the_done_ones_unfold(pane: DetailsPane) -> None:
    view = meter(pane, SIGNING)
    click(verbs(view)["Show: 2 of 8 are done"])
    assert view.lines() == [*LINES, "Languages: done", "Originals: done"]
    click(verbs(view)["Hide: 2 of 8 are done"])
    assert view.lines() == LINES


def test_the_segments_have_the_colours_of_the_look(pane: DetailsPane) -> None:
    view = meter(pane, SIGNING)
    image, theme = view.bar.grab().toImage(), pane.desk.theme
    colours = []
    for at in range(3):
        box = view.bar.box(at)
        colours.append((
            image.pixelColor(box.center().toPoint()).name(), image.pixelColor(round(box.center().x()), 2).name(),
        ))  # fmt: skip
    ok, control, error = (theme.color(role).name() for role in ("ok", "control", "error"))
    assert [middle == ok for middle, _ in colours] == [False, False, True]
    assert [edge == control for _, edge in colours] == [True, True, False]
    painted = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert error not in painted  # that is for findings


def test_a_long_name_is_cut_rather_than_what_is_missing(pane: DetailsPane) -> None:
    desk = pane.desk
    changes = edit(desk.plan, Participant, CHAIRMAN.id, {"name_en": "[Deputy Head of Protocol, State Agency]"})
    assert desk.edit(Label("edit_participant", {"name": "A1"}), changes)
    view = meter(pane, SIGNING)
    whole = "Powers, [Deputy Head of Protocol, State Agency]: no paper yet"
    assert whole in view.lines()
    (line,) = (label for label in view.findChildren(OneLine) if label.text() == whole)
    shown = line.shown_in(line.width())
    assert shown.startswith("Powers, [Dep")
    assert shown.endswith("…: no paper yet")
    assert line.fontMetrics().horizontalAdvance(shown) <= line.width()
