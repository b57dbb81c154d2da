"""A table to type into as into a sheet: Tab and Enter walk, and an editor that was refused stays open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from delegation_planner.screen.rows_model import RowsModel

Index = QModelIndex | QPersistentModelIndex
MakeEditor = Callable[[QWidget, str], QWidget]
"""Makes the editor of a column: one of the fields, which have `show_value` and `value`."""
_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemDelegate.EndEditHint


class TypingDelegate(QStyledItemDelegate):
    """Makes the editors of cells through `make_editor` and remembers which one the plan refused."""

    def __init__(self, make_editor: MakeEditor) -> None:
        super().__init__()
        self._make_editor = make_editor
        self._refused: QWidget | None = None

    def refused(self, editor: QWidget) -> bool:
        """Whether the plan refused what stands in this editor."""
        return self._refused is editor

    def _chosen(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _Hint.NoHint)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self._refused = None
        editor = self._make_editor(parent, column_key(index))
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda: self._chosen(editor))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if self._refused is not editor:
            shows: Any = editor
            shows.show_value(index.data(Qt.ItemDataRole.EditRole))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        typed: Any = editor
        if typed.value() == index.data(Qt.ItemDataRole.EditRole):
            self._refused = None
            return
        taken = model.setData(index, typed.value(), Qt.ItemDataRole.EditRole)
        self._refused = None if taken else editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)


class TypingTable(QTableView):
    """Rows of one height, selected as rows; typing, F2 or a double click opens a cell."""

    def __init__(self, model: RowsModel[Any], delegate: TypingDelegate, row_height: int) -> None:
        super().__init__()
        self.rows = model
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
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)

    def begin_typing(self, id: str, key: str) -> None:
        """Open a cell for typing."""
        index = self.rows.index_of(id, self.rows.column_of(key))
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
        """The same column in the next row that can be typed into; the current cell if there is none."""
        model, current = self.rows, self.currentIndex()
        way = range(current.row() + 1, model.rowCount()) if down else range(current.row() - 1, -1, -1)
        for row in way:
            index = model.index(row, current.column())
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                return index
        return current

    @override
    def moveCursor(self, cursorAction: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if cursorAction in (_Action.MoveNext, _Action.MovePrevious):
            return self.step_over(forward=cursorAction == _Action.MoveNext)
        if cursorAction in (_Action.MoveDown, _Action.MoveUp):
            return self.row_over(down=cursorAction == _Action.MoveDown)
        return super().moveCursor(cursorAction, modifiers)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self._delegate.refused(editor) and hint not in (_Hint.RevertModelCache, _Hint.NoHint):
            editor.setFocus()
            return
        super().closeEditor(editor, hint)
        if hint == _Hint.SubmitModelCache:
            self.setCurrentIndex(self.row_over(down=True))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.setCurrentIndex(self.row_over(down=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.text():
            event.ignore()  # the letters of menus are not typed into cells
        else:
            super().keyPressEvent(event)


def column_key(index: Index) -> str:
    """The key of the column that an index of a RowsModel lies in."""
    model = index.model()
    assert isinstance(model, RowsModel)
    return model.columns[index.column()].key
