"""The documents pane: the register, the next step of each paper, and its files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QVBoxLayout, QWidget

from delegation_planner.plan.document import Document, DocumentFile, Waiver
from delegation_planner.plan.edits.documents import add_document, advance_state
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.documents.delegate import DocumentDelegate
from delegation_planner.screen.documents.list import DocumentList
from delegation_planner.screen.documents.rows import ORDERS, DocumentRow, Order, register
from delegation_planner.screen.documents.wording import due_words, next_words, row_text, row_tip
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty, FilterField, PaneHead
from delegation_planner.screen.removing import remove_asking, row_name
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.selection_link import SelectionLink
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.session.plan_session import PlanChanged
from delegation_planner.session.store import Label
from delegation_planner.words.kinds_words import DOCUMENT_STATES

_SHOWN_KINDS = (Document, DocumentFile, Waiver, Visit, Invitation, ProgrammeItem, Participant)


_ORDER = "documents/order"


class DocumentsPane(QFrame):
    """Follows plan, selection and findings; its own state is the filter and the order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        words = desk.words
        column: Column[DocumentRow] = Column(
            "document", desk.say("Documents"), lambda row: row_text(words, row), lambda row: row_tip(words, row)
        )
        self.model: RowsModel[DocumentRow] = RowsModel([column], self)
        self.list = DocumentList(self.model, DocumentDelegate(desk.theme, words))
        self.list.setAccessibleName(desk.say("Documents"))
        self.list.setAcceptDrops(not desk.read_only)
        self.list.next_step.connect(self._advance)
        self.list.files_dropped.connect(self._attach_dropped)
        self.link = SelectionLink(desk, self.list, self.model, lambda row: (Document, row.id))
        kept = desk.settings.text(_ORDER, "code")
        self.order: Order = next((order for order in ORDERS if order == kept), "code")
        self._add_verbs()
        self._lay_out()
        self.link.changed.connect(self._open_selected)
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self._show)
        desk.selection.changed.connect(self._follow_selection)
        desk.theme.changed.connect(self.list.viewport().update)
        self._person: Id | None = None
        self._show()
        self._open_selected()

    def _lay_out(self) -> None:
        desk, say = self.desk, self.desk.say
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        self.head = PaneHead(say("Documents"), self)
        self.head.add_button(self._add)
        self.head.add_button(self._more_menu())
        self.filter = FilterField(say("Filter documents"), desk.theme.icon("search"), self)
        self.filter.narrowed.connect(self._show)
        self.filter.left_downwards.connect(self.list.setFocus)
        self.filter.open_by_ctrl_f(self)
        empty = Emptiness(
            desk.theme,
            "document",
            say("No documents yet"),
            say("Start with the invitation letter; its chain tells you the next step."),
            [(say("Add a document"), self.add_document)],
        )
        nothing = Emptiness(
            desk.theme, "search", say("No document fits"), say("No title, code or owner holds these words."),
            [(say("Show all documents"), self.filter.clear)],
        )  # fmt: skip
        self.pages = FilledOrEmpty(self.list, empty, nothing)
        column.addWidget(self.head)
        holder = QVBoxLayout()
        holder.setContentsMargins(8, 0, 8, 6)
        holder.addWidget(self.filter)
        column.addLayout(holder)
        column.addWidget(self.pages, 1)

    def _more_menu(self) -> QAction:
        action = QAction(self.desk.theme.icon("more"), self.desk.say("More"), self)
        menu = QMenu(self)
        menu.addMenu(self._order_menu(menu))
        menu.addActions([verb for verb in self.actions() if verb is not self._add])
        action.setMenu(menu)
        return action

    def _order_menu(self, parent: QMenu) -> QMenu:
        say = self.desk.say
        words = {"code": say("By number"), "title": say("By title"), "due": say("By due day"), "state": say("By state")}
        menu = QMenu(say("Sort"), parent)
        group = QActionGroup(menu)
        for order in ORDERS:
            entry = group.addAction(words[order])
            entry.setCheckable(True)
            entry.setChecked(order == self.order)
            entry.triggered.connect(lambda _on, order=order: self._sort(order))
        menu.addActions(group.actions())
        return menu

    def _sort(self, order: Order) -> None:
        self.order = order
        self.desk.settings.keep(_ORDER, order)
        self._show()

    def _add_verbs(self) -> None:
        say, icon = self.desk.say, self.desk.theme.icon
        self._add = add_verb(self, say("Add a document"), self.add_document, "Ctrl+Shift+D", icon("plus"))
        add_separator(self)
        self._needing = [
            add_verb(self, say("Take the next step"), self.take_next_step, "Ctrl+Return", icon("check")),
            add_verb(self, say("Attach files…"), self.attach, "", icon("attach")),
        ]
        self._open = add_verb(self, say("Open the newest file"), self.open_newest, "Ctrl+Shift+O", icon("open"))
        self._needing += [
            self._open,
            add_verb(self, say("Delete…"), self.delete, "Del", icon("trash"), "delete"),
        ]
        add_separator(self)
        add_verb(self, say("Copy as a table"), self.copy, "Ctrl+C", icon("copy"), "copy")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions(self.actions())

    # Following.

    def _follow(self, told: PlanChanged) -> None:
        if told.changes.touch(*_SHOWN_KINDS):
            self.desk.showing.in_turn(self._show)

    def _follow_selection(self) -> None:
        if self.desk.selection.one(Participant) != self._person:
            self._show()

    def _show(self) -> None:
        desk = self.desk
        self._person = desk.selection.one(Participant)
        marks = desk.marks
        found = register(desk.plan, desk.words, self.filter.text(), self._person, desk.judged_on, marks, self.order)
        self.model.show(found.nodes)
        shown = len(found.nodes)
        self.head.show_count(str(found.there) if shown == found.there else f"{shown} / {found.there}")
        self.pages.show_for(shown=shown, there=found.there)
        self.link.follow_desk()
        self._open_selected()

    def _open_selected(self) -> None:
        rows = self.link.rows()
        changes = not self.desk.read_only
        for verb in self._needing:
            verb.setEnabled(bool(rows) and (changes or verb is self._open))
        self._add.setEnabled(changes)
        one = rows[0] if len(rows) == 1 and changes else None
        self.list.open_row(one.id if one else None, next_words(self.desk.words, one) if one else "")

    def bring_into_sight(self, row_id: Id) -> None:
        """Scroll to a selected paper; a filter that hides it gives way."""
        if not self.model.index_of(row_id).isValid():
            self.filter.clear()
        self.link.bring_into_sight()

    # Verbs.

    def add_document(self) -> None:
        """A planned paper, to be named in the details."""
        title = self.desk.say("New document")
        changes = add_document(self.desk.plan, title, self.desk.new_id, in_language=self.desk.words.language)
        self.filter.clear()
        if self.desk.edit(Label("add_document", {"name": title}), changes):
            self.desk.selection.choose(Document, (changes[0].id,))

    def take_next_step(self) -> None:
        """The selected papers take the next step of their chains."""
        for row in self.link.rows():
            self._advance(row.id)

    def _advance(self, document_id: Id) -> None:
        plan = self.desk.plan
        name = row_name(self.desk.words, plan.find(Document, document_id))
        self.desk.edit(Label("set_document_state", {"name": name}), lambda: advance_state(plan, document_id))

    def attach(self) -> None:
        """Choose files and attach them to the selected paper."""
        rows = self.link.rows()
        if rows:
            names, _ = QFileDialog.getOpenFileNames(self.window(), self.desk.say("Attach files"))
            if names:
                self.desk.attach_files(rows[0].id, [Path(name) for name in names])

    def _attach_dropped(self, document_id: Id | None, paths: list[Path]) -> None:
        if document_id is None:
            self.desk.tell(self.desk.say("Drop a file on the document that it belongs to."))
        elif self.desk.attach_files(document_id, paths):
            self.desk.selection.choose(Document, (document_id,))

    def open_newest(self) -> None:
        """Open the file of the selected paper that was attached last."""
        rows = self.link.rows()
        files = [file for file in self.desk.plan.rows(DocumentFile) if rows and file.document_id == rows[0].id]
        if files:
            self.desk.open_attachment(files[-1].id)
        elif rows:
            self.desk.tell(self.desk.say("No file is attached to this document yet."))

    def delete(self) -> None:
        """Delete the selected papers, after a question that names what goes with them."""
        rows = self.link.rows()
        if rows:
            remove_asking(self.desk, Document, [row.id for row in rows])

    def copy(self) -> None:
        """The selected papers to the clipboard as a table."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(self._cells(row)) for row in self.link.rows()))

    def _cells(self, row: DocumentRow) -> list[str]:
        due = " ".join(due_words(self.desk.words, row.due)) if row.due is not None else ""
        return [row.code, row.title, self.desk.say(DOCUMENT_STATES[row.state]), due]
