"""A text of several lines that commits when it is left."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from delegation_planner.screen.fields.own_undo import leaves_to_window

_EDGE: Final = 5
"""The border and the padding of the style sheet, above and below."""
_MARGIN: Final = 4
"""What Qt leaves free around a text."""


class NoteField(QPlainTextEdit):
    """Shows a text and tells `committed(text)` when it is left with another one; Esc takes back, Tab leaves.

    It is as high as its text, from `lines` to `most_lines`, and shows whole lines alone.
    """

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1, most_lines: int = 12) -> None:
        super().__init__(parent)
        self._shown = ""
        self._told = ""
        self._lines = lines, most_lines
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_value(self, value: object) -> None:
        """Show a text; what is being typed just now stays."""
        text = str(value or "")
        typing = self.hasFocus() and self.toPlainText() not in (self._shown, text)
        self._shown = self._told = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)
        if not typing:
            self.document().clearUndoRedoStacks()  # what the plan has taken is undone there

    def value(self) -> str:
        """The text, without the spaces around it."""
        return self.toPlainText().strip()

    def commit(self) -> None:
        """Tell the text if it is another one than that shown."""
        if self.value() not in (self._shown.strip(), self._told):
            self._told = self.value()
            self.committed.emit(self.value())

    def _fit(self) -> None:
        fewest, most = self._lines
        lines = round(self.document().size().height())  # a plain text measures its height in lines
        cut = lines > most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if cut else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        below = 0 if cut else _MARGIN  # else the head of the next line would be seen there
        around = 2 * _EDGE + _MARGIN + below
        self.setFixedHeight(around + max(fewest, min(lines, most)) * self.fontMetrics().lineSpacing())

    def revert(self) -> None:
        """Take back what was typed."""
        self._told = self._shown
        self.setPlainText(self._shown)

    @override
    def event(self, e: QEvent) -> bool:
        document = self.document()
        if leaves_to_window(e, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            e.ignore()
            return False
        return super().event(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.revert()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._told = self._shown  # what was refused before may be taken now
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
