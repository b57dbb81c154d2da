"""A dialog that has been left is gone: else the window would hold all that it shows, and dress it with every look."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from delegation_planner.screen.dialogs.question import Choice, Question
from delegation_planner.screen.main_window import MainWindow
from tests.screen.windows import a_window

VERBS = ("shortcuts", "about", "guide", "restore", "keep_version", "issue", "print", "settings", "new_visit")


@pytest.mark.parametrize("verb", VERBS)
def test_it_is_gone(verb: str, tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as window:
        assert window.open_plan is not None
        assert window.verbs is not None
        window.around.files.keep_version(window.open_plan)
        left: list[QDialog] = []
        turn_away(window, left)
        window.verbs[verb].trigger()
        qtbot.waitUntil(lambda: bool(left) and not window.findChildren(QDialog))


def turn_away(window: MainWindow, left: list[QDialog]) -> None:
    """Leave the dialog that is open, as soon as one is."""
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    if shown:
        left.append(shown[0])
        shown[0].close()
    else:
        QTimer.singleShot(20, window, lambda: turn_away(window, left))


def test_a_question_right_after_another_does_not_go_with_it(tmp_path: Path, qtbot: QtBot) -> None:
    """The system may take the first one for the active window a while longer."""
    with a_window(tmp_path) as window:
        words = window.words
        first = Question(window, words, "Leave it?", [Choice("leave", "Leave it")])
        first.open()
        first.accept()
        second = Question(first, words, "Try again?", [Choice("again", "Try again")])
        assert second.parent() is window
        second.open()
        qtbot.waitUntil(lambda: not isValid(first))
        assert second.isVisible()
