"""Drags from the first press of the mouse to the drop: all is Qt's own but `QDrag.exec`, which needs a window system.

In its place the very data of the drag goes, as a window system would send it, to whatever lies under a point.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Carried(NamedTuple):
    """A drag: its source, what it carried by form, the size of the card under the pointer, and what came of it."""

    source: QWidget
    forms: dict[str, bytes]
    card: QSize
    answer: Qt.DropAction


@contextmanager
def dropping(monkeypatch: pytest.MonkeyPatch, target: Callable[[], tuple[QWidget, QPoint]]) -> Iterator[list[Carried]]:
    """Drags that begin go to this point of a widget and are let go there; yields what they were."""
    done: list[Carried] = []

    def execute(drag: QDrag, supported: Qt.DropAction, _usual: Qt.DropAction) -> Qt.DropAction:
        data = drag.mimeData()
        widget, point = target()
        answer = _let_go_over(widget, point, drag, supported)
        forms = {form: bytes(data.data(form).data()) for form in data.formats()}
        source = drag.source()
        assert isinstance(source, QWidget)
        done.append(Carried(source, forms, drag.pixmap().size(), answer))
        return answer

    with monkeypatch.context() as patched:
        patched.setattr(QDrag, "exec", execute)
        yield done


def pull_out(view: QAbstractItemView, start: QPoint) -> None:
    """Press at a point of a list and move until a drag begins."""
    far = QApplication.startDragDistance()
    QTest.mousePress(view.viewport(), _LEFT, _PLAIN, start)
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), start + QPoint(far * step, 0))
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), _LEFT, _PLAIN, start + QPoint(far * 4, 0))


def _let_go_over(widget: QWidget, point: QPoint, drag: QDrag, supported: Qt.DropAction) -> Qt.DropAction:
    """What a window system sends: it enters, moves, and is dropped where it is welcome; else it leaves."""
    window = widget.window()
    under = window.childAt(widget.mapTo(window, point))
    taker: QWidget | None = under
    while taker is not None and not taker.acceptDrops():
        taker = taker.parentWidget()
    assert taker is not None, "nothing there takes drops"
    at, data = taker.mapFrom(window, widget.mapTo(window, point)), drag.mimeData()
    entering = QDragEnterEvent(at, supported, data, _LEFT, _PLAIN)
    QApplication.sendEvent(taker, entering)
    if entering.isAccepted():
        moving = QDragMoveEvent(at, supported, data, _LEFT, _PLAIN)
        QApplication.sendEvent(taker, moving)
        if moving.isAccepted():
            dropped = QDropEvent(QPointF(at), supported, data, _LEFT, _PLAIN)
            QApplication.sendEvent(taker, dropped)
            return dropped.dropAction() if dropped.isAccepted() else Qt.DropAction.IgnoreAction
        QApplication.sendEvent(taker, QDragLeaveEvent())
    return Qt.DropAction.IgnoreAction
