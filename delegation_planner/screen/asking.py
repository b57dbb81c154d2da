"""A question that is answered with a line of text."""

from PySide6.QtWidgets import QApplication, QLineEdit

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.labels import plain_label


def ask_text(desk: Desk, question: str, hint: str, verb: str, text: str = "") -> str | None:
    """Ask for a line of text, and wait; None where the person turned away or gave none."""
    dialog = DialogFrame(QApplication.activeWindow(), desk.words, question, verb, cancel=desk.say("Keep as is"))
    field = QLineEdit(text, dialog)
    field.setAccessibleName(hint)
    dialog.body.addWidget(plain_label(hint, "muted", wrap=True))
    dialog.body.addWidget(field)
    dialog.main.setEnabled(bool(text.strip()))
    field.textChanged.connect(lambda typed: dialog.main.setEnabled(bool(typed.strip())))
    dialog.setMinimumWidth(420)
    field.setFocus()
    taken = dialog.exec() == dialog.DialogCode.Accepted
    return field.text().strip() if taken else None
