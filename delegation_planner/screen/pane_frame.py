"""The parts that every pane is built of: head, filter, banner, and what an empty one says."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegation_planner.screen.labels import OneLine, plain_label
from delegation_planner.screen.menu_letters import keep_letters, without_letter
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.tokens import BANNER, FIELD, PANE_HEAD


class PaneHead(QWidget):
    """A title, a muted count, and tool buttons at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(PANE_HEAD)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(4)
        self._count = plain_label("", "count")
        self._row.addWidget(plain_label(title, "paneTitle"))
        self._row.addSpacing(4)
        self._row.addWidget(self._count)
        self._row.addStretch(1)

    @property
    def count(self) -> str:
        """The number beside the title."""
        return self._count.text()

    def show_count(self, text: str) -> None:
        """The number beside the title; an empty text for none."""
        self._count.setText(text)

    def add_button(self, action: QAction) -> QToolButton:
        """A tool button with the action's icon, named and explained by the action."""
        button = tool_button(action, self)
        self._row.addWidget(button)
        return button

    def add(self, widget: QWidget) -> None:
        """Any other widget at the right."""
        self._row.addWidget(widget)


def tool_button(action: QAction, parent: QWidget) -> QToolButton:
    """A tool button with the action's icon, named and explained by the action."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(FIELD, FIELD)
    button.setAccessibleName(without_letter(action.text()))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if isinstance(menu := action.menu(), QMenu):
        keep_letters(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


class FilterField(QLineEdit):
    """Narrows a list while one types. Esc empties it, Down goes into the list."""

    narrowed = Signal(str)
    left_downwards = Signal()

    def __init__(self, hint: str, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setProperty("look", "filter")
        self.textChanged.connect(self.narrowed)

    def open_by_ctrl_f(self, pane: QWidget) -> None:
        """Ctrl+F anywhere in the pane comes here."""
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), pane)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._come_here)

    def _come_here(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class Picture(QLabel):
    """An icon as a picture that follows the scheme."""

    def __init__(self, theme: Theme, icon: QIcon, side: int) -> None:
        super().__init__()
        self._icon = icon
        self._side = side
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        self.setPixmap(self._icon.pixmap(QSize(self._side, self._side), self.devicePixelRatioF()))


class Banner(QFrame):
    """A sentence across the pane with one button; hidden until it has something to say."""

    pressed = Signal()

    def __init__(
        self, theme: Theme, icon: QIcon, button: str, parent: QWidget | None = None, *, look: str = "bannerInfo"
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setFixedHeight(BANNER)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(8)
        picture = Picture(theme, icon, 16)
        self._sentence = OneLine(self)
        self._button = QPushButton(button, self)
        self._button.clicked.connect(self.pressed)
        self._row.addWidget(picture)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._button)
        self.hide()

    def add_button(self, text: str, act: Callable[[], None]) -> QPushButton:
        """Another button, left of its own one."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: act())
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the banner."""
        self._sentence.show_text(sentence)
        self.setVisible(bool(sentence))


class Emptiness(QWidget):
    """What a pane shows instead of nothing: an icon, the fact, the next step in words, and buttons for it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        fact: str,
        sentence: str,
        steps: Sequence[tuple[str, Callable[[], None]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addStretch(2)
        picture = Picture(theme, theme.icon(icon), 28)
        fact_label = plain_label(fact, "detailsTitle", wrap=True)
        sentence_label = plain_label(sentence, "muted", wrap=True)
        for label in (picture, fact_label, sentence_label):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch(1)
        for verb, act in steps:
            button = QPushButton(verb, self)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)


class FilledOrEmpty(QStackedWidget):
    """A list and what stands there while it is empty, or while the filter leaves nothing of it."""

    def __init__(self, filled: QWidget, empty: QWidget, none_left: QWidget) -> None:
        super().__init__()
        self._filled, self._empty, self._none_left = filled, empty, none_left
        for page in (filled, empty, none_left):
            self.addWidget(page)

    def show_for(self, *, shown: int, there: int) -> None:
        """Show what fits the number of rows shown and of rows there are."""
        self.setCurrentWidget(self._filled if shown else self._none_left if there else self._empty)
