"""A line of text that shows its beginning when the keyboard comes to it."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class TextLine(QLineEdit):
    """All is chosen when Tab leads here, but a text too long for the field is not scrolled to its end."""

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        length = len(self.text())
        if length and self.selectionLength() == length:
            self.setSelection(length, -length)
