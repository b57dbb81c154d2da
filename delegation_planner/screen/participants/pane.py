"""The participants pane: the tree of delegations, people and groups, and the verbs on them."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QVBoxLayout, QWidget

from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.edits.delegations import add_delegation
from delegation_planner.plan.edits.groups import add_group
from delegation_planner.plan.edits.participants import add_participant, make_head, order_by_rule, place_before
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.tables import Row
from delegation_planner.screen.asking import ask_text
from delegation_planner.screen.copied_text import copy_programme_as_text
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.pane_frame import Emptiness, FilledOrEmpty, FilterField, PaneHead
from delegation_planner.screen.participants.delegate import ParticipantsDelegate
from delegation_planner.screen.participants.rows import (
    DelegationRow,
    GroupRow,
    ParticipantsRow,
    PersonRow,
    delegations_in_order,
    free_group_code,
    neighbours,
    participants,
)
from delegation_planner.screen.participants.tree import PeopleTree
from delegation_planner.screen.participants.wording import row_text, row_tip
from delegation_planner.screen.removing import remove_asking, row_name
from delegation_planner.screen.rows_model import Column, RowsModel
from delegation_planner.screen.selection_link import SelectionLink, Subject
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.session.plan_session import PlanChanged
from delegation_planner.session.store import Label


class ParticipantsPane(QFrame):
    """Follows plan, selection and findings; its own state is the filter and what is folded."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "pane")
        self._marks: Marks = {}
        words = desk.words
        column: Column[ParticipantsRow] = Column(
            "participant", desk.say("Participants"), lambda row: row_text(words, row), lambda row: row_tip(words, row)
        )
        self.model: RowsModel[ParticipantsRow] = RowsModel([column], self)
        self.tree = self._make_tree()
        self.link = SelectionLink(desk, self.tree, self.model, _subject)
        self._add_verbs()
        self._lay_out()
        self.link.changed.connect(self._enable_verbs)
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self._show)
        desk.theme.changed.connect(self.tree.viewport().update)
        self._show()
        self._enable_verbs()

    def _make_tree(self) -> PeopleTree:
        words = self.desk.words
        tree = PeopleTree(
            self.model, self.desk.theme, lambda count: words.say_many("{count} person", "{count} people", count), self
        )
        tree.setAccessibleName(self.desk.say("Participants"))
        tree.may_order = not self.desk.read_only
        # The question for the reason waits until the drag is over.
        tree.dropped.connect(self.place_before, Qt.ConnectionType.QueuedConnection)
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
        for action in (self._adding_menu(), self._more_menu()):
            self.head.add_button(action)
        self.filter = FilterField(say("Filter people"), desk.theme.icon("search"), self)
        self.filter.narrowed.connect(self._show)
        self.filter.left_downwards.connect(self.tree.setFocus)
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
        self.pages = FilledOrEmpty(self.tree, empty, nothing)
        column.addWidget(self.head)
        holder = QVBoxLayout()
        holder.setContentsMargins(8, 0, 8, 6)
        holder.addWidget(self.filter)
        column.addLayout(holder)
        column.addWidget(self.pages, 1)

    def _adding_menu(self) -> QAction:
        action = QAction(self.desk.theme.icon("plus"), self.desk.say("Add"), self)
        menu = QMenu(self)
        menu.addActions(self._adding)
        action.setMenu(menu)
        return action

    def _more_menu(self) -> QAction:
        action = QAction(self.desk.theme.icon("more"), self.desk.say("More"), self)
        menu = QMenu(self)
        menu.addActions([verb for verb in self.actions() if verb not in self._adding])
        action.setMenu(menu)
        return action

    def _add_verbs(self) -> None:
        say, icon = self.desk.say, self.desk.theme.icon
        self._adding = [
            add_verb(self, say("Add a person"), self.add_person, "Ctrl+Shift+P", icon("person")),
            add_verb(self, say("Add a delegation"), self.add_delegation, "", icon("people")),
            add_verb(self, say("Add a group of the selected people"), self.add_group),
        ]
        add_separator(self)
        self._of_person = [
            add_verb(self, say("Make head of the delegation"), self.make_head),
            add_verb(self, say("Move up in the order…"), self.move_up, "Alt+Up"),
            add_verb(self, say("Move down in the order…"), self.move_down, "Alt+Down"),
        ]
        self._by_rule = add_verb(self, say("Back to the order by rule"), self.order_by_rule)
        add_separator(self)
        self._only = add_verb(self, say("Show only this programme"), self.show_only, "Ctrl+Shift+F", icon("filter"))
        add_separator(self)
        self._delete = add_verb(self, say("Delete…"), self.delete, "Del", icon("trash"), "delete")
        add_verb(self, say("Copy as a table"), self.copy, "Ctrl+C", icon("copy"), "copy")
        self._of_person.append(
            add_verb(self, say("Copy this person's programme as text"), self.copy_programme, "Ctrl+Shift+C")
        )
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.tree.addActions(self.actions())

    # Following.

    def _follow(self, told: PlanChanged) -> None:
        people = told.changes.touch(Participant, Delegation, Group, OrderOverride)
        if people or self._marks_of_people() != self._marks:
            self._show()

    def _show(self) -> None:
        desk = self.desk
        self._marks = self._marks_of_people()
        found = participants(desk.plan, desk.rulebook, desk.words, self.filter.text(), self._marks)
        self.model.show(found.nodes)
        self.head.show_count(str(found.there) if found.shown == found.there else f"{found.shown} / {found.there}")
        self.pages.show_for(shown=len(found.nodes), there=found.there)
        self.link.follow_desk()

    def _marks_of_people(self) -> Marks:
        marks = self.desk.marks
        return {id: marks[id] for id in self.desk.plan.table(Participant) if id in marks}

    def _enable_verbs(self) -> None:
        person, changes = self._person(), not self.desk.read_only
        moved = {row.participant_id for row in self.desk.plan.rows(OrderOverride)}
        for verb in self._adding:
            verb.setEnabled(changes)
        for verb in self._of_person:
            verb.setEnabled(changes and person is not None)
        self._by_rule.setEnabled(changes and person is not None and person.id in moved)
        self._delete.setEnabled(changes and bool(self.link.subjects()))
        self._only.setEnabled(bool(self.link.subjects()))

    def _person(self) -> Participant | None:
        people = [id for kind, id in self.link.subjects() if kind is Participant]
        return self.desk.plan.get(Participant, people[0]) if len(people) == 1 else None

    def bring_into_sight(self, row_id: Id) -> None:
        """Scroll to a selected person, group or delegation; a filter that hides it gives way."""
        if not self.model.index_of(row_id).isValid():
            self.filter.clear()
        self.link.bring_into_sight()

    # Verbs.

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
        changes = add_participant(plan, delegation, name, self.desk.new_id, away_from_home=side == "guest")
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
        self._put(Delegation, "add_delegation", name, add_delegation(plan, code, name, self.desk.new_id))

    def add_group(self) -> None:
        """A group of the selected people, to be named in the details."""
        members = [id for kind, id in self.link.subjects() if kind is Participant]
        name = self.desk.say("New group")
        self._put(Group, "add_group", name, add_group(free_group_code(self.desk.plan), name, members, self.desk.new_id))

    def _put(self, kind: type[Row], label: str, name: str, changes: Changes) -> None:
        if self.desk.edit(Label(label, {"name": name}), changes):
            self.filter.clear()
            self.desk.selection.choose(kind, (changes.of(kind)[0].id,))

    def make_head(self) -> None:
        """The selected person leads the delegation."""
        person = self._person()
        if person is not None:
            label = Label("edit_participant", {"name": row_name(self.desk.words, person)})
            self.desk.edit(label, make_head(self.desk.plan, person.id))

    def move_up(self) -> None:
        """One place up, for a reason."""
        self._move(up=True)

    def move_down(self) -> None:
        """One place down, for a reason."""
        self._move(up=False)

    def _move(self, *, up: bool) -> None:
        """Up goes before the one above; down puts the one below before this person."""
        desk, person = self.desk, self._person()
        if person is None:
            return
        above, below = neighbours(desk.plan, desk.rulebook, person)
        other = desk.plan.get(Participant, above if up else below)
        if other is None:
            return
        first, second = (person, other) if up else (other, person)
        self._place(first, second)

    def place_before(self, person_id: Id, before_id: Id) -> None:
        """A person right before another one of the delegation, for a reason."""
        person, other = self.desk.plan.get(Participant, person_id), self.desk.plan.get(Participant, before_id)
        if person is not None and other is not None:
            self._place(person, other)

    def _place(self, first: Participant, second: Participant) -> None:
        desk = self.desk
        names = {"first": row_name(desk.words, first), "second": row_name(desk.words, second)}
        question = desk.say("Why does {first} go before {second}?", **names)
        reason = ask_text(desk, question, desk.say("The reason is kept with the order."), desk.say("Move"))
        if reason is not None:
            label = Label("place_before", {"name": names["first"]})
            at = stamp(desk.now())
            desk.edit(label, lambda: place_before(desk.plan, first.id, second.id, reason, desk.new_id, set_at=at))

    def order_by_rule(self) -> None:
        """The selected person stands where the rule says again."""
        person = self._person()
        if person is not None:
            label = Label("place_before", {"name": row_name(self.desk.words, person)})
            self.desk.edit(label, order_by_rule(self.desk.plan, person.id))

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

    def copy_programme(self) -> None:
        """The selected person's own programme as text for a message."""
        person = self._person()
        if person is not None:
            copy_programme_as_text(self.desk, person.id)

    def copy(self) -> None:
        """The selected rows to the clipboard as a table."""
        lines = ("\t".join(_cells(row)) for row in self.link.rows())
        QGuiApplication.clipboard().setText("\n".join(lines))


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
