"""Labels that show text as it is: a name that looks like HTML is still a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(text: str = "", look: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label of plain text; `look` is one of the style sheet's looks."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    return label


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget another look of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
