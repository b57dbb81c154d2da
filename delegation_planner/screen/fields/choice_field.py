"""One value of a closed list, and a yes or no."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from delegation_planner.screen.fields.elided_box import ElidedBox
from delegation_planner.screen.labels import LEAST


class ChoiceField(ElidedBox):
    """A value of a closed list by its word; tells `committed(value)` when the user chooses another one."""

    committed = Signal(object)

    def __init__(self, choices: Iterable[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Any = None
        self._choices: list[tuple[Any, str]] = []
        self.offer(choices)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self.commit)

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """What can be chosen from now on; what is shown is shown again by `show_value`."""
        choices = list(choices)
        if choices != self._choices:
            self._choices = choices
            self.clear()
            for value, word in choices:
                self.addItem(word, value)

    def show_value(self, value: object) -> None:
        """Show a value of the list; a value that is not in it shows nothing."""
        self._shown = value
        self.setCurrentIndex(next((at for at in range(self.count()) if self.itemData(at) == value), -1))

    def value(self) -> Any:
        """The value that is shown."""
        return self.currentData()

    def commit(self) -> None:
        """Tell the value if it is another one than that shown."""
        if self.currentIndex() >= 0 and self.value() != self._shown:
            self.committed.emit(self.value())

    def revert(self) -> None:
        """Show again what the plan holds."""
        self.show_value(self._shown)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel that scrolls the form must not change what it passes over.
        event.ignore()


class FlagField(QCheckBox):
    """A yes or no with its words beside it; tells `committed(bool)`."""

    committed = Signal(object)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setMinimumWidth(LEAST)  # long words must not push a form wider than its pane
        self.setToolTip(words)
        self._shown = False
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        if self.isTristate():
            self.setTristate(False)
            self.setChecked(True)
        self.committed.emit(self.isChecked())

    def show_value(self, value: object) -> None:
        """Show a yes or no."""
        self.setTristate(False)
        self._shown = bool(value)
        self.setChecked(self._shown)

    def show_mixed(self) -> None:
        """Show that some are and some are not; a click ticks them all."""
        self.setTristate(True)
        self.setCheckState(Qt.CheckState.PartiallyChecked)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def revert(self) -> None:
        """Show again what the plan holds."""
        if not self.isTristate():
            self.setChecked(self._shown)
