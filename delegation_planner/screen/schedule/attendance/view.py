"""Attendance: people by items, what is narrowed of it, and the verbs on crossings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.kinds import Role
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.names import person_name
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty
from delegation_planner.screen.schedule.attendance.crossings import ABSENT, Crossing
from delegation_planner.screen.schedule.attendance.model import AttendanceModel, TotalsModel
from delegation_planner.screen.schedule.attendance.role_edits import (
    Act,
    everywhere,
    taken_out,
    with_optional,
    with_role,
    with_roles,
)
from delegation_planner.screen.schedule.attendance.role_menu import role_menu
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, Matrix, Shown, matrix
from delegation_planner.screen.schedule.attendance.table import AttendanceTable, TotalsTable
from delegation_planner.screen.schedule.attendance.table_text import table_text
from delegation_planner.screen.schedule.attendance.tools import AttendanceTools
from delegation_planner.screen.schedule.narrowed import of_tracks_and_levels, people_left
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.session.plan_session import PlanChanged
from delegation_planner.session.store import Label

_FRAME_KINDS = (ProgrammeItem, Participant, Delegation, Group, OrderOverride, Visit)


class AttendanceView(QFrame):
    """Follows plan and selection while it is shown; its own state is what is narrowed and the cell with the keyboard.

    `tools` are the fields that narrow it, for the head of the pane that shows the view.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shown = Shown()
        self._stale = True
        self.model = AttendanceModel(desk.plan, desk.words, self)
        self.totals_model = TotalsModel(self.model)
        self.table = AttendanceTable(self.model, desk.theme)
        self.table.setAccessibleName(desk.say("Attendance"))
        self.totals = TotalsTable(self.totals_model, self.table, desk.theme)
        self.totals.setAccessibleName(desk.say("Totals"))
        for table in (self.table, self.totals):
            table.setObjectName("attendance")
        self._add_verbs()
        self.tools = self._tools()
        self._lay_out()
        self.table.choice_wanted.connect(self.choose_roles)
        self.table.came.connect(self._came)
        self.table.optional_turned.connect(self.turn_optional)
        self.table.items.chosen.connect(self._choose_item)
        self.table.names.chosen.connect(self._choose_person)
        self.table.walked.connect(self._walked)
        self.table.verticalScrollBar().rangeChanged.connect(self._fit_totals)
        desk.plan_changed.connect(self._follow)
        desk.selection.changed.connect(self._follow_selection)
        desk.narrowing.changed.connect(self._show_soon)
        desk.theme.changed.connect(self.update)

    # Building.

    def _tools(self) -> AttendanceTools:
        tools = AttendanceTools(self.desk, self)
        tools.narrowed.connect(self._narrow)
        tools.filter.left_downwards.connect(self.table.setFocus)
        tools.filter.open_by_ctrl_f(self)
        tools.roles.clicked.connect(lambda: self._choice_menu().exec(tools.below_roles()))
        return tools

    def _lay_out(self) -> None:
        desk, say = self.desk, self.desk.say
        matrix_and_totals = QWidget()
        column = QVBoxLayout(matrix_and_totals)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        rule = QFrame()
        rule.setProperty("look", "rule")
        column.addWidget(rule)
        self._below = QHBoxLayout()
        self._below.setContentsMargins(0, 4, 0, 0)
        self._below.addWidget(self.totals)
        column.addLayout(self._below)
        self.empty = Emptiness(
            desk.theme, "people", say("Nobody and nothing to cross yet"),
            say("As soon as there are people and programme items, this shows who comes to what, and as what."),
        )  # fmt: skip
        nothing = Emptiness(
            desk.theme, "search", say("Nothing fits"),
            say("The filter or the day leaves nothing to show."), [(say("Show all"), self.show_all)],
        )  # fmt: skip
        self.pages = FilledOrEmpty(matrix_and_totals, self.empty, nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def _add_verbs(self) -> None:
        say, icon = self.desk.say, self.desk.theme.icon
        self.verbs = [
            add_verb(self, say("Choose the roles…"), self.choose_roles),
            add_verb(self, say("Optional, or no longer so"), self.turn_optional),
            add_verb(self, say("Take out of the item"), self.take_out, "Del", icon("trash"), "delete"),
        ]
        add_separator(self)
        add_verb(self, say("Look at this person"), self.look_at_person, "Ctrl+Return", icon("person"))
        add_verb(self, say("Copy as a table"), self.copy, "Ctrl+C", icon("copy"), "copy")
        for verb in self.verbs:
            verb.setEnabled(not self.desk.read_only)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.addActions(self.actions())

    # Following.

    def _follow(self, told: PlanChanged) -> None:
        if told.changes.touch(*_FRAME_KINDS):
            self.desk.showing.in_turn(self._show_soon)
        elif told.changes.touch(Invitation) and not self._stale:
            self._show_crossings(self.model.matrix)

    def _show_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def _narrow(self, shown: Shown) -> None:
        self.shown = shown
        self._show_soon()

    def show_all(self) -> None:
        """Everybody at every item."""
        self.desk.narrowing.clear()
        self._narrow(Shown())

    def _show(self) -> None:
        desk = self.desk
        self._stale = False
        narrowed = desk.narrowing.narrowed
        people, items = people_left(desk.plan, narrowed), of_tracks_and_levels(desk.plan, narrowed)
        self.shown = self.shown._replace(people=people, items=items)
        self.tools.show_what(self.shown)
        at = self.table.currentIndex()
        place = self.model.place(at) if at.isValid() else None
        scrolled = self.table.horizontalScrollBar().value(), self.table.verticalScrollBar().value()
        found = matrix(desk.plan, desk.rulebook, desk.words, self.shown)
        self._show_crossings(found)
        there = found.people and len(desk.plan.table(ProgrammeItem))
        self.pages.show_for(shown=int(bool(found.lines and found.heads and there)), there=there)
        self.table.horizontalScrollBar().setValue(scrolled[0])
        self.table.verticalScrollBar().setValue(scrolled[1])
        if place is not None:
            self._go_to(self.model.row_of(place[0]), self.model.column_of(place[1]))
        self._follow_selection()

    def _show_crossings(self, found: Matrix) -> None:
        self.model.show(self.desk.plan, found)
        self.totals_model.show(self.desk.plan)

    def _go_to(self, row: int | None, column: int | None) -> None:
        if row is not None and column is not None:
            self.table.setCurrentIndex(self.model.index(row, column))

    def _follow_selection(self) -> None:
        """Mark what is selected in the window, and bring the first of it into sight."""
        if self._stale:
            return
        selection = self.desk.selection
        rows = [row for id in selection.of(Participant) if (row := self.model.row_of(id)) is not None]
        columns = [at for id in selection.of(ProgrammeItem) if (at := self.model.column_of(id)) is not None]
        self.table.mark(frozenset(rows), frozenset(columns))
        self.totals.viewport().update()
        current = self.table.currentIndex()
        row, column = max(current.row(), 0), max(current.column(), 0)
        if columns and column not in columns:
            self._go_to(self._person_at_or_below(row), columns[0])
        elif rows and row not in rows:
            self._go_to(rows[0], column)

    def _person_at_or_below(self, row: int) -> int | None:
        lines = self.model.matrix.lines
        below = (at for at in range(row, len(lines)) if not isinstance(lines[at], DelegationLine))
        return next(below, None)

    def _walked(self, column: int) -> None:
        self.desk.selection.choose(ProgrammeItem, [self.model.head(column).id])

    def _choose_item(self, column: int) -> None:
        self.table.setFocus()
        self._walked(column)

    def _choose_person(self, row: int) -> None:
        self.table.setFocus()
        line = self.model.line(row)
        self.desk.selection.choose(Delegation if isinstance(line, DelegationLine) else Participant, [line.id])

    def _fit_totals(self) -> None:
        bar = self.table.verticalScrollBar()
        self._below.setContentsMargins(0, 4, bar.sizeHint().width() if bar.maximum() > 0 else 0, 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    # Verbs.

    def choose_roles(self) -> None:
        """Open the choice of roles at the cell with the keyboard."""
        if self.table.places() and not self.desk.read_only:
            self._choice_menu().exec(self.table.below_cell())

    def turn_optional(self) -> None:
        """The selected crossings become optional or no longer so: all as the one with the keyboard."""
        self.edit("set_optional", with_optional(optional=not self._crossing().optional))

    def take_out(self) -> None:
        """The selected people do not come to the selected items."""
        self.edit("uninvite", taken_out)

    def look_at_person(self) -> None:
        """Select the person of the cell with the keyboard in the whole window."""
        current = self.table.currentIndex()
        if current.isValid():
            self._choose_person(current.row())

    def copy(self) -> None:
        """The selected cells with their heads as a table to the clipboard; the whole table if one cell is selected."""
        chosen = self.table.selectionModel().selectedIndexes()
        every = len(chosen) < 2
        rows = range(self.model.rowCount()) if every else sorted({index.row() for index in chosen})
        columns = range(self.model.columnCount()) if every else sorted({index.column() for index in chosen})
        totals = self.totals_model.lines if every else ()
        text = table_text(self.model.matrix, self.model.crossings, rows, columns, totals)
        QGuiApplication.clipboard().setText(text)

    def _came(self, role: Role | None, more: bool) -> None:  # noqa: FBT001  # a signal's arguments have no names
        if role is None:
            self.edit("invite", with_roles())
        elif more:
            self.edit("set_roles", with_role(role, held=role not in self._crossing().roles))
        else:
            self.edit("set_roles", with_roles(role))

    def edit(self, kind: str, act: Act) -> None:
        """Do this at all selected crossings, as one edit; `kind` is its label where it is one crossing."""
        places = self.table.places()
        if not places:
            return
        label = Label("set_attendance", {"count": len(places)})
        if len(places) == 1:
            name = person_name(self.desk.plan, places[0][0], Texts(self.desk.words.language))
            label = Label(kind, {"name": name})
        self.desk.edit(label, lambda: everywhere(self.desk.plan, places, act))

    def _crossing(self) -> Crossing:
        current = self.table.currentIndex()
        return self.model.crossing(current) if current.isValid() else ABSENT

    def _choice_menu(self) -> QMenu:
        current = self.table.currentIndex()
        person = current.isValid() and self.model.place(current) is not None
        crossing = self._crossing() if person else None
        return role_menu(self.desk.words, crossing, self.edit, read_only=self.desk.read_only)
