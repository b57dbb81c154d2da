"""The toolbar says as much as there is room for, and never loses its main button."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.kinds import Language
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.tool_bar import ToolBar
from delegation_planner.session.store import Label
from tests.screen.windows import a_window

IN_WINTER = {"planning_date": "2017-12-24", "window_start": "2017-12-21", "window_end": "2017-12-31"}


def bar_of_a_long_draft(window: MainWindow, qtbot: QtBot) -> ToolBar:
    """The toolbar of a visit with much to say: long open dates, and a draft in which everything has changed."""
    window.complete()
    desk, bar = window.desk, window.tool_bar
    assert desk is not None
    assert bar is not None
    desk.edit(Label("edit_visit"), edit_visit(desk.plan, IN_WINTER))
    watch = watch_of(desk)
    qtbot.waitUntil(lambda: watch.is_settled and watch.difference is not None, timeout=20_000)
    return bar


def in_reach(bar: ToolBar) -> bool:
    """Whether the last button lies in the bar, and none is in a menu."""
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert extension is not None
    whole = bar.export.width() >= bar.export.sizeHint().width()
    return bar.export.isVisible() and whole and extension.isHidden() and bar.export.geometry().right() < bar.width()


def said(bar: ToolBar) -> list[str]:
    fields = (bar.dates, bar.draft, bar.find_field)
    labels = (label for field in fields for label in field.findChildren(QLabel))
    return [label.text() for label in labels if label.text() and label.isVisible()]


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("width", [1600, 1440, 1280, 1024])
def test_the_main_button_is_in_reach(tmp_path: Path, qtbot: QtBot, language: Language, width: int) -> None:
    with a_window(tmp_path, language) as window:
        window.resize(width, 700)
        bar = bar_of_a_long_draft(window, qtbot)
        QApplication.processEvents()
        assert in_reach(bar)


def test_it_says_less_where_there_is_less_room_and_all_of_it_again(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path, "id") as window:
        window.resize(1600, 700)
        bar = bar_of_a_long_draft(window, qtbot)
        qtbot.waitUntil(lambda: "setelah Terbitan 2" in said(bar))
        everything = said(bar)
        window.resize(1024, 700)
        qtbot.waitUntil(lambda: "setelah Terbitan 2" not in said(bar))
        qtbot.waitUntil(lambda: in_reach(bar))
        assert {"Akhir Desember 2017 (sementara)", "51 perubahan"} < set(said(bar))
        assert "24–28 Desember 2017" in bar.dates.toolTip()
        window.resize(1600, 700)
        qtbot.waitUntil(lambda: said(bar) == everything)
