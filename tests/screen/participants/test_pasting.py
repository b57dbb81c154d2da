"""People pasted from a spreadsheet: only what the headings name is filled, after a preview, in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.participants.paste_preview import PeoplePreview
from delegation_planner.screen.participants.pasting import PastedPeople, headings_of, pasted_people
from delegation_planner.screen.schedule.pasted_columns import read_table
from delegation_planner.session.store import Label
from delegation_planner.words.words import ENGLISH
from tests.builders import a_delegation, a_person, a_plan, a_visit, new_ids
from tests.screen.answers import answer
from tests.screen.conftest import OpenDesk
from tests.screen.panes import give_keyboard, nameless, press, rich_labels, shown

HOST = a_delegation("ID", side="host", name_en="Indonesia")
GUEST = a_delegation(name_en="Azerbaijan")
CHAIR = a_person("A1", name_en="Inam Karimov", office_en="Chairman", diet="halal", duty_phone="+994 12")
AIDE = a_person("A2", name_en="[Aide]", name_id="[Ajudan]", remarks="Speaks French")
PLAN = a_plan(a_visit(), GUEST, HOST, CHAIR, AIDE)


def read(text: str, plan: Plan = PLAN) -> PastedPeople:
    found = pasted_people(plan, ENGLISH, read_table(text), GUEST.id, new_ids())
    assert found is not None
    return found


def after(text: str, person: Participant) -> Participant:
    return PLAN.changed(read(text).changes).find(Participant, person.id)


def results(found: PastedPeople) -> list[tuple[str, str, str]]:
    return [(row.verdict, row.code, row.name) for row in found.rows[1:]]


def test_only_the_fields_that_headings_name_are_filled() -> None:
    text = "Code\tDiet\tShoe size\nA1\tvegetarian\t44\nA2\thalal\t41"
    assert after(text, CHAIR) == CHAIR._replace(diet="vegetarian")
    assert after(text, AIDE) == AIDE._replace(diet="halal")
    assert [row.changed for row in read(text).rows[1:]] == [("diet",), ("diet",)]


def test_an_empty_cell_empties_nothing_and_what_is_there_already_is_no_change() -> None:
    found = read("Code\tName\tOffice\tDiet\na1\tInam Karimov\tChairman\t")
    assert results(found) == [("same", "A1", "Inam Karimov")]
    assert not found.changes


def test_a_name_takes_the_place_of_a_role_in_every_language() -> None:
    assert after("Kode\tNama\nA2\tBanu Ali", AIDE) == AIDE._replace(name_en="Banu Ali", name_id="")


def test_whom_nobody_knows_is_new_in_the_delegation_that_the_row_names() -> None:
    found = read("Name\tPosition\tDelegation\tE-mail\nRole\tx\t\t\n[Driver]\tDriver\tIndonesia\td@example.org")
    made = PLAN.changed(found.changes).rows(Participant)[2:]
    assert [(row.delegation_id, row.name_en, row.office_en, row.duty_email, row.away_from_home) for row in made] == [
        (GUEST.id, "Role", "x", "", True),
        (HOST.id, "[Driver]", "Driver", "d@example.org", False),
    ]
    assert [row.verdict for row in found.rows] == ["heads", "new", "new"]


def test_people_are_known_by_name_where_no_code_is_given() -> None:
    assert results(read("Nama lengkap\tTelepon\ninam  kərimov\t+994 50")) == [("changed", "A1", "Inam Karimov")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Code\tDiet\nA9\thalal", "This row has no name."),
        ("Code\tDiet\nA1\tx\nA1\ty", "This person stands in this block twice."),
        ("Name\tDiet\nTwin\thalal", "Several people have this name. Give their codes."),
    ],
)
def test_what_cannot_be_read_says_why_and_changes_nothing(text: str, why: str) -> None:
    plan = a_plan(a_visit(), GUEST, CHAIR, a_person("A3", name_en="Twin"), a_person("A4", name_en="Twin"))
    last = read(text, plan).rows[-1]
    assert (last.verdict, [ENGLISH.error(note) for note in last.notes]) == ("unreadable", [why])


def test_a_delegation_that_nobody_knows_is_left_out_and_told() -> None:
    (row,) = read("Name\tDelegation\nNobody\tAtlantis").rows[1:]
    assert (row.verdict, row.changed) == ("new", ("name",))
    assert [ENGLISH.error(note) for note in row.notes] == ["“Atlantis” is no delegation of this plan: left out."]


@pytest.mark.parametrize("text", ["Ali\tBanu\nCem\tDal", "Diet\tOffice\nhalal\tx", ""])
def test_without_headings_nothing_is_guessed(text: str) -> None:
    assert headings_of(ENGLISH, read_table(text)) is None
    assert pasted_people(PLAN, ENGLISH, read_table(text), GUEST.id, new_ids()) is None


@pytest.fixture
def pane(open_desk: OpenDesk, qtbot: QtBot) -> ParticipantsPane:
    return shown(qtbot, ParticipantsPane(open_desk(PLAN)), 280, 500)


def test_a_preview_asks_first_and_undo_takes_all_back(pane: ParticipantsPane) -> None:
    QGuiApplication.clipboard().setText("Code\tDiet\nA1\tvegetarian\nA2\thalal")
    pane.tree.setFocus()
    with answer(PeoplePreview, "Keep as is"):
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pane.desk.plan == PLAN
    give_keyboard(pane.tree)
    with answer(PeoplePreview, "Paste 2 rows"):
        press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.diet for row in pane.desk.plan.rows(Participant)] == ["vegetarian", "halal"]
    assert pane.desk.session.undo_label == Label("paste_rows", {"count": 2})
    assert set(pane.desk.selection.ids) == {CHAIR.id, AIDE.id}
    assert pane.desk.undo()
    assert pane.desk.plan == PLAN


def test_a_block_without_headings_is_told(pane: ParticipantsPane) -> None:
    told: list[str] = []
    pane.desk.told.connect(told.append)
    QGuiApplication.clipboard().setText("Ali\tBanu")
    pane.paste()
    assert told == ["Copy the headings along: the first row has to name Code or Name at least."]


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_preview_says_what_each_row_fills(open_desk: OpenDesk, qtbot: QtBot, language: Language) -> None:
    desk = open_desk(PLAN, language=language)
    text = "Code\tName\tDiet\nA1\tInam Karimov\tnone\n\t<b>New</b>\thalal\nA9\t\tx"
    found = pasted_people(desk.plan, desk.words, read_table(text), GUEST.id, desk.new_id)
    assert found is not None
    dialog = shown(qtbot, PeoplePreview(None, desk.words, desk.theme, found), 880, 540)
    assert [dialog.table.rows.index(row, 3).data() for row in range(1, 4)] == ["Inam Karimov", "<b>New</b>", "A9 x"]
    assert dialog.table.rows.index(1, 4).data() == desk.say("Diet")
    assert (nameless(dialog), rich_labels(dialog)) == ([], [])
    assert dialog.summary.text().count("1") == 3
