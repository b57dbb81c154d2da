"""Everything that the keyboard reaches says what it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.main_window import MainWindow
from tests.screen.windows import a_window
from tests.shots.dialogs import dialogs

pytestmark = pytest.mark.usefixtures("qtbot")


def nameless(root: QWidget) -> list[str]:
    """What can have the keyboard below a widget, is seen, and has no accessible name."""
    found = []
    for widget in root.findChildren(QWidget):
        reached = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        if not reached or not widget.isVisibleTo(root) or widget.focusProxy() is not None:
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def states(window: MainWindow) -> Iterator[str]:
    assert window.desk is not None
    yield "nothing selected"
    for kind in (ProgrammeItem, Participant, Document):
        window.desk.selection.choose(kind, [window.desk.plan.rows(kind)[1].id])
        yield kind.__name__
    window.welcome()
    yield "welcome"
    window.export()
    yield "export"


def test_the_window_names_all_that_the_keyboard_reaches(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        assert [(state, nameless(window)) for state in states(window)] == [
            ("nothing selected", []), ("ProgrammeItem", []), ("Participant", []), ("Document", []),
            ("welcome", []), ("export", []),
        ]  # fmt: skip


def test_dialogs_name_all_that_the_keyboard_reaches(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        found = {}
        for name, dialog in dialogs(window):
            dialog.show()
            found[name] = nameless(dialog)
            dialog.close()
        assert {name: names for name, names in found.items() if names} == {}
