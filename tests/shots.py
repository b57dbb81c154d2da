"""Pictures of the window, its panels and dialogs: `python -m tests.shots DIR`."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from delegation_planner.app import Planner
from delegation_planner.plan.change import Changes
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_sample, read_template
from delegation_planner.screen.dialogs.about import AboutDialog, ShortcutsDialog
from delegation_planner.screen.dialogs.crash import CrashDialog
from delegation_planner.screen.dialogs.export_panel import ExportPanel
from delegation_planner.screen.dialogs.name_version import NameVersionDialog
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.dialogs.question import Choice, Question
from delegation_planner.screen.dialogs.restore import RestoreDialog
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.editions_panel import EditionsPanel
from delegation_planner.screen.editions.issue_dialog import IssueDialog
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.menus import shortcut_groups
from delegation_planner.screen.plan_files import EarlierVersion
from delegation_planner.screen.preview.dialog import PreviewDialog
from tests.screen.windows import a_window

SETTLE_MS: Final = 80
SIZES: Final = {"1440": (1440, 900), "1280": (1280, 720)}
LOOKS: Final = ("light", "dark")
LANGUAGES: Final[tuple[Language, ...]] = ("en", "id")
MADE_AT: Final = datetime(2017, 7, 10, 7, 2, tzinfo=UTC)


def main(folder: Path) -> None:
    """Write every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or Planner()
    with tempfile.TemporaryDirectory() as profile:
        for language in LANGUAGES:
            with a_window(Path(profile) / language, language) as window:
                for look in LOOKS:
                    window.use_look(look)
                    for name, widget in pictures(window):
                        settle()
                        widget.grab().save(str(folder / f"{name}-{look}-{language}.png"))
    del application


def pictures(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each state of the window, then each dialog; a picture is taken before the next is asked for."""
    for name, size in SIZES.items():
        window.resize(*size)
        yield f"window-{name}", window
    window.resize(*SIZES["1440"])
    yield from with_selection(window)
    yield from with_overlays(window)
    for name, dialog in dialogs(window):
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
    yield from with_other_plans(window)


def with_selection(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    assert window.desk is not None
    selection, plan = window.desk.selection, window.desk.plan
    signing = next(item for item in plan.rows(ProgrammeItem) if item.kind == "signing")
    selection.choose(ProgrammeItem, [signing.id])
    yield "item", window
    selection.choose(Participant, [plan.rows(Participant)[0].id])
    yield "person", window
    selection.choose(Document, [plan.rows(Document)[1].id])
    yield "document", window
    selection.clear()


def with_overlays(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.welcome()
    yield "welcome", window
    window.export()
    panel = window.over.card
    assert isinstance(panel, ExportPanel)
    panel.folder = Path(tempfile.mkdtemp())
    yield "export", window
    panel.record.setChecked(False)
    panel.start.click()
    yield "exporting", window
    wait_until(lambda: panel.is_finished)
    yield "exported", window
    panel.put_away()
    yield from with_editions(window)
    assert window.desk is not None
    window.desk.tell(window.words.say("The visit has no date yet: set a window or a first day."))
    yield "told", window
    window.strip.clear()


def with_editions(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    assert window.desk is not None
    watch = watch_of(window.desk)
    wait_until(lambda: watch.is_settled)
    window.editions.draft()
    yield "draft", window
    window.editions.pack()
    yield "pack", window
    window.editions.editions()
    editions = window.over.card
    assert isinstance(editions, EditionsPanel)
    yield "editions", window
    editions.tabs.setCurrentWidget(editions.register)
    yield "register", window
    editions.put_away()
    dialog = IssueDialog(window, window.desk)
    dialog.show()
    yield "issue", dialog
    dialog.close()
    dialog.deleteLater()
    window.editions.look(1)
    yield "edition", window
    window.editions.back()


def dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    words = window.words
    new_id = window.around.new_id
    versions = [
        EarlierVersion("a", MADE_AT, "Sent to the Embassy"),
        EarlierVersion("b", MADE_AT - timedelta(hours=1)),
        EarlierVersion("c", MADE_AT - timedelta(days=1)),
    ]
    verbs = [Choice("copy", words.say("Open a copy")), Choice("read", words.say("Open to read"), "main")]
    held = words.say(
        "{file} is open by {user} on {host} since {since}. It can be read, or copied.",
        file="jakarta.visit", user="protocol", host="PROTOCOL-3", since="09:12",
    )  # fmt: skip
    yield "new-visit", NewVisitDialog(window, words, MADE_AT.date(), new_id, "ID", read_template)
    yield "restore", RestoreDialog(window, words, versions, lambda _: Changes())
    yield "name-version", NameVersionDialog(window, words)
    yield "question", Question(window, words, held, verbs)
    yield "crash", CrashDialog(window, words, "Delegation Planner\n\nTraceback (most recent call last): …")
    yield "shortcuts", ShortcutsDialog(window, words, shortcut_groups(window.menuBar()))
    yield "about", AboutDialog(window, words, window.around.theme, window.around.version)
    assert window.desk is not None
    preview = PreviewDialog(window, window.desk, window.around.catalogues.words, window.around.plans_folder)
    wait_until(lambda: not preview.is_making)
    yield "preview", preview


def with_other_plans(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    files = window.around.files
    sample = window.open_plan
    assert sample is not None
    path = sample.path
    folder = Path(tempfile.mkdtemp())
    window.show_plan(files.create(folder / "jakarta.visit", read_sample(fixed=True)))
    yield "fixed", window
    dialog = NewVisitDialog(window, window.words, MADE_AT.date(), window.around.new_id, "ID", read_template)
    dialog.title.setText("Visit of the Minister")
    dialog.guest.country.setCurrentIndex(dialog.guest.country.findData("AZ"))
    dialog.carry_out()
    assert dialog.plan is not None
    window.show_plan(files.create(folder / "new.visit", dialog.plan))
    yield "empty", window
    window.close_plan()
    yield "closed", window
    window.open_path(path)


def settle() -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        settle()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name a folder for the pictures.")
    main(Path(sys.argv[1]))
