"""What is told of a batch of files beside their list: what failed and why, and what readers have to be told."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.labels import plain_label

HIGHEST: Final = 150


def delivery_notes(desk: Desk, results: Sequence[WriteResult], notes: Sequence[str], width: int) -> QWidget | None:
    """Lines as wide as told, to be scrolled where they are many; None where there is nothing to tell."""
    lines = [
        _line(desk, "mark_error", "error", failure.name, desk.words.error(failure.reason))
        for result in results
        for failure in result.failed
    ]
    lines += [_line(desk, "mark_warning", "warning", note, "") for note in notes]
    if not lines:
        return None
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for line in lines:
        column.addWidget(line)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(sheet)
    wanted = sum(max(line.heightForWidth(width), line.sizeHint().height()) + 2 for line in lines)
    area.setFixedHeight(min(HIGHEST, wanted + 4))
    area.setAccessibleName(desk.say("Notes"))
    return area


def _line(desk: Desk, icon: str, role: str, name: str, state: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 8, 2)
    row.setSpacing(8)
    picture = plain_label()
    picture.setPixmap(desk.theme.icon(icon, role).pixmap(QSize(14, 14), line.devicePixelRatioF()))
    row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label(name, wrap=True), 1)
    if state:
        row.addWidget(plain_label(state, "error", wrap=True), 1)
    return line
