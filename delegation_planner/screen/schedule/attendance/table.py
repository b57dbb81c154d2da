"""The table of the matrix: keys that set roles, the crosshair under the pointer, and the totals that stay below."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from delegation_planner.screen.painting import paint_text
from delegation_planner.screen.schedule.attendance.delegate import CrossingDelegate, Lit, TotalsDelegate
from delegation_planner.screen.schedule.attendance.heads import (
    COLUMN,
    DAYS,
    HEAD,
    NAMES,
    Corner,
    ItemHeads,
    NameHeads,
    paint_after_last,
)
from delegation_planner.screen.schedule.attendance.letters import COMES, OPTIONAL, ROLE_OF_LETTER
from delegation_planner.screen.schedule.attendance.model import AttendanceModel, TotalsModel
from delegation_planner.screen.schedule.attendance.role_edits import Place
from delegation_planner.screen.theme import Theme

TOTAL_ROW: Final = 22
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
_WITHOUT_LETTERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class AttendanceTable(QTableView):
    """Cells that are chosen one by one or as a block.

    `choice_wanted` asks for the choice of roles; `came(role or None, more)` tells which letter was typed, and
    `more` that roles held are kept; `optional_turned` is the key for optional; `walked(column)` tells where a person
    went by keys or mouse.
    """

    choice_wanted = Signal()
    came = Signal(object, bool)
    optional_turned = Signal()
    walked = Signal(int)

    def __init__(self, model: AttendanceModel, theme: Theme) -> None:
        super().__init__()
        self.rows = model
        self.lit = Lit()
        self._pressed_at: QModelIndex | None = None
        self.items = ItemHeads(theme, model)
        self.names = NameHeads(theme, model)
        self.corner = Corner(theme, self)
        self._delegate = CrossingDelegate(theme, model, self.lit)
        self.setHorizontalHeader(self.items)
        self.setVerticalHeader(self.names)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it stands below the totals

    def places(self) -> list[Place]:
        """The persons and items of the selected cells, else of the cell with the keyboard."""
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))
        current = self.currentIndex()
        indexes = chosen or ([current] if current.isValid() else [])
        return [place for index in indexes if (place := self.rows.place(index)) is not None]

    def mark(self, rows: frozenset[int], columns: frozenset[int]) -> None:
        """Mark the people and items that are selected in the window."""
        self.lit.rows, self.lit.columns = rows, columns
        self.names.mark(rows)
        self.items.mark(columns)
        self.viewport().update()

    def below_cell(self) -> QPoint:
        """Where a choice for the cell with the keyboard opens, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def _light(self, row: int, column: int) -> None:
        if (row, column) != (self.lit.row, self.lit.column):
            self.lit.row, self.lit.column = row, column
            self.names.light(row)
            self.items.light(column)
            self.viewport().update()

    def _tell_walk(self) -> None:
        """Only a person's own way through the cells is told, not where the selection of the window leads."""
        if self.currentIndex().isValid():
            self.walked.emit(self.currentIndex().column())

    @override
    def updateGeometries(self) -> None:
        self.items.grow(self.height() - DAYS - HEAD - self.names.length() - 2 * self.frameWidth())
        super().updateGeometries()
        corner = QRect(0, 0, self.names.width(), self.items.height()).translated(self.frameWidth(), self.frameWidth())
        self.corner.setGeometry(corner)
        self.corner.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        plain = not event.modifiers() & _WITHOUT_LETTERS
        if event.key() in _OPENING and plain:
            self.choice_wanted.emit()
        elif plain and (letter in ROLE_OF_LETTER or letter == COMES):
            more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.came.emit(ROLE_OF_LETTER.get(letter), more)
        elif plain and letter == OPTIONAL:
            self.optional_turned.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._tell_walk()

    @override
    def keyboardSearch(self, search: str) -> None:
        """No search: letters set roles."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        bare = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed_at = self.indexAt(event.position().toPoint()) if bare else None
        super().mousePressEvent(event)
        self._tell_walk()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the choice; a drag over cells chooses them."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and pressed.isValid() and pressed == self.indexAt(event.position().toPoint()):
            self.choice_wanted.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._light(index.row(), index.column())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light(-1, -1)


class TotalsTable(QTableView):
    """The lines below the matrix; scrolls with it and holds the scroll bar of both."""

    def __init__(self, model: TotalsModel, above: AttendanceTable, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._delegate = TotalsDelegate(theme, above.rows, above.lit)
        self.setVerticalHeader(TotalNames(theme, model))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = self.horizontalHeader()
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(COLUMN)
        columns.setDefaultSectionSize(COLUMN)
        mine, its = self.horizontalScrollBar(), above.horizontalScrollBar()
        mine.valueChanged.connect(its.setValue)
        its.valueChanged.connect(mine.setValue)
        mine.rangeChanged.connect(self._fit_range)
        model.modelReset.connect(self.fit)

    def _fit_range(self, _minimum: int, _maximum: int) -> None:
        self.fit()

    def fit(self) -> None:
        """As high as its lines, and the scroll bar if there is something to scroll."""
        bar = self.horizontalScrollBar()
        scrolls = bar.maximum() > 0
        self.setFixedHeight(self.model().rowCount() * TOTAL_ROW + (bar.sizeHint().height() if scrolls else 0) + 4)


class TotalNames(QHeaderView):
    """What each line below the matrix counts."""

    def __init__(self, theme: Theme, model: TotalsModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self._lines = model
        self._heavy, self._plain = theme.font(12, 600), theme.font(12)
        self.setFixedWidth(NAMES)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(TOTAL_ROW)
        self.setDefaultSectionSize(TOTAL_ROW)
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        total = logicalIndex == 0
        painter.save()
        painter.fillRect(rect, self._theme.color("pane"))
        font, role = (self._heavy, "ink") if total else (self._plain, "muted")
        name = self._lines.lines[logicalIndex].name
        paint_text(painter, rect.adjusted(12, 0, -6, 0), name, self._theme.color(role), font)
        painter.restore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        paint_after_last(painter, self, self._theme.color("pane"))
        painter.end()
