"""The buttons of the toolbar that look like fields."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.screen.field_button import FieldButton, Part
from delegation_planner.screen.theme import Theme
from tests.screen.panes import shown


def test_a_button_is_as_wide_as_what_it_says_at_once(qtbot: QtBot, theme: Theme) -> None:
    """Its toolbar may lay itself out before the next turn: then the button was as wide as its icon."""
    button = shown(qtbot, FieldButton(theme), 400, 40)
    button.show_parts([Part("Draft", "heading")], "Draft")
    QApplication.processEvents()
    short = button.sizeHint().width()
    button.show_parts([Part("Draft", "heading"), Part("after Edition 2", "muted"), Part("5 changes", "pill")], "Draft")
    at_once = button.sizeHint().width()
    QApplication.processEvents()
    assert short < at_once == button.sizeHint().width()
