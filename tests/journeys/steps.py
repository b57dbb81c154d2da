"""What every journey does: press, click, type, answer what asks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.menu_letters import without_letter
from delegation_planner.screen.panes import Panes

D = TypeVar("D", bound=QDialog)
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
PATIENCE_MS = 20
MOST_WAITS = 100


def desk_of(window: MainWindow) -> Desk:
    """The desk of the open plan."""
    assert window.desk is not None
    return window.desk


def panes_of(window: MainWindow) -> Panes:
    """The panes of the open plan, all of them made."""
    window.complete()
    assert window.panes is not None
    return window.panes


def item(plan: Plan, code: str) -> ProgrammeItem:
    """The item of that number."""
    return next(row for row in plan.rows(ProgrammeItem) if row.code == code)


def activate(window: QWidget) -> None:
    """Bring the window to the front, as after a dialog of the system."""
    for _ in range(MOST_WAITS):
        if window.isActiveWindow():
            return
        window.activateWindow()
        QTest.qWait(PATIENCE_MS)
    raise AssertionError(window)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is in the window."""
    activate(window)
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QApplication.processEvents()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click with the left button, in the middle if not told where."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at if at is not None else widget.rect().center())
    QApplication.processEvents()


def click_verb(where: QWidget, verb: str) -> None:
    """Click on the button that is seen and says this."""
    [button] = [
        each
        for each in where.findChildren(QAbstractButton)
        if verb in (without_letter(each.text()), each.accessibleName()) and each.isVisible()
    ]
    click(button)


@contextmanager
def in_dialog(kind: type[D], act: Callable[[D], object]) -> Iterator[list[D]]:
    """Do this in the next dialog of a kind that asks; it must come, and take what was done as its answer."""
    results: list[int] = []
    met: list[D] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and not met:
            met.append(dialog)
            dialog.finished.connect(results.append)
            activate(dialog)
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()  # else the test would wait for ever

    timer.timeout.connect(look)
    timer.start(PATIENCE_MS)
    try:
        yield met
    finally:
        timer.stop()
    assert len(met) == 1
    assert results == [QDialog.DialogCode.Accepted.value]
