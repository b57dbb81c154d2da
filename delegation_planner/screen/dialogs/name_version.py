"""Asks what a version is to be called."""

from PySide6.QtWidgets import QLineEdit, QWidget

from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.words import Words


class NameVersionDialog(DialogFrame):
    """What a version is to be called."""

    def __init__(self, parent: QWidget | None, words: Words) -> None:
        super().__init__(
            parent, words, words.say("Name this version"), words.say("Keep this version"), cancel=words.say("Cancel")
        )
        sentence = words.say("All changes are saved. A named version is one that you can come back to.")
        self.body.addWidget(plain_label(sentence, "muted", wrap=True))
        self.name = QLineEdit()
        self.name.setAccessibleName(words.say("Name of the version"))
        self.name.setPlaceholderText(words.say("Sent to the Embassy"))
        self.name.setMaxLength(80)
        self.body.addWidget(self.name)
        self.setMinimumWidth(420)
