"""What the pages of the settings share: a hint above, a table of rows, and buttons below."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.fields.typing_table import Index, MakeEditor, TypingDelegate, TypingTable, column_key
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.painting import is_selected
from delegation_planner.screen.rows_model import ROW_ROLE, Column, RowsModel

ROW_HEIGHT = 28
TWO_LINES = 38
_BESIDE: Final = 24  # beside the words of a cell
_MOST: Final = 124  # of a column that is as wide as its words
Look = Callable[[Any, str], str]
"""How a cell is written, by its row and its column's key: "heavy", "muted" or plain ("")."""


class SettingsPage(QWidget):
    """A page of the settings. Every change is an edit of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def follow(self) -> None:
        """Show what the plan holds now."""

    def say_above(self, sentence: str) -> None:
        """What the page is about."""
        self.column.addWidget(plain_label(sentence, "muted", wrap=True))

    def add_row(self, *widgets: QWidget, grows: Sequence[QWidget] = ()) -> None:
        """Widgets side by side; those that `grows` names share the room that is left."""
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget, int(widget in grows))
        if not grows:
            row.addStretch(1)
        self.column.addLayout(row)

    def button(self, text: str, act: Callable[[], object]) -> QPushButton:
        """A button that Enter in a field does not press."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        button.setEnabled(not self.desk.read_only)
        return button


class SettingsTable(TypingTable):
    """Rows with what is the visit's own in heavier letters."""

    def __init__(
        self, desk: Desk, name: str, columns: Sequence[Column[Any]], widths: dict[str, int], look: Look,
        make_editor: MakeEditor, row_height: int = ROW_HEIGHT,
    ) -> None:  # fmt: skip
        """`widths` are the least of the columns by key; a column without one takes the room that is left."""
        model: RowsModel[Any] = RowsModel(columns)
        super().__init__(model, _Delegate(desk, make_editor, look), row_height)
        self.setWordWrap(row_height >= TWO_LINES)
        model.setParent(self)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)  # Tab leads on to the buttons; in an open cell it goes to the next one
        if desk.read_only:
            self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self._heavy = QFontMetrics(desk.theme.font(12, 600))
        self._least = {at: widths[column.key] for at, column in enumerate(columns) if column.key in widths}
        for at in range(len(columns)):
            if at not in self._least:
                self.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, nodes: Iterable[Node[Any]]) -> None:
        """Show these rows."""
        shown = tuple(nodes)
        self.rows.show(shown)
        for at, least in self._least.items():
            column = self.rows.columns[at]
            texts = {column.text(node.row) for node in shown} | {column.title}
            longest = max(map(self._heavy.horizontalAdvance, texts)) + _BESIDE
            self.setColumnWidth(at, max(least, min(longest, _MOST)))

    def chosen(self) -> list[Any]:
        """The rows that are selected, from the top."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [row for row in map(self.rows.row_at, indexes) if row is not None]


class _Delegate(TypingDelegate):
    def __init__(self, desk: Desk, make_editor: MakeEditor, look: Look) -> None:
        super().__init__(make_editor)
        self._desk = desk
        self._look = look

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        look = self._look(index.data(ROW_ROLE), column_key(index))
        if look == "heavy":
            option.font.setWeight(QFont.Weight.DemiBold)
        elif look == "muted":
            option.palette.setColor(option.palette.ColorRole.Text, self._desk.theme.color("muted"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if is_selected(option) and index.column() == 0:
            painter.fillRect(
                option.rect.adjusted(0, 3, 3 - option.rect.width(), -3), self._desk.theme.color("accent_text")
            )
