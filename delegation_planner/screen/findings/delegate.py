"""How a finding is painted: its mark, the sentence in up to five lines, and the day and check below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.screen.findings.rows import FindingRow, FindingsRow, GroupRow
from delegation_planner.screen.open_row import OpeningDelegate
from delegation_planner.screen.painting import is_hovered, is_selected, paint_card, paint_mark, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, RowsModel
from delegation_planner.screen.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TEXT_LEFT = 34
GROUP_HEIGHT = 28
ROOM_FOR_BUTTONS = 30
_RIGHT, _LINE, _MOST_LINES = 14, 16, 5


class FindingDelegate(OpeningDelegate):
    """As tall as its sentence needs at the view's width; the row `open_id` leaves room for its buttons."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._sentence, self._note, self._group = theme.font(11.5, 500), theme.font(11), theme.font(11, 600)
        self._metrics = QFontMetrics(self._sentence)
        self._broken: dict[str, list[str]] = {}
        self._widths: dict[str, int] = {}
        self._width = 0

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FindingsRow = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, GroupRow):
            rect = option.rect.adjusted(12, 6, -12, 0)
            paint_text(painter, rect, row.title, self._theme.color("muted"), self._group)
        else:
            self._paint_finding(painter, option, row)
        painter.restore()

    def _paint_finding(self, painter: QPainter, option: QStyleOptionViewItem, row: FindingRow) -> None:
        theme, rect = self._theme, option.rect
        if is_selected(option):
            paint_card(painter, rect, theme.color("selected"), theme.color("accent_text"))
        elif is_hovered(option):
            paint_card(painter, rect, theme.color("hover"))
        painter.setOpacity(0.55 if row.waived else 1)
        paint_mark(painter, theme, row.severity, QRect(rect.left() + 12, rect.top() + 7, 14, 14))
        painter.setOpacity(1)
        lines = self._lines(row)
        ink = theme.color("muted" if row.waived else "ink")
        place = QRect(rect.left() + TEXT_LEFT, rect.top() + 6, rect.width() - TEXT_LEFT - _RIGHT, _LINE)
        for line in lines:
            paint_text(painter, place, line, ink, self._sentence)
            place.translate(0, _LINE)
        paint_text(painter, place, row.note, theme.color("muted"), self._note)

    def _lines(self, row: FindingRow) -> list[str]:
        """The sentence broken between words; what does not fit goes on in the last line, where it is cut."""
        width = self._view.viewport().width() - TEXT_LEFT - _RIGHT
        if width != self._width:
            self._width, self._broken = width, {}
        if row.sentence not in self._broken:
            self._broken[row.sentence] = self._break(row.sentence, width)
        return self._broken[row.sentence]

    def _break(self, sentence: str, width: int) -> list[str]:
        lines: list[list[str]] = [[]]
        taken = 0
        for word in sentence.split(" "):
            needs = self._wide(word) + (self._wide(" ") if lines[-1] else 0)
            if lines[-1] and taken + needs > width and len(lines) < _MOST_LINES:
                lines.append([word])
                taken = self._wide(word)
            else:
                lines[-1].append(word)
                taken += needs
        return [" ".join(line) for line in lines]

    def _wide(self, word: str) -> int:
        """The width of a word; the same words come again in most sentences."""
        if word not in self._widths:
            self._widths[word] = self._metrics.horizontalAdvance(word)
        return self._widths[word]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: FindingsRow | None = index.data(ROW_ROLE)
        if not isinstance(row, FindingRow):
            return QSize(100, GROUP_HEIGHT)
        model = index.model()
        opened = isinstance(model, RowsModel) and self.open_id is not None and model.index_of(self.open_id) == index
        return QSize(100, 14 + (len(self._lines(row)) + 1) * _LINE + (ROOM_FOR_BUTTONS if opened else 0))
