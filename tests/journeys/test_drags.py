"""Journeys: every drag of the program from the press of the mouse to what became of the plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Group, OrderOverride
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.dragging import ITEMS, PEOPLE
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.participants.pane import ParticipantsPane
from tests.journeys.steps import activate, desk_of, item, panes_of
from tests.screen.panes import type_and_press
from tests.screen.real_drags import dropping, pull_out
from tests.screen.schedule.grid_scenes import on
from tests.screen.windows import a_window


def people_of(window: MainWindow) -> ParticipantsPane:
    pane = panes_of(window).panes["participants"]
    assert isinstance(pane, ParticipantsPane)
    return pane


def ready(window: MainWindow) -> MainWindow:
    window.resize(1440, 900)
    window.complete()
    activate(window)
    return window


def by_code(window: MainWindow, code: str) -> Participant:
    return next(row for row in desk_of(window).plan.rows(Participant) if row.code == code)


def row_point(view: QAbstractItemView, model: object, row_id: str) -> QPoint:
    """A point on a row, scrolled into sight."""
    index = model.index_of(row_id)  # type: ignore[attr-defined]
    view.scrollTo(index)
    QApplication.processEvents()
    return view.visualRect(index).topLeft() + QPoint(40, 10)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("as_list", [False, True], ids=["tree", "list"])
def test_a_person_is_pulled_out_of_the_participants_onto_an_item(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, as_list: bool
) -> None:
    with a_window(tmp_path) as opened:
        window = ready(opened)
        pane, grid, before = people_of(window), panes_of(window).schedule.grid, desk_of(window).plan
        pane.arrange("order" if as_list else None)
        view: QAbstractItemView = pane.table if as_list else pane.tree
        model = pane.table.rows if as_list else pane.model
        person, press_item = by_code(window, "A3"), item(before, "14")
        assert person.id not in before.invitations(press_item.id)
        start = row_point(view, model, person.id)
        with dropping(monkeypatch, lambda: (grid, on(grid, "14"))) as done:
            pull_out(view, start)
        [carried] = done
        assert (carried.source, carried.forms) == (view, {PEOPLE: person.id.encode()})
        assert (carried.card.width(), carried.card.height()) == (200, 26)
        assert carried.answer != Qt.DropAction.IgnoreAction
        after = desk_of(window).plan
        assert set(after.invitations(press_item.id)) == {*before.invitations(press_item.id), person.id}


@pytest.mark.usefixtures("qtbot")
def test_a_group_is_pulled_onto_a_row_of_the_rundown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_window(tmp_path) as opened:
        window = ready(opened)
        panes_of(window).show_schedule_as("rundown")
        QApplication.processEvents()
        sheet, pane = panes_of(window).schedule.rundown.sheet, people_of(window)
        group, plan = desk_of(window).plan.rows(Group)[0], desk_of(window).plan
        target = next(row for row in plan.rows(ProgrammeItem) if group.id not in plan.invitations(row.id))
        start = row_point(pane.tree, pane.model, group.id)
        place = row_point(sheet, sheet.rows, target.id)
        with dropping(monkeypatch, lambda: (sheet.viewport(), place)) as done:
            pull_out(pane.tree, start)
        assert [one.forms for one in done] == [{PEOPLE: group.id.encode()}]
        assert group.id in desk_of(window).plan.invitations(target.id)


@pytest.mark.usefixtures("qtbot")
def test_an_item_is_pulled_to_another_day_of_the_rundown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_window(tmp_path) as opened:
        window = ready(opened)
        panes_of(window).show_schedule_as("rundown")
        QApplication.processEvents()
        sheet, plan = panes_of(window).schedule.rundown.sheet, desk_of(window).plan
        moving = item(plan, "12")
        target = next(row for row in plan.rows(ProgrammeItem) if row.start_day == 3)
        desk_of(window).selection.choose(ProgrammeItem, [moving.id])  # a row that is not chosen is chosen by a pull
        start = row_point(sheet, sheet.rows, moving.id)
        with dropping(monkeypatch, lambda: (sheet.viewport(), row_point(sheet, sheet.rows, target.id))) as done:
            pull_out(sheet, start)
        assert [one.forms for one in done] == [{ITEMS: moving.id.encode()}]
        assert item(desk_of(window).plan, "12").start_day == 3


def test_a_person_is_pulled_to_another_place_in_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with a_window(tmp_path) as opened:
        window = ready(opened)
        pane, person, before = people_of(window), by_code(window, "A4"), by_code(window, "A2")
        known = desk_of(window).plan.rows(OrderOverride)
        start = row_point(pane.tree, pane.model, person.id)
        place = row_point(pane.tree, pane.model, before.id) - QPoint(0, 6)
        with type_and_press("[The Embassy asks]", "Move") as asked:
            with dropping(monkeypatch, lambda: (pane.tree.viewport(), place)) as done:
                pull_out(pane.tree, start)
            qtbot.waitUntil(lambda: desk_of(window).plan.rows(OrderOverride) != known)
        assert ([one.forms for one in done], len(asked)) == ([{PEOPLE: person.id.encode()}], 1)
        new = set(desk_of(window).plan.rows(OrderOverride)) - set(known)
        assert [row.reason for row in new] == ["[The Embassy asks]"]
