"""The pages of the details as they are made: ahead, and with names as they are."""

from pytestqt.qtbot import QtBot

from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.details.forms import FORMS
from delegation_planner.screen.details.page import Page
from delegation_planner.screen.details.pane import DetailsPane
from tests.builders import a_person, a_plan
from tests.screen.conftest import OpenDesk
from tests.screen.panes import rich_labels, shown


def test_pages_are_made_ahead_a_field_a_turn(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, DetailsPane(open_desk(a_plan())), 330, 500)
    turns = 0
    while pane.prepare_next():
        turns += 1
    made = {page.kind: page.forms[0].made for page in pane.findChildren(Page)}
    assert made == {kind: len(FORMS[kind][0].fields) for kind in (ProgrammeItem, Participant, Document)}
    assert turns == len(made) + sum(made.values())


def test_a_new_look_keeps_the_page_that_is_seen_and_makes_the_others_again(open_desk: OpenDesk, qtbot: QtBot) -> None:
    person = a_person("A1")
    pane = shown(qtbot, DetailsPane(open_desk(a_plan(person))), 330, 500)
    while pane.prepare_next():
        pass
    pane.desk.selection.choose(Participant, [person.id])
    seen, ahead = pane.page, pane.findChildren(Page)
    with qtbot.waitSignal(pane.desk.theme.changed):
        pane.desk.theme.use("dark")
    assert pane.findChildren(Page) == [seen]
    assert pane.page is seen
    qtbot.waitUntil(lambda: not pane.prepare_next())
    assert len(pane.findChildren(Page)) == len(ahead)
    with qtbot.waitSignal(pane.desk.theme.changed):
        pane.desk.theme.use("light")


def test_names_that_look_like_html_stay_as_they_are(open_desk: OpenDesk, qtbot: QtBot) -> None:
    evil = a_person("A1", name_en="<b>Inam</b>", office_en="<img src=x>")
    pane = shown(qtbot, DetailsPane(open_desk(a_plan(evil))), 330, 500)
    pane.desk.selection.choose(Participant, [evil.id])
    assert pane.page is not None
    assert pane.page.head.title == "<b>Inam</b>"
    assert rich_labels(pane) == []
    assert pane.page.forms[0].editors["name_en"].text() == "<b>Inam</b>"
