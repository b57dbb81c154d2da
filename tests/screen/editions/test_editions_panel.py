"""The list of editions: what each changed, who holds it, looking at one, and restoring from one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edition import Means
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.dialogs.restore import RestoreDialog
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.editions_panel import EditionsPanel
from delegation_planner.screen.editions.frozen import FrozenEdition
from delegation_planner.screen.editions.register import RegisterRow, bracketed, usual_means
from delegation_planner.screen.editions.register_view import ROW
from delegation_planner.screen.main_window import MainWindow
from tests.screen.answers import answer
from tests.screen.windows import a_window


def open_panel(window: MainWindow, qtbot: QtBot) -> EditionsPanel:
    window.editions.editions()
    panel = window.over.card
    assert isinstance(panel, EditionsPanel)
    qtbot.waitUntil(lambda: "Comparing" not in panel.counts.text(), timeout=20_000)
    return panel


def press(button: QAbstractButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def row_of(panel: EditionsPanel, reader: str) -> RegisterRow:
    row = panel.register.rows.row_at(panel.register.rows.index_of(reader))
    assert row is not None
    return row


def choose(panel: EditionsPanel, *readers: str) -> None:
    table = panel.register.table
    table.clearSelection()
    for at, reader in enumerate(readers):
        spot = table.visualRect(panel.register.rows.index_of(reader)).center()
        keys = Qt.KeyboardModifier.ControlModifier if at else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, spot)


def id_of(window: MainWindow, code: str) -> str:
    assert window.desk is not None
    return next(row.id for row in window.desk.plan.rows(Participant) if row.code == code)


def verb(window: MainWindow, text: str) -> QPushButton:
    return next(button for button in window.strip.findChildren(QPushButton) if button.text() == text)


def test_the_newest_stands_first_with_what_it_changed(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, qtbot)
        assert [panel.list.item(at).text().splitlines()[0] for at in range(panel.list.count())] == [
            "Edition 2 · BLUE ●●", "Edition 1 · WHITE ●",
        ]  # fmt: skip
        assert panel.counts.text() == "Since Edition 1: 2 moved, 1 added"
        assert panel.label.text() == "After the coordination meeting"
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
        assert panel.number == 1
        assert panel.counts.text() == "It was the first edition: everything in it was new."
        assert panel.changes.rows.rowCount() == 0


def test_who_is_behind_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, qtbot)
        panel.tabs.setCurrentIndex(1)
        qtbot.waitUntil(panel.register.still_old.isVisible)
        told = panel.register.still_old.text()
        assert told == "3 readers still hold an older edition, although Edition 2 has news for them."
        assert row_of(panel, "[Hotel]").is_stale
        assert row_of(panel, id_of(window, "A6")).holds == "Edition 1"
        assert row_of(panel, id_of(window, "E2")).acknowledged != ""


def test_whoever_should_have_an_edition_and_has_none_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, qtbot)
        panel.tabs.setCurrentIndex(1)
        qtbot.waitUntil(panel.register.lacking.isVisible)
        assert window.desk is not None
        empty = [one.id for one in window.desk.plan.rows(Participant) if row_of(panel, one.id).holds == ""]
        assert all(row_of(panel, reader).lacks for reader in empty)
        said = f"{len(empty)} people have items in Edition 2 and hold no edition yet."
        assert panel.register.lacking.text() == said
        assert panel.register.rows.index_of(empty[0]).siblingAtColumn(1).data() == "none yet"
        choose(panel, empty[0])
        press(panel.register.given)
        qtbot.waitUntil(lambda: panel.register.lacking.text().startswith(f"{len(empty) - 1} people"))


def test_moments_are_those_of_the_host_wherever_the_computer_stands(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, qtbot)
        panel.tabs.setCurrentIndex(1)
        assert panel.list.item(0).text().splitlines()[1] == "Sat 8 Jul 2017, 14:30 WIB"
        assert row_of(panel, id_of(window, "E2")).given == "Sat 8 Jul, 14:30"
        cell = panel.register.rows.index_of(id_of(window, "E2")).siblingAtColumn(2)
        assert cell.data(Qt.ItemDataRole.ToolTipRole) == "<p>Sat 8 Jul 2017, 14:30 WIB · by mail</p>"


def test_no_row_of_the_register_is_cut_through(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path, "id") as window:
        panel = open_panel(window, qtbot)
        panel.tabs.setCurrentIndex(1)
        qtbot.waitUntil(panel.register.still_old.isVisible)
        QApplication.processEvents()
        table = panel.register.table
        assert table.viewport().height() % ROW == 0
        wide = table.fontMetrics().horizontalAdvance
        for node in range(panel.register.rows.rowCount()):
            for column in range(4):
                index = panel.register.rows.index(node, column)
                told = index.data().split(" · ")[0]  # how it was given may be cut
                assert wide(told) + 24 <= table.columnWidth(column), told


def test_what_is_recorded_stands_in_the_table_and_in_the_file(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, qtbot)
        register = panel.register
        panel.tabs.setCurrentIndex(1)
        assert not register.given.isEnabled()
        interpreter, press_officer = id_of(window, "A6"), id_of(window, "A7")
        choose(panel, interpreter, press_officer)
        register.means.setCurrentIndex(register.means.findData("messenger"))
        press(register.given)
        for reader in (interpreter, press_officer):
            assert row_of(panel, reader).holds == "Edition 2"
            assert row_of(panel, reader).means == "by messenger"
            assert row_of(panel, reader).acknowledged == ""
        choose(panel, interpreter)
        press(register.acknowledged)
        assert row_of(panel, interpreter).acknowledged != ""
        assert window.desk is not None
        last = window.desk.session.store.receipts()[-3:]
        assert [(one.edition, one.reader, one.event) for one in last] == [
            (2, interpreter, "given"), (2, press_officer, "given"), (2, interpreter, "acknowledged"),
        ]  # fmt: skip
        qtbot.waitUntil(lambda: register.still_old.text().startswith("2 readers"))


def test_somebody_who_is_no_participant_is_recorded_by_name(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        panel = open_panel(window, qtbot)
        panel.tabs.setCurrentIndex(1)
        QTest.keyClicks(panel.register.other, "Driver of car 2")
        press(panel.register.given)
        assert row_of(panel, "[Driver of car 2]").holds == "Edition 2"
        assert panel.register.other.text() == ""


def test_an_edition_is_looked_at_in_the_place_of_the_draft(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        draft = window.desk
        assert draft is not None
        panel = open_panel(window, qtbot)
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
        press(panel.look)
        looked = window.desk
        assert looked is not None
        assert looked is not draft
        assert looked.read_only
        assert looked.plan == draft.session.store.edition_plan(1)
        assert "Edition 1, read only. The draft is as you left it." in [
            label.text() for label in window.strip.findChildren(QLabel)
        ]
        assert window.verbs is not None
        assert not window.verbs["issue"].isEnabled()
        assert window.verbs["editions"].isEnabled()
        qtbot.waitUntil(lambda: watch_of(looked).is_settled, timeout=20_000)
        assert window.tool_bar is not None
        assert window.tool_bar.draft.accessibleName() == "Edition 1"
        window.speak("id")
        assert window.desk is looked
        assert len(window.strip.findChildren(QPushButton)) == 2
        QTest.mouseClick(window.strip.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.desk is draft)
        assert draft.words.language == "id"
        assert window.strip.findChildren(QPushButton) == []


def test_the_draft_goes_on_after_it_was_left(tmp_path: Path, qtbot: QtBot) -> None:
    from delegation_planner.plan.edits.items import move_item
    from delegation_planner.session.store import Label

    with a_window(tmp_path) as window:
        draft = window.desk
        assert draft is not None
        window.editions.look(1)
        window.editions.look(2)
        assert window.desk is not None
        assert window.desk.plan == draft.session.store.edition_plan(2)
        window.editions.back()
        item = next(one for one in draft.plan.rows(ProgrammeItem) if one.code == "12")
        assert draft.edit(Label("move_item", {"name": "12"}), lambda: move_item(draft.plan, item.id, 3, "16:00"))
        assert window.verbs is not None
        assert window.verbs["undo"].isEnabled()
        qtbot.waitUntil(lambda: watch_of(draft).is_settled, timeout=20_000)


@pytest.mark.usefixtures("qtbot")
def test_another_plan_may_be_opened_while_looking(tmp_path: Path) -> None:
    from delegation_planner.resource_files import read_sample

    with a_window(tmp_path) as window:
        window.editions.look(1)
        window.show_plan(window.around.files.create(tmp_path / "other.visit", read_sample(fixed=True)))
        assert window.desk is not None
        assert not window.desk.read_only
        assert window.strip.findChildren(QPushButton) == []


def test_restoring_is_one_edit_that_undo_takes_back(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        desk = window.desk
        assert desk is not None
        before = desk.plan
        panel = open_panel(window, qtbot)
        with answer(RestoreDialog, "Restore this version"):
            press(panel.restore)
        assert desk.plan == desk.session.store.edition_plan(2)
        assert desk.session.undo_label is not None
        assert desk.session.undo_label.kind == "restore_edition"
        assert desk.undo()
        assert desk.plan == before


def test_restoring_from_the_edition_that_is_looked_at(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        draft = window.desk
        assert draft is not None
        window.editions.look(1)
        with answer(RestoreDialog, "Restore this version"):
            QTest.mouseClick(verb(window, "Restore from it…"), Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: window.desk is draft)
            qtbot.waitUntil(lambda: draft.plan == draft.session.store.edition_plan(1))


@pytest.mark.usefixtures("qtbot")
def test_turning_away_restores_nothing(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        desk = window.desk
        assert desk is not None
        before = desk.plan
        with answer(RestoreDialog, "Keep as is"):
            window.editions.restore(1)
        assert desk.plan == before


@pytest.mark.usefixtures("qtbot")
def test_an_edition_refuses_whatever_would_change_it(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.desk is not None
        store = window.desk.session.store
        frozen = FrozenEdition(store, 1, store.edition_plan(1))
        assert [one.number for one in frozen.editions()] == [1]
        for refused in (frozen.record_sent, frozen.record_receipts):
            with pytest.raises(KnownError):
                refused([])
        with pytest.raises(KnownError):
            frozen.issue(store.editions()[0], window.desk.plan)
        frozen.close()
        assert len(store.editions()) == 2


@pytest.mark.parametrize(("name", "kept"), [("Hotel", "[Hotel]"), (" [Hotel  Batam] ", "[Hotel Batam]")])
def test_names_of_others_stand_in_brackets(name: str, kept: str) -> None:
    assert bracketed(name.strip()) == kept


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("codes", "means"), [([], "paper"), (["A1"], "paper"), (["E2"], "mail")])
def test_the_usual_means_follow_the_address(tmp_path: Path, codes: list[str], means: Means) -> None:
    with a_window(tmp_path, shown=False) as window:
        assert window.desk is not None
        assert usual_means(window.desk.plan, [id_of(window, code) for code in codes]) == means
    assert QApplication.activeModalWidget() is None
