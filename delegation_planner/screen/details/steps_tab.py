"""The minute steps of an item as a small sheet to type into."""

from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegation_planner.plan.edits.steps import add_step, move_step
from delegation_planner.plan.programme_item import ProgrammeItem, Step
from delegation_planner.plan.tables import Row
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.rows import StepLineRow, length_note, steps_of
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.pick_field import PickField
from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.fields.typing_table import Index, MakeEditor, TypingDelegate, TypingTable
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.names import pick_people
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.screen.removing import remove_asking
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.schedule.cell_edits import typed_into_step
from delegation_planner.screen.theme import Theme
from delegation_planner.screen.verbs import add_verb
from delegation_planner.session.store import Label

_WIDTHS = {"start": 54, "end": 46, "in_charge": 80}
_LEAST_HEIGHT = 28
_BESIDE, _ABOVE = 8, 6


class StepDelegate(TypingDelegate):
    """Cells of several lines, all of them shown: what is to be said at a signing is never cut."""

    def __init__(self, theme: Theme, make_editor: MakeEditor) -> None:
        super().__init__(make_editor)
        self._theme = theme

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # painted below: Qt would cut a long word, and reckons heights without the padding

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(self._theme.color("ink"))
        lines = _lines(str(index.data() or ""), option.font, option.rect.width() - _BESIDE - 1)
        lines.draw(painter, QPointF(option.rect.topLeft()) + QPointF(_BESIDE, _ABOVE))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        table = option.widget
        assert isinstance(table, QTableView)
        width = table.columnWidth(index.column())
        lines = _lines(str(index.data() or ""), option.font, width - _BESIDE - 1)
        return QSize(width, max(_LEAST_HEIGHT, ceil(lines.boundingRect().height()) + 2 * _ABOVE))


def _lines(text: str, font: QFont, width: int) -> QTextLayout:
    """A text in lines of this width, broken between words, and within one that is longer than a line."""
    lines, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines.setTextOption(option)
    lines.beginLayout()
    below = 0.0
    while (line := lines.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, below))
        below += line.height()
    lines.endLayout()
    return lines


class StepsTab(QWidget):
    """The steps of one item; their columns have the keys of the rundown's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.item_id: str | None = None
        self.model: RowsModel[StepLineRow] = RowsModel(self._columns(), self)
        self.table = TypingTable(self.model, StepDelegate(desk.theme, self._editor), _LEAST_HEIGHT)
        self.table.setWordWrap(True)
        self.table.setAccessibleName(desk.say("Minute steps"))
        if desk.read_only:
            self.table.setEditTriggers(TypingTable.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        for at, column in enumerate(self.model.columns):
            if column.key in _WIDTHS:
                self.table.setColumnWidth(at, _WIDTHS[column.key])
        header.setSectionResizeMode(self.model.column_of("title"), QHeaderView.ResizeMode.Stretch)
        fit = own_turn(self._fit_rows, self)
        header.sectionResized.connect(lambda *_: fit.start())  # by then the scroll bar has taken its width, too
        self.table.verticalHeader().setMinimumSectionSize(_LEAST_HEIGHT)
        self.adding = QPushButton(desk.say("Add a minute step"), self)
        self.adding.clicked.connect(self.add)
        self.adding.setEnabled(not desk.read_only)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 12, 0)
        row.addWidget(self.adding)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._pages(), 1)
        for verb in (
            add_verb(self.table, desk.say("Earlier"), lambda: self.move_row(earlier=True), "Alt+Up"),
            add_verb(self.table, desk.say("Later"), lambda: self.move_row(earlier=False), "Alt+Down"),
            add_verb(self.table, desk.say("Delete"), self.delete, "Del", desk.theme.icon("trash")),
        ):
            verb.setEnabled(not desk.read_only)

    def _pages(self) -> QStackedWidget:
        """The sheet, and what is said where there are no steps; both begin below the button."""
        empty = plain_label(self.desk.say("No minute steps yet. Add the first one."), "muted", wrap=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        empty.setContentsMargins(0, 8, 0, 8)
        self.pages = QStackedWidget()
        self.pages.setContentsMargins(4, 0, 12, 0)
        self.pages.addWidget(self.table)
        self.pages.addWidget(empty)
        return self.pages

    def _fit_rows(self) -> None:
        """Each row as high as its cue: what is to be said is never cut."""
        self.table.resizeRowsToContents()

    def _columns(self) -> list[Column[StepLineRow]]:
        say, words = self.desk.say, self.desk.words

        def commit(key: str) -> Any:
            return lambda row, value: self._typed(row, key, value)

        return [
            Column("start", say("At"), lambda row: row.at, value=lambda row: row.at, commit=commit("start")),
            Column(
                "end", say("Min."), lambda row: "" if row.minutes is None else str(row.minutes),
                value=lambda row: row.minutes, tip=lambda row: length_note(words, row.minutes), commit=commit("end"),
            ),
            Column("title", say("Cue"), lambda row: row.cue, lambda row: row.cue, commit=commit("title")),
            Column(
                "in_charge", say("By whom"), lambda row: row.actor, lambda row: row.actor,
                value=lambda row: Picked(row.actor_id, "" if row.actor_id else row.actor), commit=commit("in_charge"),
            ),
        ]  # fmt: skip

    def show_row(self, row: Row) -> None:
        """Show the steps of an item."""
        self.item_id = row.id
        steps = steps_of(self.desk.plan, self.desk.words, row.id)
        self.model.show(steps)
        self._fit_rows()
        self.pages.setCurrentIndex(0 if steps else 1)

    def add(self) -> None:
        """A step after the last one, its cue open for typing."""
        if self.item_id is None:
            return
        plan = self.desk.plan
        item = plan.find(ProgrammeItem, self.item_id)
        steps = [step for step in plan.rows(Step) if step.item_id == item.id]
        offset = max((step.offset + (step.minutes or 0) for step in steps), default=0)
        cue, language = self.desk.say("New step"), self.desk.words.language
        changes = add_step(plan, item.id, offset, cue, self.desk.new_id, in_language=language)
        if self.desk.edit(Label("add_step", {"name": item.code}), changes):
            self.table.setFocus()
            self.table.begin_typing(changes[0].id, "title")

    def delete(self) -> None:
        """Delete the selected steps."""
        rows = (self.model.row_at(index) for index in self.table.selectionModel().selectedRows())
        ids = [row.id for row in rows if row is not None]
        if ids:
            remove_asking(self.desk, Step, ids)

    def move_row(self, *, earlier: bool) -> None:
        """The step with the keyboard changes places with the one above or below it, and keeps the keyboard."""
        row = self.model.row_at(self.table.currentIndex())
        if row is None or self.item_id is None:
            return
        column = self.table.currentIndex().column()
        label = Label("move_step", {"name": self.desk.plan.find(ProgrammeItem, self.item_id).code})
        if self.desk.edit(label, move_step(self.desk.plan, row.id, earlier=earlier)):
            self.table.setCurrentIndex(self.model.index_of(row.id, column))

    def _editor(self, parent: QWidget, key: str) -> QWidget:
        if key != "in_charge":
            return LineField(parent)
        field = PickField(parent, free=True)
        field.offer(pick_people(self.desk.plan, Texts(self.desk.words.language)))
        return field

    def _typed(self, row: StepLineRow, key: str, value: Any) -> bool:
        plan, language = self.desk.plan, self.desk.words.language
        item = plan.find(ProgrammeItem, plan.find(Step, row.id).item_id)
        label = Label("edit_step", {"name": item.code})
        return self.desk.edit(label, lambda: typed_into_step(plan, row.id, key, value, language))
