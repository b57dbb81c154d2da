"""Rows that are made ahead, and a rundown that follows only while it is shown."""

import pytest
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.items import edit_item, move_item
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.pane import SchedulePane
from delegation_planner.screen.schedule.rows import KeptRows, Wanted, rundown
from delegation_planner.screen.schedule.rows_ahead import RowsAhead
from delegation_planner.session.store import Label
from tests.builders import a_person, a_place, a_plan, a_step, a_visit, an_invitation, an_item
from tests.screen.conftest import OpenDesk
from tests.screen.panes import shown

HALL, CHAIR = a_place(name_en="Hall"), a_person("A1", name_en="Inam Karimov")
FIRST, SECOND = an_item("01", 1, "09:00", "10:00", place_id=HALL.id), an_item("02", 1, "11:00", "12:00")
PLAN = a_plan(a_visit(last_day=1), HALL, CHAIR, FIRST, SECOND, a_step(FIRST), an_invitation(FIRST, CHAIR))


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(text="hall"), Wanted(open_items=frozenset({FIRST.id}))])
def test_rows_made_ahead_are_the_rows_made_when_asked_for(wanted: Wanted) -> None:
    ahead = KeptRows("en")
    assert len(list(ahead.ahead(PLAN))) == 2
    assert rundown(PLAN, wanted, {}, ahead) == rundown(PLAN, wanted, {}, KeptRows("en"))


def test_they_follow_edits_made_meanwhile(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(PLAN)
    ahead = RowsAhead(desk, desk)
    ahead.begin()
    qtbot.waitUntil(lambda: ahead.is_done, timeout=5000)
    desk.edit(Label("edit_item"), edit_item(desk.plan, SECOND.id, {"title_en": "Dinner"}))
    assert not ahead.is_done
    assert rundown(desk.plan, Wanted(), {}, ahead.kept) == rundown(desk.plan, Wanted(), {}, KeptRows("en"))
    qtbot.waitUntil(lambda: ahead.is_done, timeout=5000)


def test_a_rundown_that_is_hidden_follows_when_it_is_shown_again(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, SchedulePane(open_desk(PLAN)))
    pane.show_view("rundown")
    pane.show_view("grid")
    told: list[str] = []
    pane.rundown.model.layoutChanged.connect(lambda: told.append("moved"))
    pane.desk.edit(Label("move_item"), move_item(pane.desk.plan, SECOND.id, 1, "08:00"))
    pane.desk.selection.choose(ProgrammeItem, [SECOND.id])
    assert told == []
    pane.show_view("rundown")
    assert pane.rundown.model.ids() == ("day 1", SECOND.id, FIRST.id)
    assert [item.code for item in pane.rundown.chosen_items()] == ["02"]


def test_a_pane_that_is_shown_makes_its_rows_ahead(open_desk: OpenDesk, qtbot: QtBot) -> None:
    pane = shown(qtbot, SchedulePane(open_desk(PLAN)))
    (ahead,) = pane.findChildren(RowsAhead)
    qtbot.waitUntil(lambda: ahead.is_done, timeout=5000)
