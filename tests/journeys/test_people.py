"""Journeys: a person is dragged onto an item, and found by a few letters from anywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from delegation_planner.plan.participant import Participant
from delegation_planner.screen.dragging import PEOPLE, carried
from delegation_planner.screen.finder.panel import FinderPanel
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.participants.pane import ParticipantsPane
from tests.journeys.steps import CTRL, activate, desk_of, item, panes_of, press
from tests.screen.panes import drop, focused, pull, type_text
from tests.screen.schedule.grid_scenes import on
from tests.screen.windows import a_window

pytestmark = pytest.mark.usefixtures("qtbot")


def participants_of(window: MainWindow) -> ParticipantsPane:
    pane = panes_of(window).panes["participants"]
    assert isinstance(pane, ParticipantsPane)
    return pane


def by_code(window: MainWindow, code: str) -> Participant:
    return next(row for row in desk_of(window).plan.rows(Participant) if row.code == code)


def dragged(window: MainWindow, person: Participant) -> QMimeData:
    """Pull a person out of the list by mouse; what the drag carries."""
    pane = participants_of(window)
    index = pane.model.index_of(person.id)
    pane.tree.scrollTo(index)
    start = pane.tree.visualRect(index).center()
    [forms] = pull(pane.tree, start, start + QPoint(60, 0))
    return carried(PEOPLE, forms[PEOPLE])


def test_a_person_is_dragged_onto_an_item_and_comes(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.resize(1440, 900)
        activate(window)
        before = desk_of(window).plan
        person, press_item = by_code(window, "A3"), item(before, "14")
        assert person.id not in before.invitations(press_item.id)
        grid = panes_of(window).schedule.grid
        assert drop(grid, dragged(window, person), on(grid, "14"))
        after = desk_of(window).plan
        assert set(after.invitations(press_item.id)) == {*before.invitations(press_item.id), person.id}
        assert desk_of(window).session.undo_label is not None
        press(window, Qt.Key.Key_Z, CTRL)
        assert desk_of(window).plan == before


@pytest.mark.parametrize("begun_in", ["schedule", "documents", "details"])
def test_a_person_is_found_by_letters_and_the_keyboard_lands_there(tmp_path: Path, begun_in: str) -> None:
    with a_window(tmp_path) as window:
        window.resize(1440, 900)
        activate(window)
        pane, person = participants_of(window), by_code(window, "A6")
        pane.tree.collapseAll()
        panes_of(window).go_to(begun_in)
        press(window, Qt.Key.Key_K, CTRL)
        panel = window.over.card
        assert isinstance(panel, FinderPanel)
        type_text("interpreter az", Qt.Key.Key_Return)
        QApplication.processEvents()
        QTest.qWait(50)
        assert window.over.card is None
        assert desk_of(window).selection.of(Participant) == (person.id,)
        assert focused() is pane.tree
        shown = pane.tree.visualRect(pane.model.index_of(person.id))
        assert pane.tree.viewport().rect().contains(shown.center()), "it is in sight"
