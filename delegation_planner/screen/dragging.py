"""What is dragged inside the program: people and groups, and items, as ids that every pane can read."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.painting import paint_text
from delegation_planner.screen.theme import Theme

PEOPLE: Final = "application/x-delegation-planner-people"
"""Ids of participants and groups, one a line."""
ITEMS: Final = "application/x-delegation-planner-items"
"""Ids of programme items, one a line."""
_LABEL: Final = (200, 26)


def carried(form: str, ids: Iterable[Id]) -> QMimeData:
    """These ids as a drag carries them; `form` is PEOPLE or ITEMS."""
    data = QMimeData()
    data.setData(form, "\n".join(ids).encode())
    return data


def ids_in(form: str, data: QMimeData) -> tuple[Id, ...]:
    """The ids that a drag carries in this form; none if it carries something else."""
    if not data.hasFormat(form):
        return ()
    return tuple(bytes(data.data(form).data()).decode("utf-8", "replace").split("\n"))


def drag(source: QWidget, theme: Theme, form: str, ids: Iterable[Id], label: str) -> None:
    """Drag these ids under a card that says what they are, until they are dropped somewhere."""
    dragging = QDrag(source)
    dragging.setMimeData(carried(form, ids))
    dragging.setPixmap(_card(theme, label, source.devicePixelRatioF()))
    dragging.setHotSpot(QPoint(-12, -8))
    dragging.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)


def _card(theme: Theme, label: str, ratio: float) -> QPixmap:
    width, height = _LABEL
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("accent_text"))
    painter.setBrush(theme.color("accent_soft"))
    painter.drawRoundedRect(QRect(0, 0, width - 1, height - 1), 5, 5)
    paint_text(painter, QRect(10, 0, width - 20, height), label, theme.color("ink"), theme.font(12, 500))
    painter.end()
    return picture
