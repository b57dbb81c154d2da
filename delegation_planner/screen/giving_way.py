"""Tool buttons whose words give way to their icon where a row of tools has no room for them."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from delegation_planner.screen.tokens import FIELD

_BETWEEN: Final = 4  # icon and words, as Qt lays them out


class WordsOrIcon(QToolButton):
    """Its words beside its icon, or the icon alone; never a part of the words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(16, 16))
        self.setFixedHeight(FIELD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shows_words = True
        self.show_words(shown=True)

    def show_words(self, *, shown: bool) -> None:
        """The words beside the icon, or the icon alone."""
        self.shows_words = shown
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)

    def width_of_words(self) -> int:
        """How much wider the words make it."""
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
        return words + 2 * metrics.horizontalAdvance(" ") + _BETWEEN


class RowOfTools(QWidget):
    """A row in which the words of buttons give way, one after the other, as far as its width asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self._giving_way: list[WordsOrIcon] = []

    def let_give_way(self, button: WordsOrIcon) -> None:
        """Let a button give way after those named before; it may stand in a widget of the row."""
        self._giving_way.append(button)

    def _fit(self) -> None:
        seen = [button for button in self._giving_way if button.isVisibleTo(self)]
        hidden = sum(button.width_of_words() for button in seen if not button.shows_words)
        lacking = self.row.sizeHint().width() + hidden - self.width()
        for button in seen:
            shown = lacking <= 0
            if shown != button.shows_words:
                button.show_words(shown=shown)
            if not shown:
                lacking -= button.width_of_words()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled
