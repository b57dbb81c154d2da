"""What tests of panes do alike: show one, type as a person does, look for what has no name."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

P = TypeVar("P", bound=QWidget)


def shown(qtbot: QtBot, pane: P, width: int = 1100, height: int = 700) -> P:
    """The pane on the screen, active; closed after the test."""
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def give_keyboard(widget: QWidget) -> None:
    """Put the keyboard into a widget; without a window manager a closed list may have left nobody active."""
    taking = widget.focusProxy() or widget
    taking.window().activateWindow()
    taking.setFocus()
    for _ in range(100):
        if taking.hasFocus():
            return
        QTest.qWait(10)
    raise AssertionError(taking)


def focused() -> QWidget:
    """The widget that keys go to: an open list, else the one that the keyboard is in."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str, key: Qt.Key | None = None) -> None:
    """Type into whatever has the keyboard, and press a key after it."""
    for letter in text:
        QTest.keyClicks(focused(), letter)  # the first one may open an editor, which then gets the others
    if key is not None:
        QTest.keyClick(focused(), key)
    QApplication.processEvents()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def click(view: QAbstractItemView, index: QModelIndex, *, double: bool = False) -> None:
    """Click on a row near its left."""
    view.scrollTo(index)
    place = view.visualRect(index).topLeft() + QPoint(50, 8)
    act = QTest.mouseDClick if double else QTest.mouseClick
    if double:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    act(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()


def pull(view: QAbstractItemView, start: QPoint, end: QPoint) -> list[dict[str, list[str]]]:
    """Press at a point of a view, move to another one and let go; what was dragged by it, by its form.

    Without a screen a drag ends where it begins, so what follows is for `drop`.
    """
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before = view.findChildren(QDrag)
    QTest.mousePress(view.viewport(), left, plain, start)
    for step in range(1, 4):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 3)
    QTest.mouseRelease(view.viewport(), left, plain, end)
    carried = [drag.mimeData() for drag in view.findChildren(QDrag) if drag not in before]
    return [{form: bytes(data.data(form).data()).decode().split("\n") for form in data.formats()} for data in carried]


def drop(view: QAbstractScrollArea, data: QMimeData, point: QPoint) -> bool:
    """Drag this over a point of a view and let go; whether it was taken."""
    how = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(point, how, data, left, plain)
    view.dragEnterEvent(entering)
    if not entering.isAccepted():
        return False
    moving = QDragMoveEvent(point, how, data, left, plain)
    view.dragMoveEvent(moving)
    QApplication.processEvents()
    if moving.isAccepted():
        view.dropEvent(QDropEvent(QPointF(point), how, data, left, plain))
    return moving.isAccepted()


@contextmanager
def type_and_press(text: str, verb: str) -> Iterator[list[str]]:
    """Answer the next dialog that asks for a line of text; yields the questions that were asked."""
    asked: list[str] = []
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and not asked:
            asked.append(dialog.windowTitle())
            dialog.findChildren(QLineEdit)[0].setText(text)
            next(button for button in dialog.findChildren(QAbstractButton) if button.text() == verb).click()

    timer.timeout.connect(look)
    timer.start(20)
    try:
        yield asked
    finally:
        timer.stop()


def nameless(pane: QWidget) -> list[Any]:
    """Every widget that takes the keyboard and tells nobody what it is."""
    found = []
    for widget in pane.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        in_a_popup = widget.window() is not pane.window()
        if takes_keys and not named and not in_a_popup and not isinstance(widget, QTabBar):
            found.append(widget)
    return found


def rich_labels(pane: QWidget) -> list[str]:
    """The texts of labels that would read HTML in what they show."""
    labels = pane.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and label.textFormat() != Qt.TextFormat.PlainText]
