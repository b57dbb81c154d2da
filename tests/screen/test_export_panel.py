"""Handing out from the window: what is asked for is written, recorded and told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.exports.order import Order
from delegation_planner.plan.participant import Participant
from delegation_planner.screen import workers
from delegation_planner.screen.dialogs.export_panel import ExportPanel
from delegation_planner.screen.main_window import MainWindow
from tests.screen.windows import a_window


def open_panel(window: MainWindow, folder: Path) -> ExportPanel:
    window.export()
    panel = window.over.card
    assert isinstance(panel, ExportPanel)
    panel.folder = folder
    return panel


def press(panel: ExportPanel, verb: str) -> None:
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == verb and not each.isHidden())
    button.click()


def texts(panel: ExportPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def titled(panel: ExportPanel, title: str) -> bool:
    return title in texts(panel)


@pytest.mark.usefixtures("qtbot")
def test_the_order_is_what_was_chosen(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        assert panel.order() == Order("all", everyone=True, participant_ids=(), language="en", level=None)
        assert window.desk is not None
        people = tuple(person.id for person in window.desk.plan.rows(Participant))
        panel.readers.setCurrentIndex(panel.readers.findData("each"))
        panel.language.setCurrentIndex(panel.language.findData("az"))
        panel.level.setCurrentIndex(panel.level.findData("detailed"))
        panel.what.setCurrentIndex(panel.what.findData("calendars"))
        assert panel.order() == Order(
            "calendars", everyone=True, participant_ids=people, language="az", level="detailed"
        )
        panel.readers.setCurrentIndex(panel.readers.findData("some"))
        assert not panel.start.isEnabled()
        panel.people.item(2).setCheckState(Qt.CheckState.Checked)
        assert panel.order().participant_ids == people[2:3]
        assert not panel.order().everyone
        assert panel.start.isEnabled()


@pytest.mark.parametrize(("form", "endings"), [("pdf", {".pdf"}), ("both", {".pdf", ".xlsx"})])
def test_papers_are_made_as_pdf_too(tmp_path: Path, qtbot: QtBot, form: str, endings: set[str]) -> None:
    out = tmp_path / "out"
    with a_window(tmp_path) as window:
        panel = open_panel(window, out)
        panel.what.setCurrentIndex(panel.what.findData("calendars"))
        assert not panel.form.isEnabled()
        panel.what.setCurrentIndex(panel.what.findData("papers"))
        panel.form.setCurrentIndex(panel.form.findData(form))
        assert panel.order().form == form
        press(panel, "Write the files")
        qtbot.waitUntil(lambda: panel.is_finished, timeout=60_000)
        assert titled(panel, "Handed out")
    names = {f"{name}{ending}" for name in ("Delegations", "Programme") for ending in endings}
    assert {path.name for path in (out / "papers").iterdir()} == names
    for path in (out / "papers").glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("qtbot")
def test_the_selected_person_is_proposed(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.desk is not None
        person = window.desk.plan.rows(Participant)[4]
        window.desk.selection.choose(Participant, [person.id])
        panel = open_panel(window, tmp_path / "out")
        assert panel.order().participant_ids == (person.id,)


@pytest.mark.usefixtures("qtbot")
def test_papers_are_named_as_far_as_the_level_allows(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        panel.which.setCurrentIndex(panel.which.findData("some"))
        assert not panel.start.isEnabled()
        assert ticked(panel, "Delegations", "Pocket programme") == ("delegations", "pocket")
        assert panel.start.isEnabled()
        panel.level.setCurrentIndex(panel.level.findData("internal"))
        assert ticked(panel, "Rundown") == ("delegations", "rundown", "pocket")
        panel.level.setCurrentIndex(panel.level.findData("public"))
        assert panel.order().papers == ("delegations", "pocket")
        panel.what.setCurrentIndex(panel.what.findData("calendars"))
        assert panel.order().papers == ()
        assert panel.start.isEnabled()


def ticked(panel: ExportPanel, *names: str) -> tuple[str, ...]:
    """Tick these papers; answers what is then ordered."""
    rows = panel.papers.list
    for item in (rows.item(row) for row in range(rows.count())):
        if item.text() in names:
            item.setCheckState(Qt.CheckState.Checked)
    return panel.order().papers


def test_named_papers_alone_are_written(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        panel.what.setCurrentIndex(panel.what.findData("papers"))
        panel.which.setCurrentIndex(panel.which.findData("some"))
        panel.level.setCurrentIndex(panel.level.findData("internal"))
        ticked(panel, "Rundown", "Delegations")
        press(panel, "Write the files")
        qtbot.waitUntil(lambda: panel.is_finished, timeout=20_000)
        written = sorted(path.name for path in (tmp_path / "out").rglob("*.*"))
        assert written == ["Delegations.xlsx", "Rundown INTERNAL.xlsx"]


def test_files_are_written_recorded_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        assert window.desk is not None
        assert window.desk.session.store.sent() == {}
        press(panel, "Write the files")
        qtbot.waitUntil(lambda: titled(panel, "Handed out"), timeout=60_000)
        written = sorted(path.name for path in (tmp_path / "out").rglob("*") if path.is_file())
        assert written
        assert {path.suffix for path in (tmp_path / "out").rglob("*") if path.is_file()} == {".ics", ".xlsx"}
        assert panel.files is not None
        assert sorted(line.name for line in panel.files.lines if line.state == "written") == written
        assert {reader for reader, _ in window.desk.session.store.sent()} == {"everyone/public/en"}
        assert window.verbs is not None
        press(panel, "Close")
        assert window.over.card is None
        assert window.verbs["export_folder"].isEnabled()


def test_what_does_not_go_out_is_not_recorded(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        panel.record.setChecked(False)
        press(panel, "Write the files")
        qtbot.waitUntil(lambda: titled(panel, "Handed out"), timeout=60_000)
        assert window.desk is not None
        assert window.desk.session.store.sent() == {}


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with a_window(tmp_path) as window:
        panel = open_panel(window, blocked)
        panel.what.setCurrentIndex(panel.what.findData("calendars"))
        press(panel, "Write the files")
        qtbot.waitUntil(lambda: titled(panel, "Nothing was written"), timeout=60_000)
        assert blocked.read_text() == "in the way"
        press(panel, "Back")
        qtbot.waitUntil(lambda: titled(panel, "Export"))


@pytest.mark.usefixtures("qtbot")
def test_esc_puts_the_panel_away(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        QTest.keyClick(panel, Qt.Key.Key_Escape)
        assert window.over.card is None


@pytest.mark.usefixtures("qtbot")
def test_the_keyboard_goes_back_to_where_it_was(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        before = window.focusWidget()
        panel = open_panel(window, tmp_path / "out")
        assert window.focusWidget() is panel
        panel.put_away()
        assert window.focusWidget() is before


def test_closing_the_window_stops_what_is_under_way(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        panel.readers.setCurrentIndex(panel.readers.findData("each"))
        press(panel, "Write the files")
        with qtbot.captureExceptions() as caught:
            window.close()
            qtbot.waitUntil(lambda: not workers.under_way(), timeout=60_000)
        assert caught == []
    assert not (tmp_path / "out").exists()


def test_a_batch_of_which_one_failed_is_tried_again(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    with a_window(tmp_path) as window:
        panel = open_panel(window, out)
        (out / "papers" / "Programme.xlsx").mkdir(parents=True)
        press(panel, "Write the files")
        qtbot.waitUntil(lambda: titled(panel, "Not all files could be written"), timeout=60_000)
        (out / "papers" / "Programme.xlsx").rmdir()
        press(panel, "Try again")
        qtbot.waitUntil(lambda: titled(panel, "Handed out"), timeout=60_000)
        assert (out / "papers" / "Programme.xlsx").is_file()


@pytest.mark.usefixtures("qtbot")
def test_a_field_that_has_gone_gets_no_keyboard(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        field = QPushButton(window)
        field.show()
        field.setFocus()
        panel = open_panel(window, tmp_path / "out")
        field.deleteLater()
        QApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete)
        panel.put_away()
        assert window.over.card is None
