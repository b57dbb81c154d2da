"""What stands in which menu."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from delegation_planner.screen.actions import LANGUAGE_NAMES, PANES, SCHEME_NAMES, Actions, MenuBar
from delegation_planner.screen.menu_letters import escaped, give_letters, keep_letters, without_letter
from delegation_planner.screen.panes import Panes
from delegation_planner.screen.schedule.pane import VIEWS, SchedulePane
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words, mark


class Choices(NamedTuple):
    """What the menus' own entries do: a recent plan, a pane, a look, a language."""

    open_path: Callable[[Path], None]
    forget_recent: Callable[[], None]
    use_look: Callable[[str], None]
    speak: Callable[[str], None]


class Menus:
    """The whole menu bar; made anew with each language and each plan."""

    def __init__(self, bar: QMenuBar, words: Words, theme: Theme, verbs: Actions, choices: Choices) -> None:
        self._bar = MenuBar(bar, words, verbs)
        self._actions = verbs
        self._words = words
        self._theme = theme
        self._choices = choices
        self.recent: QMenu = self._bar.submenu(mark("Open recent"))

    def fill(self, panes: Panes | None) -> None:
        """Every menu; those of the panes only while a plan is open."""
        add = self._bar.add
        add(
            mark("&File"), "new_visit", "copy_visit", "open", self.recent, None, "save_copy", "keep_version", "restore",
            "take_over", None, "remove_personal_data", None, "close_plan", "quit",
        )  # fmt: skip
        add(mark("&Edit"), "undo", "redo", None, "cut", "copy", "paste", "delete", None, "find_anything", "find")
        looks = {scheme: self._words.say(name) for scheme, name in SCHEME_NAMES.items()}
        look = self._bar.choice(mark("Look"), looks, self._theme.scheme, self._choices.use_look)
        language = self._bar.choice(mark("Language"), LANGUAGE_NAMES, self._words.language, self._choices.speak)
        if panes is None:
            add(mark("&View"), look, language)
        else:
            add(mark("&View"), *self._toggles(panes), None, self._go_to(panes), "reset_layout", None, look, language)
            self._fill_programme(add(mark("&Programme")), panes.schedule)
            menus = {"participants": add(mark("Peop&le")), "documents": add(mark("&Documents"))}
            self._fill_when_complete(panes, menus)
            add(mark("Edi&tions"), "draft", "issue", None, "pack", "editions")
        add(mark("E&xport"), "export", "print", None, "export_folder")
        add(mark("&Help"), "guide", "shortcuts", None, "welcome", "sample_afresh", None, "about")

    def _fill_programme(self, menu: QMenu, schedule: SchedulePane) -> None:
        """The verbs of the view that the schedule shows, and now and then of another one."""
        shift, seen = self._bar.submenu(mark("Shift")), self._bar.submenu(mark("What is shown"))
        shift.addActions(schedule.shift.actions)
        keep_letters(shift)
        keep_letters(seen)

        def fill() -> None:
            menu.clear()
            seen.clear()
            seen.addActions(schedule.of_looking())
            give_letters(seen)
            apart = {*shift.actions(), *seen.actions()}
            menu.addActions([action for action in schedule.actions() if action not in apart])
            menu.addSeparator()
            menu.addMenu(shift)
            menu.addMenu(seen)
            menu.addAction(self._actions["visit"])
            menu.addAction(self._actions["settings"])
            give_letters(menu)

        schedule.verbs_changed.connect(fill)
        fill()

    def show_recent(self, paths: list[Path]) -> None:
        """List the plans that were open lately; nobody asks the disk whether they are still there."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(escaped(path.name))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._choices.open_path(path))
        if paths:
            self.recent.addSeparator()
            self.recent.addAction(self._words.say("Forget these"), self._choices.forget_recent)
        give_letters(self.recent)
        self.recent.setEnabled(bool(paths))

    def _fill_when_complete(self, panes: Panes, menus: dict[str, QMenu]) -> None:
        """Each pane brings its verbs; those at the sides are made after the window has shown itself."""

        def fill() -> None:
            for name, menu in menus.items():
                menu.addActions(panes.panes[name].actions())
                give_letters(menu)

        if panes.is_complete:
            fill()
        else:
            panes.completed.connect(fill)

    def _toggles(self, panes: Panes) -> list[QAction]:
        toggles = {name: QAction(self._words.say(PANES[name]), panes) for name in PANES}
        for name, action in toggles.items():
            action.setCheckable(True)
            action.setChecked(panes.is_shown(name))
            action.triggered.connect(lambda shown, name=name: panes.show_pane(name, shown=shown))

        def follow() -> None:
            for name, action in toggles.items():
                action.setChecked(panes.is_shown(name))

        panes.shown_changed.connect(follow)
        return list(toggles.values())

    def _go_to(self, panes: Panes) -> QMenu:
        menu = self._bar.submenu(mark("Go to"))
        for number, (name, title) in enumerate(PANES.items(), 1):
            action = menu.addAction(self._words.say(title), QKeySequence(f"Alt+{number}"))
            action.triggered.connect(lambda _checked=False, name=name: panes.go_to(name))
        menu.addSeparator()
        for text, keys, step in ((mark("Next pane"), "F6", 1), (mark("Previous pane"), "Shift+F6", -1)):
            action = menu.addAction(self._words.say(text), QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, step=step: panes.go_on(step))
        menu.addSeparator()
        for number, (view, title) in enumerate(VIEWS.items(), 1):
            action = menu.addAction(self._words.say(title), QKeySequence(f"Ctrl+Alt+{number}"))
            action.triggered.connect(lambda _checked=False, view=view: panes.show_schedule_as(view))
        return menu


def shortcut_groups(bar: QMenuBar) -> list[tuple[str, list[QAction]]]:
    """The menus' titles and actions, submenus after their menu's own."""
    return [
        (action.text(), [inner for _, inner in placed(menu.actions())])
        for action in bar.actions()
        if isinstance(menu := action.menu(), QMenu)
    ]


def placed(actions: Sequence[QAction], where: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], QAction]]:
    """Each action with the names of the menus in which it stands, the outermost first."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from placed(menu.actions(), (*where, without_letter(action.text())))
        else:
            yield where, action
