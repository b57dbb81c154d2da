"""Buttons of the toolbar that show several parts: they have room for what they say as soon as they say it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from delegation_planner.screen.field_button import FieldButton, Part
from delegation_planner.screen.theme import Theme
from tests.screen.panes import shown


def test_a_longer_word_has_room_at_once_and_the_old_one_is_gone(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    button = FieldButton(theme, holder)
    row.addWidget(button)
    row.addStretch(1)
    button.show_parts([Part("Draft", "heading")], "Draft")
    shown(qtbot, holder, 600, 60)
    narrow = button.sizeHint().width()
    button.show_parts([Part("Draft", "heading"), Part("after edition 2, with 12 changes", "muted")], "Draft")
    [first, second] = [label for label in button.findChildren(QLabel) if label.isVisible()]
    assert button.sizeHint().width() >= narrow + second.sizeHint().width()
    row.activate()
    assert first.geometry().right() < second.geometry().left()
    assert button.rect().contains(second.geometry())
