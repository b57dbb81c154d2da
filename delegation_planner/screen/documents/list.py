"""The register's list: takes files that are dropped on a document, and holds the button of the selected one."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.documents.delegate import TEXT_LEFT, DocumentDelegate
from delegation_planner.screen.documents.rows import DocumentRow
from delegation_planner.screen.open_row import OpenRow
from delegation_planner.screen.rows_model import RowsModel


class DocumentList(QListView):
    """`files_dropped(document id or None, paths)` and `next_step(document id)`."""

    files_dropped = Signal(object, object)
    next_step = Signal(str)

    def __init__(self, model: RowsModel[DocumentRow], delegate: DocumentDelegate) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._open = OpenRow(self, model, delegate, TEXT_LEFT - 8)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)

    def open_row(self, document_id: Id | None, verb: str) -> None:
        """Make one row tall and put a button with this verb into it; no verb, no button."""
        self._open.show(document_id, [(verb, lambda: self.next_step.emit(document_id))] if verb else [])

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
