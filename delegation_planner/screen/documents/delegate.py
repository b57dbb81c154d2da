"""How a document is painted in the register: title, chain of dots, state and due day."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.documents.rows import DocumentRow
from delegation_planner.screen.documents.wording import due_words, shows_due, state_words
from delegation_planner.screen.open_row import OpeningDelegate
from delegation_planner.screen.painting import (
    is_hovered,
    is_selected,
    mark_width,
    paint_card,
    paint_icon,
    paint_kind,
    paint_mark,
    paint_text,
)
from delegation_planner.screen.rows_model import ROW_ROLE
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 44
HEIGHT_WITH_BUTTON = 74
TEXT_LEFT = 34
_PITCH = 9


class DocumentDelegate(OpeningDelegate):
    """Two lines; the row `open_id` is taller and leaves room for its button."""

    def __init__(self, theme: Theme, words: Words, open_id: Id | None = None) -> None:
        super().__init__()
        self.open_id = open_id
        self._theme = theme
        self._words = words
        self._title, self._small = theme.font(12, 600), theme.font(11)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DocumentRow = index.data(ROW_ROLE)
        painter.save()
        if is_selected(option):
            paint_card(painter, option.rect, self._theme.color("selected"), self._theme.color("accent_text"))
        elif is_hovered(option):
            paint_card(painter, option.rect, self._theme.color("hover"))
        if row.dimmed:
            painter.setOpacity(0.45)
        self._paint_first(painter, option.rect, row)
        self._paint_second(painter, option.rect, row)
        painter.restore()

    def _paint_first(self, painter: QPainter, rect: QRect, row: DocumentRow) -> None:
        line = QRect(rect.left() + TEXT_LEFT, rect.top() + 5, rect.width() - TEXT_LEFT - 12, 18)
        icon = QRect(rect.left() + 12, line.top() + 1, 16, 16)
        if row.kind == "instrument":
            paint_kind(painter, self._theme, "signing", icon)
        else:
            paint_icon(painter, self._theme, "document", icon)
        right = line.right()
        if row.mark is not None:
            paint_mark(painter, self._theme, row.mark.severity, QRect(right - 13, line.top() + 2, 14, 14))
            right -= mark_width(row.mark.severity)
        if row.files:
            paint_icon(painter, self._theme, "attach", QRect(right - 12, line.top() + 3, 12, 12))
            right -= 18
        line.setRight(right)
        muted = row.state in {"withdrawn", "superseded", "not_required"}
        paint_text(painter, line, row.title, self._theme.color("muted" if muted else "ink"), self._title)

    def _paint_second(self, painter: QPainter, rect: QRect, row: DocumentRow) -> None:
        line = QRect(rect.left() + TEXT_LEFT, rect.top() + 23, rect.width() - TEXT_LEFT - 12, 16)
        if row.step is not None:
            self._paint_chain(painter, line, row, row.step)
            line.setLeft(line.left() + row.steps * _PITCH + 6)
        line.setRight(line.right() - self._paint_due(painter, line, row))
        paint_text(painter, line, state_words(self._words, row), self._theme.color("ink"), self._small)

    def _paint_due(self, painter: QPainter, line: QRect, row: DocumentRow) -> int:
        """The due day at the right; its date is left out where the state needs the room. Returns the width taken."""
        if row.due is None or not shows_due(row):
            return 0
        metrics = QFontMetrics(self._small)
        days, beside = due_words(self._words, row.due)
        whole = f"{days} · {beside}" if beside else days
        needed = metrics.horizontalAdvance(state_words(self._words, row)) + metrics.horizontalAdvance(whole) + 12
        said = whole if needed <= line.width() or row.due.late else days
        width = metrics.horizontalAdvance(said) + 1
        at_right = QRect(line.right() - width, line.top(), width + 1, line.height())
        paint_text(painter, at_right, said, self._theme.color("error" if row.due.late else "muted"), self._small)
        return width + 8

    def _paint_chain(self, painter: QPainter, line: QRect, row: DocumentRow, step: int) -> None:
        """One dot a state: done ones filled, the one reached a ring with a dot, later ones hollow."""
        theme = self._theme
        blocked = row.mark is not None and row.mark.severity == "error"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(row.steps):
            centre = QPointF(line.left() + 3 + at * _PITCH, line.center().y() + 0.5)
            colour = theme.color("error" if blocked and at == step else "accent_text" if at <= step else "control")
            painter.setPen(QPen(colour, 1))
            painter.setBrush(colour if at < step or (at == step and row.settled) else theme.color("pane"))
            painter.drawEllipse(centre, 3, 3)
            if at == step and not row.settled:
                painter.setBrush(colour)
                painter.drawEllipse(centre, 1, 1)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: DocumentRow | None = index.data(ROW_ROLE)
        tall = row is not None and row.id == self.open_id
        return QSize(100, HEIGHT_WITH_BUTTON if tall else HEIGHT)
