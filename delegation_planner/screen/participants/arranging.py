"""The menu that arranges the participants: by delegation, or as a list sorted by one of its headings."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.menu_letters import keep_letters
from delegation_planner.screen.participants.list_rows import HEADINGS, Heading


def arranging_menu(
    desk: Desk, pane: QWidget, now: Callable[[], Heading | None], arrange: Callable[[Heading | None], None]
) -> QAction:
    """An action with the menu; `now` tells what has the tick (None is by delegation), `arrange` carries out another."""
    say = desk.say
    action = QAction(desk.theme.icon("sort"), say("Arrange"), pane)
    menu = QMenu(pane)
    group = QActionGroup(pane)
    ways: dict[Heading | None, str] = {None: say("By delegation")}
    ways |= {heading: say("List by: {heading}", heading=say(title)) for heading, title in HEADINGS.items()}
    entries = {way: menu.addAction(words) for way, words in ways.items()}
    for way, entry in entries.items():
        entry.setCheckable(True)
        group.addAction(entry)
        entry.triggered.connect(lambda _checked=False, way=way: arrange(way))
    menu.insertSeparator(entries["order"])
    menu.aboutToShow.connect(lambda: entries[now()].setChecked(True))
    keep_letters(menu)
    action.setMenu(menu)
    return action
