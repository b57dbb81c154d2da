"""The window opens on its schedule; the panes at its sides come once it has been painted, or when asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from typing_extensions import override

from delegation_planner.screen.actions import PANES
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.panes import Panes
from delegation_planner.screen.participants.pane import ParticipantsPane
from delegation_planner.screen.schedule.rundown import RundownView
from tests.screen.panes import press
from tests.screen.windows import a_window

SIDES = ("participants", "findings", "documents", "details")


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    assert qtbot is not None
    with a_window(tmp_path, shown=False) as made:
        yield made


class FirstPaint(QObject):
    """Notes whether the panes were complete when the window was first painted."""

    def __init__(self, panes: Panes) -> None:
        super().__init__(panes)
        self.complete_by_then: list[bool] = []
        self._panes = panes
        panes.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.complete_by_then.append(self._panes.is_complete)
        return False


def panes_of(window: MainWindow) -> Panes:
    assert window.panes is not None
    return window.panes


def test_the_schedule_is_painted_before_the_sides_are_made(window: MainWindow, qtbot: QtBot) -> None:
    panes = panes_of(window)
    painted = FirstPaint(panes)
    window.show()
    with qtbot.waitSignal(panes.completed):
        pass
    assert painted.complete_by_then[0] is False
    assert list(panes.panes) == list(PANES)
    assert all(panes.panes[name].isVisible() for name in PANES)


def test_each_pane_at_the_sides_is_made_in_a_turn_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    panes = panes_of(window)
    made: list[str] = []
    panes.pane_made.connect(made.append)
    by_turn: list[int] = []
    every_turn = QTimer()
    every_turn.timeout.connect(lambda: by_turn.append(len(made)))
    every_turn.start(0)
    window.show()
    with qtbot.waitSignal(panes.completed):
        pass
    assert made == [name for name in PANES if name != "schedule"]
    assert {1, 2, 3} <= set(by_turn)


def test_panes_that_are_closed_are_made_last(tmp_path: Path, qtbot: QtBot) -> None:
    with a_window(tmp_path) as first:
        panes_of(first).show_pane("participants", shown=False)
    with a_window(tmp_path) as again:
        made: list[str] = []
        panes_of(again).pane_made.connect(made.append)
        with qtbot.waitSignal(panes_of(again).completed):
            pass
        assert made == ["documents", "findings", "details", "participants"]


def test_until_then_there_are_rows_and_titles_and_no_findings(window: MainWindow) -> None:
    panes = panes_of(window)
    assert not panes.is_complete
    assert panes.schedule.shown == "grid"
    assert panes.schedule.grid.book.days == (1, 2, 3, 4, 5)
    titles = {label.text() for label in panes.findChildren(QLabel)}
    assert {"Participants", "Findings", "Documents", "Details"} <= titles
    assert window.desk is not None
    assert window.desk.findings == ()


def test_findings_come_to_the_toolbar_and_the_rundown(window: MainWindow) -> None:
    panes = panes_of(window)
    assert window.desk is not None
    assert window.tool_bar is not None
    assert window.tool_bar.findings.accessibleName().endswith("0 errors, 0 warnings, 0 notes")
    panes.schedule.show_view("rundown")
    window.show()
    window.complete()
    assert len(window.desk.findings) > 0
    QApplication.processEvents()
    assert not window.tool_bar.findings.accessibleName().endswith("0 errors, 0 warnings, 0 notes")
    marked = [row for row in rows_of(panes.schedule.rundown) if getattr(row, "mark", None) is not None]
    assert marked


@pytest.mark.parametrize("name", SIDES)
def test_who_asks_for_a_pane_gets_it(window: MainWindow, name: str) -> None:
    panes = panes_of(window)
    panes.go_to(name)
    assert panes.is_complete
    assert panes.with_focus() in (None, panes.panes[name])  # nobody has the keyboard in a window not shown


def test_a_closed_pane_stays_closed_when_it_is_made(tmp_path: Path, qtbot: QtBot) -> None:
    assert qtbot is not None
    with a_window(tmp_path) as first:
        panes_of(first).show_pane("documents", shown=False)
    with a_window(tmp_path) as again:
        again.complete()
        QApplication.processEvents()
        assert [name for name in PANES if not panes_of(again).is_shown(name)] == ["documents"]
        assert not panes_of(again).panes["documents"].isVisible()


def test_the_menus_hold_the_verbs_of_panes_made_later(window: MainWindow) -> None:
    window.complete()
    menus = {action.text(): action.menu() for action in window.menuBar().actions()}
    people, documents = menus["Peop&le"], menus["&Documents"]
    assert isinstance(people, QMenu)
    assert isinstance(documents, QMenu)
    assert "Add a person" in [without_letter(action.text()) for action in people.actions()]
    assert documents.actions() == panes_of(window).panes["documents"].actions()


def test_keys_wait_for_the_pane(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert panes_of(window).with_focus() is panes_of(window).panes["participants"]


def rows_of(rundown: RundownView) -> list[object]:
    model = rundown.model
    return [model.row_at(model.index(at, 0)) for at in range(model.rowCount())]


def test_a_pane_is_made_in_one_turn_and_shown_in_the_next(window: MainWindow) -> None:
    panes = panes_of(window)
    window.show()
    turns = (panes.findChild(ParticipantsPane) for _ in range(1000) if QApplication.processEvents() is None)
    made = next(pane for pane in turns if pane is not None)
    assert made.isHidden()
    QApplication.processEvents()
    assert made.isVisible()
    assert made.updatesEnabled()
