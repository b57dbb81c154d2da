"""The table of a preview of pasted rows: columns as wide as their cells, and the reason of a row never cut."""

from collections.abc import Iterable
from typing import Any, Final, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.painting import is_selected, paint_mark, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, Index, RowsModel
from delegation_planner.screen.schedule.pasting import Verdict
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words, mark

VERDICTS: Final[dict[Verdict, str]] = {
    "new": mark("New"),
    "changed": mark("Changed"),
    "same": mark("As it is"),
    "unreadable": mark("Left out"),
    "day": mark("Day"),
    "heads": mark("Heads"),
}
_ROW: Final = 28
_LEFT, _RIGHT = 8, 6  # beside the words of a cell
_BESIDE: Final = _LEFT + _RIGHT
_MARK: Final = 21  # a mark and its distance
_SHARE: Final = 0.24
"""The most of the width that a column of words takes; the notes, which are last, take what is left."""
_LEAST_NOTE: Final = 160


class PastedLine(Protocol):
    """What every preview knows of a row that was read."""

    @property
    def line(self) -> int: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def notes(self) -> tuple[KnownError, ...]: ...


class PastedTable(QTableView):
    """Rows as they were read: number, verdict, what the preview's own `columns` say, and why a row is not taken."""

    def __init__(self, words: Words, theme: Theme, columns: Iterable[Column[Any]]) -> None:
        super().__init__()
        say = words.say
        self._plain, self._heavy = QFontMetrics(theme.font(12)), QFontMetrics(theme.font(12, 600))
        self._rows: tuple[PastedLine, ...] = ()
        every = [
            Column[Any]("line", say("Row"), lambda row: str(row.line)),
            Column[Any]("verdict", say("Result"), lambda row: say(VERDICTS[row.verdict])),
            *columns,
            Column[Any]("notes", say("Note"), lambda row: " ".join(words.error(note) for note in row.notes)),
        ]
        self.rows: RowsModel[Any] = RowsModel(every, self)
        self.setModel(self.rows)
        self.setItemDelegate(PastedDelegate(theme, self))
        self.setAccessibleName(say("Rows"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._fit_rows)

    def show_rows(self, rows: Iterable[PastedLine]) -> None:
        """Show these rows."""
        self._rows = tuple(rows)
        self.rows.show(Node(str(row.line), row) for row in self._rows)
        self._fit()

    @property
    def _last(self) -> int:
        return len(self.rows.columns) - 1

    def _fit(self) -> None:
        most = round(self.viewport().width() * _SHARE)
        wanted = [self._wanted(at) for at in range(self._last)]
        room = self.viewport().width() - _LEAST_NOTE - sum(wanted)
        for at, width in enumerate(wanted):
            self.setColumnWidth(at, width if room >= 0 or width <= most else most)
        self._fit_rows()

    def _wanted(self, at: int) -> int:
        """The width of a column's longest cell or of its head."""
        column = self.rows.columns[at]
        texts = {column.text(row) for row in self._rows} | {column.title}
        width = max(self._heavy.horizontalAdvance(text) for text in texts) + _BESIDE + 2
        return width + (_MARK if column.key == "verdict" else 0)

    def _fit_rows(self, *_: int) -> None:
        """A row is as high as its note needs."""
        for at, row in enumerate(self._rows):
            if row.notes:
                self.setRowHeight(at, self._height_of(self.rows.index(at, self._last).data()))
            elif self.rowHeight(at) != _ROW:
                self.setRowHeight(at, _ROW)

    def _note_width(self) -> int:
        """What the other columns leave: the header gives it to the last one a moment later."""
        others = sum(self.columnWidth(at) for at in range(self._last))
        return max(self.viewport().width() - others, self.horizontalHeader().minimumSectionSize())

    def _height_of(self, note: str) -> int:
        room = QRect(0, 0, self._note_width() - _BESIDE, 1000)
        return max(_ROW, self._plain.boundingRect(room, int(Qt.TextFlag.TextWordWrap), note).height() + 12)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()


class PastedDelegate(QStyledItemDelegate):
    """Heads of days heavy, what is as it is muted, and a mark where something is left out or taken otherwise."""

    def __init__(self, theme: Theme, parent: PastedTable) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._heavy = theme.font(12), theme.font(12, 600)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PastedLine = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        painter.fillRect(rect, self._ground(row, selected=is_selected(option)))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        room = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        key = index.model().columns[index.column()].key  # type: ignore[attr-defined]
        colour = self._theme.color("muted" if row.verdict in ("same", "heads") else "ink")
        if key == "notes":
            painter.setFont(self._plain)
            painter.setPen(colour)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), index.data())
            painter.restore()
            return
        if key == "verdict" and row.notes:
            place = QRect(room.left(), room.center().y() - 6, 14, 14)
            paint_mark(painter, self._theme, "error" if row.verdict == "unreadable" else "warning", place)
            room.setLeft(place.right() + 7)
        paint_text(painter, room, index.data(), colour, self._heavy if row.verdict == "day" else self._plain)
        painter.restore()

    def _ground(self, row: PastedLine, *, selected: bool) -> QColor:
        if selected:
            return self._theme.color("selected")
        return self._theme.color("header" if row.verdict in ("day", "heads") else "pane")
