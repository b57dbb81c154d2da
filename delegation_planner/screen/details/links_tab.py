"""A tab that lists rows of the plan that belong to the one shown; a click goes there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from delegation_planner.plan.tables import Row
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.line_list import Line, LineList
from delegation_planner.screen.details.rows import LinkRow
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.nodes import Node

_ICON_OF = {
    "ProgrammeItem": "calendar", "Document": "document", "Place": "place", "Participant": "person",
    "Vehicle": "motorcade",
}  # fmt: skip

Choice = tuple[str, Callable[[], None]]
"""What can be added, in words, and what adds it."""


class LinksTab(QWidget):
    """`nodes_of` makes the rows; `nothing` is said where there are none; `adding` is a verb above the list.

    Where `choices_of` gives more than one way to carry it out, the verb opens a menu of them.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        nothing: str,
        nodes_of: Callable[[Row], tuple[Node[LinkRow], ...]],
        adding: str = "",
        choices_of: Callable[[], Sequence[Choice]] = tuple,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._nodes_of = nodes_of
        self.list = LineList(desk.theme, name, lambda row: Line(_ICON_OF[row.kind.__name__], row.text, row.note))
        self.list.clicked.connect(self._go_to)
        self.list.activated.connect(self._go_to)
        self._empty = plain_label(nothing, "muted", wrap=True)
        self._empty.setContentsMargins(4, 8, 12, 8)
        self._pages = QStackedWidget()
        holder = QWidget()
        above = QVBoxLayout(holder)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._empty)
        above.addStretch(1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        if adding:
            button = QPushButton(adding, self)
            button.setEnabled(not desk.read_only)
            button.clicked.connect(partial(self._offer, button, choices_of))
            row = QVBoxLayout()
            row.setContentsMargins(4, 0, 12, 0)
            row.addWidget(button)
            column.addLayout(row)
        column.addWidget(self._pages, 1)

    def _offer(self, button: QPushButton, choices_of: Callable[[], Sequence[Choice]]) -> None:
        choices = choices_of()
        if len(choices) == 1:
            choices[0][1]()
            return
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        for verb, act in choices:
            menu.addAction(verb).triggered.connect(partial(act))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show_row(self, row: Row) -> None:
        """Show what belongs to the row."""
        nodes = self._nodes_of(row)
        self.list.rows.show(nodes)
        self._pages.setCurrentIndex(0 if nodes else 1)

    def _go_to(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self.desk.selection.choose(row.kind, (row.id,))
