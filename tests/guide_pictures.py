"""The pictures of the guide: `python dev.py pictures` makes them anew, and keeps what words they show.

A test compares those words with the program's, so that no picture shows yesterday's window.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QMenuBar, QWidget

from delegation_planner.app import Planner
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_template
from delegation_planner.screen import workers
from delegation_planner.screen.dialogs.guide import DARK, RATIO
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.main_window import MainWindow
from tests.few_colours import with_few_colours
from tests.golden_files import GOLDEN
from tests.screen.windows import a_window
from tests.shots.screen import on_a_large_screen
from tests.shots.taking import LANGUAGES, LOOKS, MADE_AT, Look, settle, wait_until

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "guide" / "pictures"
WORDS: Final = GOLDEN / "guide_pictures"
WIDTH: Final = 700
"""In logical pixels: what a page of the guide has room for."""


class Picture(NamedTuple):
    """What a picture is called, what it shows, and which part of that; None where it is the whole."""

    name: str
    widget: QWidget
    part: QRect | None = None


def main() -> int:
    """Write every picture in every language and look of the window, and the words in them."""
    if len(sys.argv) > 1:
        take(cast(Language, sys.argv[1]), cast(Look, sys.argv[2]))
        return 0
    place = os.environ | on_a_large_screen(scale=RATIO)
    again = [sys.executable, "-m", "tests.guide_pictures"]
    # A process for each: what one window drew and kept is not another one's.
    done = [
        subprocess.run([*again, language, look], env=place, check=False) for language in LANGUAGES for look in LOOKS
    ]
    return max(each.returncode for each in done)


def take(language: Language, look: Look) -> None:
    """Write the pictures of one language and look."""
    application = QApplication.instance() or Planner()
    with tempfile.TemporaryDirectory() as profile, a_window(Path(profile), language, now=MADE_AT) as window:
        window.use_look(look)
        window.around.theme.dressing.finish()
        shown = [(picture.name, _kept(picture, language, look)) for picture in pictures(window)]
    WORDS.mkdir(parents=True, exist_ok=True)
    (WORDS / f"{language}.txt").write_text(as_text(shown), encoding="utf-8")
    del application


def pictures(window: MainWindow) -> Iterator[Picture]:
    """The window as it is when each picture is taken."""
    window.complete()
    window.resize(1280, 720)
    assert window.desk is not None
    assert window.open_plan is not None
    desk = window.desk
    wait_until(lambda: bool(desk.findings) and watch_of(desk).is_settled and not workers.under_way())
    signing = next(item for item in window.desk.plan.rows(ProgrammeItem) if item.kind == "signing")
    window.desk.selection.choose(ProgrammeItem, [signing.id])
    settle()
    yield Picture("window", window)
    dialog = NewVisitDialog(window, window.words, MADE_AT.date(), window.around.new_id, "ID", read_template)
    dialog.template.setCurrentIndex(0)
    dialog.show()
    settle()
    yield Picture("new-visit", dialog)
    dialog.close()
    path = window.open_plan.path
    path.rename(path.with_suffix(".away"))
    trouble = window.trouble
    assert trouble is not None
    wait_until(lambda: trouble.error is not None)
    settle()
    yield Picture("trouble", window, QRect(0, 0, 1280, 190))
    path.with_suffix(".away").rename(path)
    wait_until(lambda: trouble.error is None)


def words_in(picture: Picture) -> tuple[str, ...]:
    """What labels, buttons, fields and menus say in it, from the top; what is painted comes from the same rows."""
    widget, part = picture.widget, picture.part or picture.widget.rect()
    found = []
    for child in widget.findChildren(QWidget):
        place = QRect(child.mapTo(widget, QPoint(0, 0)), child.size())
        if child.isVisibleTo(widget) and part.intersects(place):
            found += [(place.y(), place.x(), text) for text in _texts(child) if text]
    return tuple(text for _, _, text in sorted(found))


def as_text(shown: list[tuple[str, tuple[str, ...]]]) -> str:
    """The words of every picture, a line each."""
    return "".join(f"{name}\n" + "".join(f"    {' '.join(word.split())}\n" for word in words) for name, words in shown)


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QMenuBar):
        return [action.text() for action in widget.actions()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    return [widget.text() or widget.placeholderText()] if isinstance(widget, QLineEdit) else []


def _kept(picture: Picture, language: Language, look: str) -> tuple[str, ...]:
    pixels = picture.widget.grab(picture.part) if picture.part is not None else picture.widget.grab()
    if pixels.width() > WIDTH * RATIO:
        pixels = pixels.scaledToWidth(WIDTH * RATIO, Qt.TransformationMode.SmoothTransformation)
    name = picture.name if language == "en" else f"{picture.name}-{language}"
    with_few_colours(pixels.toImage()).save(str(FOLDER / f"{name}{DARK if look == 'dark' else ''}.png"))
    return words_in(picture)


if __name__ == "__main__":
    sys.exit(main())
