"""The register's list: takes files that are dropped on a document, and holds the button of the selected one."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.documents.delegate import TEXT_LEFT, DocumentDelegate
from delegation_planner.screen.documents.rows import DocumentRow
from delegation_planner.screen.rows_model import RowsModel


class DocumentList(QListView):
    """`files_dropped(document id or None, paths)` and `next_step(document id)`."""

    files_dropped = Signal(object, object)
    next_step = Signal(str)

    def __init__(self, model: RowsModel[DocumentRow], delegate: DocumentDelegate) -> None:
        super().__init__()
        self.rows = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)

    def open_row(self, document_id: Id | None, verb: str) -> None:
        """Make one row tall and put a button with this verb into it; no verb, no button."""
        document_id = document_id if verb else None
        holder = self.indexWidget(self.rows.index_of(document_id)) if document_id is not None else None
        if holder is not None:
            self._button_in(holder).setText(verb)
            return
        earlier = self.rows.index_of(self._delegate.open_id)
        self._delegate.open_id = document_id
        index = self.rows.index_of(document_id)
        if earlier.isValid() and self.indexWidget(earlier) is not None:
            # None takes the widget out, whatever the stub says; one deleted behind the view's back crashes it.
            self.setIndexWidget(earlier, cast(QWidget, None))
        if document_id is not None and index.isValid():
            self.setIndexWidget(index, self._holder(document_id, verb))
        for changed in (earlier, index):
            if changed.isValid():
                self._delegate.sizeHintChanged.emit(changed)

    def _holder(self, document_id: Id, verb: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(TEXT_LEFT - 2, 0, 12, 5)
        column.addStretch(1)
        row = QHBoxLayout()
        button = QPushButton(verb)
        button.setFixedHeight(26)
        button.clicked.connect(lambda: self.next_step.emit(document_id))
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _button_in(self, holder: QWidget) -> QPushButton:
        return holder.findChildren(QPushButton)[0]

    def _under(self, event: QDropEvent) -> QModelIndex:
        return self.indexAt(event.position().toPoint())

    @override
    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        if paths_of(e):
            e.acceptProposedAction()

    @override
    def dragMoveEvent(self, e: QDragMoveEvent) -> None:
        index = self._under(e)
        if index.isValid():
            self.setCurrentIndex(index)
        e.acceptProposedAction()

    @override
    def dropEvent(self, e: QDropEvent) -> None:
        paths = paths_of(e)
        row = self.rows.row_at(self._under(e))
        if paths:
            e.acceptProposedAction()
            self.files_dropped.emit(row.id if row is not None else None, paths)


def paths_of(event: QDropEvent) -> list[Path]:
    """The local files that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
