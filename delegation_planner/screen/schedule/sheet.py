"""The rundown's sheet: its columns' widths, and the arrows that show minute steps."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from typing_extensions import override

from delegation_planner.screen.fields.typing_table import TypingTable
from delegation_planner.screen.rows_model import RowsModel
from delegation_planner.screen.schedule.columns import TITLE_AT_LEAST, WIDTHS
from delegation_planner.screen.schedule.delegate import SheetDelegate, toggle_rect
from delegation_planner.screen.schedule.rows import ItemRow, RundownRow

ROW_HEIGHT = 30


class Sheet(TypingTable):
    """`toggled(item id)` asks to show or hide the minute steps of an item: by its arrow or by Space."""

    toggled = Signal(str)

    def __init__(self, model: RowsModel[RundownRow], delegate: SheetDelegate) -> None:
        super().__init__(model, delegate, ROW_HEIGHT)
        self._width = 0
        for at, column in enumerate(model.columns):
            self.setColumnWidth(at, WIDTHS[column.key])

    def fit_title(self) -> None:
        """The activity takes the width that the other columns leave, but never less than it needs."""
        title = self.rows.column_of("title")
        others = sum(self.columnWidth(at) for at in range(self.rows.columnCount()) if at != title)
        self.setColumnWidth(title, max(TITLE_AT_LEAST, self._width - others))

    def _on_arrow(self, index: QModelIndex, point: QPoint) -> bool:
        on_title = self.rows.columns[index.column()].key == "title"
        return on_title and toggle_rect(self.visualRect(index)).contains(point)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._width = event.size().width()
        self.fit_title()

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
        super().mousePressEvent(event)
