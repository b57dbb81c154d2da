"""The list of what differs: sections of two-line rows; a click or Enter goes there."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.change_lines import ChangeLine
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.painting import is_hovered, is_selected, paint_card, paint_icon, paint_kind, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, RowsModel
from delegation_planner.screen.theme import Theme

ROW: Final = 42
ONE_LINE_ROW: Final = 28
HEADING: Final = 28
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChangeList(QListView):
    """`went_to(kind of row, id)` asks for a row that the plan holds."""

    went_to = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(desk.say("What has changed"))
        self.setProperty("look", "boxed")
        self.rows: RowsModel[ChangeLine] = RowsModel([Column[ChangeLine]("change", "", said, said)], self)
        self.setModel(self.rows)
        self.setItemDelegate(ChangeDelegate(self, desk.theme))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def show_changes(self, nodes: Iterable[Node[ChangeLine]]) -> None:
        """Show these instead."""
        self.rows.show(nodes)

    @property
    def wanted_height(self) -> int:
        """How high it is with all its rows."""
        rows = (self.rows.row_at(self.rows.index(at, 0)) for at in range(self.rows.rowCount()))
        return sum(height_of(row) for row in rows if row is not None) + 8

    def _go(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.goes_to is not None:
            self.went_to.emit(*row.goes_to)


class ChangeDelegate(QStyledItemDelegate):
    """The title with what has become of it at the right, old and new below."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme
        self._title, self._plain = theme.font(12, 500), theme.font(11)
        self._heading = theme.font(12, 600)
        self._word = theme.font(10, 600)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ChangeLine = index.data(ROW_ROLE)
        theme, rect = self._theme, option.rect
        painter.save()
        if row.is_heading:
            paint_text(painter, rect.adjusted(12, 4, -12, 0), row.title, theme.color("muted"), self._heading)
        else:
            if is_selected(option):
                paint_card(painter, rect, theme.color("selected"), theme.color("accent_text"))
            elif is_hovered(option) and row.goes_to is not None:
                paint_card(painter, rect, theme.color("hover"))
            self._paint_change(painter, rect, row)
        painter.restore()

    def _paint_change(self, painter: QPainter, rect: QRect, row: ChangeLine) -> None:
        theme = self._theme
        first = QRect(rect.left(), rect.top() + (4 if row.detail else 0), rect.width(), 18 if row.detail else ROW)
        if not row.detail:
            first.setHeight(rect.height())
        icon = QRect(rect.left() + 14, first.center().y() - 6, 14, 14)
        if row.kind is not None:
            paint_kind(painter, theme, row.kind, icon)
        else:
            paint_icon(painter, theme, row.icon, icon)
        word = paint_text(painter, first.adjusted(0, 0, -14, 0), row.headline, theme.color("muted"), self._word, _RIGHT)
        gone = row.goes_to is None
        ink = theme.color("muted" if gone else "ink")
        paint_text(painter, first.adjusted(36, 0, -24 - word, 0), row.title, ink, self._title)
        if row.detail:
            second = QRect(rect.left() + 36, first.bottom() + 1, rect.width() - 50, 16)
            paint_text(painter, second, row.detail, theme.color("muted"), self._plain)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, height_of(index.data(ROW_ROLE)))


def height_of(row: ChangeLine) -> int:
    """Rows with something to say below are higher."""
    if row.is_heading:
        return HEADING
    return ROW if row.detail else ONE_LINE_ROW


def said(row: ChangeLine) -> str:
    """A row read aloud, and its tip."""
    return ". ".join(part for part in (row.headline, row.title, row.detail) if part)
