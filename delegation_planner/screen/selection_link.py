"""One view's selection and the desk's, kept the same as far as the view shows what is selected."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.tables import Row
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.rows_model import RowsModel

R = TypeVar("R")
Subject = tuple[type[Row], Id]
_Flag = QItemSelectionModel.SelectionFlag


class SelectionLink(QObject, Generic[R]):
    """`subject_of` says which row of the plan a shown row stands for, or None.

    What a filter hides stays selected on the desk; it is selected in the view again as soon as it is shown.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, view: QAbstractItemView, model: RowsModel[R], subject_of: Callable[[R], Subject | None]
    ) -> None:
        super().__init__(view)
        self._selection = desk.selection
        self._view = view
        self._model = model
        self._subject_of = subject_of
        view.selectionModel().selectionChanged.connect(self._follow_view)
        desk.selection.changed.connect(self.follow_desk)

    def indexes(self) -> list[QModelIndex]:
        """The selected rows from the top."""
        found: dict[int, tuple[int, int, QModelIndex]] = {}
        chosen = self._view.selectionModel().selection()
        for at in range(chosen.count()):  # Qt's own list of rows asks for the flags of every cell
            part = chosen.at(at)
            above = part.parent()
            for row in range(part.top(), part.bottom() + 1):
                index = self._model.index(row, 0, above)
                node = self._model.node_at(index)
                if node is not None and node.selectable:
                    found[index.internalId()] = (above.row(), row, index)
        return [index for _, _, index in sorted(found.values(), key=lambda place: place[:2])]

    def rows(self) -> list[R]:
        """The rows that are selected in the view, from the top."""
        return [row for index in self.indexes() if (row := self._model.row_at(index)) is not None]

    def subjects(self) -> tuple[Subject, ...]:
        """What the selected rows stand for: each once, all of the kind of the first."""
        found = [subject for row in self.rows() if (subject := self._subject_of(row)) is not None]
        return tuple(dict.fromkeys(subject for subject in found if subject[0] is found[0][0]))

    def follow_desk(self) -> None:
        """Select in the view what is selected on the desk, and bring it into sight."""
        kind, ids = self._selection.kind, self._selection.ids
        if self.subjects() == tuple((kind, id) for id in ids):
            return
        indexes = [index for id in ids if (index := self._model.index_of(id)).isValid()]
        self._view.selectionModel().select(self._in_runs(indexes), _Flag.ClearAndSelect)
        if indexes:
            current = indexes[0].siblingAtColumn(max(self._view.currentIndex().column(), 0))
            self._view.selectionModel().setCurrentIndex(current, _Flag.NoUpdate)
            self._view.scrollTo(current)

    def _in_runs(self, indexes: list[QModelIndex]) -> QItemSelection:
        """These rows, neighbours in one range: a view asks every range whether it holds a cell that it paints."""
        last, chosen = self._model.columnCount() - 1, QItemSelection()
        first = end = QModelIndex()
        for index in sorted(indexes, key=lambda one: (one.parent().row(), one.row())):
            if first.isValid() and index.parent() == end.parent() and index.row() == end.row() + 1:
                end = index
                continue
            if first.isValid():
                chosen.select(first, end.siblingAtColumn(last))
            first = end = index
        if first.isValid():
            chosen.select(first, end.siblingAtColumn(last))
        return chosen

    def bring_into_sight(self) -> None:
        """Scroll to what is selected."""
        for index in self.indexes()[:1]:
            self._view.scrollTo(index)

    def _follow_view(self) -> None:
        subjects = self.subjects()
        if subjects:
            self._selection.choose(subjects[0][0], (id for _, id in subjects))
        elif any(self._model.index_of(id).isValid() for id in self._selection.ids):
            self._selection.clear()
        self.changed.emit()
