"""The rundown's sheet: its columns' widths, the arrows that show minute steps, and what is dragged over it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from delegation_planner.screen.dragging import ITEMS, PEOPLE, drag, ids_in
from delegation_planner.screen.fields.typing_table import TypingTable
from delegation_planner.screen.rows_model import RowsModel
from delegation_planner.screen.schedule.columns import GIVES_WAY, TITLE_AT_LEAST, WIDTHS
from delegation_planner.screen.schedule.delegate import SheetDelegate, toggle_rect
from delegation_planner.screen.schedule.rows import DayRow, ItemRow, RundownRow, StepRow
from delegation_planner.screen.theme import Theme

ROW_HEIGHT = 30


class Sheet(TypingTable):
    """`toggled(item id)` asks to show or hide the minute steps of an item: by its arrow or by Space.

    People who are dropped on an item and items that are dropped on a day are told by `people_dropped(item id, ids)`
    and `items_dropped(day, ids)`. Rows that are selected already can be dragged.
    """

    toggled = Signal(str)
    people_dropped = Signal(str, object)
    items_dropped = Signal(int, object)

    def __init__(
        self, model: RowsModel[RundownRow], delegate: SheetDelegate, theme: Theme, label: Callable[[int], str]
    ) -> None:
        """`label` says how many items are dragged."""
        super().__init__(model, delegate, ROW_HEIGHT)
        self._theme = theme
        self._label = label
        self._width = 0
        self._pressed: QPoint | None = None
        self._waiting = False
        self._over = False
        self._target: str | None = None
        self.setAcceptDrops(True)
        for at, column in enumerate(model.columns):
            self.setColumnWidth(at, WIDTHS[column.key])
        self._widths = dict(WIDTHS)
        self._hidden: frozenset[str] = frozenset()
        self._kept: frozenset[str] = frozenset()
        self.horizontalHeader().sectionResized.connect(self._note_width)

    def choose_columns(self, hidden: Iterable[str], kept: Iterable[str]) -> None:
        """Columns that somebody does not want, and those that somebody wants however narrow the sheet is."""
        self._hidden, self._kept = frozenset(hidden), frozenset(kept)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Some columns give way where the sheet is too narrow; the activity takes what is left, or what it needs."""
        left_out = set(self._hidden)
        others = sum(width for key, width in self._widths.items() if key != "title" and key not in left_out)
        for key in GIVES_WAY:
            if 0 < self._width < others + TITLE_AT_LEAST and key not in left_out | self._kept:
                left_out.add(key)
                others -= self._widths[key]
        for at, column in enumerate(self.rows.columns):
            if self.isColumnHidden(at) != (column.key in left_out):
                self.setColumnHidden(at, column.key in left_out)
        self.setColumnWidth(self.rows.column_of("title"), max(TITLE_AT_LEAST, self._width - others))

    def _note_width(self, at: int, _before: int, width: int) -> None:
        if width > 0:  # a column that is hidden has none, and gets its own back
            self._widths[self.rows.columns[at].key] = width

    def _on_arrow(self, index: QModelIndex, point: QPoint) -> bool:
        on_title = self.rows.columns[index.column()].key == "title"
        return on_title and toggle_rect(self.visualRect(index)).contains(point)

    def dragged_ids(self) -> tuple[str, ...]:
        """The selected items."""
        rows = (self.rows.row_at(index) for index in self.selectionModel().selectedRows())
        return tuple(row.id for row in rows if isinstance(row, ItemRow))

    def _may_drag(self, event: QMouseEvent, index: QModelIndex) -> bool:
        """A plain press on a row that is selected already may begin a drag; on any other it selects."""
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        changeable = bool(self.editTriggers()) and not isinstance(self.rows.row_at(index), StepRow)
        return plain and changeable and index.isValid() and self.selectionModel().isSelected(index)

    def _drag(self) -> None:
        ids = self.dragged_ids()
        if ids:
            drag(self, self._theme, ITEMS, ids, self._label(len(ids)))

    def _target_at(self, point: QPoint, data: QMimeData) -> str | None:
        """The row that a drop goes to: the item under the pointer for people, the head of its day for items."""
        index = self.indexAt(point)
        row = self.rows.row_at(index)
        if data.hasFormat(PEOPLE):
            return row.item_id if isinstance(row, StepRow) else row.id if isinstance(row, ItemRow) else None
        while index.isValid():
            node = self.rows.node_at(index)
            if node is not None and isinstance(node.row, DayRow):
                return node.id
            index = index.siblingAtRow(index.row() - 1)
        return None

    def _aim_at(self, target: str | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._width = event.size().width()
        self.fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.rows.row_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Space and isinstance(row, ItemRow) and row.steps:
            self.toggled.emit(row.id)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        if isinstance(row, ItemRow) and row.steps and self._on_arrow(index, event.position().toPoint()):
            self.toggled.emit(row.id)
            return
        self._over = False
        self._pressed = event.position().toPoint() if self._may_drag(event, index) else None
        self._waiting = self._pressed is not None and len(self.selectionModel().selectedRows()) > 1
        if not self._waiting:  # a press on one of several would leave that one alone selected
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._over:  # what follows a drag selects nothing
            return
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._drag()
            self._pressed, self._waiting = None, False
            self._over = True

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._waiting:  # it was no drag: now the press does what it does elsewhere
            at, button = event.position(), event.button()
            super().mousePressEvent(
                QMouseEvent(QEvent.Type.MouseButtonPress, at, event.globalPosition(), button, button, event.modifiers())
            )
        self._pressed = None
        super().mouseReleaseEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if self.editTriggers() and (data.hasFormat(PEOPLE) or data.hasFormat(ITEMS)):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        target = self._target_at(point, event.mimeData())
        self._aim_at(target)
        event.setAccepted(target is not None)
        edge = 24
        if point.y() < edge or point.y() > self.viewport().height() - edge:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-ROW_HEIGHT if point.y() < edge else ROW_HEIGHT))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim_at(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        target = self._target_at(event.position().toPoint(), data)
        self._aim_at(None)
        row = self.rows.row_at(self.rows.index_of(target))
        if row is None:
            return
        event.acceptProposedAction()
        people = ids_in(PEOPLE, data)
        if people and isinstance(row, ItemRow):
            self.people_dropped.emit(row.id, people)
        elif isinstance(row, DayRow):
            self.items_dropped.emit(row.day, ids_in(ITEMS, data))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.rows.index_of(self._target)
        if index.isValid():
            rect = self.visualRect(index)
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
            painter.drawRect(QRect(1, rect.top() + 1, self.viewport().width() - 2, rect.height() - 2))
            painter.end()
