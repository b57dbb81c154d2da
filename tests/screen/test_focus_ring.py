"""Where the keyboard is, is seen, also where nothing is selected."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.screen.findings.pane import FindingsList
from delegation_planner.screen.focus_ring import FocusRing
from tests.screen.windows import a_window

pytestmark = pytest.mark.usefixtures("qtbot")


def focused_view() -> QAbstractScrollArea:
    view = QApplication.focusWidget()
    assert isinstance(view, QAbstractScrollArea)
    return view


def edge(view: QAbstractScrollArea) -> QColor:
    return view.grab().toImage().pixelColor(QPoint(1, view.height() // 2))


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("pane", ["participants", "schedule", "documents", "findings"])
def test_a_pane_that_gets_the_keyboard_shows_it(tmp_path: Path, qtbot: QtBot, pane: str, look: str) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        findings = window.findChild(FindingsList)
        qtbot.waitUntil(lambda: findings is not None and findings.isVisible())
        window.use_look(look)
        window.around.theme.dressing.finish()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        assert window.panes is not None
        window.panes.go_to(pane)
        view = focused_view()
        ring = window.around.theme.color("focus")
        assert edge(view) == ring
        window.panes.go_on(1)
        assert edge(view) != ring


def test_the_mouse_needs_no_ring(tmp_path: Path) -> None:
    with a_window(tmp_path) as window:
        window.complete()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        assert window.panes is not None
        window.panes.go_to("documents")
        view = focused_view()
        window.panes.go_to("documents")
        assert len([ring for ring in view.findChildren(FocusRing) if ring.isVisible()]) == 1
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
        assert not any(ring.isVisible() for ring in view.findChildren(FocusRing))
