"""The heads of the matrix: items turned upright above, names at the left, the day in the corner."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from delegation_planner.screen.painting import fitting, paint_kind, paint_text
from delegation_planner.screen.schedule.attendance.model import AttendanceModel
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, ItemHead, PersonLine
from delegation_planner.screen.schedule.attendance.wording import day_name, people_shown
from delegation_planner.screen.theme import Theme

COLUMN: Final = 40
ROW: Final = 26
NAMES: Final = 212
HEAD: Final = 132
DAYS: Final = 24  # the strip of the days, above the items
_STEPS: Final = (HEAD, HEAD + 20, HEAD + 40, HEAD + 60)  # how high the titles may become, where rows leave room
_FEW: Final = 300  # the titles of so many items are measured
_BESIDE_TITLE: Final = 30  # the icon, and what is free around title and icon
_ICON: Final = 14
_NUMBER: Final = 22


class Head(QHeaderView):
    """A head whose sections are chosen by a press, and that lights the one that the pointer is over."""

    chosen = Signal(int)

    def __init__(self, orientation: Qt.Orientation, theme: Theme, model: AttendanceModel, size: int) -> None:
        super().__init__(orientation)
        self.theme = theme
        self.rows = model
        self.lit = -1
        self.marked: frozenset[int] = frozenset()
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(size)
        self.setDefaultSectionSize(size)
        self.setMouseTracking(True)

    def light(self, section: int) -> None:
        """Light the section that the pointer is over; -1 for none."""
        if section != self.lit:
            self.lit = section
            self.viewport().update()

    def mark(self, sections: frozenset[int]) -> None:
        """Mark the sections of what is selected."""
        if sections != self.marked:
            self.marked = sections
            self.viewport().update()

    def fill(self, section: int, ground: str) -> QColor:
        """The colour behind a section."""
        role = "accent_soft" if section in self.marked else "hover" if section == self.lit else ground
        return self.theme.color(role)

    def paint_rest(self, painter: QPainter) -> None:
        """What is painted after the sections: the pane's ground where there are no more of them."""
        paint_after_last(painter, self, self.theme.color("pane"))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        self.paint_rest(painter)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and section >= 0:
            self.chosen.emit(section)


class ItemHeads(Head):
    """Items as turned titles over their icon; above them the days, each name at the left of what is seen of it."""

    def __init__(self, theme: Theme, model: AttendanceModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, model, COLUMN)
        self._days = theme.font(12, 600)
        self._plain, self._heavy = theme.font(11, 500), theme.font(11, 600)
        self._high = HEAD
        self._needed: tuple[tuple[ItemHead, ...], int] = ((), HEAD)

    def grow(self, free: int) -> None:
        """Become higher than usual where titles need it, by at most what is free."""
        allowed = [step for step in _STEPS if step <= HEAD + free]
        self._high = min(self._height_of_titles(), allowed[-1]) if allowed else HEAD

    def _height_of_titles(self) -> int:
        """The lowest of the heights at which no title is cut, else the highest."""
        heads = self.rows.matrix.heads
        if heads is not self._needed[0]:
            cut, high = list(heads if len(heads) <= _FEW else ()), HEAD
            for high in _STEPS:
                cut = [head for head in cut if self._is_cut(head, high - _BESIDE_TITLE)]
                if not cut:
                    break
            self._needed = (heads, high)
        return self._needed[1]

    def _is_cut(self, head: ItemHead, room: int) -> bool:
        font = self._font(head)
        metrics = QFontMetrics(font)
        return any(metrics.horizontalAdvance(line) > room for line in two_lines(head.short, font, room))

    def _font(self, head: ItemHead) -> QFont:
        return self._heavy if head.kind == "signing" else self._plain

    @override
    def sizeHint(self) -> QSize:
        return QSize(COLUMN, DAYS + self._high)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        head = self.rows.head(logicalIndex)
        theme = self.theme
        painter.save()
        column = rect.adjusted(0, DAYS, 0, 0)
        painter.fillRect(column, self.fill(logicalIndex, "pane"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line_strong"))
        if head.first_of_day and logicalIndex:
            painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), theme.color("line_strong"))
        icon = QRect(column.center().x() - _ICON // 2 + 1, column.bottom() - _ICON - 5, _ICON, _ICON)
        paint_kind(painter, theme, head.kind, icon)
        room = QRect(column.left(), column.top() + 2, column.width(), column.height() - _BESIDE_TITLE + 2)
        self._paint_turned(painter, room, head)
        painter.restore()

    def _paint_turned(self, painter: QPainter, room: QRect, head: ItemHead) -> None:
        """The title in at most two lines, read from below, its foot at the icon."""
        font = self._font(head)
        font.setStrikeOut(head.status == "cancelled")
        metrics = QFontMetrics(font)
        lines = two_lines(head.short, font, room.height())
        painter.setFont(font)
        painter.setPen(self.theme.color("muted" if head.status == "cancelled" else "ink"))
        painter.translate(room.left(), room.bottom())
        painter.rotate(-90)
        top = (room.width() - len(lines) * metrics.lineSpacing()) // 2
        for at, line in enumerate(lines):
            place = QPoint(0, top + at * metrics.lineSpacing() + metrics.ascent())
            painter.drawText(place, metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.height()))

    @override
    def paint_rest(self, painter: QPainter) -> None:
        super().paint_rest(painter)
        painter.fillRect(QRect(0, 0, self.viewport().width(), DAYS), self.theme.color("header"))
        painter.fillRect(QRect(0, DAYS - 1, self.viewport().width(), 1), self.theme.color("line"))
        for first, last in self._days_in_sight():
            self._paint_day(painter, first, last)

    def _days_in_sight(self) -> list[tuple[int, int]]:
        """The first and last column of each day of which something is seen, as far as it is seen."""
        first = self.visualIndexAt(0)
        last = self.visualIndexAt(self.viewport().width() - 1)
        if first < 0:
            return []
        found: list[tuple[int, int]] = []
        for column in range(first, (last if last >= 0 else self.count() - 1) + 1):
            if not found or self.rows.head(column).first_of_day:
                found.append((column, column))
            else:
                found[-1] = (found[-1][0], column)
        return found

    def _paint_day(self, painter: QPainter, first: int, last: int) -> None:
        head = self.rows.head(first)
        left = max(self.sectionViewportPosition(first), 0)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        if head.first_of_day and first:
            painter.fillRect(QRect(left, 0, 1, DAYS), self.theme.color("line_strong"))
        room = QRect(left + 8, 0, right - left - 12, DAYS - 1)
        paint_text(painter, room, day_name(self.rows.words, head), self.theme.color("ink"), self._days)


class NameHeads(Head):
    """Delegations, and below each its people with their number in the order of precedence."""

    def __init__(self, theme: Theme, model: AttendanceModel) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, model, ROW)
        self.setFixedWidth(NAMES)
        self._plain, self._heavy = theme.font(12), theme.font(12, 600)

    @override
    def sizeHint(self) -> QSize:
        return QSize(NAMES, ROW)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        line = self.rows.line(logicalIndex)
        ground = "header" if isinstance(line, DelegationLine) else "pane"
        painter.save()
        painter.fillRect(rect, self.fill(logicalIndex, ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.theme.color("line"))
        if isinstance(line, DelegationLine):
            self._paint_delegation(painter, rect, line)
        else:
            self._paint_person(painter, rect, line)
        painter.restore()

    def _paint_delegation(self, painter: QPainter, rect: QRect, line: DelegationLine) -> None:
        count = people_shown(self.rows.words, line)
        counted = QFontMetrics(self._plain).horizontalAdvance(count)
        room = rect.adjusted(12, 0, -16 - counted, 0)
        name = fitting(self._heavy, room.width(), line.name, line.short)
        taken = paint_text(painter, room, name, self.theme.color("ink"), self._heavy)
        rest = room.adjusted(taken + 8, 0, counted + 10, 0)
        paint_text(painter, rest, count, self.theme.color("muted"), self._plain)

    def _paint_person(self, painter: QPainter, rect: QRect, line: PersonLine) -> None:
        muted = self.theme.color("muted")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        number = QRect(rect.left() + 4, rect.top(), _NUMBER, rect.height())
        paint_text(painter, number, str(line.number), muted, self._plain, right)
        name = rect.adjusted(_NUMBER + 10, 0, -6, 0)
        if line.notified:
            paint_text(painter, name, line.name, self.theme.color("ink"), self._heavy)
        else:
            paint_text(painter, name, line.name, muted, self._plain)


class Corner(QWidget):
    """What lies above the names: the ground of the head, and what the letters belong to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("pane"))
        painter.fillRect(QRect(0, 0, self.width(), DAYS), self._theme.color("header"))
        painter.fillRect(QRect(0, DAYS - 1, self.width(), 1), self._theme.color("line"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line_strong"))
        painter.end()


def paint_after_last(painter: QPainter, head: QHeaderView, colour: QColor) -> None:
    """The ground of a head behind its last section."""
    room = head.viewport().rect()
    end = max(head.length() - head.offset(), 0)
    if head.orientation() == Qt.Orientation.Horizontal:
        room.setLeft(end)
    else:
        room.setTop(end)
    painter.fillRect(room, colour)


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """The text broken between words into at most two lines; the second holds all that is left."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = line.textLength()
    rest = text[first:].strip()
    return [text[:first].strip(), rest] if rest else [text]
