"""What the Help menu shows."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenuBar, QWidget

from delegation_planner.screen.menus import shortcut_groups
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.told import ToldStrip
from delegation_planner.words.words import Words

FIRST_PAGE: Final = "index.md"


def show_guide(window: QWidget, words: Words, folder: Path, strip: ToldStrip) -> None:
    """The guide for officers, beside the window, in its language as far as there is one."""
    from delegation_planner.screen.dialogs.guide import GuideWindow

    in_language = folder / words.language / FIRST_PAGE
    first_page = in_language if in_language.exists() else folder / FIRST_PAGE
    if first_page.exists():
        guide = GuideWindow(window, words, first_page)
        guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guide.show()
    else:
        strip.tell(words.say("The guide is not installed beside the program."))


def show_shortcuts(window: QWidget, words: Words, bar: QMenuBar) -> None:
    """Every key that the window listens to."""
    from delegation_planner.screen.dialogs.about import ShortcutsDialog

    ShortcutsDialog(window, words, shortcut_groups(bar)).exec()


def show_about(window: QWidget, words: Words, theme: Theme, version: str) -> None:
    """What the program is."""
    from delegation_planner.screen.dialogs.about import AboutDialog

    AboutDialog(window, words, theme, version).exec()
