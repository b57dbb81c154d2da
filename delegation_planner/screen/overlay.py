"""A card that lies over the panes without holding up the window; Esc puts it away."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.theme import Theme

SHADOW = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Overlay(QWidget):
    """A card with a soft shadow, in the middle of the window or below the widget that opened it."""

    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, width: int, *, under: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._under = under
        self._came_from: QWidget | None = window.focusWidget()
        if self._came_from is not None:
            self._came_from.destroyed.connect(self._forget_origin)
        self.card = QFrame(self)
        self.card.setProperty("look", "card")
        self.card.setFixedWidth(width)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        outer.addWidget(self.card)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it hears Esc, and Tab goes from field to field
        window.installEventFilter(self)

    def open(self) -> None:
        """Show the card and give it the keyboard."""
        self.place()
        self.show()
        self.raise_()
        self.setFocus()

    def place(self) -> None:
        """Lie where the card belongs, inside the window."""
        self.adjustSize()
        window = self._window
        if self._under is None:
            x, y = (window.width() - self.width()) // 2, max(80, (window.height() - self.height()) // 2 - 40)
        else:
            corner = self._under.mapTo(window, QPoint(self._under.width(), self._under.height()))
            x, y = corner.x() - self.width() + SHADOW, corner.y() + 6 - SHADOW
        most_x, most_y = window.width() - self.width(), window.height() - self.height()
        self.move(max(0, min(x, most_x)), max(0, min(y, most_y)))

    def put_away(self) -> None:
        """Close the card; the keyboard goes back to where it was."""
        self._window.removeEventFilter(self)
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _forget_origin(self) -> None:
        self._came_from = None

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()
        return handled

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.place()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _ENTER and isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()  # as in a dialog: of itself a button outside of one knows the space bar alone
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 11 if self._theme.tokens.name == "dark" else 3))
        card = QRectF(self.card.geometry())
        for spread in range(SHADOW):
            painter.drawRoundedRect(card.adjusted(-spread, 2 - spread, spread, 2 + spread), 10 + spread, 10 + spread)


class Over:
    """The one card that may lie over the window; a new one takes the place of the last."""

    def __init__(self) -> None:
        self.card: Overlay | None = None

    def show(self, card: Overlay) -> None:
        """Put the last card away and show this one."""
        self.put_away()
        self.card = card
        card.closed.connect(lambda: self._forget(card))
        card.open()

    def shows(self, name: str) -> bool:
        """Whether a card of that object name lies over the window."""
        return self.card is not None and self.card.objectName() == name

    def put_away(self) -> None:
        """Put the card away, if there is one."""
        if self.card is not None:
            self.card.put_away()

    def _forget(self, card: Overlay) -> None:
        if self.card is card:
            self.card = None
