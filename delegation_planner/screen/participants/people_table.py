"""The list of people as a table: a click on a heading sorts by it, and people are dragged out of it onto items."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.screen.dragging import PEOPLE, drag
from delegation_planner.screen.painting import fitting
from delegation_planner.screen.participants.list_rows import HEADINGS, Heading, ListRow, Sorting
from delegation_planner.screen.rows_model import ROW_ROLE, RowsModel
from delegation_planner.screen.theme import Theme

ROW = 30
_BESIDE_NAME = 16 + 18  # what is free around a name, and its mark
_NAME_SHARE = 0.6  # of a narrow list, after the number; the office has the rest
_WIDTHS: dict[Heading, int] = {
    "order": 38, "name": 180, "office": 200, "delegation": 170, "entourage": 90, "first": 90, "missing": 140,
}  # fmt: skip


class PeopleTable(QTableView):
    """`sorted_by(heading)` tells which heading was clicked."""

    sorted_by = Signal(str)

    def __init__(self, model: RowsModel[ListRow], theme: Theme, label: Callable[[int], str], parent: QWidget) -> None:
        """`label` says how many people are dragged."""
        super().__init__(parent)
        self.rows = model
        self._theme = theme
        self._label = label
        self._delegate = PersonDelegate(model, theme)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.sectionClicked.connect(lambda at: self.sorted_by.emit(tuple(HEADINGS)[at]))
        for at, heading in enumerate(HEADINGS):
            self.setColumnWidth(at, _WIDTHS[heading])

    def _fit(self) -> None:
        """Where number, name and office do not fit, the last two share what there is; the others are scrolled to."""
        order, name, office = (_WIDTHS[heading] for heading in ("order", "name", "office"))
        room = self.viewport().width() - order
        if room < name + office:
            name = max(round(room * _NAME_SHARE), 60)
            office = max(room - name, 60)
        for heading, width in (("name", name), ("office", office)):
            self.setColumnWidth(tuple(HEADINGS).index(heading), width)

    def show_sorting(self, sorting: Sorting) -> None:
        """Mark the heading that it is sorted by."""
        order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(tuple(HEADINGS).index(sorting.heading), order)

    def dragged_ids(self) -> tuple[Id, ...]:
        """The selected people."""
        rows = (self.rows.row_at(index) for index in self.selectionModel().selectedRows())
        return tuple(row.id for row in rows if row is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        ids = self.dragged_ids()
        if ids:
            drag(self, self._theme, PEOPLE, ids, self._label(len(ids)))


class PersonDelegate(QStyledItemDelegate):
    """Names of those notified in semibold, with the mark of what was found; what is missing in its colour."""

    def __init__(self, model: RowsModel[ListRow], theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._heavy = theme.font(12, 600)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        row: ListRow | None = index.data(ROW_ROLE)
        key = self._model.columns[index.column()].key
        if row is None:
            return
        if key == "name" and row.person.notified:
            option.font = self._heavy
            room = option.rect.width() - _BESIDE_NAME
            option.text = fitting(self._heavy, room, option.text, row.person.name)  # the honorific gives way first
        role = {"missing": "warning", "name": "ink"}.get(key, "muted")
        option.palette.setColor(QPalette.ColorRole.Text, self._theme.color(role))
        if key == "name" and row.person.mark is not None:
            sign = {"note": "info"}.get(row.person.mark.severity, row.person.mark.severity)
            option.icon = self._theme.icon(f"mark_{sign}", sign)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(14, 14)
