"""The mark and the words that say why something cannot be done, below the field or the dialog that they speak of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from delegation_planner.screen.labels import plain_label


class Refusal(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = plain_label("", "error", self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(plain_label("", "markError", self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence; an empty one hides it."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
