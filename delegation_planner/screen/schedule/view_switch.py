"""The switch between the views of the schedule."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

_BESIDE_THE_WORDS: Final = 2 * 13  # padding and edge, as in the style sheet


class ViewSwitch(QFrame):
    """Buttons side by side of which one is down; `chosen(key)` tells when another one is pressed."""

    chosen = Signal(str)

    def __init__(self, views: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        """`views` are the words on the buttons by key, `name` is what the switch is called."""
        super().__init__(parent)
        self.setProperty("look", "segments")
        self.setAccessibleName(name)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, words in views.items():
            button = QPushButton(words, self)
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumWidth(_width(button))
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[key] = button

    def show_chosen(self, key: str) -> None:
        """Put the button of a view down, without telling."""
        self._buttons[key].setChecked(True)


def _width(button: QPushButton) -> int:
    """Wide enough for the words when the button is down and they are heavier."""
    heavy = QFont(button.font())
    heavy.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(heavy).horizontalAdvance(button.text()) + _BESIDE_THE_WORDS
