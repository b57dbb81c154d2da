"""A list of one-line rows: a text, and a muted note at the right."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegation_planner.screen.painting import is_hovered, is_selected, paint_card, paint_icon, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, RowsModel
from delegation_planner.screen.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
_BETWEEN = 8
_ROUNDED = 2
"""What a text may be wider than its measured width."""


class Line(NamedTuple):
    """What one row says: an icon by name, the text, the note, and whether the text is heavier."""

    icon: str
    text: str
    note: str
    heavy: bool = False


class LineDelegate(QStyledItemDelegate):
    """The note may take half the width and what the text leaves; then it is cut too."""

    def __init__(self, theme: Theme, line_of: Callable[[Any], Line]) -> None:
        super().__init__()
        self._theme = theme
        self._line_of = line_of
        self._plain, self._heavy, self._small = theme.font(12), theme.font(12, 600), theme.font(11)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._line_of(index.data(ROW_ROLE))
        theme, rect = self._theme, option.rect
        painter.save()
        if is_selected(option):
            paint_card(painter, rect, theme.color("selected"), theme.color("accent_text"))
        elif is_hovered(option):
            paint_card(painter, rect, theme.color("hover"))
        paint_icon(painter, theme, line.icon, QRect(rect.left() + 12, rect.center().y() - 6, 14, 14))
        inner = rect.adjusted(34, 0, -12, 0)
        font = self._heavy if line.heavy else self._plain
        texted = QFontMetrics(font).horizontalAdvance(line.text)
        noted = note_width(texted, QFontMetrics(self._small).horizontalAdvance(line.note), inner.width())
        note = QRect(inner.right() - noted, inner.top(), noted + 1, inner.height())
        paint_text(painter, note, line.note, theme.color("muted"), self._small)
        text = inner.adjusted(0, 0, -noted - _BETWEEN if noted else 0, 0)
        paint_text(painter, text, line.text, theme.color("ink"), font)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)


def note_width(text: int, note: int, room: int) -> int:
    """How wide a note is beside a text, by the widths that both would take and the room for them."""
    return min(note, max(room // 2, room - text - _BETWEEN - _ROUNDED))


class LineList(QListView):
    """A view and its model in one; `show_nodes` fills it."""

    def __init__(self, theme: Theme, name: str, line_of: Callable[[Any], Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)

        def whole(row: Any) -> str:
            line = line_of(row)
            return f"{line.text}, {line.note}" if line.note else line.text

        self.rows: RowsModel[Any] = RowsModel([Column("line", name, whole, whole)], self)
        self.setModel(self.rows)
        self.setItemDelegate(LineDelegate(theme, line_of))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        theme.changed.connect(self.viewport().update)

    def current_row(self) -> Any:
        """The row that the keyboard is on, or None."""
        return self.rows.row_at(self.currentIndex())
