"""The files of a document: attach by button or by dropping, open, remove."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.document import DocumentFile
from delegation_planner.plan.tables import Row
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.line_list import Line, LineList
from delegation_planner.screen.details.rows import FileRow, file_note, files_of
from delegation_planner.screen.documents.list import paths_of
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.removing import remove_asking
from delegation_planner.screen.verbs import add_verb


class FilesTab(QWidget):
    """The files of one document; takes files that are dropped on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.document_id: str | None = None
        self.setAcceptDrops(not desk.read_only)
        self.list = LineList(desk.theme, desk.say("Files"), self._line)
        self.list.activated.connect(self.open)
        add_verb(self.list, desk.say("Open"), self.open, "", desk.theme.icon("open"))
        remove = add_verb(self.list, desk.say("Remove…"), self.remove, "Del", desk.theme.icon("trash"))
        remove.setEnabled(not desk.read_only)
        attach = QPushButton(desk.theme.icon("attach"), desk.say("Attach files…"), self)
        attach.clicked.connect(self.attach)
        attach.setEnabled(not desk.read_only)
        self._opening = QPushButton(desk.say("Open"), self)
        self._opening.clicked.connect(self.open)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 12, 0)
        row.addWidget(attach)
        row.addWidget(self._opening)
        row.addStretch(1)
        self._hint = plain_label(desk.say("Drop files here, or attach them by the button."), "muted", wrap=True)
        self._hint.setContentsMargins(4, 4, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)

    def show_row(self, row: Row) -> None:
        """Show the files of a document."""
        self.document_id = row.id
        nodes = files_of(self.desk.plan, row.id)
        self.list.rows.show(nodes)
        self._opening.setEnabled(bool(nodes))
        self._hint.setVisible(not nodes)

    def _line(self, row: FileRow) -> Line:
        return Line("document", row.name, file_note(self.desk.words, row))

    def attach(self) -> None:
        """Choose files and attach them."""
        names, _ = QFileDialog.getOpenFileNames(self.window(), self.desk.say("Attach files"))
        if names and self.document_id is not None:
            self.desk.attach_files(self.document_id, [Path(name) for name in names])

    def open(self) -> None:
        """Open the current file, or the newest."""
        row = self.list.current_row() or self.list.rows.row_at(self.list.rows.index(0, 0))
        if row is not None:
            self.desk.open_attachment(row.id)

    def remove(self) -> None:
        """Remove the current file."""
        row = self.list.current_row()
        if row is not None:
            remove_asking(self.desk, DocumentFile, [row.id])

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = paths_of(event)
        if paths and self.document_id is not None:
            event.acceptProposedAction()
            self.desk.attach_files(self.document_id, paths)
