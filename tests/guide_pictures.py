"""The pictures of the guide: `python -m tests.guide_pictures` writes them anew into docs/guide/pictures."""

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from delegation_planner.app import Planner
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import read_template
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from tests.screen.windows import a_window
from tests.shots.taking import LANGUAGES, MADE_AT, settle, wait_until

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "guide" / "pictures"
WIDTH: Final = 700
COLOURS: Final = 256


def main() -> None:
    """Write every picture in every language of the window."""
    application = QApplication.instance() or Planner()
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as profile:
            take(Path(profile), language)
    del application


def take(profile: Path, language: Language) -> None:
    with a_window(profile, language) as window:
        window.complete()
        window.resize(1280, 720)
        assert window.desk is not None
        assert window.open_plan is not None
        signing = next(item for item in window.desk.plan.rows(ProgrammeItem) if item.kind == "signing")
        window.desk.selection.choose(ProgrammeItem, [signing.id])
        keep(window, "window", language)
        dialog = NewVisitDialog(window, window.words, MADE_AT.date(), window.around.new_id, "ID", read_template)
        dialog.template.setCurrentIndex(0)
        dialog.show()
        keep(dialog, "new-visit", language)
        dialog.close()
        path = window.open_plan.path
        path.rename(path.with_suffix(".away"))
        trouble = window.trouble
        assert trouble is not None
        wait_until(lambda: trouble.error is not None)
        keep(window, "trouble", language, QRect(0, 0, 1280, 190))
        path.with_suffix(".away").rename(path)
        wait_until(lambda: trouble.error is None)


def keep(widget: QWidget, name: str, language: Language, part: QRect | None = None) -> None:
    settle()
    picture = widget.grab(part) if part is not None else widget.grab()
    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    with_few_colours(picture.toImage()).save(
        str(FOLDER / (f"{name}.png" if language == "en" else f"{name}-{language}.png"))
    )


def with_few_colours(image: QImage) -> QImage:
    """The picture in its most frequent colours, without dithering: a third of the bytes, and nobody sees it."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(pixels.constBits()).cast("I"))
    table = [colour for colour, _ in counts.most_common(COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return pixels.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


if __name__ == "__main__":
    main()
