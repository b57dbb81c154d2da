"""The page of one kind of row: its head, its tabs of fields, and its tabs of what belongs to it."""

from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.places import add_place
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.precedence import order_in_delegation
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.files_tab import FilesTab
from delegation_planner.screen.details.form import RowForm
from delegation_planner.screen.details.forms import forms_in
from delegation_planner.screen.details.head import DetailsHead
from delegation_planner.screen.details.hints import Hint, hints_of
from delegation_planner.screen.details.item_form import FIELD_OF_CHECK, travels
from delegation_planner.screen.details.links_tab import LinksTab
from delegation_planner.screen.details.people_tab import PeopleTab
from delegation_planner.screen.details.readiness import ReadinessView
from delegation_planner.screen.details.rows import (
    attendance_of,
    files_of,
    head_of,
    movement_of,
    papers_about,
    papers_at,
    people_of,
    places,
    vehicles_of,
)
from delegation_planner.screen.details.several import head_of_several
from delegation_planner.screen.details.steps_tab import StepsTab
from delegation_planner.screen.details.vehicle_choices import vehicle_choices
from delegation_planner.screen.marks import Marks
from delegation_planner.session.store import Label


class OtherTab(Protocol):
    """A tab that is no form."""

    def show_row(self, row: Row) -> None:
        """Show what belongs to the row."""
        ...


class Page(QWidget):
    """Shows one row of its kind at a time, or what several have in common."""

    def __init__(self, desk: Desk, kind: type[Row]) -> None:
        super().__init__()
        self.desk = desk
        self.kind = kind
        self.head = DetailsHead(desk.theme, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(desk.say("Details"))
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.tabBar().setExpanding(False)
        self.readiness = ReadinessView(desk, self) if kind in (ProgrammeItem, Document) else None
        aboves = chain([self.readiness], repeat(None))
        tabs = forms_in(kind, desk.words.language)
        self.forms = [RowForm(desk, kind, tab.fields, above) for tab, above in zip(tabs, aboves, strict=False)]
        for form, tab in zip(self.forms, tabs, strict=True):
            self.tabs.addTab(form, desk.say(tab.title))
        self.others: list[tuple[QWidget, OtherTab, str, Callable[[Row], int]]] = []
        self._vehicles: LinksTab | None = None
        self._add_others()
        self._rows: tuple[Row, ...] = ()
        self._beside: dict[str, Finding] = {}
        self._hints: dict[str, Hint] = {}
        self._behind: set[QWidget] = set()
        self._counts: dict[QWidget, int] = {}
        self.tabs.currentChanged.connect(self._show_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def show_rows(self, rows: Sequence[Row], marks: Marks) -> None:
        """Show a row, and beside its fields what was found about it; of several rows what they can share."""
        desk, row, alone = self.desk, rows[0], len(rows) == 1
        head = head_of(desk.plan, desk.rulebook, desk.words, row) if alone else head_of_several(desk.words, rows)
        self.head.show_head(head)
        self._rows, self._beside = tuple(rows), self._beside_fields(row, marks) if alone else {}
        if self.readiness is not None:
            self.readiness.show_row(row if alone else None)
        self._hints = hints_of(desk.plan, desk.rulebook, desk.words, row) if alone else {}
        self._behind = {*self.forms, *(widget for widget, *_ in self.others)}
        for form in self.forms:
            self.tabs.setTabVisible(self.tabs.indexOf(form), form.has_fields_for(rows))
        for widget, *_ in self.others:
            shown = alone and (widget is not self._vehicles or self._has_vehicles(row))
            self.tabs.setTabVisible(self.tabs.indexOf(widget), shown)
        self._show_current()
        self._counts = {widget: count(row) for widget, _, _, count in self.others} if alone else {}
        self._name_tabs()

    def begin_at_top(self) -> None:
        """Scroll every tab to its beginning, whatever of an earlier row was read there."""
        for area in self.tabs.findChildren(QAbstractScrollArea):
            area.verticalScrollBar().setValue(0)

    def go_to_field(self, name: str) -> None:
        """Bring a field to the front and give it the keyboard; "people" are those of an item."""
        for form in self.forms:
            if form.has_field(name):
                self.tabs.setCurrentWidget(form)
                form.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)
        for widget, *_ in self.others:
            if name == "people" and isinstance(widget, PeopleTab):
                self.tabs.setCurrentWidget(widget)
                widget.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_tabs(self) -> None:
        """Say beside the titles how many there are, where that leaves room for all.

        Where there is no room even for the titles, the long ones are cut and stand whole in their tool tips.
        """
        bar = self.tabs.tabBar()
        for counted in (True, False):
            for widget, _, title, _ in self.others:
                number = self._counts.get(widget, 0) if counted else 0
                self.tabs.setTabText(self.tabs.indexOf(widget), f"{title} {number}" if number else title)
            fits = bar.sizeHint().width() <= self.tabs.width()
            for at in range(bar.count()):
                bar.setTabToolTip(at, "" if fits else bar.tabText(at))
            if fits:
                return

    def _show_current(self) -> None:
        """Fill the tab in front; those behind are filled when they come there."""
        front = self.tabs.currentWidget()
        if not self._rows or front not in self._behind:
            return
        self._behind.discard(front)
        if isinstance(front, RowForm):
            front.show_rows(self._rows, self._beside, self._hints)
        for widget, tab, *_ in self.others:
            if widget is front:
                tab.show_row(self._rows[0])

    def _beside_fields(self, row: Row, marks: Marks) -> dict[str, Finding]:
        mark = marks.get(row.id)
        beside: dict[str, Finding] = {}
        for finding in mark.findings if mark is not None and self.kind is ProgrammeItem else ():
            field = FIELD_OF_CHECK.get(finding.check)
            if field is not None:
                beside.setdefault(field.format(**finding.values, own=self.desk.words.language), finding)
        return beside

    def _add_others(self) -> None:
        """What belongs to a kind of row beside its fields."""
        if self.kind is ProgrammeItem:
            self._add_item_tabs()
        elif self.kind is Document:
            self._add_document_tabs()
        elif self.kind is Participant:
            self._add_attendance()
        elif self.kind in (Group, Delegation):
            self._add_people()
        elif self.kind in (Visit, Place):
            self._add_places()
        elif self.kind is Vehicle:
            self._add_movement()

    def _add_item_tabs(self) -> None:
        desk, say, words = self.desk, self.desk.say, self.desk.words
        people, steps = PeopleTab(desk), StepsTab(desk)
        nothing = say("No document is needed here. Name this item in a document's “Needed at”.")
        papers = LinksTab(desk, say("Papers"), nothing, lambda row: papers_at(desk.plan, words, row.id))
        self._add_other(people, people, say("People"), lambda row: len(attendees(desk.plan, row.id)))
        self._add_other(steps, steps, say("Steps"), self._steps)
        self._add_other(papers, papers, say("Papers"), lambda row: len(papers_at(desk.plan, words, row.id)))
        self._vehicles = LinksTab(
            desk,
            say("Vehicles"),
            say("No vehicle yet. Add the first one."),
            lambda row: vehicles_of(desk.plan, words, row.id),
            say("Add a vehicle"),
            lambda: vehicle_choices(desk, self._rows[0].id),
        )
        # Not "Vehicles": with it the six tabs of a movement do not fit side by side in Indonesian.
        self._add_other(self._vehicles, self._vehicles, say("Cars"), self._count_vehicles)
        for at, tab in enumerate((people, self._vehicles, steps, papers), 1):
            self.tabs.tabBar().moveTab(self.tabs.indexOf(tab), at)

    def _add_document_tabs(self) -> None:
        desk, say, words = self.desk, self.desk.say, self.desk.words
        files = FilesTab(desk)
        nothing = say("No other document is about this one.")
        about = LinksTab(desk, say("Papers about it"), nothing, lambda row: papers_about(desk.plan, words, row.id))
        self._add_other(files, files, say("Files"), lambda row: len(files_of(desk.plan, row.id)))
        self._add_other(about, about, say("Related"), lambda row: len(papers_about(desk.plan, words, row.id)))

    def _add_attendance(self) -> None:
        desk, words = self.desk, self.desk.words
        items = LinksTab(
            desk,
            desk.say("Attendance"),
            desk.say("Attends nothing yet. Invite from an item's People."),
            lambda row: attendance_of(desk.plan, words, desk.index.items_concerning(row.id), row.id),
        )
        self._add_other(items, items, desk.say("Attends"), lambda row: len(desk.index.items_concerning(row.id)))

    def _add_people(self) -> None:
        desk, title = self.desk, self.desk.say("Participants")
        people = LinksTab(
            desk, title, desk.say("Nobody yet."), lambda row: people_of(desk.plan, desk.words, self._people(row))
        )
        self._add_other(people, people, title, lambda row: len(self._people(row)))

    def _add_places(self) -> None:
        desk = self.desk
        title = desk.say("All places") if self.kind is Place else desk.say("Places")
        everywhere = LinksTab(
            desk,
            title,
            desk.say("No places yet. Add the first one."),
            lambda _row: places(desk.plan, desk.words),
            desk.say("Add a place"),
            lambda: [(desk.say("Add a place"), self._add_place)],
        )
        self._add_other(everywhere, everywhere, title, lambda _row: len(desk.plan.table(Place)))

    def _add_movement(self) -> None:
        desk, title = self.desk, self.desk.say("Movement")
        way = LinksTab(desk, title, "", lambda row: movement_of(desk.plan, desk.words, row.id))
        self._add_other(way, way, title, lambda _row: 0)

    def _add_other(self, widget: QWidget, tab: OtherTab, title: str, count: Callable[[Row], int]) -> None:
        self.others.append((widget, tab, title, count))
        self.tabs.addTab(widget, title)

    def _people(self, row: Row) -> tuple[Id, ...]:
        """The members of a group, or the people of a delegation in order."""
        if isinstance(row, Group):
            return row.member_ids
        return order_in_delegation(self.desk.plan, self.desk.rulebook, row.id)

    def _steps(self, row: Row) -> int:
        return sum(step.item_id == row.id for step in self.desk.plan.rows(Step))

    def _has_vehicles(self, row: Row) -> bool:
        """Vehicles belong to movements; where an item that has become something else still has some, they are shown."""
        movement = isinstance(row, ProgrammeItem) and travels(row) and row.kind != "flight"
        return movement or self._count_vehicles(row) > 0

    def _count_vehicles(self, row: Row) -> int:
        return sum(vehicle.item_id == row.id for vehicle in self.desk.plan.rows(Vehicle))

    def _add_place(self) -> None:
        desk, name = self.desk, self.desk.say("New place")
        taken = {row.code for row in desk.plan.rows(Place)}
        code = next(code for number in range(1, len(taken) + 2) if (code := f"P{number}") not in taken)
        changes = add_place(desk.plan, code, name, desk.new_id, in_language=desk.words.language)
        if desk.edit(Label("add_place", {"name": name}), changes):
            desk.selection.choose(Place, (changes[0].id,))

    # What Qt calls.

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()
