"""The rundown's sheet: walks with Tab and Enter over what can be typed into, and keeps an editor that was refused."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from delegation_planner.screen.rows_model import RowsModel
from delegation_planner.screen.schedule.columns import TITLE_AT_LEAST, WIDTHS
from delegation_planner.screen.schedule.delegate import SheetDelegate, toggle_rect
from delegation_planner.screen.schedule.rows import ItemRow, RundownRow
from delegation_planner.screen.theme import Theme

ROW_HEIGHT = 30
_Action = QAbstractItemView.CursorAction


class Sheet(QTableView):
    """Rows of one height. `toggled(item id)` asks to show or hide the minute steps of an item."""

    toggled = Signal(str)

    def __init__(self, model: RowsModel[RundownRow], delegate: SheetDelegate, theme: Theme) -> None:
        super().__init__()
        self.rows = model
        self.theme = theme
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        for at, column in enumerate(model.columns):
            self.setColumnWidth(at, WIDTHS[column.key])

    def fit_title(self) -> None:
        """The activity takes the width that the other columns leave, but never less than it needs."""
        title = self.rows.column_of("title")
        others = sum(self.columnWidth(at) for at in range(self.rows.columnCount()) if at != title)
        self.setColumnWidth(title, max(TITLE_AT_LEAST, self.viewport().width() - others))

    def begin_typing(self, item_id: str, key: str) -> None:
        """Open the cell of an item for typing."""
        index = self.rows.index_of(item_id, self.rows.column_of(key))
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def step_over(self, *, forward: bool) -> QModelIndex:
        """The next cell that can be typed into, over the ends of rows; the current one if there is none."""
        model, current = self.rows, self.currentIndex()
        columns, rows = model.columnCount(), model.rowCount()
        at = current.row() * columns + current.column()
        way = range(at + 1, rows * columns) if forward else range(at - 1, -1, -1)
        for place in way:
            index = model.index(place // columns, place % columns)
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable and not self.isColumnHidden(index.column()):
                return index
        return current

    def row_over(self, *, down: bool) -> QModelIndex:
        """The same column in the next row that can be typed into."""
        model, current = self.rows, self.currentIndex()
        way = range(current.row() + 1, model.rowCount()) if down else range(current.row() - 1, -1, -1)
        for row in way:
            index = model.index(row, current.column())
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                return index
        return current

    def _on_arrow(self, index: QModelIndex, point: QPoint) -> bool:
        on_title = self.rows.columns[index.column()].key == "title"
        return on_title and toggle_rect(self.visualRect(index)).contains(point)

    @override
    def moveCursor(self, cursorAction: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if cursorAction in (_Action.MoveNext, _Action.MovePrevious):
            return self.step_over(forward=cursorAction == _Action.MoveNext)
        if cursorAction in (_Action.MoveDown, _Action.MoveUp):
            return self.row_over(down=cursorAction == _Action.MoveDown)
        return super().moveCursor(cursorAction, modifiers)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        leaving = hint in (QAbstractItemDelegate.EndEditHint.RevertModelCache, QAbstractItemDelegate.EndEditHint.NoHint)
        if self._delegate.refused(editor) and not leaving:
            editor.setFocus()
            return
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.setCurrentIndex(self.row_over(down=True))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.rows.row_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Space and isinstance(row, ItemRow) and row.steps:
            self.toggled.emit(row.id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.setCurrentIndex(self.row_over(down=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore() if event.text().isprintable() and event.text() else super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_title()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        if isinstance(row, ItemRow) and row.steps and self._on_arrow(index, event.position().toPoint()):
            self.toggled.emit(row.id)
            return
        super().mousePressEvent(event)
