"""Journeys: a colleague has the file open; one reads, goes on in a copy, or takes it when it is free."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.told import Told
from delegation_planner.session.store import Label
from tests.journeys.steps import CTRL, click_verb, desk_of, panes_of, press
from tests.screen.answers import answer
from tests.screen.panes import give_keyboard, type_text
from tests.screen.windows import a_window


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """No plan is open: the first panel lies over the window, and the sample stands in the list of recent ones."""
    assert qtbot is not None
    with a_window(tmp_path) as window:
        window.close_plan()
        yield window


def open_by_its_name(window: MainWindow, path: Path, qtbot: QtBot, *verbs: str) -> None:
    """A click on the recent plan, and these verbs where it asks."""
    with answer(Question, *verbs) as pressed:
        click_verb(window, path.name)
        qtbot.waitUntil(lambda: pressed == list(verbs))
    qtbot.waitUntil(lambda: window.desk is not None or not verbs or verbs[-1] == "Leave it")


def retitle(window: MainWindow, title: str) -> bool:
    visit = desk_of(window).plan.visit
    return desk_of(window).edit(Label("edit_visit"), Changes([replaced(visit, visit._replace(short_title_en=title))]))


def sentences(window: MainWindow) -> list[str]:
    return [strip.sentence for strip in window.findChildren(Told)]


def recent(window: MainWindow) -> Path:
    return window.files.recent.paths()[0]


def test_whoever_reads_changes_nothing_and_goes_on_in_a_copy(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = recent(window), tmp_path / "mine.visit"
    colleague = PlanFile.open(path)
    before = path.read_bytes()
    open_by_its_name(window, path, qtbot, "Open to read")
    assert desk_of(window).read_only
    assert [sentence.startswith(f"{path.name} has been open by ") for sentence in sentences(window)] == [True]
    panes = panes_of(window)
    panes.show_schedule_as("rundown")
    give_keyboard(panes.schedule.rundown.sheet)
    type_text("1205", Qt.Key.Key_Return)
    assert path.read_bytes() == before, "typing does nothing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click_verb(window, "Save a copy…")
    qtbot.waitUntil(target.exists)
    colleague.close()
    window.open_path(target)
    qtbot.waitUntil(lambda: not desk_of(window).read_only)
    assert retitle(window, "Mine")
    assert read_plan_file(target).visit.short_title_en == "Mine"
    assert path.read_bytes() == before


def test_when_the_colleague_has_closed_it_opens_to_be_changed(window: MainWindow, qtbot: QtBot) -> None:
    path = recent(window)
    colleague = PlanFile.open(path)
    open_by_its_name(window, path, qtbot, "Open to read")
    assert desk_of(window).read_only
    colleague.close()
    press(window, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: window.over.shows("welcome"))
    open_by_its_name(window, path, qtbot)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert not desk_of(window).read_only
    assert retitle(window, "Free again")
    assert read_plan_file(path).visit.short_title_en == "Free again"


def test_a_copy_is_opened_at_once_where_one_wants_to_change(window: MainWindow, qtbot: QtBot) -> None:
    path = recent(window)
    colleague = PlanFile.open(path)
    open_by_its_name(window, path, qtbot, "Open a copy")
    assert window.open_plan is not None
    assert window.open_plan.path.name == f"{path.stem}, copy.visit"
    assert not desk_of(window).read_only
    assert desk_of(window).plan == colleague.load()
    colleague.close()


def test_a_plan_that_somebody_turns_away_from_stays_recent_and_a_missing_one_goes(
    window: MainWindow, tmp_path: Path
) -> None:
    path = recent(window)
    colleague = PlanFile.open(path)
    with answer(Question):  # Esc
        window.open_path(path)
    colleague.close()
    assert (window.desk, recent(window)) == (None, path)
    path.rename(tmp_path / "elsewhere.visit")
    with answer(Question, "Close"):
        window.open_path(path)
    assert path not in window.files.recent.paths()
