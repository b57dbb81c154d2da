"""The window on the sample: what it shows, what its menus do, and what it remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHeaderView, QLabel, QMenu
from pytestqt.qtbot import QtBot

from delegation_planner.plan.change import Changes, removed, replaced
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.screen.actions import PANES
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.about import lasting_name_of, name_of
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.dialogs.restore import RestoreDialog
from delegation_planner.screen.dialogs.welcome import Welcome
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.menus import shortcut_groups
from delegation_planner.screen.shift.dialog import ShiftDialog
from delegation_planner.screen.told import Told
from delegation_planner.session.store import Label
from tests.screen.answers import answer
from tests.screen.windows import a_window

pytestmark = pytest.mark.usefixtures("qtbot")


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def retitle(window: MainWindow, title: str) -> None:
    desk = desk_of(window)
    visit = desk.plan.visit
    after = visit._replace(short_title_en=title, short_title_id=title)
    assert desk.edit(Label("edit_visit"), Changes([replaced(visit, after)]))


def told(window: MainWindow) -> list[str]:
    return [strip.sentence for strip in window.strip.findChildren(Told)]


def menu(window: MainWindow, title: str) -> QMenu:
    for action in window.menuBar().actions():
        found = action.menu()
        if name_of(action) == title and isinstance(found, QMenu):
            return found
    raise AssertionError(title)


def choose(window: MainWindow, title: str, entry: str) -> QAction:
    for action in menu(window, title).actions():
        if name_of(action) == entry:
            action.trigger()
            return action
    raise AssertionError(entry)


def test_the_sample_fills_title_andstatus(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.windowTitle() == "Visit of the Chairman of the State Agency — Sample visit.visit"
        desk = desk_of(window)
        status = window.status
        assert status is not None
        items = len(desk.plan.rows(ProgrammeItem))
        assert status.counts.text().startswith(f"{items} items · ")
        assert status.saved.text() == "All changes are saved"
        assert [label.text()[:7] for label in status.clocks] == ["Jakarta", "Baku " + status.clocks[1].text()[5:7]]


def test_an_edit_is_named_in_the_menu_and_undone_by_it(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.verbs is not None
        undo, redo = window.verbs["undo"], window.verbs["redo"]
        assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("Undo", False, False)
        first = desk_of(window).plan
        retitle(window, "Another title")
        assert window.windowTitle() == "Another title — Sample visit.visit"
        assert undo.text().startswith("Undo: ")
        assert undo.isEnabled()
        undo.trigger()
        assert desk_of(window).plan == first
        assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
        assert window.windowTitle() == "Visit of the Chairman of the State Agency — Sample visit.visit"


def test_an_edit_is_on_disk_at_once(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        retitle(window, "Kept")
        assert window.open_plan is not None
        assert read_plan_file(window.open_plan.path).visit.short_title_en == "Kept"


def test_a_refused_edit_says_why_and_changes_nothing(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        desk = desk_of(window)
        before = desk.plan
        stale = before.rows(ProgrammeItem)[0]._replace(title_en="never so")
        assert not desk.edit(Label("remove_item"), Changes([removed(stale)]))
        assert desk.plan is before
        assert told(window) == ["The plan has changed since this edit was prepared. Look again and repeat it."]
        assert not desk.edit(Label("remove_item"), Changes([removed(stale)]))
        assert len(told(window)) == 1


def test_an_edit_after_another_language_reaches_no_view_that_is_gone(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        window.speak("id")
        qtbot.wait(300)  # the views in the old language go in the loop
        desk = window.desk
        assert desk is not None
        assert desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"marking": "Draft"}))
        qtbot.wait(50)
        assert desk.plan.visit.marking == "Draft"


def test_the_language_changes_at_run_time(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        desk = desk_of(window)
        item = desk.plan.rows(ProgrammeItem)[3]
        desk.selection.choose(ProgrammeItem, [item.id])
        window.speak("id")
        window.building.finish()
        assert window.words.language == "id"
        assert desk.selection.one(ProgrammeItem) == item.id
        assert window.windowTitle() == "Kunjungan Ketua Badan Negara — Sample visit.visit"
        assert window.around.settings.text("language") == "id"
        window.speak("en")
        window.building.finish()
        assert menu(window, "File") is not None


def test_every_key_means_one_thing_in_the_window(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        shown = [action for _, actions in shortcut_groups(window.menuBar()) for action in actions]
        keys = [
            action.shortcut().toString()
            for action in {*window.actions(), *shown}
            if not action.shortcut().isEmpty() and action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
        ]
        assert sorted(keys) == sorted(set(keys))
        assert {"Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+Z", "Ctrl+E", "Ctrl+P", "F1", "Alt+1", "Alt+5"} <= set(keys)


def test_everything_has_a_place_in_the_menus(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        groups = dict(shortcut_groups(window.menuBar()))
        assert list(groups) == [
            "&File", "&Edit", "&View", "&Programme", "Peop&le", "&Documents", "Edi&tions", "E&xport", "&Help",
        ]  # fmt: skip
        assert all(name_of(action) for actions in groups.values() for action in actions if not action.isSeparator())


def test_panes_open_and_close_and_are_remembered(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.panes is not None
        choose(window, "View", "Findings")
        choose(window, "View", "Documents")
        choose(window, "View", "Details")
        assert [name for name in PANES if window.panes.is_shown(name)] == ["participants", "schedule"]
        assert not window.panes.panes["details"].isVisible()
    with a_window(tmp_path) as window:
        assert window.panes is not None
        assert [name for name in PANES if window.panes.is_shown(name)] == ["participants", "schedule"]
        choose(window, "View", "Reset layout")
        assert [name for name in PANES if window.panes.is_shown(name)] == list(PANES)


def test_columns_are_remembered_and_reset(tmp_path: Path) -> None:
    def header(window: MainWindow) -> QHeaderView:
        assert window.panes is not None
        window.panes.show_schedule_as("rundown")
        return window.panes.schedule.rundown.sheet.horizontalHeader()

    with a_window(tmp_path) as window:
        first = header(window).sectionSize(0)
        header(window).resizeSection(0, first + 40)
    with a_window(tmp_path) as window:
        assert header(window).sectionSize(0) == first + 40
        choose(window, "View", "Reset layout")
        assert header(window).sectionSize(0) == first


@pytest.mark.parametrize("name", PANES)
def test_alt_and_a_number_goes_into_a_pane(tmp_path: Path, name: str) -> None:
    with a_window(tmp_path) as window:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        assert window.panes is not None
        number = list(PANES).index(name) + 1
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        focused = window.focusWidget()
        pane = window.panes.panes[name]
        assert focused is not None
        assert focused is pane or pane.isAncestorOf(focused)


def test_a_closed_plan_leaves_no_lock_and_can_be_opened_again(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.open_plan is not None
        path = window.open_plan.path
        window.close_plan()
        assert window.desk is None
        assert isinstance(window.over.card, Welcome)
        file = PlanFile.open(path)
        assert not file.read_only
        file.close()
        window.open_path(path)
        assert desk_of(window).plan.visit.title_en
        assert window.over.card is None


def test_a_plan_that_a_colleague_has_open_is_read(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        path = window.around.files.working_copy()
        window.close_plan()
        colleague = PlanFile.open(path)
        with answer(Question, "Open to read"):
            window.open_path(path)
        assert desk_of(window).read_only
        assert "Sample visit.visit" in told(window)[0]
        assert window.verbs is not None
        assert not window.verbs["restore"].isEnabled()
        colleague.close()


def test_the_copy_of_a_held_plan_can_be_changed(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        path = window.around.files.working_copy()
        window.close_plan()
        colleague = PlanFile.open(path)
        with answer(Question, "Open a copy"):
            window.open_path(path)
        assert window.open_plan is not None
        assert window.open_plan.path.name == "Sample visit, copy.visit"
        retitle(window, "Of the copy")
        assert colleague.load().visit.short_title_en != "Of the copy"
        colleague.close()


@pytest.mark.parametrize("content", [b"", b"a text", b"PK\x03\x04" + bytes(200)], ids=["empty", "text", "zip"])
def test_what_is_no_plan_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.visit"
    file.write_bytes(content)
    with a_window(tmp_path) as window:
        before = window.open_plan
        window.files.recent.add(file)
        with answer(Question, "Close") as asked:
            window.open_path(file)
        assert asked == ["Close"]
        assert window.open_plan is before
        assert file.read_bytes() == content
        assert file in window.files.recent.paths()


def test_a_damaged_plan_is_salvaged_into_a_new_file(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        path = window.around.files.working_copy()
        window.close_plan()
        whole = bytearray(path.read_bytes())
        damaged = tmp_path / "damaged.visit"
        page = int.from_bytes(whole[16:18], "big")
        at = whole.rindex(b"DOC1") // page * page if b"DOC1" in whole else len(whole) // 2 // page * page
        whole[at : at + 8] = b"\xff" * 8
        damaged.write_bytes(bytes(whole))
        with answer(Question, "Save what can be read", "Open it"):
            window.open_path(damaged)
        assert window.open_plan is not None
        assert window.open_plan.path.name == "damaged, salvaged.visit"
        assert damaged.read_bytes() == bytes(whole)


def test_an_earlier_version_comes_back_as_one_edit(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        desk = desk_of(window)
        first = desk.plan
        assert window.open_plan is not None
        window.around.files.keep_version(window.open_plan, "Before [the] change")
        retitle(window, "Changed")
        retitle(window, "Changed twice")
        changed = desk.plan
        with answer(RestoreDialog, "Restore this version"):
            choose(window, "File", "Restore an earlier version…")
        assert desk.plan == first
        desk.undo()
        assert desk.plan == changed


def test_the_sample_starts_afresh_and_the_old_one_stays(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        first = desk_of(window).plan
        retitle(window, "Mine")
        choose(window, "Help", "Start the sample afresh")
        assert desk_of(window).plan == first
        folder = window.around.plans_folder
        titles = {file.name: read_plan_file(file).visit.short_title_en for file in folder.glob("*.visit")}
        assert len(titles) == 2
        assert sorted(titles.values()) == sorted([first.visit.short_title_en, "Mine"])


def test_a_copy_is_a_plan_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copy.visit"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with a_window(tmp_path) as window:
        choose(window, "File", "Save a copy…")
        assert told(window) == ["The copy is copy.visit."]
        assert read_plan_file(target) == desk_of(window).plan
        assert window.open_plan is not None
        assert window.open_plan.path != target


def test_dark_and_light_are_other_colours(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.use_look("dark")
        window.around.theme.dressing.finish()
        QApplication.processEvents()
        assert window.palette().window().color() == window.around.theme.color("window")
        dark = window.around.theme.tokens.name
        window.use_look("light")
        window.around.theme.dressing.finish()
        QApplication.processEvents()
        assert (dark, window.around.theme.tokens.name) == ("dark", "light")


def test_names_that_look_like_markup_are_shown_as_they_are(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        retitle(window, "<b>bold</b>")
        desk_of(window).tell("<img src=x>")
        strip = window.findChildren(Told)[0]
        labels = [label for label in strip.findChildren(QLabel) if label.text()]
        assert [(label.text(), label.textFormat()) for label in labels] == [("<img src=x>", Qt.TextFormat.PlainText)]


def test_the_button_of_the_dates_opens_what_fixes_them(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.tool_bar is not None
        QTest.mouseClick(window.tool_bar.dates, Qt.MouseButton.LeftButton)
        (dialog,) = window.findChildren(ShiftDialog)
        assert (dialog.isVisible(), dialog.mode) == (True, "dates")
        dialog.reject()


def test_visit_is_selected_by_its_verb(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.verbs is not None
        window.verbs["visit"].trigger()
        assert desk_of(window).selection.one(Visit) == desk_of(window).plan.visit.id


def test_dialogs_open_and_close(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        with answer(QDialog, "Close") as asked:
            choose(window, "Help", "Keyboard shortcuts")
        with answer(QDialog, "Close") as asked_again:
            choose(window, "Help", "About Delegation Planner")
        assert asked + asked_again == ["Close", "Close"]


def test_the_sheet_of_keys_calls_undo_and_redo_by_their_names_alone(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        desk = desk_of(window)
        assert desk.edit(Label("edit_visit"), edit_visit(desk.plan, {"remarks": "x"}))
        assert window.verbs is not None
        assert window.verbs["undo"].text() != "Undo"
        named = [lasting_name_of(action) for _, actions in shortcut_groups(window.menuBar()) for action in actions]
        assert {"Undo", "Redo", "Cut", "Previous pane"} <= set(named)
