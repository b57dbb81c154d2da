"""Buttons in the one row of a list that is open, which its delegate makes taller for them."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QStyledItemDelegate, QVBoxLayout, QWidget

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.rows_model import RowsModel

RowVerb = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class OpeningDelegate(QStyledItemDelegate):
    """A delegate that makes the row `open_id` taller."""

    open_id: Id | None = None


class OpenRow:
    """The open row of a list; `left` is how far its buttons stand from the left."""

    def __init__(self, view: QListView, rows: RowsModel[Any], delegate: OpeningDelegate, left: int) -> None:
        self._view = view
        self._rows = rows
        self._delegate = delegate
        self._left = left
        self._verbs: list[RowVerb] = []

    def show(self, id: Id | None, verbs: Sequence[RowVerb]) -> None:
        """Open a row with these buttons and close the one that was open; without verbs none is open.

        The buttons of a row that is open already stay and say the new verbs, so that they keep the keyboard.
        """
        id = id if verbs else None
        self._verbs = list(verbs)
        index = self._rows.index_of(id)
        holder = self._view.indexWidget(index) if index.isValid() else None
        buttons = holder.findChildren(QPushButton) if holder is not None else []
        if holder is not None and len(buttons) == len(verbs):
            for button, (verb, _) in zip(buttons, verbs, strict=True):
                button.setText(verb)
            return
        earlier = self._rows.index_of(self._delegate.open_id)
        self._delegate.open_id = id
        self._take_out(earlier)
        if index.isValid():
            self._view.setIndexWidget(index, self._holder())
        for changed in (earlier, index):
            if changed.isValid():
                self._delegate.sizeHintChanged.emit(changed)

    def _take_out(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid() and self._view.indexWidget(index) is not None:
            # None takes the widget out, whatever the stub says; one deleted behind the view's back crashes it.
            self._view.setIndexWidget(index, cast(QWidget, None))

    def _holder(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(self._left, 0, 4, 5)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        for at, (verb, _) in enumerate(self._verbs):
            button = QPushButton(verb)
            button.setProperty("look", "compact")  # three of them fit into a narrow pane
            button.setFixedHeight(26)
            button.clicked.connect(lambda _checked=False, at=at: self._act(at))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _act(self, at: int) -> None:
        self._verbs[at][1]()
