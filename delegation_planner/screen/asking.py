"""A question that is answered with a line of text."""

from PySide6.QtWidgets import QApplication, QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.fields.text_line import TextLine
from delegation_planner.screen.labels import plain_label
from delegation_planner.words.words import Words


class TextQuestion(DialogFrame):
    """The question, what the text is for, and a field for it; `answer` is empty until there is one."""

    def __init__(
        self, parent: QWidget | None, words: Words, question: str, hint: str, verb: str, text: str = ""
    ) -> None:
        super().__init__(parent, words, question, verb, cancel=words.say("Keep as is"))
        self.field = TextLine(text, self)
        self.field.setAccessibleName(hint)
        self.body.addWidget(plain_label(hint, "muted", wrap=True))
        self.body.addWidget(self.field)
        self.field.textChanged.connect(self._follow)
        self.setMinimumWidth(420)
        self._follow()

    @property
    def answer(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def _follow(self) -> None:
        self.main.setEnabled(bool(self.answer))


def ask_text(desk: Desk, question: str, hint: str, verb: str, text: str = "") -> str | None:
    """Ask for a line of text, and wait; None where the person turned away or gave none."""
    dialog = TextQuestion(QApplication.activeWindow(), desk.words, question, hint, verb, text)
    return dialog.answer if dialog.exec() else None
