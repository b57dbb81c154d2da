"""The switch between the views of the schedule."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


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
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[key] = button

    def show_chosen(self, key: str) -> None:
        """Put the button of a view down, without telling."""
        self._buttons[key].setChecked(True)
