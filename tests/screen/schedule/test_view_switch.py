"""The switch between views: its words stay whole in every state, and each view keeps its verbs."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.schedule.view_switch import ViewSwitch
from delegation_planner.screen.theme import Theme
from tests.screen.panes import shown
from tests.screen.windows import a_window

VIEWS = {"grid": "Grid", "rundown": "Rundown", "attendance": "Attendance", "insert": "Insert and push"}


@pytest.mark.parametrize("key", VIEWS)
def test_the_words_of_the_button_that_is_down_are_not_cut(theme: Theme, qtbot: QtBot, key: str) -> None:
    assert theme.tokens.name == "light"
    switch = shown(qtbot, ViewSwitch(VIEWS, "View of the schedule"), 1, 1)
    switch.show_chosen(key)
    button = next(each for each in switch.findChildren(QPushButton) if each.isChecked())
    option = QStyleOptionButton()
    option.initFrom(button)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    heavy = button.font()
    heavy.setWeight(heavy.Weight.DemiBold)
    assert button.text() == VIEWS[key]
    assert room.width() >= QFontMetrics(heavy).horizontalAdvance(button.text())


@pytest.mark.usefixtures("qtbot")
def test_no_verb_is_lost_by_looking_at_other_views(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        assert window.panes is not None
        told: dict[str, list[str]] = {}
        for view in ("grid", "rundown", "attendance", "grid", "rundown", "attendance"):
            window.panes.show_schedule_as(view)
            QApplication.processEvents()
            texts = [without_letter(action.text()) for action in window.panes.schedule.actions()]
            assert told.setdefault(view, texts) == texts
    assert "Copy this day as text" in told["grid"]
