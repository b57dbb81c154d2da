"""Labels that show text as it is: a name that looks like HTML is still a name."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

LEAST: Final = 40
"""So narrow, in logical pixels, becomes a line that gives way."""


def plain_label(text: str = "", look: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label of plain text; `look` is one of the style sheet's looks."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    return label


class OneLine(QLabel):
    """A plain text in one line that gives way: what there is no room for ends in "…" and stands in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._kept = self._shorter = ""

    def show_text(self, text: str, kept: str = "", *, shorter: str = "") -> None:
        """Show another text. Where the whole has no room, `shorter` says what matters of it, or its end is `kept`."""
        self._kept, self._shorter = kept, shorter
        self.setText(text)
        self.setToolTip(text)

    def shown_in(self, width: int) -> str:
        """What is shown of the text in so many pixels."""
        metrics, text, dots = self.fontMetrics(), self.text(), Qt.TextElideMode.ElideRight
        if metrics.horizontalAdvance(text) <= width:
            return text
        room = width - metrics.horizontalAdvance(self._kept)
        if self._shorter or room < LEAST:
            return metrics.elidedText(self._shorter or text, dots, width)
        return metrics.elidedText(text.removesuffix(self._kept), dots, room) + self._kept

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter, room = QPainter(self), self.contentsRect()
        shown = self.shown_in(room.width())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(painter, room, flags, self.palette(), self.isEnabled(), shown, self.foregroundRole())
        painter.end()


class WholeLabel(QLabel):
    """A label of plain text in several lines that is never lower than its text needs at its width.

    A form asks how tall a row is before it knows how wide, so the label holds its height by itself.
    """

    def __init__(self, look: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", look)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self._hold_height()

    def _hold_height(self) -> None:
        self.setMinimumHeight(0)  # else the height for a width is never less than before
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    @override
    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if arg__1.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._hold_height()


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
