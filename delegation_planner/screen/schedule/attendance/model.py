"""The matrix as Qt asks for it: nothing is made for a crossing before it is looked at."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.rows_model import plain_tip
from delegation_planner.screen.schedule.attendance.crossings import ABSENT, Crossing, Crossings
from delegation_planner.screen.schedule.attendance.role_edits import Place
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, ItemHead, Line, Matrix
from delegation_planner.screen.schedule.attendance.totals_rows import TotalLine, total, total_lines
from delegation_planner.screen.schedule.attendance.wording import (
    cell_sentence,
    cell_tip,
    head_sentence,
    head_tip,
    line_sentence,
    line_tip,
    short_text,
)
from delegation_planner.words.words import Words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_OF_A_DELEGATION = Qt.ItemFlag.ItemIsEnabled
_OF_A_PERSON = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NO_MATRIX = Matrix((), (), (), 0)


class AttendanceModel(QAbstractTableModel):
    """People down, items across. Lines and columns are told anew as a whole only when they become others."""

    def __init__(self, plan: Plan, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.matrix = _NO_MATRIX
        self.crossings = Crossings(plan)
        self._rows: dict[Id, int] = {}
        self._columns: dict[Id, int] = {}

    def show(self, plan: Plan, matrix: Matrix) -> None:
        """Show this matrix of this plan; the same lines and items stay where they are."""
        moved = _ids(matrix) != _ids(self.matrix)
        if moved:
            self.beginResetModel()
        self.matrix = matrix
        self.crossings.follow(plan)
        if moved:
            self._rows = {line.id: at for at, line in enumerate(matrix.lines)}
            self._columns = {head.id: at for at, head in enumerate(matrix.heads)}
            self.endResetModel()
        elif matrix.lines and matrix.heads:
            last = self.index(len(matrix.lines) - 1, len(matrix.heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last.row())

    def line(self, row: int) -> Line:
        """A person or a delegation."""
        return self.matrix.lines[row]

    def head(self, column: int) -> ItemHead:
        """An item."""
        return self.matrix.heads[column]

    def row_of(self, id: Id | None) -> int | None:
        """Where a person is, if shown."""
        return self._rows.get(id) if id is not None else None

    def column_of(self, id: Id | None) -> int | None:
        """Where an item is, if shown."""
        return self._columns.get(id) if id is not None else None

    def crossing(self, index: Index) -> Crossing:
        """What stands in a cell; absent in the line of a delegation."""
        line, head = self.line(index.row()), self.head(index.column())
        return ABSENT if isinstance(line, DelegationLine) else self.crossings.at(line.id, head.id)

    def place(self, index: Index) -> Place | None:
        """The person and the item of a cell; None in the line of a delegation."""
        line = self.line(index.row())
        return None if isinstance(line, DelegationLine) else (line.id, self.head(index.column()).id)

    def count(self, row: int, column: int) -> int:
        """How many of a delegation come to an item."""
        line = self.line(row)
        assert isinstance(line, DelegationLine)
        return self.crossings.count(self.head(column).id, line.everyone)

    def _cell(self, index: Index, role: int) -> str | None:
        line, head = self.line(index.row()), self.head(index.column())
        if isinstance(line, DelegationLine):
            number = str(self.count(index.row(), index.column()))
            return f"{line.name}, {head.number} {head.short}: {number}" if role == Role.AccessibleTextRole else number
        crossing = self.crossings.at(line.id, head.id)
        if role == Role.AccessibleTextRole:
            return cell_sentence(self.words, line, head, crossing)
        if role == Role.ToolTipRole:
            return plain_tip(cell_tip(self.words, line, head, crossing))
        return short_text(crossing)

    # What Qt asks.

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.matrix.lines)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.matrix.heads)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        return self._cell(index, role)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            line = self.line(section)
            if role == Role.ToolTipRole:
                return plain_tip(line_tip(self.words, line))
            return line_sentence(self.words, line) if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        head = self.head(section)
        if role == Role.ToolTipRole:
            return plain_tip(head_tip(self.words, head, self.crossings.count(head.id)))
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return head_sentence(self.words, head, self.crossings.count(head.id))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_A_DELEGATION if isinstance(self.line(index.row()), DelegationLine) else _OF_A_PERSON


class TotalsModel(QAbstractTableModel):
    """The lines below: as many columns as the matrix above."""

    def __init__(self, above: AttendanceModel) -> None:
        super().__init__(above)
        self._above = above
        self.lines: tuple[TotalLine, ...] = ()

    def show(self, plan: Plan) -> None:
        """The totals of what the matrix shows now."""
        self.beginResetModel()
        self.lines = total_lines(plan, self._above.words, self._above.matrix)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._above.matrix.heads)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        number = total(self._above.crossings, self._above.matrix, line, index.column())
        said = "" if number is None else str(number)
        return f"{line.name}: {said}" if role == Role.AccessibleTextRole and said else said

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical and role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.lines[section].name
        return None


def _ids(matrix: Matrix) -> tuple[tuple[Id, ...], tuple[Id, ...]]:
    return tuple(line.id for line in matrix.lines), tuple(head.id for head in matrix.heads)
