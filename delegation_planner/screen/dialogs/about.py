"""What the program is, and every key that it listens to."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from delegation_planner.screen.actions import LASTING_NAME
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words


class AboutDialog(DialogFrame):
    """Name, version, licence, and where the person's things are."""

    def __init__(self, parent: QWidget | None, words: Words, theme: Theme, version: str) -> None:
        super().__init__(parent, words, words.say("About Delegation Planner"), words.say("Close"))
        picture = plain_label()
        picture.setPixmap(theme.icon("planner").pixmap(QSize(48, 48), self.devicePixelRatioF()))
        self.body.addWidget(picture)
        self.body.addWidget(plain_label(words.say("Version {version}", version=version), "heading"))
        for sentence in (
            words.say("Plans an official visit: programme, people, places and papers in one file."),
            words.say("Works without a network. Nothing leaves this computer but the files that you hand out."),
            words.say("Free software under the MIT licence. Made with Qt and PySide6 (LGPL)."),
        ):
            self.body.addWidget(plain_label(sentence, "muted", wrap=True))
        self.setMinimumWidth(440)


class ShortcutsDialog(DialogFrame):
    """All actions that have keys, in the order of the menus."""

    def __init__(self, parent: QWidget | None, words: Words, groups: Iterable[tuple[str, Iterable[QAction]]]) -> None:
        super().__init__(parent, words, words.say("Keyboard shortcuts"), words.say("Close"))
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        row = 0
        for title, actions in groups:
            keyed = [(keys_of(action), lasting_name_of(action)) for action in actions if keys_of(action)]
            if not keyed:
                continue
            grid.addWidget(plain_label(without_letter(title), "heading"), row, 0, 1, 2)
            for keys, name in keyed:
                row += 1
                grid.addWidget(plain_label(keys, "muted"), row, 0)
                grid.addWidget(plain_label(name), row, 1)
            row += 1
            grid.setRowMinimumHeight(row, 8)
            row += 1
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(words.say("Keyboard shortcuts"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        self.body.addWidget(area, 1)
        self.resize(480, 560)


def keys_of(action: QAction) -> str:
    """The keys of an action as they are written on this system; also of those that a pane listens to itself."""
    _, tab, shown = action.text().partition("\t")
    if tab:
        return shown
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def name_of(action: QAction) -> str:
    """What an action is called now, without marks for the keyboard."""
    return without_letter(action.text().partition("\t")[0])


def lasting_name_of(action: QAction) -> str:
    """What an action is called whatever it would undo just now."""
    return without_letter(str(action.property(LASTING_NAME) or name_of(action)))
