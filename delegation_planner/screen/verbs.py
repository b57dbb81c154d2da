"""The verbs of a pane as actions: named, with their shortcut, held inside the pane."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget


def add_verb(
    pane: QWidget, text: str, act: Callable[[], object], shortcut: str = "", icon: QIcon | None = None, name: str = ""
) -> QAction:
    """An action of the pane, in the order in which menus show it.

    `shortcut` in Qt's portable form ("Alt+PgUp") holds while the keyboard is in the pane; `name` is one of "copy",
    "paste" and "delete" for those that the window's Edit menu looks for.
    """
    action = QAction(text, pane)
    if icon is not None:
        action.setIcon(icon)
    if shortcut:
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked=False: act())
    pane.addAction(action)
    return action


def add_separator(pane: QWidget) -> None:
    """A line between two groups of verbs."""
    line = QAction(pane)
    line.setSeparator(True)
    pane.addAction(line)
