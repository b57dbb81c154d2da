"""What a shift would do, to be read: the table of items before and after, and the findings that come and go."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.painting import is_selected, mark_width, paint_icon, paint_kind, paint_mark, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, Index, RowsModel
from delegation_planner.screen.shift.rows import FindingLine, ShiftRow
from delegation_planner.screen.theme import Theme
from delegation_planner.words.findings import SEVERITIES

_WIDTHS = {"freedom": 88, "number": 44, "before": 190, "after": 240, "change": 240}
_ROW = 28
_MARK = 14
_LINE = 16
_BESIDE = 60  # mark, distances, and a scroll bar that may still come


class ShiftTable(QTableView):
    """Whether it moves, number, item, before, after, change; sizes its time columns to what they hold.

    A click on the tick, or the space bar, tells `toggled(item id)` for an item that can be held or let go.
    """

    toggled = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk = desk
        columns: list[Column[ShiftRow]] = [
            Column("freedom", say("Moves"), self._said_freedom),
            Column("number", say("No."), lambda row: row.number),
            Column("title", say("Item"), lambda row: row.title, lambda row: row.title),
            Column("before", say("Before"), lambda row: row.before),
            Column("after", say("After"), lambda row: row.after),
            Column("change", say("Change"), lambda row: row.change, lambda row: row.change),
        ]
        self.rows: RowsModel[ShiftRow] = RowsModel(columns, self)
        self.setAccessibleName(say("Items before and after"))
        self.setModel(self.rows)
        self.setItemDelegate(ShiftDelegate(desk.theme, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for at, column in enumerate(columns):
            stretch = column.key == "title"
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            )
        self.clicked.connect(self._follow_click)

    def show_rows(self, rows: Iterable[ShiftRow]) -> None:
        """Show these items; columns of times are as wide as their longest text."""
        listed = tuple(rows)
        self.rows.show(Node(row.item_id, row) for row in listed)
        self.setColumnHidden(self.rows.column_of("freedom"), all(row.freedom == "bound" for row in listed))
        metrics = self.fontMetrics()
        for at, column in enumerate(self.rows.columns):
            if column.key != "title":
                texts = (column.title, *(column.text(row) for row in listed))
                widest = max(metrics.horizontalAdvance(text) for text in texts)
                self.setColumnWidth(at, min(widest + 30, _WIDTHS[column.key]))

    def _said_freedom(self, row: ShiftRow) -> str:
        return {"moves": self._desk.say("moves"), "held": self._desk.say("stays"), "bound": ""}[row.freedom]

    def _follow_click(self, index: Index) -> None:
        if self.rows.columns[index.column()].key == "freedom" and self.shows_whole(self.visualRect(index)):
            self._toggle(index)

    def shows_whole(self, row: QRect) -> bool:
        """Whether a row lies wholly above the lower edge; one that does not is left empty: it would look cut off."""
        return row.bottom() < self.viewport().height()

    def _toggle(self, index: Index) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.freedom != "bound":
            self.toggled.emit(row.item_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ShiftDelegate(QStyledItemDelegate):
    """The item with its bar, icon and mark; what was muted, what will be heavy, the change in the accent's colour."""

    def __init__(self, theme: Theme, parent: ShiftTable) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = parent
        self._plain, self._heavy = theme.font(12), theme.font(12, 600)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ShiftRow = index.data(ROW_ROLE)
        model = index.model()
        assert isinstance(model, RowsModel)
        key = model.columns[index.column()].key
        rect, theme = option.rect, self._theme
        if not self._table.shows_whole(rect):
            return
        painter.save()
        painter.fillRect(rect, theme.color("selected" if is_selected(option) else "pane"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if key == "title":
            self._paint_title(painter, rect, row)
        elif key == "freedom":
            self._paint_tick(painter, rect, row)
        else:
            role = {"number": "muted", "before": "muted", "after": "ink", "change": "accent_text"}[key]
            heavy = key == "after" and row.moves
            colour = theme.color(role if row.moves else "muted")
            font = self._heavy if heavy else self._plain
            paint_text(painter, rect.adjusted(8, 0, -4, 0), index.data(), colour, font)
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRect, row: ShiftRow) -> None:
        """A box, ticked where the item moves; none where that cannot be chosen."""
        if row.freedom == "bound":
            return
        theme, moves = self._theme, row.freedom == "moves"
        box = QRect(rect.left() + 10, rect.center().y() - 7, _MARK, _MARK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent" if moves else "control"))
        painter.setBrush(theme.color("accent" if moves else "input"))
        painter.drawRoundedRect(box, 3, 3)
        if moves:
            paint_icon(painter, theme, "check_small", box.adjusted(1, 1, 0, 0), "on_accent")

    def _paint_title(self, painter: QPainter, rect: QRect, row: ShiftRow) -> None:
        theme = self._theme
        painter.fillRect(rect.left() + 2, rect.top() + 4, 3, rect.height() - 8, theme.bar(row.kind))
        middle = rect.center().y()
        paint_kind(painter, theme, row.kind, QRect(rect.left() + 12, middle - 7, 14, 14))
        room = rect.adjusted(34, 0, -8 - mark_width(row.severity), 0)
        paint_text(painter, room, row.title, theme.color("ink" if row.moves else "muted"), self._plain)
        if row.severity is not None:
            paint_mark(painter, theme, row.severity, QRect(rect.right() - 22, middle - 7, _MARK, _MARK))


class FindingsAfter(QListView):
    """The findings that come, with their marks, and those that go, with a tick; a sentence takes the lines it needs."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: RowsModel[FindingLine] = RowsModel([Column("finding", "", self._spoken, lambda row: row.sentence)])
        self.rows.setParent(self)
        self.setAccessibleName(desk.say("Findings after this"))
        self.setModel(self.rows)
        self.setItemDelegate(FindingLineDelegate(self, desk.theme))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_lines(self, lines: Iterable[FindingLine]) -> None:
        """Show these findings."""
        self.rows.show(Node(str(at), line) for at, line in enumerate(lines))
        self._fit()

    def _fit(self) -> None:
        """Never higher than its sentences: what is left is the table's."""
        self.setMaximumHeight(sum(self.sizeHintForRow(at) for at in range(self.rows.rowCount())))

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.oldSize().width() != e.size().width():
            self._fit()

    def _spoken(self, row: FindingLine) -> str:
        say = self._desk.say
        name = say(SEVERITIES[row.severity]) if row.severity is not None else say("Settled")
        return f"{name}: {row.sentence}"


class FindingLineDelegate(QStyledItemDelegate):
    """A mark or a tick, the sentence, and at the right which items and whether it is new."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._font, self._small = theme.font(11.5), theme.font(11)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FindingLine = index.data(ROW_ROLE)
        rect, theme = option.rect, self._theme
        painter.save()
        if is_selected(option):
            painter.fillRect(rect, theme.color("selected"))
        place = QRect(rect.left() + 2, rect.top() + 6, _MARK, _MARK)
        if row.severity is None:
            paint_icon(painter, theme, "check", place, "ok")
        else:
            paint_mark(painter, theme, row.severity, place)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        note = QRect(rect.right() - self._note_width(row) - 8, rect.top() + 5, self._note_width(row), _LINE)
        paint_text(painter, note, row.note, theme.color("muted"), self._small, right)
        painter.setFont(self._font)
        painter.setPen(theme.color("muted" if row.severity is None else "ink"))
        room = QRect(rect.left() + 24, rect.top() + 5, note.left() - rect.left() - 36, rect.height() - 8)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), row.sentence)
        painter.restore()

    def _note_width(self, row: FindingLine) -> int:
        return min(QFontMetrics(self._small).horizontalAdvance(row.note) + 4, 160)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FindingLine = index.data(ROW_ROLE)
        width = max(80, self._view.viewport().width() - _BESIDE - self._note_width(row))
        box = QFontMetrics(self._font).boundingRect(
            QRect(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), row.sentence
        )
        return QSize(100, box.height() + 12)
