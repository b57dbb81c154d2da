"""A question whose answers are verbs."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delegation_planner.screen.dialogs.roomy import RoomyDialog
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.words import Words

Weight = Literal["main", "plain", "danger"]


class Choice(NamedTuple):
    """An answer: the key that `ask` returns, the verb on its button, and how the button weighs."""

    key: str
    verb: str
    weight: Weight = "plain"


class Question(RoomyDialog):
    """A sentence, perhaps a detail below it, and one button a choice; Esc turns away."""

    def __init__(
        self, parent: QWidget | None, words: Words, question: str, choices: Sequence[Choice], detail: str = ""
    ) -> None:
        super().__init__(parent)
        self.answer: str | None = None
        self.setWindowTitle(words.say("Delegation Planner"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label(question, "cardTitle", wrap=True))
        if detail:
            layout.addWidget(plain_label(detail, "muted", wrap=True))
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        for choice in choices:
            row.addWidget(self._button(choice))
        layout.addLayout(row)
        self.setMinimumWidth(420)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.verb, self)
        button.setProperty("look", choice.weight)
        button.setAutoDefault(choice.weight == "main")
        button.setDefault(choice.weight == "main")
        button.clicked.connect(lambda: self._choose(choice.key))
        return button

    def _choose(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(parent: QWidget | None, words: Words, question: str, choices: Sequence[Choice], detail: str = "") -> str | None:
    """Ask, and wait; the key of the chosen answer, or None where the person turned away."""
    dialog = Question(parent, words, question, choices, detail)
    dialog.exec()
    return dialog.answer
