"""Whole windows for tests: the real program in a profile of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from delegation_planner.app import Profile, surroundings
from delegation_planner.plan.kinds import Language
from delegation_planner.screen.main_window import FIRST, MainWindow
from delegation_planner.screen.surroundings import Surroundings


def some_surroundings(folder: Path) -> Surroundings:
    """What the program gives its window, all of it below a folder; the light look."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    around = surroundings(app, Profile.below(folder))
    around.theme.use("light")
    return around


@contextmanager
def a_window(
    folder: Path,
    language: Language = "en",
    *,
    plan: Path | None = None,
    shown: bool = True,
    now: datetime | None = None,
) -> Iterator[MainWindow]:
    """A window on this plan, else on the sample's working copy; closed afterwards. `now` stops its clock."""
    around = some_surroundings(folder)
    if now is not None:
        around = around._replace(now=lambda: now)
    window = MainWindow(around, language)
    if around.settings.state("window/geometry").isEmpty():
        window.resize(*FIRST)  # on whatever screen
    window.open_path(plan or around.files.working_copy())
    if shown:
        window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
