"""The pack from the window: real files in a real folder, told one by one; what failed is tried again alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.visit import Visit
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample, read_sample_editions
from delegation_planner.screen import workers
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.editions.pack_panel import PackPanel
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.session.issued import keep_issued
from tests.screen.answers import answer
from tests.screen.windows import a_window

PATIENCE = 120_000


def open_panel(window: MainWindow, folder: Path) -> PackPanel:
    window.editions.pack()
    panel = window.over.card
    assert isinstance(panel, PackPanel)
    panel.folder = folder
    return panel


def texts(panel: PackPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def press(panel: PackPanel, verb: str) -> None:
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == verb and each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def finished(panel: PackPanel, qtbot: QtBot, title: str) -> None:
    qtbot.waitUntil(lambda: panel.is_finished, timeout=PATIENCE)
    assert title in texts(panel)


def test_a_pack_is_written_recorded_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    with a_window(tmp_path) as window:
        panel = open_panel(window, out)
        assert [panel.edition.itemData(at) for at in range(panel.edition.count())] == [2, 1]
        assert [panel.since.itemData(at) for at in range(panel.since.count())] == [None, 1, 0]
        assert panel.lacking.isHidden()
        press(panel, "Make the pack")
        finished(panel, qtbot, "The pack of Edition 2 is made")
        on_disk = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
        assert {Path(name).parts[0] for name in on_disk} >= {"calendars", "papers", "edition 2 mails"}
        assert panel.files is not None
        written = [line.name for line in panel.files.lines if line.state == "written"]
        assert sorted(written) == sorted(Path(name).name for name in on_disk)
        assert window.desk is not None
        assert {sent.edition for sent in window.desk.session.store.sent().values()} == {2}
        assert "Nothing has been sent: open each mail draft, look it through, and send it yourself." in texts(panel)
        assert ("Mail drafts, Edition 2", "") in [(line.name, line.icon) for line in panel.files.lines]
        press(panel, "Copy the addresses")
        assert QApplication.clipboard().text().count("@") == len(list((out / "edition 2 mails").iterdir()))

        panel.put_away()
        (out / "papers" / "Changes since Edition 0.xlsx").write_bytes(b"of an earlier edition")
        again = open_panel(window, out)
        press(again, "Make the pack")
        finished(again, qtbot, "The pack of Edition 2 is made")
        older = "Not of this edition, and left where they are in papers: Changes since Edition 0.xlsx."
        assert older in texts(again)
        assert again.files is not None
        assert {line.state for line in again.files.lines if line.icon} == {"unchanged"}


def test_what_failed_is_named_and_tried_again(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    blocked = out / "calendars" / "Everyone.ics"
    blocked.mkdir(parents=True)
    with a_window(tmp_path) as window:
        panel = open_panel(window, out)
        press(panel, "Make the pack")
        finished(panel, qtbot, "Not all files could be written")
        assert panel.files is not None
        assert [line.name for line in panel.files.lines if line.state == "failed"] == ["Everyone.ics"]
        assert "Everyone.ics is the name of a folder there. Rename that folder." in texts(panel)
        blocked.rmdir()
        press(panel, "Try again")
        finished(panel, qtbot, "The pack of Edition 2 is made")
        assert [line.name for line in panel.files.lines if line.state == "written"] == ["Everyone.ics"]
        assert blocked.is_file()


def test_cancel_leaves_nothing_half_written(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    with a_window(tmp_path) as window:
        panel = open_panel(window, out)
        press(panel, "Make the pack")
        press(panel, "Cancel")
        qtbot.waitUntil(lambda: panel.is_finished, timeout=PATIENCE)
        assert "Stopped" in texts(panel)
        assert window.desk is not None
        assert window.desk.session.store.sent() == {}
    assert not out.exists()


def test_progress_says_what_is_made_and_how_far_it_is(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        press(panel, "Make the pack")
        assert "Making calendars, drafts and papers, and proving them…" in texts(panel)
        assert window.desk is not None
        bar, seen = panel.bar, list[tuple[int, int, str]]()
        bar.valueChanged.connect(lambda value: seen.append((value, bar.maximum(), " ".join(texts(panel)))))
        finished(panel, qtbot, "The pack of Edition 2 is made")
        assert all(0 <= value <= whole for value, whole, _ in seen)
        assert any(0 < value < whole for value, whole, _ in seen)
        people = [row.name_en for row in window.desk.plan.rows(Participant)]
        assert any(name in said for _, _, said in seen for name in people)


def test_cancel_while_files_are_written_aside_leaves_no_trace(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    with a_window(tmp_path) as window:
        panel = open_panel(window, out)
        press(panel, "Make the pack")
        qtbot.waitUntil(out.exists, timeout=PATIENCE)
        press(panel, "Cancel")
        qtbot.waitUntil(lambda: panel.is_finished, timeout=PATIENCE)
        assert "Stopped" in texts(panel)
        assert window.desk is not None
        assert window.desk.session.store.sent() == {}
        assert not out.exists()


def test_closing_the_window_stops_it(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, tmp_path / "out")
        press(panel, "Make the pack")
        window.over.put_away()
        qtbot.waitUntil(lambda: not workers.under_way(), timeout=PATIENCE)
    assert not (tmp_path / "out").exists()


def without_organizer(window: MainWindow, path: Path) -> None:
    """Show the sample as its editions were issued by nobody."""
    opened = window.around.files.create(path, read_sample(fixed=True))
    nobody = {"organizer_email": "", "organizer_name": ""}
    issued = [
        one._replace(plan=one.plan.changed(edit_visit(one.plan, nobody))) for one in read_sample_editions(fixed=True)
    ]
    keep_issued(opened.session.store, issued)
    window.show_plan(opened)


def test_without_an_organizer_it_says_what_is_left_out_and_leads_to_the_field(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        without_organizer(window, tmp_path / "nobody.visit")
        window.complete()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        panel = open_panel(window, tmp_path / "out")
        qtbot.waitUntil(panel.lacking.isVisible)
        press(panel, "Enter it…")
        assert window.over.card is None
        assert window.desk is not None
        assert window.desk.selection.kind is Visit
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, "protocol@ministry.example")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert window.desk.plan.visit.organizer_email == "protocol@ministry.example"


@pytest.mark.usefixtures("qtbot")
def test_without_an_edition_there_is_nothing_to_pack(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.show_plan(window.around.files.create(tmp_path / "new.visit", read_sample(fixed=True)))
        window.editions.pack()
        assert window.over.card is None
        told = [label.text() for label in window.strip.findChildren(QLabel)]
        assert "No edition has been issued yet. Issue one first." in told


def test_a_trial_writes_the_pack_and_records_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "out"
    with a_window(tmp_path) as window:
        assert window.desk is not None
        before = list(window.desk.session.store.editions_sent())
        panel = open_panel(window, out)
        panel.trial.click()
        panel.start.setFocus()
        QTest.keyClick(panel.start, Qt.Key.Key_Return)
        finished(panel, qtbot, "The pack of Edition 2 is made")
        assert "A trial: nothing was recorded as sent." in texts(panel)
        assert list(out.rglob("*.ics"))
        assert list(window.desk.session.store.editions_sent()) == before == []


def test_of_a_plan_opened_to_be_read_a_pack_is_a_trial(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        path = window.around.files.working_copy()
        window.close_plan()
        colleague = PlanFile.open(path)
        with answer(Question, "Open to read"):
            window.open_path(path)
        assert window.verbs is not None
        assert window.verbs["pack"].isEnabled()
        panel = open_panel(window, tmp_path / "out")
        assert (panel.trial.isChecked(), panel.trial.isEnabled()) == (True, False)
        press(panel, "Make the pack")
        finished(panel, qtbot, "The pack of Edition 2 is made")
        assert "A trial: nothing was recorded as sent." in texts(panel)
        assert colleague.sent() == {}
        colleague.close()
