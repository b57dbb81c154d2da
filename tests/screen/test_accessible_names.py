"""Everything that the keyboard reaches says what it is and what it is called, in every state and every language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

from delegation_planner.plan.kinds import Language
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.preview.pages_view import PagesView
from tests.screen.windows import a_window
from tests.shots.dialogs import dialogs
from tests.shots.panels import panels
from tests.shots.plans import other_plans
from tests.shots.schedule import schedule
from tests.shots.selections import selections
from tests.shots.troubles import troubles

pytestmark = pytest.mark.usefixtures("qtbot")
LANGUAGES: tuple[Language, ...] = ("en", "id")
Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QAbstractButton, {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.ButtonDropDown}),
    (QComboBox, {Role.ComboBox}),
    (QAbstractSpinBox, {Role.SpinBox}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QTextEdit, {Role.EditableText, Role.StaticText, Role.Document}),
    (QAbstractItemView, {Role.List, Role.Table, Role.Tree}),
    (QTabBar, {Role.PageTabList}),
    (QSlider, {Role.Slider}),
    (QScrollArea, {Role.Client}),
    (PagesView, {Role.Client}),
)
"""What a screen reader is told that a widget is."""
NO_ROLES = {Role.NoRole, Role.Client, Role.Window, Role.Whitespace}


def unspoken(root: QWidget) -> set[str]:
    """What can have the keyboard below a widget, is seen, and has no accessible name or a role that misleads."""
    found = set()
    for widget in root.findChildren(QWidget):
        reached = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        if not reached or not widget.isVisibleTo(root) or widget.focusProxy() is not None or widget.isWindow():
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        place = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        if not told.text(QAccessible.Text.Name).strip():
            found.add(f"{place}: no name")
        right = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
        if (told.role() not in right) if right is not None else (told.role() in NO_ROLES):
            found.add(f"{place}: {told.role()}")
    return found


def states(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every state of the window that pictures are taken of."""
    for scenes in (selections, schedule, panels, troubles, other_plans):
        yield from scenes(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_the_window_is_spoken(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        found = {}
        for name, widget in states(window):
            window.complete()
            QApplication.processEvents()
            found[name] = unspoken(widget)
        assert {name: places for name, places in found.items() if places} == {}
        assert len(found) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_is_spoken(tmp_path: Path, language: Language) -> None:
    with a_window(tmp_path, language) as window:
        found = {}
        for name, dialog in dialogs(window):
            dialog.show()
            assert dialog.windowTitle()
            found[name] = unspoken(dialog)
            dialog.close()
        assert {name: places for name, places in found.items() if places} == {}
        assert len(found) > 20
