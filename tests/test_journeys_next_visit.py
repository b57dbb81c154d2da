"""A journey: the sample visit is copied for March 2018 without its guests, and judged by a rule of its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import read_plan_file
from delegation_planner.screen.dialogs.copy_visit import CopyVisitDialog
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.visit_settings.dialog import VisitSettings
from tests.screen.windows import a_window
from tests.test_journeys import CTRL, desk_of, press


def trigger(window: MainWindow, name: str) -> None:
    """Choose a verb from its menu."""
    assert window.verbs is not None
    window.verbs[name].trigger()


def fill_in_and_copy() -> None:
    """Answer the dialog for March 2018."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CopyVisitDialog)
    dialog.title.setText("Second visit of the Chairman")
    dialog.first.setDate(QDate(2018, 3, 4))
    assert dialog.whose.currentText() == "The host side only"
    dialog.main.click()


def test_the_visit_is_copied_for_march_without_its_guests(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "march.visit"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with a_window(tmp_path / "profile") as window:
        old, old_file = desk_of(window).plan, window.open_plan
        assert old_file is not None
        assert desk_of(window).session.store.editions()
        QTimer.singleShot(200, fill_in_and_copy)
        trigger(window, "copy_visit")
        qtbot.waitUntil(lambda: window.open_plan is not None and window.open_plan.path == target, timeout=20_000)
        desk = desk_of(window)
        assert window.windowTitle().startswith("Second visit of the Chairman")
        assert (dict(desk.session.store.sent()), list(desk.session.store.editions())) == ({}, [])
        assert desk.session.undo_label is None
        assert_begun_anew(old, desk.plan)
    assert read_plan_file(target) == desk.plan
    assert read_plan_file(old_file.path) == old


def assert_begun_anew(old: Plan, new: Plan) -> None:
    """The same programme without the guests, new to every calendar, with all papers still to come."""
    uids = [{row.uid for row in plan.rows(ProgrammeItem)} for plan in (old, new)]
    assert (uids[0].isdisjoint(uids[1]), len(uids[1])) == (True, 50)
    assert {row.status for row in new.rows(ProgrammeItem)} == {"tentative"}
    sides = {row.id: row.side for row in new.rows(Delegation)}
    assert {sides[person.delegation_id] for person in new.rows(Participant)} == {"host"}
    assert {paper.state for paper in new.rows(Document)} == {"planned"}
    assert (new.visit.dates, new.visit.anchor_date) == ("fixed", "2018-03-04")


def test_a_copy_is_never_written_over_the_visit_it_is_made_of(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_window(tmp_path / "profile") as window:
        assert window.open_plan is not None
        path, before = window.open_plan.path, desk_of(window).plan
        places = [str(path), ""]
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (places.pop(0), ""))
        QTimer.singleShot(200, fill_in_and_copy)
        asked: list[str] = []

        def answer(*arguments: object) -> str:
            asked.append(str(arguments[2]))
            return "other"

        monkeypatch.setattr("delegation_planner.screen.file_verbs.ask", answer)
        trigger(window, "copy_visit")
        qtbot.waitUntil(lambda: places == [], timeout=20_000)
        assert asked == ["The next visit needs a file of its own."]
        assert (window.open_plan.path, desk_of(window).plan) == (path, before)


def test_the_settings_open_over_the_window_by_their_keys(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        press(window, Qt.Key.Key_Comma, CTRL)
        qtbot.waitUntil(lambda: bool(window.findChildren(VisitSettings)))
        (settings,) = window.findChildren(VisitSettings)
        assert settings.isVisible()
        settings.main.click()
        assert not settings.isVisible()
