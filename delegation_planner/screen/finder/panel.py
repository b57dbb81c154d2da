"""The panel of Ctrl+K: one field, and below it what fits, from the first letter on."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.tables import Row
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.finder.answers import Answer, Finder
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.overlay import Overlay
from delegation_planner.screen.painting import is_hovered, is_selected, paint_card, paint_icon, paint_kind, paint_text
from delegation_planner.screen.rows_model import ROW_ROLE, Column, RowsModel
from delegation_planner.screen.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SHOWN: Final = 12
ROW: Final = 30
WIDTH: Final = 560
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FinderPanel(Overlay):
    """Lies over the window; Enter goes to what is marked, arrows move the mark, Esc puts the panel away."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        finder: Finder,
        commands: Mapping[str, QAction],
        chosen: Callable[[type[Row], Id], None],
        *,
        under: QWidget | None = None,
    ) -> None:
        """`chosen` is told which row of the plan was selected, so that the window can show it."""
        super().__init__(window, desk.theme, WIDTH, under=under)
        self.setObjectName("finder")
        self._desk = desk
        self._finder = finder
        self._commands = commands
        self._chosen = chosen
        say = desk.say
        self.column.setContentsMargins(12, 12, 12, 12)
        self.field = _Field(self)
        self.field.setPlaceholderText(say("Find people, items, documents, places, commands"))
        self.field.setAccessibleName(say("Find anything"))
        self.field.addAction(desk.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        columns = [Column[Answer]("answer", say("Found"), lambda row: row.text, _said)]
        self.model: RowsModel[Answer] = RowsModel(columns, self)
        self.list = _list(say("Found"), self.model, desk.theme, self)
        self.hint = plain_label(say("Enter goes there · > for commands only · Esc closes"), "muted")
        self.nothing = plain_label(say("Nothing holds these letters."), "muted")
        for widget in (self.field, self.list, self.nothing, self.hint):
            self.column.addWidget(widget)
        self.field.textChanged.connect(self._show)
        self.field.moved.connect(self._move)
        self.field.left.connect(self.put_away)
        self.field.returnPressed.connect(self._go)
        self.list.clicked.connect(self._go)
        self.setFocusProxy(self.field)
        self._show("")

    def _show(self, typed: str) -> None:
        answers = self._finder.answers(typed, SHOWN)
        self.model.show(Node(_key(answer), answer) for answer in answers)
        self.list.setVisible(bool(answers))
        self.nothing.setVisible(not answers)
        self.list.setFixedHeight(ROW * len(answers))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.place()

    def _move(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            self.list.setCurrentIndex(self.model.index((self.list.currentIndex().row() + by) % count, 0))

    def _go(self) -> None:
        answer = self.model.row_at(self.list.currentIndex())
        if answer is None:
            return
        self.put_away()
        if answer.command is not None:
            self._commands[answer.command].trigger()
        elif answer.goes_to is not None:
            kind, id = answer.goes_to
            if self._desk.plan.get(kind, id) is not None:
                self._desk.selection.choose(kind, (id,))
                self._chosen(kind, id)


class _Field(QLineEdit):
    """The field keeps the keyboard; up and down move the mark in the list."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "filter")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _AnswerDelegate(QStyledItemDelegate):
    """Icon, number and text at the left; at the right, muted, what tells the row apart."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme
        self._text, self._beside = theme.font(12), theme.font(11)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Answer = index.data(ROW_ROLE)
        theme, rect = self._theme, option.rect
        painter.save()
        if is_selected(option):
            paint_card(painter, rect, theme.color("selected"), theme.color("accent_text"))
        elif is_hovered(option):
            paint_card(painter, rect, theme.color("hover"))
        icon = QRect(rect.left() + 14, rect.center().y() - 7, 16, 16)
        if row.item_kind is not None:
            paint_kind(painter, theme, row.item_kind, icon)
        else:
            paint_icon(painter, theme, row.icon, icon)
        beside = rect.adjusted(rect.width() // 2, 0, -16, 0)
        taken = paint_text(painter, beside, row.beside, theme.color("muted"), self._beside, _RIGHT)
        code = rect.adjusted(40, 0, -16 - taken, 0)
        width = paint_text(painter, code, row.code, theme.color("muted"), self._text) if row.item_kind else 0
        text = code.adjusted(max(width + 8, 28) if row.item_kind else 0, 0, -12, 0)
        paint_text(painter, text, row.text, theme.color("ink"), self._text)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)


def _list(name: str, model: RowsModel[Answer], theme: Theme, parent: QWidget) -> QListView:
    view = QListView(parent)
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(_AnswerDelegate(view, theme))
    view.setMouseTracking(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setUniformItemSizes(True)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    for policy in (view.setVerticalScrollBarPolicy, view.setHorizontalScrollBarPolicy):
        policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _key(answer: Answer) -> str:
    return answer.command or (f"{answer.goes_to[0].__name__} {answer.goes_to[1]}" if answer.goes_to else "")


def _said(answer: Answer) -> str:
    return ", ".join(part for part in (answer.code, answer.text, answer.beside) if part)
