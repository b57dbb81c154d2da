"""A journey: a two-day visit from New, closed, opened again, and undone to its first day."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.main_window import MainWindow
from tests.journeys.steps import CTRL, SHIFT, activate, click_verb, desk_of, in_dialog, panes_of, press
from tests.screen.panes import focused, give_keyboard, type_text
from tests.screen.schedule.grid_scenes import at
from tests.screen.windows import a_window

TODAY = datetime(2017, 8, 5, 3, 0, tzinfo=UTC)
DAYS, FIRST_DAY = 2, "2017-09-04"


def fill_in(dialog: NewVisitDialog) -> None:
    """Title, guest, and two days from the date that is proposed, by keys alone."""
    type_text("Visit of the Minister of Health", Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.guest.country, "azerb")  # its list of proposals takes the window's place
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    activate(dialog)
    give_keyboard(dialog.on_dates)
    type_text(" ")
    give_keyboard(dialog.days)
    QTest.keyClick(dialog.days, Qt.Key.Key_Home)
    QTest.keyClick(dialog.days, Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def begin(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first panel, by its second button, to the empty plan."""
    window.close_plan()
    assert window.over.shows("welcome")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with in_dialog(NewVisitDialog, fill_in):
        click_verb(window, "New visit…")
    visit = desk_of(window).plan.visit
    assert (visit.title_en, visit.anchor_date, visit.last_day) == ("Visit of the Minister of Health", FIRST_DAY, DAYS)
    assert {row.country for row in desk_of(window).plan.rows(Delegation)} == {"AZ", "ID"}


def add_items(window: MainWindow) -> None:
    """A double click on each of the two days, and a name typed on the block."""
    grid = panes_of(window).schedule.grid
    activate(window)
    for day, minute, title in ((1, 10 * 60, "Call on the Minister"), (2, 14 * 60, "Signing of the memorandum")):
        QTest.mouseDClick(
            grid.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(grid, day, minute)
        )
        type_text(title, Qt.Key.Key_Return)


def name_in_details(window: MainWindow, field: str, text: str) -> None:
    """Type over a field of the details."""
    details = panes_of(window).panes["details"]
    [editor] = [each for each in details.findChildren(QWidget) if each.accessibleName() == field and each.isVisible()]
    give_keyboard(editor)
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    type_text(text, Qt.Key.Key_Tab)


def add_people_and_paper(window: MainWindow) -> None:
    """A head of each delegation and a document, by the keys of their panes, named in the details."""
    panes, desk = panes_of(window), desk_of(window)
    for country, name in (("AZ", "[Minister]"), ("ID", "[Host Minister]")):
        panes.go_to("participants")
        delegation = next(row for row in desk.plan.rows(Delegation) if row.country == country)
        desk.selection.choose(Delegation, [delegation.id])
        press(window, Qt.Key.Key_P, CTRL | SHIFT)
        type_text(name, Qt.Key.Key_Tab)  # the keyboard is in the name, all of it chosen
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    press(window, Qt.Key.Key_D, CTRL | SHIFT)
    name_in_details(window, "Title", "Memorandum on health")


def undo_all(window: MainWindow) -> int:
    """Ctrl+Z until nothing is left; how many steps that were."""
    steps = 0
    while desk_of(window).session.undo_label is not None:
        press(window, Qt.Key.Key_Z, CTRL)
        steps += 1
    return steps


def test_a_two_day_visit_is_begun_kept_opened_again_and_undone(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "health.visit"
    with a_window(tmp_path, now=TODAY) as window:
        begin(window, path, monkeypatch)
        first = desk_of(window).plan
        assert not first.rows(ProgrammeItem)
        add_items(window)
        add_people_and_paper(window)
        made = desk_of(window).plan
        assert [(row.start_day, row.start_time, row.title_en) for row in made.rows(ProgrammeItem)] == [
            (1, "10:00", "Call on the Minister"), (2, "14:00", "Signing of the memorandum"),
        ]  # fmt: skip
        assert [row.name_en for row in made.rows(Participant)] == ["[Minister]", "[Host Minister]"]
        assert [row.title_en for row in made.rows(Document)] == ["Memorandum on health"]
        assert read_plan_file(path) == made, "every change is on disk at once"
        press(window, Qt.Key.Key_W, CTRL)
        qtbot.waitUntil(lambda: window.over.shows("welcome"))
        click_verb(window, "health.visit")
        qtbot.waitUntil(lambda: window.desk is not None)
        assert desk_of(window).plan == made
        steps = undo_all(window)
        assert (desk_of(window).plan, read_plan_file(path)) == (first, first)
        for _ in range(steps):
            press(window, Qt.Key.Key_Y, CTRL)
        assert desk_of(window).plan == made
