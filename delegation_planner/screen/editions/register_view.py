"""The register of an edition: a table of readers, and below it what can be recorded of them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegation_planner.editions.holders import out_of_date
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edition import MEANS, Means, Receipt, ReceiptEvent
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.held_watch import held_watch_of
from delegation_planner.screen.editions.register import (
    RegisterRow,
    bracketed,
    receipts_of,
    register_nodes,
    usual_means,
)
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.workers import Work
from delegation_planner.session.issued import gone_out
from delegation_planner.words import editions as words_of_editions
from delegation_planner.words.editions import edition_number

ROW: Final = 26
WIDTHS: Final = {1: 146, 2: 190, 3: 140}
"""Of the columns by number; the names take the rest."""


class RegisterView(QWidget):
    """What is recorded is only added to, so each verb says what it records and none is a mere click into a cell."""

    def __init__(self, desk: Desk, current: int) -> None:
        """`current` is the newest edition."""
        super().__init__()
        self._desk = desk
        self._number = self._current = current
        self._looked = False
        self._receipts: tuple[Receipt, ...] = ()
        self._stale: frozenset[str] = frozenset()
        self.still_old = plain_label("", "warning", wrap=True)
        self.still_old.hide()
        self.table = self._table()
        self.means = QComboBox()
        self.means.setAccessibleName(desk.say("How it was given"))
        for means in MEANS:
            self.means.addItem(desk.say(words_of_editions.MEANS[means]), means)
        self.given = QPushButton(desk.say("Record as given"))
        self.acknowledged = QPushButton(desk.say("Record as acknowledged"))
        self.other = QLineEdit()
        self.other.setPlaceholderText(desk.say("Somebody else, for example a hotel"))
        self.other.setAccessibleName(desk.say("Somebody else who was given it"))
        self.refusal = plain_label("", "error", wrap=True)
        self.refusal.hide()
        self._lay_out()
        self.given.clicked.connect(lambda: self._record("given"))
        self.acknowledged.clicked.connect(lambda: self._record("acknowledged"))
        self.other.returnPressed.connect(lambda: self._record("given"))
        self.other.textChanged.connect(self._enable)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self._enable()

    def show_edition(self, number: int) -> None:
        """Tell who holds this one."""
        self._number = number
        self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Who is behind takes reading every edition that somebody holds: not before somebody looks."""
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            self._look_who_is_behind()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.still_old)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.other, 1)
        row.addWidget(self.means)
        row.addWidget(self.given)
        row.addWidget(self.acknowledged)
        column.addLayout(row)
        column.addWidget(self.refusal)

    def _table(self) -> QTableView:
        say = self._desk.say
        columns = [
            Column[RegisterRow]("name", say("Reader"), lambda row: row.name, lambda row: row.name),
            Column[RegisterRow]("holds", say("Holds"), self._holds, self._holds),
            Column[RegisterRow]("given", say("Given"), lambda row: ", ".join(filter(None, (row.means, row.given)))),
            Column[RegisterRow](
                "acknowledged", say("Acknowledged"), lambda row: f"✓ {row.acknowledged}" if row.acknowledged else ""
            ),
        ]
        table = QTableView()
        self.rows: RowsModel[RegisterRow] = RowsModel(columns, table)
        table.setModel(self.rows)
        table.setAccessibleName(say("Who holds it"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at, width in WIDTHS.items():
            header.resizeSection(at, width)
        return table

    def _holds(self, row: RegisterRow) -> str:
        return self._desk.say("{edition}, outdated", edition=row.holds) if row.is_stale else row.holds

    def _read(self) -> None:
        try:
            self._receipts = tuple(self._desk.session.store.receipts())
        except KnownError as error:
            self._refuse(error)
        self._show()

    def _show(self) -> None:
        words, plan = self._desk.words, self._desk.plan
        nodes = register_nodes(words, plan, self._receipts, self._number, self._stale)
        self.rows.show(nodes)
        behind = [node.row for node in nodes if node.row.is_stale]
        edition = edition_number(words, self._current)
        said = words.say_many(
            "{count} reader has not been given {edition}, although it concerns him or her.",
            "{count} readers have not been given {edition}, although it concerns them.", len(behind), edition=edition,
        )  # fmt: skip
        self.still_old.setText(said)
        self.still_old.setVisible(bool(behind))
        self._enable()

    def _look_who_is_behind(self) -> None:
        rulebook = self._desk.rulebook
        try:
            read = gone_out(self._desk.session.store)
        except KnownError as error:
            self._refuse(error)
            return
        looking = Work(lambda _: frozenset(holder.reader for holder in out_of_date(read(), rulebook)))
        looking.done.connect(self._take_stale)
        looking.failed.connect(self._refuse)
        looking.start()

    def _take_stale(self, stale: frozenset[str]) -> None:
        self._stale = stale
        self._show()

    def _chosen(self) -> list[str]:
        rows = (self.rows.row_at(index) for index in self.table.selectionModel().selectedRows())
        return [row.reader for row in rows if row is not None]

    def _follow_selection(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.means.setCurrentIndex(self.means.findData(usual_means(self._desk.plan, chosen)))
        self._enable()

    def _enable(self) -> None:
        writes = not self._desk.read_only
        chosen, other = bool(self._chosen()), bool(self.other.text().strip(" []"))
        self.means.setEnabled(writes and (chosen or other))
        self.given.setEnabled(writes and (chosen or other))
        self.acknowledged.setEnabled(writes and chosen)
        self.other.setEnabled(writes)

    def _record(self, event: ReceiptEvent) -> None:
        other = self.other.text().strip(" []")
        readers = [bracketed(other)] if other and event == "given" else self._chosen()
        if not readers:
            return
        means: Means = self.means.currentData()
        receipts = receipts_of(self._number, readers, event, means, stamp(self._desk.now()))
        try:
            self._desk.session.store.record_receipts(receipts)
        except KnownError as error:
            self._refuse(error)
            return
        self.refusal.hide()
        self.other.clear()
        self._read()
        self._look_who_is_behind()
        held_watch_of(self._desk).begin_anew()

    def _refuse(self, error: KnownError) -> None:
        self.refusal.setText(self._desk.words.error(error))
        self.refusal.show()
