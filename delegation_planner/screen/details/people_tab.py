"""Who is invited to an item: add by typing, roles by a menu, withdraw by Delete."""

from collections.abc import Callable
from functools import partial
from typing import Final, get_args

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits.invitations import (
    add_exception,
    invite,
    remove_exception,
    set_optional,
    set_roles,
    uninvite,
)
from delegation_planner.plan.kinds import Id, Role
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.tables import Row
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.field_note import FieldNote, unfitting
from delegation_planner.screen.details.line_list import Line, LineList
from delegation_planner.screen.details.rows import InvitedRow, invited, invited_note
from delegation_planner.screen.fields.pick_field import PickField
from delegation_planner.screen.fields.picking import NOTHING, Picked
from delegation_planner.screen.names import person_name, pick_invitees
from delegation_planner.screen.verbs import add_verb
from delegation_planner.session.store import Label
from delegation_planner.words.kinds_words import ROLES

_ROLES: Final[tuple[Role, ...]] = get_args(Role)


class PeopleTab(QWidget):
    """The invitations of one item."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.item_id: str | None = None
        self.list = LineList(desk.theme, desk.say("Invited"), self._line)
        self.list.activated.connect(self.open_roles)
        self.list.doubleClicked.connect(self.open_roles)
        self.note = FieldNote(desk, self)
        self.adding = PickField(self, arrow=desk.theme.icon("chevron_down"))
        self.adding.setPlaceholderText(desk.say("Invite a person or a group"))
        self.adding.setAccessibleName(desk.say("Invite a person or a group"))
        self.adding.committed.connect(self._invite)
        self.adding.not_understood.connect(self._not_understood)
        self.adding.textEdited.connect(lambda _text: self.note.show_sentence("note", ""))
        self.adding.setEnabled(not desk.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        holder = QVBoxLayout()
        holder.setContentsMargins(4, 0, 12, 0)
        holder.setSpacing(0)
        holder.addWidget(self.adding)
        holder.addWidget(self.note)
        column.addLayout(holder)
        column.addWidget(self.list, 1)
        roles = add_verb(self.list, desk.say("Roles…"), self.open_roles, "F2", desk.theme.icon("edit"))
        withdraw = add_verb(self.list, desk.say("Withdraw"), self.withdraw, "Del", desk.theme.icon("trash"))
        for verb in (roles, withdraw):
            verb.setEnabled(not desk.read_only)
        add_verb(self.list, desk.say("Go to this person or group"), self.go_to, "Ctrl+Return", desk.theme.icon("eye"))

    def show_row(self, row: Row) -> None:
        """Show the invitations of an item."""
        self.item_id = row.id
        self.list.rows.show(invited(self.desk.plan, self.desk.words, row.id))
        self.adding.offer(pick_invitees(self.desk.plan, Texts(self.desk.words.language)))
        self.adding.show_value(NOTHING)
        self.note.show_sentence("note", "")

    def _line(self, row: InvitedRow) -> Line:
        if not row.is_group:
            return Line("person", row.name, invited_note(self.desk.words, row))
        people = self.desk.words.say_many("{count} person", "{count} people", row.people)
        note = ", ".join(part for part in (invited_note(self.desk.words, row), people) if part)
        return Line("people", row.name, note, heavy=True)

    def _invite(self, picked: Picked) -> None:
        if picked.id is not None:
            self._edit("invite", picked.id, lambda item_id, invitee: invite(self.desk.plan, item_id, invitee))
        self.adding.revert()
        self.adding.clear()

    def _not_understood(self, text: str) -> None:
        sentence = unfitting(self.desk, self.adding.picks, text)
        self.note.show_sentence("error", sentence)

    def withdraw(self) -> None:
        """The current person or group no longer comes."""
        row = self.list.current_row()
        if row is not None:
            self._edit("uninvite", row.id, lambda item_id, invitee: uninvite(self.desk.plan, item_id, invitee))

    def go_to(self) -> None:
        """Select the current person or group for all panes."""
        row = self.list.current_row()
        if row is not None:
            self.desk.selection.choose(Group if row.is_group else Participant, (row.id,))

    def open_roles(self) -> None:
        """The menu of roles at the current row."""
        row = self.list.current_row()
        if row is not None and not self.desk.read_only:
            place = self.list.visualRect(self.list.currentIndex()).bottomLeft() + QPoint(30, 0)
            menu = self.roles_menu(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def roles_menu(self, row: InvitedRow) -> QMenu:
        """Every role, whether the invitee need not come, and for a group whom it leaves out."""
        desk = self.desk
        menu = QMenu(self)
        for role in _ROLES:
            roles = tuple(each for each in row.roles if each != role) if role in row.roles else (*row.roles, role)
            act = partial(self._set_roles, row.id, roles)
            _checkable(menu, desk.say(ROLES[role]), act, checked=role in row.roles)
        menu.addSeparator()
        _checkable(menu, desk.say("Need not come"), partial(self._set_optional, row), checked=row.optional)
        group = desk.plan.get(Group, row.id)
        if group is not None:
            menu.addMenu(self._left_out_menu(menu, group))
        return menu

    def _left_out_menu(self, menu: QMenu, group: Group) -> QMenu:
        submenu = QMenu(self.desk.say("Leave out"), menu)
        texts = Texts(self.desk.words.language)
        invitation = self.desk.plan.invitations(self.item_id or "").get(group.id)
        out = invitation.exception_ids if invitation is not None else ()
        for member in group.member_ids:
            name = person_name(self.desk.plan, member, texts)
            _checkable(submenu, name, partial(self._leave_out, group.id, member, out), checked=member in out)
        return submenu

    def _set_roles(self, invitee_id: Id, roles: tuple[Role, ...]) -> None:
        self._edit("set_roles", invitee_id, lambda item_id, invitee: set_roles(self.desk.plan, item_id, invitee, roles))

    def _set_optional(self, row: InvitedRow) -> None:
        def changes(item_id: Id, invitee: Id) -> Changes:
            return set_optional(self.desk.plan, item_id, invitee, optional=not row.optional)

        self._edit("set_optional", row.id, changes)

    def _leave_out(self, group_id: Id, member: Id, out: tuple[Id, ...]) -> None:
        verb = remove_exception if member in out else add_exception
        label = "remove_exception" if member in out else "add_exception"
        self._edit(label, member, lambda item_id, person: verb(self.desk.plan, item_id, group_id, person))

    def _edit(self, label: str, invitee_id: Id, changes: Callable[[Id, Id], Changes]) -> None:
        item_id, plan = self.item_id, self.desk.plan
        if item_id is None:
            return
        texts = Texts(self.desk.words.language)
        group = plan.get(Group, invitee_id)
        name = texts.shown(group, "name").text if group is not None else person_name(plan, invitee_id, texts)
        self.desk.edit(Label(label, {"name": name}), lambda: changes(item_id, invitee_id))


def _checkable(menu: QMenu, text: str, act: Callable[[], None], *, checked: bool) -> None:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(checked)
    action.triggered.connect(lambda _checked=False: act())
