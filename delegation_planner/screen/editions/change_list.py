"""The list of what differs: sections of rows as tall as their words need; a click or Enter goes there."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.change_lines import ChangeLine
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.painting import is_hovered, is_selected, paint_card, paint_icon, paint_kind, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, RowsModel
from delegation_planner.screen.schedule.grid.text_lines import wrapped
from delegation_planner.screen.theme import Theme

HEADING: Final = 28
_TITLE_LINE, _LINE = 18, 16
_MOST_TITLE_LINES, _MOST_LINES = 2, 5
_LEFT_EDGE, _RIGHT_EDGE = 36, 14
_FRAME: Final = 4
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
        self._delegate = ChangeDelegate(self, desk.theme)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def show_changes(self, nodes: Iterable[Node[ChangeLine]]) -> None:
        """Show these instead."""
        self.rows.show(nodes)

    def height_at(self, width: int) -> int:
        """How high it is with all its rows, if it is so wide."""
        rows = (self.rows.row_at(self.rows.index(at, 0)) for at in range(self.rows.rowCount()))
        return sum(self._delegate.height_of(row, width - _FRAME) for row in rows if row is not None) + 8

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():  # of itself the list looks at its height alone
            self.scheduleDelayedItemsLayout()

    def _go(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.goes_to is not None:
            self.went_to.emit(*row.goes_to)


class ChangeDelegate(QStyledItemDelegate):
    """The title with what has become of it at the right, old and new below in as many lines as they need."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._title, self._plain = theme.font(12, 500), theme.font(11)
        self._heading = theme.font(12, 600)
        self._word = theme.font(10, 600)
        self._title_wide, self._plain_wide, self._word_wide = (
            QFontMetricsF(font).horizontalAdvance for font in (self._title, self._plain, self._word)
        )

    def height_of(self, row: ChangeLine, width: int) -> int:
        """How high a row is, if it is so wide."""
        if row.is_heading:
            return HEADING
        titles, details = self._lines(row, width)
        return 10 + len(titles) * _TITLE_LINE + (len(details) * _LINE - 2 if details else 0)

    def _lines(self, row: ChangeLine, width: int) -> tuple[list[str], list[str]]:
        """The lines of the title and those below it; the last of each is cut where they are too many."""
        room = width - _LEFT_EDGE - _RIGHT_EDGE
        beside = room - 10 - self._word_wide(row.headline)
        titles = _broken(row.title, beside, self._title_wide, _MOST_TITLE_LINES)
        return titles, _broken(row.detail, room, self._plain_wide, _MOST_LINES)

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
        theme, muted = self._theme, self._theme.color("muted")
        place = QRect(rect.left() + _LEFT_EDGE, rect.top() + (4 if row.detail else 5), 0, _TITLE_LINE)
        place.setRight(rect.right() - _RIGHT_EDGE)
        icon = QRect(rect.left() + 14, place.center().y() - 6, 14, 14)
        if row.kind is not None:
            paint_kind(painter, theme, row.kind, icon)
        else:
            paint_icon(painter, theme, row.icon, icon)
        word = paint_text(painter, place, row.headline, muted, self._word, _RIGHT)
        ink = muted if row.goes_to is None else theme.color("ink")
        titles, details = self._lines(row, rect.width())
        for line in titles:
            paint_text(painter, place.adjusted(0, 0, -10 - word, 0), line, ink, self._title)
            place.translate(0, _TITLE_LINE)
        place.setHeight(_LINE)
        for line in details:
            paint_text(painter, place, line, muted, self._plain)
            place.translate(0, _LINE)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self.height_of(index.data(ROW_ROLE), self._view.viewport().width()))


def _broken(text: str, room: float, wide: Callable[[str], float], most: int) -> list[str]:
    """Most texts fit in one line: only the others are measured word by word."""
    if not text:
        return []
    return [text] if wide(text) <= room else wrapped(text, [room] * most, wide)


def said(row: ChangeLine) -> str:
    """A row read aloud, and its tip."""
    return ". ".join(part for part in (row.headline, row.title, row.detail) if part)
