"""What happens to an open plan's file from outside, on real files: it is noticed, said with verbs, nothing is lost."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from delegation_planner.files_on_disk import FilesOnDisk
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.errors import PlanFileUnreachable
from delegation_planner.planfile.lock import lock_path
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.planfile.versions import named_versions
from delegation_planner.screen import workers
from delegation_planner.screen.dialogs.question import Question
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.plan_files import OpenPlan
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label
from tests.builders import new_ids
from tests.screen.answers import answer
from tests.screen.desks import NOW
from tests.screen.troubled import a_window, notices, path_of, press, retitle, title, told

pytestmark = pytest.mark.usefixtures("qtbot")


def somebody_else_retitles(path: Path, title: str) -> None:
    """Another program writes to the file, past our lock, as over a share on which locks do not work."""
    lock = lock_path(path)
    ours = lock.read_bytes()
    lock.unlink()
    session = PlanSession(PlanFile.open(path), new_id=new_ids("other"), now=lambda: NOW)
    visit = session.plan.visit
    session.apply(Label("edit_visit"), Changes([replaced(visit, visit._replace(short_title_en=title))]))
    session.close()
    lock.write_bytes(ours)


@contextmanager
def unwritable(window: MainWindow) -> Iterator[None]:
    """The disk refuses every write of this file from now on; tests run as root, whom no permission stops."""
    assert window.open_plan is not None
    store = window.open_plan.session.store
    assert isinstance(store, PlanFile)
    database = store._db  # noqa: SLF001
    database.execute("PRAGMA query_only = ON").fetchall()
    yield
    database.execute("PRAGMA query_only = OFF").fetchall()


def test_f19_a_file_that_vanishes_and_comes_back(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        retitle(window, "Before")
        path, away = path_of(window), tmp_path / "away"
        away.mkdir()
        path.rename(away / path.name)
        notices(window, qtbot, lambda: bool(told(window)))
        assert told(window) == [f"{path.name} is no longer in its place. Nothing can be saved until it is back."]
        assert window.status is not None
        assert window.status.saved.text() == "Read only"
        assert not retitle(window, "Meanwhile")
        assert window.desk is not None
        assert window.desk.plan.visit.short_title_en == "Before"
        (away / path.name).rename(path)
        notices(window, qtbot, lambda: not [text for text in told(window) if "no longer" in text])
        assert retitle(window, "After")
        assert title(path) == "After"


def test_f19_what_was_typed_meanwhile_stays_in_its_field(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        assert window.desk is not None
        assert window.panes is not None
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.desk.selection.choose(type(window.desk.plan.visit), [window.desk.plan.visit.id])
        [field] = [each for each in window.panes.panes["details"].findChildren(QLineEdit)
                   if each.isVisible() and each.accessibleName() == "Short title"]  # fmt: skip
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, "Typed while the stick was out")
        path = path_of(window)
        path.rename(path.with_suffix(".away"))
        notices(window, qtbot, lambda: bool(told(window)))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == "Typed while the stick was out"
        path.with_suffix(".away").rename(path)
        notices(window, qtbot, lambda: window.trouble is not None and window.trouble.error is None)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert title(path) == "Typed while the stick was out"


def test_f19_a_copy_can_be_saved_of_what_is_gone(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "elsewhere.visit"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with a_window(tmp_path) as window:
        retitle(window, "On the stick")
        path_of(window).unlink()
        notices(window, qtbot, lambda: bool(told(window)))
        press(window, "Save a copy elsewhere…")
        assert window.desk is not None
        assert read_plan_file(target) == window.desk.plan
        assert title(target) == "On the stick"
        with answer(Question, "Leave it open"):
            window.close()
        assert window.isVisible()
        with answer(Question, "Close all the same"):
            window.close()
        assert not window.isVisible()


def test_f20_a_replaced_file_is_not_written_to(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        path = path_of(window)
        theirs = tmp_path / "theirs.visit"
        theirs.write_bytes(path.read_bytes())
        somebody = PlanSession(PlanFile.open(theirs), new_id=new_ids("other"), now=lambda: NOW)
        visit = somebody.plan.visit
        somebody.apply(Label("edit_visit"), Changes([replaced(visit, visit._replace(short_title_en="Theirs"))]))
        somebody.close()
        retitle(window, "Ours")
        bytes_of_theirs = theirs.read_bytes()
        theirs.replace(path)
        assert not retitle(window, "Ours again")
        notices(window, qtbot, lambda: any("changed by somebody else" in text for text in told(window)))
        assert path.read_bytes() == bytes_of_theirs
        press(window, "Load it again")
        qtbot.waitUntil(lambda: window.trouble is not None and window.trouble.error is None)
        assert window.desk is not None
        assert window.desk.plan.visit.short_title_en == "Theirs"
        assert retitle(window, "Goes on")
        assert title(path) == "Goes on"
        assert window.open_plan is not None
        kept = window.around.files.earlier_versions(path)
        [ours] = [each for each in kept if each.name == "Before loading again"]
        assert window.around.files.read_version(path, ours).visit.short_title_en == "Ours"


def test_f20_the_same_file_put_back_by_a_sync_program_disturbs_nobody(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        retitle(window, "Synced")
        path = path_of(window)
        same = tmp_path / "same.visit"
        same.write_bytes(path.read_bytes())
        same.replace(path)
        first = path.stat().st_ino
        QTest.qWait(1_500)
        assert told(window) == []
        assert retitle(window, "Goes on")
        assert (title(path), path.stat().st_ino) == ("Goes on", first)


def test_f20_both_are_kept_where_somebody_else_has_written(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        retitle(window, "Ours")
        path = path_of(window)
        somebody_else_retitles(path, "Theirs")
        notices(window, qtbot, lambda: bool(told(window)))
        assert told(window) == [f"{path.name} was changed by somebody else. Nothing was written: load it again."]
        assert window.desk is not None
        ours = window.desk.plan
        press(window, "Keep both")
        qtbot.waitUntil(lambda: path_of(window) != path)
        assert path_of(window).name == "Sample visit, mine.visit"
        assert window.desk.plan == ours
        assert (title(path), title(path_of(window))) == ("Theirs", "Ours")
        window.desk.undo()
        assert window.desk.plan.visit.short_title_en == "Theirs"


def test_f03_a_disk_that_refuses_makes_the_plan_read_only_until_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "elsewhere.visit"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with a_window(tmp_path) as window:
        retitle(window, "Written")
        assert window.verbs is not None
        with unwritable(window):
            assert not retitle(window, "Refused")
            assert told(window) == ["Sample visit.visit may only be read in this place. Nothing was changed."]
            assert window.desk is not None
            assert window.desk.read_only
            assert not window.verbs["undo"].isEnabled()
            press(window, "Try again")
            assert window.desk.read_only
            press(window, "Save a copy elsewhere…")
            assert (title(target), window.desk.plan.visit.short_title_en) == ("Written", "Written")
            desk = window.desk
        press(window, "Try again")
        assert not desk.read_only
        assert window.trouble is not None
        assert window.trouble.error is None
        assert window.verbs["undo"].isEnabled()
        assert retitle(window, "Written again")
        assert title(path_of(window)) == "Written again"


def test_f06_a_full_disk_is_told_and_the_next_edit_works_after_space_is_freed(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.open_plan is not None
        store = window.open_plan.session.store
        assert isinstance(store, PlanFile)
        database = store._db  # noqa: SLF001
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        database.execute(f"PRAGMA max_page_count = {pages}").fetchall()
        assert not retitle(window, "Too long for it " * 2_000)
        assert told(window) == [
            "The disk that holds Sample visit.visit is full. Nothing was changed: free space and repeat."
        ]
        assert window.desk is not None
        assert not window.desk.read_only
        database.execute("PRAGMA max_page_count = 1000000").fetchall()
        assert retitle(window, "Fits")
        assert told(window) == []
        assert title(path_of(window)) == "Fits"


def test_f12_another_writer_in_the_middle_of_a_transaction(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.open_plan is not None
        store = window.open_plan.session.store
        assert isinstance(store, PlanFile)
        store._db.execute("PRAGMA busy_timeout = 50").fetchall()  # noqa: SLF001
        other = sqlite3.connect(path_of(window), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with answer(Question, "Try again", "Leave it"):
            assert not retitle(window, "Waits")
        other.execute("ROLLBACK")
        other.close()
        assert retitle(window, "Waited")
        assert title(path_of(window)) == "Waited"


def test_f13_a_lock_that_was_left_is_taken_over_when_told(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        path = path_of(window)
        window.close_plan()
        colleague = PlanFile.open(path)
        lock = lock_path(path)
        os.utime(lock, (0, 0))
        with answer(Question, "Take over"):
            window.open_path(path)
        assert window.desk is not None
        assert not window.desk.read_only
        assert retitle(window, "Taken over")
        assert not colleague.refresh_lock()
        assert isinstance(colleague.read_only_reason, PlanFileUnreachable | Exception)
        colleague.close()
        assert title(path) == "Taken over"


def test_f09_a_target_that_is_open_elsewhere_stays_and_another_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_window(tmp_path) as window:
        open_elsewhere, free = tmp_path / "open.visit", tmp_path / "free.visit"
        assert window.desk is not None
        colleague = PlanFile.create(open_elsewhere, window.desk.plan)
        before = open_elsewhere.read_bytes()
        places = [open_elsewhere, path_of(window), free]
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(places.pop(0)), ""))
        assert window.verbs is not None
        with answer(Question, "Choose another place…", "Choose another place…"):
            window.verbs["save_copy"].trigger()
        assert open_elsewhere.read_bytes() == before
        assert read_plan_file(free) == window.desk.plan
        colleague.close()


def test_whoever_watched_before_the_panes_were_built_anew_asks_nothing_of_a_closed_file(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()

    def slowly(_files: FilesOnDisk, _open_plan: OpenPlan) -> None:
        answers.wait(10)

    monkeypatch.setattr(FilesOnDisk, "whereabouts", slowly)
    with a_window(tmp_path) as window, qtbot.captureExceptions() as caught:
        assert window.trouble is not None
        window.trouble.look()
        window.speak("id")
        window.close_plan()
        answers.set()
        while workers.under_way():
            QApplication.processEvents()  # no loop runs, so what was to be deleted later is still there
        assert caught == []


def test_a_large_file_is_examined_in_quiet(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delegation_planner.planfile.opening.THOROUGH_UP_TO", 1_000)
    plain = tmp_path / "plain.visit"
    with a_window(tmp_path) as window:
        assert window.desk is not None
        PlanFile.create(plain, window.desk.plan).close()
    db = sqlite3.connect(plain)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("UPDATE vehicle SET item_id = ?", ("0" * 36,))
    db.commit()
    db.close()
    with a_window(tmp_path, plan=plain) as window:
        assert told(window) == []
        assert window.trouble is not None
        window.trouble.examine()
        qtbot.waitUntil(lambda: bool(told(window)))
        assert told(window)[0].startswith("plain.visit is damaged")


def test_earlier_versions_named_by_us_are_real_files(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert window.open_plan is not None
        window.around.files.keep_ours(window.open_plan, "Before loading again")
        store = window.open_plan.session.store
        assert isinstance(store, PlanFile)
        [kept] = named_versions(tmp_path / "kept" / "versions", store.plan_uuid)
        assert kept.name == "Before loading again"
