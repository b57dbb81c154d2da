"""Answers modal dialogs as a person does: waits for each, and presses the button that says the verb."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit

from delegation_planner.screen.dialogs.frame import DialogFrame

PATIENCE_MS = 20


@contextmanager
def answer(kind: type[QDialog], *verbs: str) -> Iterator[list[str]]:
    """Press these verbs, one dialog after the other; yields those that were pressed. All must have been."""
    waiting = list(verbs)
    pressed: list[str] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            return
        verb = waiting.pop(0) if waiting else ""
        buttons = [button for button in dialog.findChildren(QAbstractButton) if button.text() == verb]
        if buttons:
            pressed.append(verb)
            buttons[0].click()
        else:
            dialog.reject()

    timer.timeout.connect(look)
    timer.start(PATIENCE_MS)
    try:
        yield pressed
    finally:
        timer.stop()
    assert pressed == list(verbs)


@contextmanager
def answer_text(text: str, verb: str) -> Iterator[None]:
    """Type a line into the dialog that asks for one, once, and press the verb; it must have asked."""
    typed: list[str] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DialogFrame) or typed or dialog.main.text() != verb:
            return
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        typed.append(text)
        field.setText(text)
        dialog.main.click()

    timer.timeout.connect(look)
    timer.start(PATIENCE_MS)
    try:
        yield
    finally:
        timer.stop()
    assert typed == [text]
