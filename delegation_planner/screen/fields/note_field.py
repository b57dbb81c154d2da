"""A text of several lines that commits when it is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override


class NoteField(QPlainTextEdit):
    """Shows a text and tells `committed(text)` when it is left with another one; Esc takes back, Tab leaves."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._shown = ""
        self._told = ""
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setFixedHeight(12 + lines * self.fontMetrics().lineSpacing())

    def show_value(self, value: object) -> None:
        """Show a text; what is being typed just now stays."""
        text = str(value or "")
        typing = self.hasFocus() and self.toPlainText() not in (self._shown, text)
        self._shown = self._told = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)

    def value(self) -> str:
        """The text, without the spaces around it."""
        return self.toPlainText().strip()

    def commit(self) -> None:
        """Tell the text if it is another one than that shown."""
        if self.value() not in (self._shown.strip(), self._told):
            self._told = self.value()
            self.committed.emit(self.value())

    def revert(self) -> None:
        """Take back what was typed."""
        self._told = self._shown
        self.setPlainText(self._shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.revert()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
