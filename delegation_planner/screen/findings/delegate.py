"""How a finding is painted: its mark, the sentence in up to five lines, and the day and check below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.screen.findings.rows import FindingRow
from delegation_planner.screen.painting import is_hovered, is_selected, paint_card, paint_mark, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE
from delegation_planner.screen.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _LINE, _MOST_LINES = 34, 14, 16, 5


class FindingDelegate(QStyledItemDelegate):
    """As tall as its sentence needs at the view's width."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._sentence, self._note = theme.font(11.5, 500), theme.font(11)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FindingRow = index.data(ROW_ROLE)
        theme, rect = self._theme, option.rect
        painter.save()
        if is_selected(option):
            paint_card(painter, rect, theme.color("selected"), theme.color("accent_text"))
        elif is_hovered(option):
            paint_card(painter, rect, theme.color("hover"))
        if row.waived:
            painter.setOpacity(0.55)
        paint_mark(painter, theme, row.severity, QRect(rect.left() + 12, rect.top() + 7, 14, 14))
        lines = self._lines(row)
        ink = theme.color("ink")
        for number, line in enumerate(lines):
            place = QRect(rect.left() + _LEFT, rect.top() + 6 + number * _LINE, rect.width() - _LEFT - _RIGHT, _LINE)
            paint_text(painter, place, line, ink, self._sentence)
        note = QRect(rect.left() + _LEFT, rect.top() + 6 + len(lines) * _LINE, rect.width() - _LEFT - _RIGHT, _LINE)
        paint_text(painter, note, row.note, theme.color("muted"), self._note)
        painter.restore()

    def _lines(self, row: FindingRow) -> list[str]:
        """The sentence broken between words; what does not fit goes on in the last line, where it is cut."""
        metrics = QFontMetrics(self._sentence)
        width = self._view.viewport().width() - _LEFT - _RIGHT
        lines = [""]
        for word in row.sentence.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= width or not lines[-1] or len(lines) == _MOST_LINES:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FindingRow | None = index.data(ROW_ROLE)
        lines = len(self._lines(row)) if row is not None else 1
        return QSize(100, 14 + (lines + 1) * _LINE)
