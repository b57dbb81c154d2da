"""The tree of people: they are dragged out of it onto items, and inside it to another place in the order."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.dragging import PEOPLE, drag, ids_in
from delegation_planner.screen.painting import paint_icon
from delegation_planner.screen.participants.rows import GroupRow, ParticipantsRow, PersonRow
from delegation_planner.screen.rows_model import RowsModel
from delegation_planner.screen.theme import Theme


class Place(NamedTuple):
    """Where a dragged person would go: right before whom, and the line that shows it."""

    before: Id
    line: QRect


class PeopleTree(QTreeView):
    """`dropped(person, right before whom)` asks to place a person by hand."""

    dropped = Signal(str, str)

    def __init__(
        self, model: RowsModel[ParticipantsRow], theme: Theme, label: Callable[[int], str], parent: QWidget
    ) -> None:
        """`label` says how many people are dragged."""
        super().__init__(parent)
        self.rows = model
        self.may_order = True
        self._theme = theme
        self._label = label
        self._place: Place | None = None
        self.setModel(model)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def dragged_ids(self) -> tuple[Id, ...]:
        """The selected people and groups."""
        rows = (self.rows.row_at(index) for index in self.selectedIndexes())
        return tuple(row.id for row in rows if isinstance(row, PersonRow | GroupRow))

    def place_at(self, point: QPoint, person_id: Id) -> Place | None:
        """Where a person would go who is dropped at this point; None for nowhere, or for where the person is."""
        index = self.indexAt(point)
        own = self.rows.index_of(person_id)
        if not own.isValid() or not index.isValid() or index.parent() != own.parent():
            return None
        rect = self.visualRect(index)
        below = point.y() > rect.center().y()
        before = index.siblingAtRow(index.row() + 1) if below else index
        if not before.isValid() or before.row() in (own.row(), own.row() + 1):
            return None
        row = self.rows.row_at(before)
        if not isinstance(row, PersonRow):
            return None
        return Place(row.id, QRect(rect.left(), rect.bottom() if below else rect.top(), rect.width(), 0))

    def _show_place(self, place: Place | None) -> None:
        if place != self._place:
            self._place = place
            self.viewport().update()

    @override
    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().drawRow(painter, options, index)
        if self.rows.hasChildren(index):  # after the card of a chosen row, which reaches below the arrow
            name = "chevron_down" if self.isExpanded(index) else "chevron_right"
            middle = options.rect.top() + options.rect.height() // 2
            paint_icon(painter, self._theme, name, QRect(self.visualRect(index).left() - 13, middle - 7, 14, 14))

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Nothing: a row draws its arrow last."""

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        ids = self.dragged_ids()
        if ids:
            drag(self, self._theme, PEOPLE, ids, self._label(len(ids)))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.may_order and len(ids_in(PEOPLE, event.mimeData())) == 1:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        (person_id,) = ids_in(PEOPLE, event.mimeData())
        place = self.place_at(event.position().toPoint(), person_id)
        self._show_place(place)
        event.setAccepted(place is not None)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_place(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        (person_id,) = ids_in(PEOPLE, event.mimeData())
        place = self.place_at(event.position().toPoint(), person_id)
        self._show_place(None)
        if place is not None:
            event.acceptProposedAction()
            self.dropped.emit(person_id, place.before)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._place is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
            line = self._place.line
            painter.drawLine(line.left() + 4, line.top(), line.right() - 4, line.top())
            painter.end()
