"""The details pane: a form for the row that is selected, or for several of a kind at once."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.forms import FORMS
from delegation_planner.screen.details.page import Page
from delegation_planner.screen.details.several import edited_together
from delegation_planner.screen.pane_frame import Emptiness, PaneHead
from delegation_planner.screen.removing import remove_asking
from delegation_planner.screen.verbs import add_verb
from delegation_planner.session.plan_session import PlanChanged

_ASKED_FOR: Final = (ProgrammeItem, Participant, Document)


class DetailsPane(QFrame):
    """Follows selection, plan and findings; the pages of the kinds are made when first needed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        self._pages: dict[type[Row], Page] = {}
        self._shown: tuple[type[Row] | None, tuple[Id, ...]] = None, ()
        self._stack = QStackedWidget(self)
        self._nothing = Emptiness(
            desk.theme, "info", desk.say("Nothing selected"), desk.say("Choose an item, a person or a document."),
            [(desk.say("The visit and its dates"), self._show_visit)],
        )  # fmt: skip
        self._several = Emptiness(
            desk.theme, "info", desk.say("More than one selected"), desk.say("Choose one of them to see its details.")
        )
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._several)
        self.head = PaneHead(desk.say("Details"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self._delete_place = add_verb(self, desk.say("Delete this place…"), self._remove_place)
        self._delete_vehicle = add_verb(self, desk.say("Delete this vehicle"), self._remove_vehicle)
        desk.selection.changed.connect(self._show)
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self._show)
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.timeout.connect(self.prepare)
        desk.theme.changing.connect(self._part_with_hidden)
        desk.theme.changed.connect(self._preparing.start)
        self._show()

    @property
    def page(self) -> Page | None:
        """The page that is shown, if a row is."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def _follow(self, _told: PlanChanged) -> None:
        self.desk.showing.in_turn(self._show)

    def _show(self) -> None:
        kind, ids = self.desk.selection.kind, self.desk.selection.ids
        able = kind is not None and kind in FORMS and (len(ids) == 1 or edited_together(kind))
        rows = [row for id in ids if (row := self.desk.plan.get(kind, id)) is not None] if able and kind else []
        if kind is None or not rows:
            self._stack.setCurrentWidget(self._several if len(ids) > 1 else self._nothing)
        else:
            page = self._page(kind)
            page.show_rows(rows, self.desk.marks)
            self._stack.setCurrentWidget(page)
            if (kind, ids) != self._shown:  # a page that comes with the keyboard in a field has scrolled there
                page.begin_at_top()
        self._shown = kind, ids
        self._delete_place.setEnabled(kind is Place and not self.desk.read_only)
        self._delete_vehicle.setEnabled(kind is Vehicle and not self.desk.read_only)

    def prepare(self) -> None:
        """Make the pages that are sure to be asked for while nobody waits for one, a little in each turn."""
        if self.prepare_next():
            self._preparing.start()

    def prepare_next(self) -> bool:
        """Make another page, or another field of a page's first form; False once all are there."""
        missing = next((kind for kind in _ASKED_FOR if kind not in self._pages), None)
        if missing is not None:
            self._page(missing)
            return True
        return any(self._pages[kind].forms[0].prepare() for kind in _ASKED_FOR)

    def begin_naming(self) -> None:
        """Give the keyboard to the name of what is shown, all of it chosen: what is typed takes its place."""
        page = self.page
        name = page.forms[0].editors.get(field_of("name", self.desk.words.language)) if page is not None else None
        if page is not None and name is not None:
            page.tabs.setCurrentWidget(page.forms[0])
            name.setFocus(Qt.FocusReason.OtherFocusReason)
            name.selectAll()

    def go_to_field(self, kind: type[Row], row_id: Id, name: str) -> None:
        """Choose a row and give the keyboard to one of its fields."""
        self.desk.selection.choose(kind, (row_id,))
        if self.page is not None:
            self.page.go_to_field(name)

    def _page(self, kind: type[Row]) -> Page:
        if kind not in self._pages:
            page = self._pages[kind] = Page(self.desk, kind)
            if page.readiness is not None:
                page.readiness.asked_for.connect(self.go_to_field)
            self._stack.addWidget(self._pages[kind])
        return self._pages[kind]

    def _part_with_hidden(self) -> None:
        """Pages that are not seen would be styled anew, field by field; they are made again while nobody waits."""
        for kind, page in tuple(self._pages.items()):
            if page is not self._stack.currentWidget():
                self._stack.removeWidget(page)
                page.deleteLater()
                del self._pages[kind]

    def _show_visit(self) -> None:
        self.desk.selection.choose(Visit, (self.desk.plan.visit.id,))

    def _remove_place(self) -> None:
        place = self.desk.selection.one(Place)
        if place is not None:
            remove_asking(self.desk, Place, [place])

    def _remove_vehicle(self) -> None:
        """Without the vehicle; its movement is shown again."""
        vehicle = self.desk.plan.get(Vehicle, self.desk.selection.one(Vehicle))
        if vehicle is not None and remove_asking(self.desk, Vehicle, [vehicle.id]):
            self.desk.selection.choose(ProgrammeItem, (vehicle.item_id,))
