"""The ring around the list or view that a key has given the keyboard: without a selection nothing else shows it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from delegation_planner.screen.painting import paint_frame
from delegation_planner.screen.theme import Theme

_ENDS = (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress)


class FocusRing(QWidget):
    """Lies over a view until the keyboard leaves it or the mouse is used in it; the mouse goes through.

    It is no border of the view: that would move all that is in it by two pixels.
    """

    def __init__(self, view: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.rect())
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ENDS:
            self.hide()
            self.deleteLater()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_frame(QPainter(self), self.rect(), self._theme.color("focus"))


def show_focus(widget: QWidget | None, theme: Theme) -> None:
    """Put the ring over a widget that has the keyboard, where the widget itself does not show that it has."""
    shows_it = isinstance(widget, QTextEdit | QPlainTextEdit) or (widget is not None and widget.property("look"))
    if isinstance(widget, QAbstractScrollArea) and not shows_it and not widget.findChildren(FocusRing):
        FocusRing(widget, theme)
