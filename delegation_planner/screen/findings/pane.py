"""The findings pane: what a careful officer would notice; a click goes there."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.findings.delegate import FindingDelegate
from delegation_planner.screen.findings.rows import FindingRow, findings
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty, FilterField, PaneHead
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.verbs import add_verb
from delegation_planner.words.findings import SEVERITIES


class FindingsPane(QFrame):
    """Follows the findings of the desk; going to one selects what it is about for all panes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        columns: list[Column[FindingRow]] = [Column("finding", desk.say("Findings"), self._text, self._text)]
        self.model: RowsModel[FindingRow] = RowsModel(columns, self)
        self.list = QListView(self)
        self.list.setAccessibleName(desk.say("Findings"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingDelegate(self.list, desk.theme))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._go_to)
        self.list.activated.connect(self._go_to)
        add_verb(self, desk.say("Go to what it is about"), self.go_to_current, "", desk.theme.icon("eye"))
        add_verb(self, desk.say("Copy as a table"), self.copy, "Ctrl+C", desk.theme.icon("copy"), "copy")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions(self.actions())
        self._lay_out()
        desk.plan_changed.connect(self._show)
        desk.theme.changed.connect(self.list.viewport().update)
        self._show()

    def _lay_out(self) -> None:
        desk, say = self.desk, self.desk.say
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        self.head = PaneHead(say("Findings"), self)
        self.filter = FilterField(say("Filter findings"), desk.theme.icon("search"), self)
        self.filter.narrowed.connect(self._show)
        self.filter.left_downwards.connect(self.list.setFocus)
        self.filter.open_by_ctrl_f(self)
        empty = Emptiness(desk.theme, "check", say("No findings"), say("The checks run with every change."))
        nothing = Emptiness(
            desk.theme, "search", say("No finding fits"), say("No sentence holds these words."),
            [(say("Show all findings"), self.filter.clear)],
        )  # fmt: skip
        self.pages = FilledOrEmpty(self.list, empty, nothing)
        column.addWidget(self.head)
        self._holder = QWidget(self)
        holder = QVBoxLayout(self._holder)
        holder.setContentsMargins(8, 0, 8, 6)
        holder.addWidget(self.filter)
        column.addWidget(self._holder)
        column.addWidget(self.pages, 1)

    def _show(self) -> None:
        found = findings(self.desk.plan, self.desk.words, self.desk.findings, self.filter.text())
        self.model.show(found.nodes)
        shown = len(found.nodes)
        count = str(found.there) if shown == found.there else f"{shown} / {found.there}"
        self.head.show_count(count if found.there else "")
        self._holder.setVisible(found.there > 0)
        self.pages.show_for(shown=shown, there=found.there)

    def _text(self, row: FindingRow) -> str:
        return f"{self.desk.say(SEVERITIES[row.severity])}: {row.sentence} {row.note}"

    def go_to_current(self) -> None:
        """Select what the current finding is about."""
        self._go_to(self.list.currentIndex())

    def _go_to(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and row.goes_to is not None:
            kind, id = row.goes_to
            if self.desk.plan.get(kind, id) is not None:
                self.desk.selection.choose(kind, (id,))

    def copy(self) -> None:
        """All findings shown to the clipboard as a table."""
        rows = (self.model.row_at(self.model.index(at, 0)) for at in range(self.model.rowCount()))
        lines = ("\t".join((self.desk.say(SEVERITIES[row.severity]), row.sentence, row.note)) for row in rows if row)
        QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.doItemsLayout()
