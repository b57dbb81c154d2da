"""The window's own verbs and the menu bar that shows them, beside those that the panes bring."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from delegation_planner.plan.kinds import Language
from delegation_planner.screen.menu_letters import escaped, keep_letters
from delegation_planner.screen.theme import Scheme, Theme
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.words.labels import label_sentence
from delegation_planner.words.words import Words, mark

LASTING_NAME: Final = "lastingName"
"""The property that says what an action is called whatever its menu says of it just now."""


class Verb(NamedTuple):
    """What a menu says, its icon, its keys, and what it needs.

    Needed is any of "plan" (an open one), "changes" (one to be changed), "undo", "redo", "export" (an earlier one).

    `keys` are in Qt's portable form. A `local` verb only shows its keys: panes and fields hear them themselves, a
    second listener would take them away.
    """

    text: str
    icon: str = ""
    keys: str = ""
    needs: str = ""
    local: bool = False


VERBS: Final[dict[str, Verb]] = {
    "new_visit": Verb(mark("New visit…"), "new", "Ctrl+N"),
    "open": Verb(mark("Open…"), "folder", "Ctrl+O"),
    "copy_visit": Verb(mark("Copy this visit for the next one…"), "new", "", "plan"),
    "save_copy": Verb(mark("Save a copy…"), "copy", "Ctrl+Shift+S", "plan"),
    "keep_version": Verb(mark("Name this version…"), "stamp", "Ctrl+S", "plan"),
    "restore": Verb(mark("Restore an earlier version…"), "history", "", "changes"),
    "take_over": Verb(mark("Take over from another copy…"), "", "", "changes"),
    "remove_personal_data": Verb(mark("Remove personal data…"), "", "", "changes"),
    "close_plan": Verb(mark("Close"), "", "Ctrl+W", "plan"),
    "quit": Verb(mark("Quit"), "", "Ctrl+Q"),
    "undo": Verb(mark("Undo"), "undo", "Ctrl+Z", "undo"),
    "redo": Verb(mark("Redo"), "redo", "Ctrl+Y", "redo"),
    "cut": Verb(mark("Cut"), "cut", "Ctrl+X", "plan", local=True),
    "copy": Verb(mark("Copy"), "copy", "Ctrl+C", "plan", local=True),
    "paste": Verb(mark("Paste"), "paste", "Ctrl+V", "plan", local=True),
    "delete": Verb(mark("Delete…"), "trash", "Del", "plan", local=True),
    "find_anything": Verb(mark("Find anything…"), "search", "Ctrl+K", "plan"),
    "find": Verb(mark("Find in this pane"), "search", "Ctrl+F", "plan", local=True),
    "reset_layout": Verb(mark("Reset layout"), "retry", "", "plan"),
    "visit": Verb(mark("The visit and its dates"), "calendar", "", "plan"),
    "settings": Verb(mark("Visit settings…"), "", "Ctrl+,", "plan"),
    "dates": Verb(mark("Fix or change the dates…"), "calendar", "", "plan"),
    "draft": Verb(mark("What has changed…"), "stamp", "Ctrl+Shift+K", "plan"),
    "issue": Verb(mark("Issue an edition…"), "lock", "Ctrl+Shift+N", "changes"),
    "pack": Verb(mark("Make the pack…"), "export", "Ctrl+Shift+E", "plan"),
    "editions": Verb(mark("Editions and who holds them…"), "history", "", "plan"),
    "export": Verb(mark("Export…"), "export", "Ctrl+E", "plan"),
    "print": Verb(mark("Print preview…"), "print", "Ctrl+P", "plan"),
    "export_folder": Verb(mark("Show the last export"), "folder", "", "export"),
    "guide": Verb(mark("Guide"), "help", "F1"),
    "shortcuts": Verb(mark("Keyboard shortcuts"), "", "Ctrl+/"),
    "welcome": Verb(mark("Welcome"), "compass"),
    "sample_afresh": Verb(mark("Start the sample afresh"), "retry"),
    "about": Verb(mark("About Delegation Planner"), "info"),
}

PANES: Final[dict[str, str]] = {
    "participants": mark("Participants"),
    "schedule": mark("Schedule"),
    "documents": mark("Documents"),
    "findings": mark("Findings"),
    "details": mark("Details"),
}
"""The panes by the order of Alt+1 to Alt+5."""

SCHEME_NAMES: Final[dict[Scheme, str]] = {
    "system": mark("As the system"),
    "light": mark("Light"),
    "dark": mark("Dark"),
}


LANGUAGE_NAMES: Final[dict[Language, str]] = {"en": "English", "id": "Bahasa Indonesia"}
"""The window's languages, each in its own words, so that whoever got lost finds the way back."""


class Actions:
    """The window's own actions, made anew with each language."""

    def __init__(self, window: QWidget, words: Words, theme: Theme, acts: Mapping[str, Callable[[], object]]) -> None:
        self._window = window
        self._words = words
        self._theme = theme
        self._made = {name: self._make(name, verb, acts[name]) for name, verb in VERBS.items()}

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def follow(self, session: PlanSession | None, *, exported: bool) -> None:
        """Enable what is possible now in this session, if one is open; undo and redo say what they would do."""
        undo = session.undo_label if session is not None else None
        redo = session.redo_label if session is not None else None
        changeable = session is not None and not session.read_only
        possible = {
            "": True,
            "plan": session is not None,
            "changes": changeable,
            "undo": changeable and undo is not None,
            "redo": changeable and redo is not None,
            "export": exported,
        }
        for name, action in self._made.items():
            action.setEnabled(possible[VERBS[name].needs])
        say = self._words.say
        done = escaped(label_sentence(self._words, *undo)) if undo is not None else ""
        undone = escaped(label_sentence(self._words, *redo)) if redo is not None else ""
        self["undo"].setText(say("Undo: {edit}", edit=done) if done else say("Undo"))
        self["redo"].setText(say("Redo: {edit}", edit=undone) if undone else say("Redo"))

    def remove(self) -> None:
        """Take them off the window."""
        for action in self._made.values():
            self._window.removeAction(action)
            action.deleteLater()
        self._made.clear()

    def _make(self, name: str, verb: Verb, act: Callable[[], object]) -> QAction:
        action = QAction(self._words.say(verb.text), self._window)
        action.setObjectName(name)
        action.setProperty(LASTING_NAME, action.text())
        if verb.icon:
            action.setIcon(self._theme.icon(verb.icon))
        if verb.keys and verb.local:
            shown = QKeySequence(verb.keys).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{action.text()}\t{shown}")
        elif verb.keys:
            action.setShortcut(QKeySequence(verb.keys))
        action.triggered.connect(lambda _checked=False: act())
        self._window.addAction(action)
        return action


class MenuBar:
    """Fills the menu bar: our own verbs, the panes' verbs, and the choices of look and language."""

    def __init__(self, bar: QMenuBar, words: Words, actions: Actions) -> None:
        self._bar = bar
        self._words = words
        self._actions = actions
        for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()
        bar.clear()

    def add(self, title: str, *names: str | QMenu | QAction | None) -> QMenu:
        """A menu of these verbs by name, submenus and actions; None is a line."""
        menu = QMenu(self._words.say(title), self._bar)
        self._bar.addMenu(menu)
        for name in names:
            if name is None:
                menu.addSeparator()
            elif isinstance(name, QMenu):
                keep_letters(name)
                menu.addMenu(name)
            else:
                menu.addAction(self._actions[name] if isinstance(name, str) else name)
        keep_letters(menu)
        return menu

    def submenu(self, title: str, icon: str = "") -> QMenu:
        """A submenu to be filled and added."""
        menu = QMenu(self._words.say(title), self._bar)
        menu.setObjectName(icon)
        return menu

    def choice(self, title: str, names: Mapping[Any, str], chosen: str, choose: Callable[[str], None]) -> QMenu:
        """A submenu of which one entry is chosen; `names` are words by key."""
        menu = self.submenu(title)
        group = QActionGroup(menu)
        for key, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _checked=False, key=key: choose(key))
            group.addAction(action)
        return menu
