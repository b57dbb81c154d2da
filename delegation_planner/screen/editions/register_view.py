"""The register of an edition: a table of readers, and below it what can be recorded of them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
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

from delegation_planner.editions.holders import empty_handed, out_of_date
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edition import MEANS, Means, Receipt, ReceiptEvent
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.held_watch import held_watch_of
from delegation_planner.screen.editions.register import (
    Behind,
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
CELL_PADDING: Final = 28
LEAST_FOR_NAMES: Final = 204
"""So much room have names at least: the means of giving, which stand last, give way."""


class RegisterView(QWidget):
    """What is recorded is only added to, so each verb says what it records and none is a mere click into a cell."""

    def __init__(self, desk: Desk, current: int) -> None:
        """`current` is the newest edition."""
        super().__init__()
        self._desk = desk
        self._number = self._current = current
        self._looked = False
        self._receipts: tuple[Receipt, ...] = ()
        self._listed: list[RegisterRow] = []
        self._behind = Behind()
        self.still_old = plain_label("", "warning", wrap=True)
        self.lacking = plain_label("", "muted", wrap=True)
        for told in (self.still_old, self.lacking):
            told.hide()
        self.table = self._table()
        self.means = QComboBox()
        self.means.setAccessibleName(desk.say("How it was given"))
        for means in MEANS:
            self.means.addItem(desk.say(words_of_editions.MEANS[means]), means)
        self.given = QPushButton(desk.say("Record as given"))
        self.acknowledged = QPushButton(desk.say("Record as acknowledged"))
        self.other = QLineEdit()
        self.other.setPlaceholderText(desk.say("Somebody else"))
        self.other.setToolTip(desk.say("Somebody else, for example a hotel"))
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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.still_old)
        column.addWidget(self.lacking)
        column.addWidget(WholeRows(self.table), 1)
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
            Column[RegisterRow](
                "given",
                say("Given"),
                lambda row: _joined(row.given, row.means),
                lambda row: _joined(row.given_in_full, row.means),
            ),
            Column[RegisterRow](
                "acknowledged",
                say("Acknowledged"),
                lambda row: f"✓ {row.acknowledged}" if row.acknowledged else "",
                lambda row: row.acknowledged_in_full,
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
        return table

    def _holds(self, row: RegisterRow) -> str:
        if row.lacks:
            return self._desk.say("none yet")
        return self._desk.say("{edition}, outdated", edition=row.holds) if row.is_stale else row.holds

    def _fit_columns(self) -> None:
        """Each column as wide as what stands in it; the names take the rest."""
        header, wide = self.table.horizontalHeader(), self.table.fontMetrics().horizontalAdvance
        for at, column in list(enumerate(self.rows.columns))[1:]:
            texts = {column.title, *(column.text(row) for row in self._listed)}
            header.resizeSection(at, max(map(wide, texts)) + CELL_PADDING)
        beyond = LEAST_FOR_NAMES + sum(header.sectionSize(at) for at in (1, 2, 3)) - self.table.viewport().width()
        if beyond > 0:
            header.resizeSection(2, header.sectionSize(2) - beyond)

    def _read(self) -> None:
        try:
            self._receipts = tuple(self._desk.session.store.receipts())
        except KnownError as error:
            self._refuse(error)
        self._show()

    def _show(self) -> None:
        words, plan = self._desk.words, self._desk.plan
        nodes = register_nodes(words, plan, self._receipts, self._number, self._behind)
        self.rows.show(nodes)
        self._listed = [node.row for node in nodes]
        edition = edition_number(words, self._current)
        stale, lacking = sum(row.is_stale for row in self._listed), sum(row.lacks for row in self._listed)
        self.still_old.setText(words.say_many(
            "{count} reader still holds an older edition, although {edition} has news for him or her.",
            "{count} readers still hold an older edition, although {edition} has news for them.",
            stale, edition=edition,
        ))  # fmt: skip
        self.lacking.setText(words.say_many(
            "{count} person has items in {edition} and holds no edition yet.",
            "{count} people have items in {edition} and hold no edition yet.", lacking, edition=edition,
        ))  # fmt: skip
        self.still_old.setVisible(bool(stale))
        self.lacking.setVisible(bool(lacking))
        self._fit_columns()
        self._enable()

    def _look_who_is_behind(self) -> None:
        rulebook = self._desk.rulebook
        try:
            read = gone_out(self._desk.session.store)
        except KnownError as error:
            self._refuse(error)
            return

        def look(_: object) -> Behind:
            gone = read()
            return Behind(frozenset(holder.reader for holder in out_of_date(gone, rulebook)), empty_handed(gone))

        looking = Work(look)
        looking.done.connect(self._take_behind)
        looking.failed.connect(self._refuse)
        looking.start()

    def _take_behind(self, behind: Behind) -> None:
        self._behind = behind
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


class WholeRows(QWidget):
    """Holds a table as high as whole rows fit: none is cut through above what follows."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self._table = table
        table.setParent(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        head = self._table.horizontalHeader().sizeHint().height() + 2 * self._table.frameWidth()
        rows = max(1, (self.height() - head) // ROW)
        self._table.setGeometry(0, 0, self.width(), min(self.height(), head + rows * ROW))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
