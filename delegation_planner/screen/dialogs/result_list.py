"""What became of each file of a batch, folder by folder; long batches stay quick."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.folder_words import folder_words
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.painting import paint_icon, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, RowsModel
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Words

ROW: Final = 24
HIGHEST: Final = 264
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultLine(NamedTuple):
    """A file and what became of it; without an icon what a folder holds, its name there, and how many files it got."""

    name: str
    state: str
    icon: str = ""
    role: str = "muted"


def result_nodes(words: Words, results: Sequence[WriteResult]) -> Iterator[Node[ResultLine]]:
    """Each folder with its files: those that failed first, then written, unchanged and not reached ones."""
    for result in results:
        of_state = (
            ("mark_error", "error", words.say("failed"), [failure.name for failure in result.failed]),
            ("check", "ok", words.say("written"), result.written),
            ("minus", "muted", words.say("unchanged"), result.unchanged),
            ("close", "muted", words.say("not written"), result.cancelled),
        )
        count = sum(len(names) for *_, names in of_state)
        said, name = words.say_many("{count} file", "{count} files", count), result.folder.name
        holds = folder_words(words, name)
        state = said if holds.casefold() == name.casefold() else f"{name} · {said}"
        yield Node(str(result.folder), ResultLine(holds, state), selectable=False)
        for icon, role, state, names in of_state:
            yield from (Node(str(result.folder / name), ResultLine(name, state, icon, role)) for name in names)


class ResultList(QListView):
    """As high as its rows, up to a measure."""

    def __init__(self, desk: Desk, results: Sequence[WriteResult]) -> None:
        super().__init__()
        self.setAccessibleName(desk.say("Results"))
        columns = [Column[ResultLine]("file", "", lambda row: row.name, lambda row: f"{row.name}: {row.state}")]
        self.rows: RowsModel[ResultLine] = RowsModel(columns, self)
        self.rows.show(result_nodes(desk.words, results))
        self.setModel(self.rows)
        self.setItemDelegate(_ResultDelegate(self, desk.theme))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(min(HIGHEST, ROW * self.rows.rowCount() + 4))

    @property
    def lines(self) -> list[ResultLine]:
        """The rows as they stand there."""
        rows = (self.rows.row_at(self.rows.index(at, 0)) for at in range(self.rows.rowCount()))
        return [row for row in rows if row is not None]


class _ResultDelegate(QStyledItemDelegate):
    """Icon and name, at the right the state in words."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme
        self._plain, self._bold, self._small = theme.font(12), theme.font(12, 600), theme.font(11)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ResultLine = index.data(ROW_ROLE)
        theme, rect = self._theme, option.rect
        painter.save()
        muted = theme.color("muted")
        state = paint_text(painter, rect.adjusted(0, 0, -8, 0), row.state, muted, self._small, _RIGHT)
        if row.icon:
            paint_icon(painter, theme, row.icon, QRect(rect.left() + 2, rect.center().y() - 6, 14, 14), row.role)
        font, left = (self._plain, 24) if row.icon else (self._bold, 2)
        paint_text(painter, rect.adjusted(left, 0, -20 - state, 0), row.name, theme.color("ink"), font)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW)
