"""The choice of roles for a crossing; it is the key to the letters, too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from delegation_planner.screen.schedule.attendance.crossings import ABSENT, Crossing
from delegation_planner.screen.schedule.attendance.letters import COMES, OPTIONAL, ROLE_LETTERS
from delegation_planner.screen.schedule.attendance.role_edits import (
    Act,
    taken_out,
    with_optional,
    with_role,
    with_roles,
)
from delegation_planner.screen.schedule.columns import capital
from delegation_planner.words.kinds_words import ROLES
from delegation_planner.words.words import Words

Edit = Callable[[str, Act], None]
"""Carries an act out, under a kind of label."""


class RoleMenu(QMenu):
    """Takes the letters themselves, too, and Delete for not coming."""

    @override
    def event(self, arg__1: QEvent) -> bool:
        if arg__1.type() == QEvent.Type.ShortcutOverride:
            arg__1.accept()  # else Delete would be the table's, and the menu would stay open
            return True
        return super().event(arg__1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = "DEL" if event.key() == Qt.Key.Key_Delete else event.text().upper()
        action = next((each for each in self.actions() if typed and each.data() == typed and each.isEnabled()), None)
        if action is None:
            super().keyPressEvent(event)
        else:
            self.close()
            action.trigger()


def role_menu(words: Words, crossing: Crossing | None, edit: Edit, *, read_only: bool) -> QMenu:
    """What a crossing can be, with its letter, ticked as it is; for None only the key to the letters.

    Where a block is chosen, the crossing is that with the keyboard, and the others follow it.
    """
    menu = RoleMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    now = crossing or ABSENT
    usable = crossing is not None and not read_only

    def offer(text: str, letter: str, kind: str, act: Act, *, ticked: bool) -> None:
        action = menu.addAction(f"{text}\t{letter}")
        action.setData("DEL" if act is taken_out else letter)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.setEnabled(usable)
        action.triggered.connect(lambda _ticked=False: edit(kind, act))

    offer(words.say("Comes without a role"), COMES, "invite", with_roles(), ticked=now.comes and not now.roles)
    menu.addSeparator()
    for role, letter in ROLE_LETTERS.items():
        held = role in now.roles
        offer(capital(words.say(ROLES[role])), letter, "set_roles", with_role(role, held=not held), ticked=held)
    menu.addSeparator()
    offer(
        words.say("Optional"), OPTIONAL, "set_optional", with_optional(optional=not now.optional), ticked=now.optional
    )
    absent = crossing is not None and not now.comes
    offer(words.say("Does not come"), words.say("Del"), "uninvite", taken_out, ticked=absent)
    return menu
