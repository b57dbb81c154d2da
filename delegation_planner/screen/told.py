"""The strip above the panes: sentences that matter now, with what can be done about them."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.tokens import BANNER
from delegation_planner.words.words import Words

MOMENT_MS: Final = 6_000


class Told(QFrame):
    """One sentence that stays until it is dismissed or no longer true; nothing has to be answered."""

    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        sentence: str,
        *,
        look: str = "bannerError",
        verbs: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setMinimumHeight(BANNER)
        self.sentence = sentence
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        icon, role = {"bannerError": ("mark_error", "error"), "banner": ("lock", "warning")}.get(look, ("info", "info"))
        picture = plain_label()
        picture.setPixmap(theme.icon(icon, role).pixmap(QSize(16, 16), self.devicePixelRatioF()))
        row.addWidget(picture)
        row.addWidget(plain_label(sentence, wrap=True), 1)
        for verb, act in verbs:
            button = QPushButton(verb, self)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        dismiss = QToolButton(self)
        dismiss.setIcon(theme.icon("close"))
        dismiss.setIconSize(QSize(14, 14))
        dismiss.setAccessibleName(words.say("Dismiss"))
        dismiss.setToolTip(words.say("Dismiss"))
        dismiss.clicked.connect(self.dismissed)
        row.addWidget(dismiss)


class ToldStrip(QWidget):
    """The sentences above the panes, the newest below; none stands there twice."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 6, 0)
        self.hide()

    def tell(self, sentence: str) -> None:
        """What was refused, and why."""
        if sentence not in {told.sentence for told in self._told()}:
            self._add(Told(self._theme, self._words, sentence))

    def tell_for_a_moment(self, sentence: str) -> None:
        """What was done."""
        told = Told(self._theme, self._words, sentence, look="bannerInfo")
        self._add(told)
        QTimer.singleShot(MOMENT_MS, told, told.dismissed.emit)

    def warn(self, sentence: str, *verbs: tuple[str, Callable[[], object]], severe: bool = False) -> Told:
        """What is so until it is dismissed, with what can be done about it."""
        told = Told(self._theme, self._words, sentence, look="bannerError" if severe else "banner", verbs=verbs)
        self._add(told)
        return told

    def take_away(self, told: Told) -> None:
        """This is no longer so."""
        if told in self._told():
            told.dismissed.emit()

    def clear(self) -> None:
        """Take all of them away."""
        for told in self._told():
            told.dismissed.emit()

    def _told(self) -> list[Told]:
        return self.findChildren(Told)

    def _add(self, told: Told) -> None:
        told.dismissed.connect(lambda: self._remove(told))
        self._column.addWidget(told)
        self.show()

    def _remove(self, told: Told) -> None:
        told.setParent(None)
        told.deleteLater()
        self.setVisible(bool(self._told()))
