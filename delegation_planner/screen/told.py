"""The strip above the panes: a sentence that matters now, with what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.tokens import BANNER
from delegation_planner.words.words import Words


class Told(QFrame):
    """One sentence that stays until it is dismissed or no longer true; nothing has to be answered."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        sentence: str,
        *,
        look: str = "bannerError",
        verb: str = "",
        act: Callable[[], object] | None = None,
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
        if act is not None:
            button = QPushButton(verb, self)
            button.clicked.connect(lambda _checked=False: act())
            row.addWidget(button)
        dismiss = QToolButton(self)
        dismiss.setIcon(theme.icon("close"))
        dismiss.setIconSize(QSize(14, 14))
        dismiss.setAccessibleName(words.say("Dismiss"))
        dismiss.setToolTip(words.say("Dismiss"))
        dismiss.clicked.connect(self.deleteLater)
        row.addWidget(dismiss)
