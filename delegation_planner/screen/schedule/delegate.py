"""How the rundown's cells are painted and typed into."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.screen.fields.typing_table import MakeEditor, TypingDelegate, TypingTable, column_key
from delegation_planner.screen.painting import (
    has_focus,
    is_hovered,
    is_selected,
    paint_frame,
    paint_icon,
    paint_kind,
    paint_mark,
    paint_text,
)
from delegation_planner.screen.rows_model import ROW_ROLE
from delegation_planner.screen.schedule.columns import cell_text, day_notes, day_title
from delegation_planner.screen.schedule.rows import DayRow, ItemRow, RundownRow, StepRow
from delegation_planner.screen.theme import Theme
from delegation_planner.words.dates import wall_clock
from delegation_planner.words.words import Words

Index = QModelIndex | QPersistentModelIndex
_MUTED = frozenset({"number", "level", "remarks"})
_CUE_RUNS_OVER = frozenset({"title", "place", "who", "dress"})


def toggle_rect(cell: QRect) -> QRect:
    """Where in an activity cell the arrow stands that shows minute steps."""
    return QRect(cell.right() - 22, cell.top(), 20, cell.height())


class SheetDelegate(TypingDelegate):
    """Paints days, items and minute steps."""

    def __init__(self, view: Callable[[], TypingTable], theme: Theme, words: Words, make_editor: MakeEditor) -> None:
        super().__init__(make_editor)
        self._view = view
        self._theme = theme
        self._words = words
        self._plain = theme.font(12)
        self._heavy = theme.font(12, 600)
        self._small = theme.font(11)
        self._tiny = theme.font(10)
        self._struck = theme.font(12)
        self._struck.setStrikeOut(True)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RundownRow = index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(row, DayRow):
            self._paint_day(painter, option.rect, row)
        else:
            self._paint_ground(painter, option)
            key = column_key(index)
            if isinstance(row, StepRow):
                self._paint_step(painter, option.rect, row, key)
            else:
                self._paint_item(painter, option.rect, row, key)
            if has_focus(option) and is_selected(option):
                paint_frame(painter, option.rect, self._theme.color("focus"))
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, row: DayRow) -> None:
        """One line across all columns: each cell paints its own part of it."""
        theme, view = self._theme, self._view()
        painter.fillRect(rect, theme.color("header"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = view.columnViewportPosition(view.horizontalHeader().logicalIndex(0)) + 8
        line = QRect(left, rect.top(), 4000, rect.height())
        left += paint_text(painter, line, day_title(self._words, row), theme.color("ink"), self._heavy) + 14
        line.setLeft(left)
        left += paint_text(painter, line, " · ".join(day_notes(self._words, row)), theme.color("muted"), self._plain)
        if row.mark is not None:
            paint_mark(painter, theme, row.mark.severity, QRect(left + 12, rect.center().y() - 6, 14, 14))
            line.setLeft(left + 30)
            paint_text(painter, line, str(row.mark.worst_count()), theme.color("ink"), self._heavy)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if is_selected(option):
            painter.fillRect(option.rect, self._theme.color("selected"))
        elif is_hovered(option):
            painter.fillRect(option.rect, self._theme.color("hover"))
        else:
            painter.fillRect(option.rect, self._theme.color("pane"))

    def _paint_step(self, painter: QPainter, rect: QRect, row: StepRow, key: str) -> None:
        """The cue runs on over the columns that a step leaves empty; each of them paints its own part of it."""
        if key in _CUE_RUNS_OVER:
            first, last = (self._left_of(column) for column in ("title", "in_charge"))
            inner = QRect(first + 34, rect.top(), last - first - 42, rect.height())
            key = "title"
        else:
            inner = rect.adjusted(8, 0, -8, 0)
        paint_text(painter, inner, cell_text(self._words, row, key), self._theme.color("muted"), self._small)

    def _left_of(self, key: str) -> int:
        view = self._view()
        return view.columnViewportPosition(view.rows.column_of(key))

    def _paint_item(self, painter: QPainter, rect: QRect, row: ItemRow, key: str) -> None:
        if row.dimmed:
            painter.setOpacity(0.38)
        if key == "title":
            self._paint_title(painter, rect, row)
            return
        quiet = key in _MUTED or row.status == "cancelled" or (key == "status" and row.status == "tentative")
        colour = self._theme.color("muted" if quiet else "ink")
        inner = rect.adjusted(8, 0, -8, 0)
        if key == "level" and row.level == "internal":
            paint_icon(painter, self._theme, "lock", QRect(inner.right() - 12, rect.center().y() - 6, 12, 12))
        if key == "who" and row.people:
            count = str(row.people)
            inner.setLeft(inner.left() + paint_text(painter, inner, count, colour, self._plain) + 8)
            colour = self._theme.color("muted")
        if key == "start" and row.to_confirm:
            clock = wall_clock(self._words, row.start)
            inner.setLeft(inner.left() + paint_text(painter, inner, clock, colour, self._plain) + 4)
            paint_text(painter, inner, self._words.say("TBC"), self._theme.color("muted"), self._tiny)
            return
        paint_text(painter, inner, cell_text(self._words, row, key), colour, self._plain)

    def _paint_title(self, painter: QPainter, rect: QRect, row: ItemRow) -> None:
        theme = self._theme
        self._paint_bar(painter, rect, row)
        paint_kind(painter, theme, row.kind, QRect(rect.left() + 12, rect.center().y() - 7, 16, 16))
        right = rect.right() - 6
        if row.steps:
            arrow = "chevron_down" if row.open else "chevron_right"
            paint_icon(painter, theme, arrow, QRect(right - 14, rect.center().y() - 6, 14, 14))
            right -= 20
        if row.mark is not None:
            paint_mark(painter, theme, row.mark.severity, QRect(right - 14, rect.center().y() - 6, 14, 14))
            right -= 20
        if row.pinned:
            paint_icon(painter, theme, "pin", QRect(right - 12, rect.center().y() - 6, 12, 12))
            right -= 18
        text = QRect(rect.left() + 34, rect.top(), right - rect.left() - 36, rect.height())
        paint_text(painter, text, row.title, self._title_colour(row), self._title_font(row))

    def _paint_bar(self, painter: QPainter, rect: QRect, row: ItemRow) -> None:
        """The bar of the kind at the left: solid, dashed while tentative, grey when cancelled; a corner if internal."""
        x = rect.left() + 3
        cancelled = row.status == "cancelled"
        pen = QPen(self._theme.color("control") if cancelled else self._theme.bar(row.kind), 3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if row.status == "tentative":
            pen.setDashPattern([2, 1])
        painter.setPen(pen)
        painter.drawLine(QLineF(x, rect.top() + 4, x, rect.bottom() - 3))
        if row.level == "internal":
            corner = rect.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("muted"))
            painter.drawPolygon(QPolygon([corner + QPoint(-8, 0), corner + QPoint(1, 0), corner + QPoint(1, 9)]))

    def _title_colour(self, row: ItemRow) -> QColor:
        return self._theme.color("muted" if row.status == "cancelled" else "ink")

    def _title_font(self, row: ItemRow) -> QFont:
        if row.status == "cancelled":
            return self._struck
        return self._heavy if row.kind == "signing" else self._plain
