"""A line of text, perhaps read as a value, that commits when it is left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegation_planner.screen.fields.own_undo import leaves_to_window
from delegation_planner.screen.fields.text_line import TextLine
from delegation_planner.screen.labels import set_look

Read = Callable[[str], Any]
Write = Callable[[Any], str]


class LineField(TextLine):
    """Shows a value, lets it be typed over, and tells `committed(value)` when it is left with another one.

    `read` turns the text into a value; None means that it is none, then `not_understood(text)` is told and the
    text stays. An empty text is `empty` (often None). Esc takes back what was typed. What has been taken can be undone
    in the plan alone.
    """

    committed = Signal(object)
    not_understood = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        read: Read = str,
        write: Write = str,
        empty: object = "",
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._write = write
        self._empty = empty
        self._shown = ""
        self._told = ""
        self._telling = False
        self.editingFinished.connect(self.commit)

    def show_value(self, value: object) -> None:
        """Show a value; what is being typed just now stays."""
        text = "" if value is None or value == self._empty else self._write(value)
        typing = self.hasFocus() and not self._telling and self.text() not in (self._shown, text)
        self._shown = self._told = text
        if not typing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        elif not typing and (self.isUndoAvailable() or self.isRedoAvailable()):
            self._forget_typing()
        set_look(self, "")

    def _forget_typing(self) -> None:
        at = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(at)

    def value(self) -> Any:
        """What the text stands for: `empty` for nothing, None where it cannot be read."""
        text = self.text().strip()
        return self._read(text) if text else self._empty

    def commit(self) -> None:
        """Tell the value if it is another one than that shown, and not the same twice."""
        text = self.text().strip()
        if text in (self._shown.strip(), self._told):
            return
        self._told = text
        value = self.value()
        if text and value is None:
            set_look(self, "wrong")
            self.not_understood.emit(text)
        else:
            set_look(self, "")
            self._telling = True  # what is shown meanwhile is what became of the text
            self.committed.emit(value)
            self._telling = False

    def revert(self) -> None:
        """Take back what was typed."""
        self._told = self._shown
        self.setText(self._shown)
        if self.hasFocus():  # else a row shown later would seem half chosen
            self.selectAll()
        else:
            self.setCursorPosition(0)
        set_look(self, "")

    @override
    def event(self, arg__1: QEvent) -> bool:
        if leaves_to_window(arg__1, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            arg__1.ignore()
            return False
        return super().event(arg__1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.revert()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._told = self._shown  # what was refused before may be taken now
        super().keyPressEvent(event)
