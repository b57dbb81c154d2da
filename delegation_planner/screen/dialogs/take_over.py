"""Shows what another copy of the plan brings, before it is taken over as one edit."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.editions.change_lines import counts_line
from delegation_planner.screen.editions.change_list import ChangeList
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.taking_over import Brought, brought_nodes

WIDTH: Final = 560
LIST_HIGH: Final = 400


class TakeOverDialog(DialogFrame):
    """`brought` is what the main verb takes over; `read` makes it, and may let the window wait meanwhile.

    `read` is asked whether theirs is preferred where both sides have changed the same field.
    """

    def __init__(self, parent: QWidget | None, desk: Desk, file: str, read: Callable[[bool], Brought]) -> None:
        say = desk.say
        super().__init__(
            parent, desk.words, say("Take over from {file}", file=file), say("Take over"), cancel=say("Leave it")
        )
        self._desk = desk
        self._read = read
        self.brought = read(False)
        self.counts = plain_label("", wrap=True)
        self.list = ChangeList(desk)
        self.list.setAccessibleName(say("What comes from the other copy"))
        self.theirs = QCheckBox(say("Where both have changed the same, take theirs"))
        self.theirs.setVisible(any(clash.why == "both_changed" for clash in self.brought.merge.clashes))
        self.theirs.toggled.connect(lambda theirs: self._prefer(theirs=theirs))
        note = say(
            "What was changed there since the two copies went apart comes over, in one step that undo takes back. "
            "Editions and what was sent stay as they are here."
        )
        self.body.addWidget(plain_label(note, "muted", wrap=True))
        self.body.addWidget(self.counts)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.theirs)
        self.setMinimumSize(WIDTH, 480)
        self._show()

    def _prefer(self, *, theirs: bool) -> None:
        self.refusal.hide()
        try:
            self.brought = self._read(theirs)
        except KnownError as error:
            self.refuse(error)
        self._show()

    def _show(self) -> None:
        changes = self.brought.merge.changes
        counted = counts_line(self.words, self.brought.difference)
        what = counted or self._desk.say("only what no paper shows")
        self.counts.setText(
            self._desk.say("It brings: {what}.", what=what)
            if changes
            else self._desk.say("The other copy brings nothing that is not here.")
        )
        self.list.show_changes(brought_nodes(self.words, self._desk.plan, self.brought))
        self.list.setMinimumHeight(min(LIST_HIGH, self.list.height_at(WIDTH - 2 * 20)))
        self.main.setEnabled(bool(changes))
