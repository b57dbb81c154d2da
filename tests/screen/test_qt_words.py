"""Qt's own strings are said in the window's language, by one translator that is never garbage."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.screen.qt_words import QtWords
from tests.screen.windows import a_window


def test_each_plan_and_language_is_served_by_the_same_translator(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    application = QApplication.instance()
    assert application is not None
    with a_window(tmp_path / "id", "id") as window:
        before = application.findChildren(QtWords)
        assert QCoreApplication.translate("QFileDialog", "Look in:") == "Cari di:"
        window.close_plan()
        window.speak("en")
        assert QCoreApplication.translate("QFileDialog", "Look in:") == "Look in:"
    with a_window(tmp_path / "again"):
        assert application.findChildren(QtWords) == before
    assert len(before) == 1
