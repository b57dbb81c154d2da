"""The switch between views: its words stay whole in every state."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from delegation_planner.screen.schedule.view_switch import ViewSwitch
from delegation_planner.screen.theme import Theme
from tests.screen.panes import shown

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
