"""What a person sees when we made a mistake: the plan is saved, and a report can be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from delegation_planner.screen.dialogs.roomy import RoomyDialog
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.words import Words


class CrashDialog(RoomyDialog):
    """Shown once for a fault; nothing is sent anywhere."""

    def __init__(self, parent: QWidget | None, words: Words, report: str) -> None:
        super().__init__(parent)
        self._words = words
        self._report = report
        self.setWindowTitle(words.say("Delegation Planner"))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(
            plain_label(words.say("Something went wrong, but your plan is saved"), "dialogTitle", wrap=True)
        )
        column.addWidget(
            plain_label(
                words.say(
                    "The planner made a mistake in what you just did. Every change before it is in the file. "
                    "You can go on working, or close the planner and open the plan again."
                ),
                "muted",
                wrap=True,
            )
        )
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setAccessibleName(words.say("Report"))
        text.setMinimumHeight(160)
        column.addWidget(text, 1)
        column.addWidget(
            plain_label(
                words.say("Nothing is sent by itself. Read the report before you pass it on."), "small", wrap=True
            )
        )
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._copy = QPushButton(self._words.say("Copy the report"), self)
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_report)
        go_on = QPushButton(self._words.say("Go on working"), self)
        go_on.setProperty("look", "main")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        go_on.setFocus()
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(go_on)
        return row

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self._words.say("Copied"))
