"""Takes the pictures one by one, in every look and language."""

import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from delegation_planner.app import Planner
from delegation_planner.plan.kinds import Language

SETTLE_MS: Final = 80
Look = Literal["light", "dark"]
LOOKS: Final[tuple[Look, ...]] = ("light", "dark")
LANGUAGES: Final[tuple[Language, ...]] = ("en", "id")
MADE_AT: Final = datetime(2017, 7, 10, 7, 2, tzinfo=UTC)
ENLARGED: Final = 200
"""At this scale, in percent, the window alone is taken, as large as a screen of 2560 x 1440 shows it."""


def take(folder: Path, scale: int, looks: Sequence[Look], languages: Sequence[Language], only: Sequence[str]) -> None:
    """Write every picture whose name holds one of these words, or all, into the folder."""
    from tests.screen.windows import a_window
    from tests.shots.pictures import of_the_window_alone, pictures

    application = QApplication.instance() or Planner()
    scenes = of_the_window_alone if scale == ENLARGED else pictures
    end = "" if scale == 100 else f"-at{scale}"
    for language in languages:
        for look in looks:
            with tempfile.TemporaryDirectory() as profile, a_window(Path(profile), language, now=MADE_AT) as window:
                window.use_look(look)
                window.around.theme.dressing.finish()
                QApplication.processEvents()
                window.activateWindow()
                for name, widget in scenes(window):
                    window.complete()
                    if not only or any(word in name for word in only):
                        keep(widget, folder / f"{name}-{look}-{language}{end}.png")
    del application


def keep(widget: QWidget, path: Path) -> None:
    """Write the picture of a widget once it has come to rest."""
    settle()
    settle()  # what came in the meantime may have taken all of the first
    widget.grab().save(str(path))


def settle() -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not is_so():
        settle()
