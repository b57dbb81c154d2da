"""The participants pane: people by delegation or as a list, groups, and the verbs on them."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.edits.delegations import add_delegation
from delegation_planner.plan.edits.groups import add_group
from delegation_planner.plan.edits.participants import add_participant
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.copied_text import copy_programme_as_text
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty, FilterField, PaneHead
from delegation_planner.screen.participants.arranging import arranging_menu
from delegation_planner.screen.participants.delegate import ParticipantsDelegate
from delegation_planner.screen.participants.kept_rows import KeptPeople
from delegation_planner.screen.participants.list_rows import HEADINGS, Heading, ListRow, Sorting, cell
from delegation_planner.screen.participants.order_verbs import OrderVerbs
from delegation_planner.screen.participants.people_table import PeopleTable
from delegation_planner.screen.participants.rows import (
    DelegationRow,
    GroupRow,
    ParticipantsRow,
    PersonRow,
    delegations_in_order,
    free_group_code,
    participants,
)
from delegation_planner.screen.participants.tree import PeopleTree
from delegation_planner.screen.participants.wording import row_text, row_tip
from delegation_planner.screen.removing import remove_asking
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.selection_link import SelectionLink, Subject
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.session.plan_session import PlanChanged
from delegation_planner.session.store import Label

_SORTING: Final = "participants/sorting"
_AS_LIST: Final = "participants/as_list"


class ParticipantsPane(QFrame):
    """Follows plan, selection and findings; its own state is the filter and what is folded."""

    added = Signal()  # something new is selected and wants a name

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        self._marks: Marks = {}
        words = desk.words
        self._kept = KeptPeople(desk.rulebook, words)
        column: Column[ParticipantsRow] = Column(
            "participant", desk.say("Participants"), lambda row: row_text(words, row), lambda row: row_tip(words, row)
        )
        self.order = OrderVerbs(desk, self._person)
        self.model: RowsModel[ParticipantsRow] = RowsModel([column], self)
        self.tree = self._make_tree()
        self.table = self._make_table()
        self.sorting = Sorting.of(desk.settings.text(_SORTING))
        self.as_list = desk.settings.flag(_AS_LIST, default=False)
        self._in_tree = SelectionLink(desk, self.tree, self.model, _subject)
        self._in_list = SelectionLink(desk, self.table, self.table.rows, _person_of)
        self._add_verbs()
        self._lay_out()
        for link in (self._in_tree, self._in_list):
            link.changed.connect(self._enable_verbs)
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(own_turn(self._show, self).start)
        desk.theme.changed.connect(self.tree.viewport().update)
        self._show()
        self._enable_verbs()

    @property
    def link(self) -> SelectionLink[ParticipantsRow] | SelectionLink[ListRow]:
        """The selection of the view that is shown."""
        return self._in_list if self.as_list else self._in_tree

    def _many(self, count: int) -> str:
        return self.desk.words.say_many("{count} person", "{count} people", count)

    def _make_table(self) -> PeopleTable:
        words = self.desk.words

        def column(heading: Heading, title: str) -> Column[ListRow]:
            return Column(
                heading, words.say(title), lambda row: cell(words, row, heading), lambda row: row_tip(words, row.person)
            )

        model = RowsModel([column(heading, title) for heading, title in HEADINGS.items()], self)
        table = PeopleTable(model, self.desk.theme, self._many, self)
        table.setAccessibleName(self.desk.say("Participants"))
        table.sorted_by.connect(self.sort_by)
        return table

    def _make_tree(self) -> PeopleTree:
        tree = PeopleTree(self.model, self.desk.theme, self._many, self)
        tree.setAccessibleName(self.desk.say("Participants"))
        tree.may_order = not self.desk.read_only
        # The question for the reason waits until the drag is over.
        tree.dropped.connect(self.order.place_before, Qt.ConnectionType.QueuedConnection)
        tree.setItemDelegate(ParticipantsDelegate(self.desk.theme, self.desk.words))
        tree.setHeaderHidden(True)
        tree.setIndentation(20)
        tree.setMouseTracking(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.model.rowsInserted.connect(self._unfold)
        return tree

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        """A delegation that comes is unfolded; what somebody folded stays so."""
        for at in range(first, last + 1):
            self.tree.expand(self.model.index(at, 0, parent))

    def _lay_out(self) -> None:
        desk, say = self.desk, self.desk.say
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        self.head = PaneHead(say("Participants"), self)
        adding = self._menu("plus", say("Add"), self._adding)
        adding.setEnabled(not desk.read_only)
        others = [verb for verb in self.actions() if verb not in self._adding]
        for action in (adding, self._menu("more", say("More"), others)):
            self.head.add_button(action)
        self.filter = FilterField(say("Filter people"), desk.theme.icon("search"), self)
        self.filter.narrowed.connect(self._choose)
        self.filter.left_downwards.connect(self._go_to_list)
        self.filter.open_by_ctrl_f(self)
        empty = Emptiness(
            desk.theme,
            "people",
            say("No participants yet"),
            say("Add the delegations, then their people; the order of precedence comes by itself."),
            [(say("Add a delegation"), self.add_delegation)],
        )
        nothing = Emptiness(
            desk.theme, "search", say("Nobody fits"), say("No name, office or code holds these words."),
            [(say("Show everybody"), self.filter.clear)],
        )  # fmt: skip
        self._views = QStackedWidget(self)
        self._views.addWidget(self.tree)
        self._views.addWidget(self.table)
        self.pages = FilledOrEmpty(self._views, empty, nothing)
        column.addWidget(self.head)
        holder = QVBoxLayout()
        holder.setContentsMargins(8, 0, 8, 6)
        holder.addWidget(self.filter)
        column.addLayout(holder)
        column.addWidget(self.pages, 1)

    def _menu(self, icon: str, name: str, verbs: list[QAction]) -> QAction:
        action = QAction(self.desk.theme.icon(icon), name, self)
        menu = QMenu(self)
        menu.addActions(verbs)
        action.setMenu(menu)
        return action

    def _add_verbs(self) -> None:
        desk = self.desk
        say, icon = desk.say, desk.theme.icon
        self._adding = [
            add_verb(self, say("Add a person"), self.add_person, "Ctrl+Shift+P", icon("person")),
            add_verb(self, say("Add a delegation"), self.add_delegation, "", icon("people")),
            add_verb(self, say("Add a group of the selected people"), self.add_group),
        ]
        add_separator(self)
        self._of_person = [
            add_verb(self, say("Make head of the delegation"), self.order.make_head),
            add_verb(self, say("Move up in the order…"), self.order.move_up, "Alt+Up"),
            add_verb(self, say("Move down in the order…"), self.order.move_down, "Alt+Down"),
        ]
        self._by_rule = add_verb(self, say("Back to the order by rule"), self.order.order_by_rule)
        add_separator(self)
        self._only = add_verb(self, say("Show only this programme"), self.show_only, "Ctrl+Shift+F", icon("filter"))
        add_separator(self)
        self._delete = add_verb(self, say("Delete…"), self.delete, "Del", icon("trash"), "delete")
        add_verb(self, say("Copy as a table"), self.copy, "Ctrl+C", icon("copy"), "copy")
        self._adding.append(add_verb(self, say("Paste rows…"), self.paste, "Ctrl+V", icon("paste"), "paste"))
        self._arranging = arranging_menu(desk, self, self._arranged, self.arrange)
        self.addAction(self._arranging)
        self._copy = add_verb(self, say("Copy this person's programme as text"), self.copy_programme, "Ctrl+Shift+C")
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.tree.addActions(self.actions())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.addActions(self.actions())

    # Following.

    def _follow(self, told: PlanChanged) -> None:
        people = told.changes.touch(Participant, Delegation, Group, OrderOverride)
        people = people or (self.as_list and told.changes.touch(Invitation, ProgrammeItem))
        if people or self._marks_of_people() != self._marks:
            self.desk.showing.in_turn(self._show)

    def _show(self) -> None:
        self._marks = self._marks_of_people()
        self._choose()

    def _choose(self) -> None:
        """Show what the filter leaves, in the order wanted; plan and marks are those shown."""
        if self.as_list:
            self._show_list()
        else:
            self._show_tree()
        self.link.follow_desk()

    def _show_list(self) -> None:
        desk = self.desk
        listed = self._kept.listed(desk.plan, desk.index, self._marks)
        found = listed.shown(self.filter.text(), self.sorting)
        self.model.show(())
        self.table.rows.show(found.nodes)
        self.table.show_sorting(self.sorting)
        self._views.setCurrentWidget(self.table)
        self._count(len(found.nodes), len(found.nodes), found.there)

    def _show_tree(self) -> None:
        found = participants(self._kept.everybody(self.desk.plan, self._marks), self.filter.text())
        self.table.rows.show(())
        self.model.show(found.nodes)
        self._views.setCurrentWidget(self.tree)
        self._count(found.shown, len(found.nodes), found.there)

    def _go_to_list(self) -> None:
        (self.table if self.as_list else self.tree).setFocus()

    def _count(self, people: int, rows: int, there: int) -> None:
        self.head.show_count(str(there) if people == there else f"{people} / {there}")
        self.pages.show_for(shown=rows, there=there)

    def _marks_of_people(self) -> Marks:
        return {id: mark for id, mark in self.desk.marks.items() if id in self.desk.plan.table(Participant)}

    def _enable_verbs(self) -> None:
        person, changes = self._person(), not self.desk.read_only
        moved = {row.participant_id for row in self.desk.plan.rows(OrderOverride)}
        for verb in self._adding:
            verb.setEnabled(changes)
        for verb in self._of_person:
            verb.setEnabled(changes and person is not None)
        self._copy.setEnabled(person is not None)
        self._by_rule.setEnabled(changes and person is not None and person.id in moved)
        self._delete.setEnabled(changes and bool(self.link.subjects()))
        self._only.setEnabled(bool(self.link.subjects()))

    def _person(self) -> Participant | None:
        people = [id for kind, id in self.link.subjects() if kind is Participant]
        return self.desk.plan.get(Participant, people[0]) if len(people) == 1 else None

    def bring_into_sight(self, row_id: Id) -> None:
        """Scroll to a selected person, group or delegation; a filter that hides it gives way."""
        if self.as_list and self.desk.plan.get(Participant, row_id) is None:
            self.arrange(None)  # the list holds people alone
        if not (self.table.rows if self.as_list else self.model).index_of(row_id).isValid():
            self.filter.clear()
        self.link.bring_into_sight()

    def _arranged(self) -> Heading | None:
        return self.sorting.heading if self.as_list else None

    # Verbs.

    def arrange(self, heading: Heading | None) -> None:
        """By delegation with None, else as a list by this heading; remembered for the next time."""
        self.as_list = heading is not None
        if heading is not None and heading != self.sorting.heading:
            self.sorting = Sorting(heading)
        self._keep_arrangement()

    def sort_by(self, heading: Heading) -> None:
        """The list by a heading, or by the same the other way round."""
        self.sorting = self.sorting.by(heading)
        self._keep_arrangement()

    def _keep_arrangement(self) -> None:
        self.desk.settings.keep_flag(_AS_LIST, value=self.as_list)
        self.desk.settings.keep(_SORTING, self.sorting.text)
        self._choose()
        self.setFocusProxy(self.table if self.as_list else self.tree)
        self._enable_verbs()

    def add_person(self) -> None:
        """A person in the selected delegation, or in that of the selected person, to be named in the details."""
        delegation = self._delegation()
        if delegation is None:
            self.desk.tell(self.desk.say("Add a delegation first; people belong to one."))
            return
        newcomer = self.desk.say("New participant")
        name = f"[{newcomer}]"
        plan = self.desk.plan
        side = plan.find(Delegation, delegation).side
        language = self.desk.words.language
        changes = add_participant(
            plan, delegation, name, self.desk.new_id, in_language=language, away_from_home=side == "guest"
        )
        self._put(Participant, "add_participant", name, changes)

    def _delegation(self) -> Id | None:
        for kind, id in self.link.subjects():
            if kind is Delegation:
                return id
            if kind is Participant:
                return self.desk.plan.find(Participant, id).delegation_id
        return next((row.id for row in delegations_in_order(self.desk.plan)), None)

    def add_delegation(self) -> None:
        """A delegation after all others, to be named in the details."""
        plan, name = self.desk.plan, self.desk.say("New delegation")
        taken = {row.code for row in plan.rows(Delegation)}
        code = next(code for number in range(1, len(taken) + 2) if (code := f"D{number}") not in taken)
        language = self.desk.words.language
        changes = add_delegation(plan, code, name, self.desk.new_id, in_language=language)
        self._put(Delegation, "add_delegation", name, changes)

    def add_group(self) -> None:
        """A group of the selected people, to be named in the details."""
        members = [id for kind, id in self.link.subjects() if kind is Participant]
        name, language = self.desk.say("New group"), self.desk.words.language
        changes = add_group(free_group_code(self.desk.plan), name, members, self.desk.new_id, in_language=language)
        self._put(Group, "add_group", name, changes)

    def _put(self, kind: type[Row], label: str, name: str, changes: Changes) -> None:
        if self.desk.edit(Label(label, {"name": name}), changes):
            self.filter.clear()
            self.desk.selection.choose(kind, (changes.of(kind)[0].id,))
            self.added.emit()

    def delete(self) -> None:
        """Delete what is selected, after a question that names what goes with it."""
        subjects = self.link.subjects()
        if subjects:
            remove_asking(self.desk, subjects[0][0], [id for _, id in subjects])

    def show_only(self) -> None:
        """Narrow the schedule to what the selected people, groups or delegations attend."""
        subjects = self.link.subjects()
        if subjects:
            narrowing = self.desk.narrowing
            narrowing.become(narrowing.narrowed._replace(whose=subjects))

    def paste(self) -> None:
        """Read people from the clipboard; a preview asks before anything is done."""
        from delegation_planner.screen.participants.paste_preview import paste_people

        if paste_people(self.desk, self._delegation()):
            self.filter.clear()

    def copy_programme(self) -> None:
        """The selected person's own programme as text for a message."""
        person = self._person()
        if person is not None:
            copy_programme_as_text(self.desk, person.id)

    def copy(self) -> None:
        """The selected rows to the clipboard as a table."""
        if self.as_list:
            columns = range(len(HEADINGS))
            QGuiApplication.clipboard().setText(self.table.rows.table_text(self._in_list.rows(), columns))
            return
        lines = ("\t".join(_cells(row)) for row in self._in_tree.rows())
        QGuiApplication.clipboard().setText("\n".join(lines))


def _person_of(row: ListRow) -> Subject | None:
    return Participant, row.id


def _subject(row: ParticipantsRow) -> Subject | None:
    if isinstance(row, PersonRow):
        return Participant, row.id
    if isinstance(row, GroupRow):
        return Group, row.id
    return (Delegation, row.id) if isinstance(row, DelegationRow) else None


def _cells(row: ParticipantsRow) -> list[str]:
    if isinstance(row, PersonRow):
        name = f"{row.honorific} {row.name}".strip()
        return [str(row.number), row.code, name, row.office, ", ".join(row.missing)]
    if isinstance(row, GroupRow):
        return ["", row.code, row.name, ", ".join(row.members), ""]
    return ["", "", row.name if isinstance(row, DelegationRow) else "", "", ""]
