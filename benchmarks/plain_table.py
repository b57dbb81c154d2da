"""The yardstick of lists: one's own rows in a table model that is reset, as Qt's manual shows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

Cells = tuple[str, ...]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlainModel(QAbstractTableModel):
    """Rows of texts, the id of each being the first."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.rows: Sequence[Cells] = ()
        self._columns = columns

    def show(self, rows: Sequence[Cells]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._columns

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.rows[index.row()][index.column() + 1] if role == Qt.ItemDataRole.DisplayRole else None


class PlainTable(QTableView):
    """A table of such rows, shown and painted."""

    def __init__(self, rows: Sequence[Cells], width: int, height: int) -> None:
        super().__init__()
        self.plain = PlainModel(len(rows[0]) - 1)
        self.plain.show(rows)
        self.setModel(self.plain)
        self.resize(width, height)
        self.show()
        QApplication.processEvents()
