"""What the Edit menu does: it speaks to the field, or else to the pane, in which the keyboard is."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from delegation_planner.screen.pane_frame import FilterField

EditVerb = Literal["cut", "copy", "paste", "delete"]
_TEXT_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)


def carry_out(verb: EditVerb, pane: QWidget | None) -> None:
    """Cut, copy, paste or delete in the focused text field, else by the pane's own action of that name."""
    field = QApplication.focusWidget()
    if isinstance(field, _TEXT_FIELDS):
        _in_text(verb, field)
        return
    for action in pane.actions() if pane is not None else ():
        if action.objectName() == verb and action.isEnabled():
            action.trigger()


def _in_text(verb: EditVerb, field: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
    if verb == "cut":
        field.cut()
    elif verb == "copy":
        field.copy()
    elif verb == "paste":
        field.paste()
    elif isinstance(field, QLineEdit):
        field.del_()
    else:
        field.textCursor().removeSelectedText()


def find_in(pane: QWidget | None) -> None:
    """Put the keyboard into the pane's filter."""
    fields = pane.findChildren(FilterField) if pane is not None else []
    field = next((field for field in fields if field.isVisible()), None)
    if field is not None:
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()


def commit_typing() -> None:
    """Let the field that is being typed into finish: fields commit when the keyboard leaves them."""
    field = QApplication.focusWidget()
    if field is not None:
        field.clearFocus()
        if field.isVisible():
            field.setFocus()
