"""Ctrl+K in the window: finds in the plan that is open and in the menus."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.about import keys_of, name_of
from delegation_planner.screen.finder.answers import Command, Finder
from delegation_planner.screen.finder.panel import FinderPanel
from delegation_planner.screen.menus import placed
from delegation_planner.screen.panes import Panes
from delegation_planner.session.plan_session import PlanChanged


class FindAnything(QObject):
    """Goes with the panes: made when it is first asked for, it follows the plan from then on."""

    def __init__(self, desk: Desk, panes: Panes) -> None:
        super().__init__(panes)
        self._desk = desk
        self._panes = panes
        self._finder = Finder(desk.plan, desk.words, ())
        desk.plan_changed.connect(self._follow)

    def panel(self, window: QWidget, bar: QMenuBar, under: QWidget) -> FinderPanel:
        """The panel, with the commands that the menus offer now."""
        actions = _commands(bar)
        self._finder.offer(sorted((command for command, _ in actions), key=lambda command: not command.keys))
        by_name = {command.name: action for command, action in actions}
        return FinderPanel(window, self._desk, self._finder, by_name, self._panes.show_row, under=under)

    def _follow(self, told: PlanChanged) -> None:
        self._finder.follow(told.plan, told.changes)


def _commands(bar: QMenuBar) -> list[tuple[Command, QAction]]:
    found: list[tuple[Command, QAction]] = []
    for where, action in placed(bar.actions()):  # one finds it by any of their names
        if action.isEnabled() and not action.isSeparator() and action.objectName() != "find_anything":
            found.append((Command(str(len(found)), name_of(action), " › ".join(where), keys_of(action)), action))
    return found
