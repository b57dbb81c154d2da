"""The first panel: explore the sample, begin a visit, or open one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.actions import LANGUAGE_NAMES
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.overlay import Overlay
from delegation_planner.screen.recent_files import missing
from delegation_planner.screen.settings import SHOW_WELCOME
from delegation_planner.screen.surroundings import Surroundings
from delegation_planner.screen.workers import Work
from delegation_planner.words.words import Words

RECENT = 4


class Step(NamedTuple):
    """One of the big buttons."""

    icon: str
    title: str
    sentence: str
    keys: str
    act: Callable[[], object]


class Welcome(Overlay):
    """Lies over the window, holds nothing up; every way out closes it."""

    def __init__(
        self,
        window: QWidget,
        around: Surroundings,
        words: Words,
        *,
        steps: tuple[Callable[[], object], Callable[[], object], Callable[[], object]],
        recent: Iterable[Path],
        open_path: Callable[[Path], object],
        speak: Callable[[str], object],
    ) -> None:
        """`steps` are what exploring the sample, New visit and Open do."""
        super().__init__(window, around.theme, 600)
        self.setObjectName("welcome")
        self.setAccessibleName(words.say("Welcome to Delegation Planner"))
        self._around = around
        self._words = words
        self._open_path = open_path
        self._speak = speak
        say = words.say
        self.column.addWidget(plain_label(say("Welcome to Delegation Planner"), "dialogTitle"))
        sentence = say("The sample visit is yours to change: nothing in it is real, and every step can be undone.")
        self.column.addWidget(plain_label(sentence, "muted", wrap=True))
        explore, new, opening = steps
        together = say("See how schedule, people and papers work together")
        late = say("Start with a window such as “late July”, or with dates")
        self.buttons = [
            self._row(Step("compass", say("Explore the sample"), together, "Enter", explore)),
            self._row(Step("new", say("New visit…"), late, "Ctrl+N", new)),
            self._row(Step("folder", say("Open…"), say("A visit that you or a colleague began"), "Ctrl+O", opening)),
        ]
        for button in self.buttons:
            self.column.addWidget(button)
        self._add_recent(list(recent)[:RECENT])
        self._add_last_row()

    def _row(self, step: Step) -> QPushButton:
        button = QPushButton(self.card)
        button.setProperty("look", "row")
        button.setAccessibleName(step.title)
        button.setAccessibleDescription(step.sentence)
        button.clicked.connect(lambda: self._leave_for(step.act))
        row = QHBoxLayout(button)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        picture = plain_label()
        icon = self._around.theme.icon(step.icon, "accent_text")
        picture.setPixmap(icon.pixmap(QSize(20, 20), self.devicePixelRatioF()))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(step.title, "heading"))
        texts.addWidget(plain_label(step.sentence, "muted"))
        row.addWidget(picture)
        row.addLayout(texts, 1)
        row.addWidget(plain_label(step.keys, "small"), alignment=Qt.AlignmentFlag.AlignTop)
        for child in button.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button

    def _add_recent(self, paths: list[Path]) -> None:
        self._links: dict[Path, QPushButton] = {}
        if not paths:
            return
        self.column.addSpacing(4)
        self.column.addWidget(plain_label(self._words.say("Recent"), "heading"))
        for path in paths:
            link = QPushButton(self._around.theme.icon("document"), path.name, self.card)
            link.setProperty("look", "flatRow")
            link.setToolTip(str(path))
            link.setAccessibleName(path.name)
            link.clicked.connect(lambda _checked=False, path=path: self._leave_for(lambda: self._open_path(path)))
            self._links[path] = link
            self.column.addWidget(link)
        self._looking = Work(lambda report: missing(paths, report))
        self._looking.done.connect(self._show_missing)
        self._looking.start()

    def _show_missing(self, paths: set[Path]) -> None:
        for path in paths:
            link = self._links[path]
            link.setEnabled(False)
            link.setText(self._words.say("{file} · not found", file=path.name))

    def _add_last_row(self) -> None:
        row = QHBoxLayout()
        again = QCheckBox(self._words.say("Show this panel at the start"), self.card)
        again.setChecked(self._around.settings.flag(SHOW_WELCOME, default=True))
        again.toggled.connect(lambda checked: self._around.settings.keep_flag(SHOW_WELCOME, value=checked))
        languages = QComboBox(self.card)
        languages.setAccessibleName(self._words.say("Language"))
        for key, name in LANGUAGE_NAMES.items():
            languages.addItem(name, key)
        languages.setCurrentIndex(languages.findData(self._words.language))
        languages.setMinimumWidth(150)
        languages.activated.connect(lambda at: self._speak(languages.itemData(at)))
        row.addWidget(again)
        row.addStretch(1)
        row.addWidget(plain_label(self._words.say("Language"), "muted"))
        row.addWidget(languages)
        self.column.addSpacing(4)
        self.column.addLayout(row)

    def _leave_for(self, act: Callable[[], object]) -> None:
        self.put_away()
        act()

    @override
    def open(self) -> None:
        super().open()
        self.buttons[0].setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(chosen, QPushButton):
            chosen.click()
        else:
            super().keyPressEvent(event)
