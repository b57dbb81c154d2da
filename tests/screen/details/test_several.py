"""Several rows edited together: what they share, what they do not, and one edit for all of them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.details.form_fields import FormField
from delegation_planner.screen.details.forms import FORMS
from delegation_planner.screen.details.page import Page
from delegation_planner.screen.details.pane import DetailsPane
from delegation_planner.screen.details.several import changes_of_all, common_values, head_of_several, is_shared
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.builders import a_document, a_person, a_place, a_plan, a_visit, an_item, new_ids
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, nameless, press, shown, type_text

NOW = "2017-07-10T02:00:00Z"
HALL, ROOM = a_place("HALL", name_en="Hall"), a_place("ROOM", name_en="Room")
CALL = an_item("01", 1, "09:00", "10:00", title_en="Call", status="tentative", place_id=HALL.id, dress="psl")
TALKS = an_item("02", 1, "10:00", "11:00", title_en="Talks", status="confirmed", place_id=ROOM.id, dress="psl")
DRIVE = an_item("03", 2, "10:00", "11:00", title_en="Drive", status="tentative", kind="movement", place_id=HALL.id)
RANI, BUDI = a_person("I1", name_en="Rani", away_from_home=True), a_person("I2", name_en="Budi")
NOTE, OTHER = a_document("D1", title_en="Note"), a_document("D2", title_en="Letter")
PLAN = a_plan(a_visit(), HALL, ROOM, CALL, TALKS, DRIVE, RANI, BUDI, NOTE, OTHER)


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> DetailsPane:
    return shown(qtbot, DetailsPane(open_desk(PLAN)), 330, 700)


def field(kind: type[Row], name: str) -> FormField:
    return next(each for tab in FORMS[kind] for each in tab.fields if each.name == name)


def together(pane: DetailsPane, *rows: Row) -> Page:
    pane.desk.selection.choose(type(rows[0]), [row.id for row in rows])
    assert pane.page is not None
    return pane.page


def editor(page: Page, name: str) -> Any:
    form = next(form for form in page.forms if name in form.editors)
    page.tabs.setCurrentWidget(form)
    return form.editors[name]


def items(pane: DetailsPane) -> list[ProgrammeItem]:
    return [pane.desk.plan.find(ProgrammeItem, row.id) for row in (CALL, TALKS, DRIVE)]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ProgrammeItem, "title_en"), (ProgrammeItem, "code"), (ProgrammeItem, "start"), (Participant, "name_en"),
        (Participant, "passport_no"), (Participant, "head"), (Document, "number"), (Place, "name_en"), (Visit, "kind"),
    ],
)  # fmt: skip
def test_what_is_each_ones_own_is_not_shared(kind: type[Row], name: str) -> None:
    assert not is_shared(kind, field(kind, name))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ProgrammeItem, "status"), (ProgrammeItem, "place_id"), (Participant, "diet"), (Participant, "name_approved"),
        (Document, "state"), (Place, "city"),
    ],
)  # fmt: skip
def test_the_rest_is(kind: type[Row], name: str) -> None:
    assert is_shared(kind, field(kind, name))


def test_values_are_common_or_several() -> None:
    assert common_values((CALL, TALKS), field(ProgrammeItem, "status")) == ("tentative", "confirmed")
    assert common_values((CALL, DRIVE), field(ProgrammeItem, "status")) == ("tentative",)


def test_one_edit_gives_all_the_value() -> None:
    ids = (CALL.id, TALKS.id)
    changes = changes_of_all(PLAN, ProgrammeItem, ids, field(ProgrammeItem, "status"), "confirmed", NOW, new_ids())
    assert [(change.id, change.after) for change in changes] == [(CALL.id, CALL._replace(status="confirmed"))]


def test_the_head_counts_and_names() -> None:
    head = head_of_several(ENGLISH, (CALL, TALKS))
    assert (head.title, head.note) == ("2 items", "01 Call and 02 Talks")
    many = [an_item(f"{number:02}", title_en="x") for number in range(9)]
    assert head_of_several(ENGLISH, many).note.endswith("05 x …")


def test_fields_show_what_is_common_and_say_where_values_differ(pane: DetailsPane) -> None:
    page = together(pane, CALL, TALKS)
    assert page.head.title == "2 items"
    assert (editor(page, "status").currentIndex(), editor(page, "status").placeholderText()) == (-1, "Several values")
    assert (editor(page, "place_id").text(), editor(page, "place_id").placeholderText()) == ("", "Several values")
    assert editor(page, "dress").text() != ""
    assert not editor(page, "title_en").isVisible()
    titles = [page.tabs.tabText(at) for at in range(page.tabs.count()) if page.tabs.isTabVisible(at)]
    assert titles == ["Item", "Further"]
    assert nameless(pane) == []
    one = together(pane, CALL)
    assert editor(one, "title_en").isVisible()
    assert (editor(one, "place_id").text(), editor(one, "place_id").placeholderText()) == ("Hall", "")
    assert editor(one, "status").value() == "tentative"


def test_a_value_typed_for_several_is_one_undo_step(pane: DetailsPane) -> None:
    page = together(pane, CALL, TALKS, DRIVE)
    place = editor(page, "place_id")
    give_keyboard(place)
    type_text("room", Qt.Key.Key_Tab)
    assert [item.place_id for item in items(pane)] == [ROOM.id] * 3
    assert pane.desk.session.undo_label == Label("edit_item", {"name": "01, 02, 03"})
    assert pane.desk.undo()
    assert items(pane) == [CALL, TALKS, DRIVE]


def test_leaving_several_values_alone_changes_nothing(pane: DetailsPane) -> None:
    page = together(pane, CALL, TALKS)
    for name in ("place_id", "remarks_detailed", "status"):
        give_keyboard(editor(page, name))
        press(Qt.Key.Key_Tab)
    assert pane.desk.session.undo_label is None


def test_a_choice_is_made_for_all(pane: DetailsPane) -> None:
    page = together(pane, CALL, TALKS)
    status = editor(page, "status")
    status.setCurrentIndex(next(at for at in range(status.count()) if status.itemData(at) == "cancelled"))
    status.commit()
    assert [item.status for item in items(pane)] == ["cancelled", "cancelled", "tentative"]


def test_a_flag_that_some_have_is_ticked_for_all_at_the_first_click(pane: DetailsPane) -> None:
    page = together(pane, RANI, BUDI)
    flag = editor(page, "away_from_home")
    assert flag.checkState() == Qt.CheckState.PartiallyChecked
    flag.click()
    assert [pane.desk.plan.find(Participant, row.id).away_from_home for row in (RANI, BUDI)] == [True, True]
    assert flag.checkState() == Qt.CheckState.Checked
    flag.click()
    assert [pane.desk.plan.find(Participant, row.id).away_from_home for row in (RANI, BUDI)] == [False, False]


def test_documents_are_dated_together(pane: DetailsPane) -> None:
    page = together(pane, NOTE, OTHER)
    give_keyboard(editor(page, "dated"))
    type_text("24 Jul 2017", Qt.Key.Key_Tab)
    assert [pane.desk.plan.find(Document, row.id).dated for row in (NOTE, OTHER)] == ["2017-07-24"] * 2


def test_one_that_cannot_have_the_value_refuses_it_for_all(pane: DetailsPane) -> None:
    page = together(pane, HALL, ROOM)
    told: list[str] = []
    pane.desk.told.connect(told.append)
    parent = editor(page, "parent_id")
    give_keyboard(parent)
    type_text("room", Qt.Key.Key_Tab)
    assert len(told) == 1
    assert [pane.desk.plan.find(Place, row.id) for row in (HALL, ROOM)] == [HALL, ROOM]
