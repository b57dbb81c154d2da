"""Grids shown on a plan, and where to press on them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.schedule.grid.lanes import Block
from delegation_planner.screen.schedule.grid.view import GridView

SIZE = (806, 700)


def a_grid(qtbot: QtBot, desk: Desk, size: tuple[int, int] = SIZE) -> GridView:
    """The grid of a desk, shown at a size and with the keyboard."""
    view = GridView(desk)
    qtbot.addWidget(view)
    view.resize(*size)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


def item(view: GridView, code: str) -> ProgrammeItem:
    """The item of that number as it is now."""
    return next(row for row in view.desk.plan.rows(ProgrammeItem) if row.code == code)


def times(view: GridView, code: str) -> tuple[int, str, int, str]:
    """When the item of that number is."""
    row = item(view, code)
    return row.start_day, row.start_time, row.end_day, row.end_time


def block_of(view: GridView, code: str) -> Block:
    """The first block of an item."""
    return view.book.blocks_of(item(view, code).id)[0]


def on(view: GridView, code: str, dy: int | None = None) -> QPoint:
    """A point on an item: in its middle, or so far below its top (above its bottom if negative)."""
    box = view.box_of(block_of(view, code))
    y = box.y + box.height / 2 if dy is None else box.y + dy if dy >= 0 else box.bottom + dy
    return QPoint(round(box.x + min(30, box.width / 2)), round(y))


def at(view: GridView, day: int, minute: int, dx: int = 20) -> QPoint:
    """A point on a day at a minute."""
    scale = view.scale
    x = scale.column_x(scale.days.index(day)) + scale.origin[0] + dx
    return QPoint(round(x), round(scale.y_of(minute) + scale.origin[1]))


def drag(
    view: GridView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press, move in three steps, let go."""
    hold(view, start, end, modifiers)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, modifiers, end)


def hold(
    view: GridView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and move, the button still down."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, modifiers, start)
    middle = QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2)
    for point in (middle, end + QPoint(1, 1), end):
        move(view, point, modifiers)


def move(view: GridView, point: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Move the pointer with the button down; QTest gives a move no modifiers of its own."""
    viewport = view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(viewport.mapToGlobal(point)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, modifiers,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
