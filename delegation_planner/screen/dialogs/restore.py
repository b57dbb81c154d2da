"""Chooses one of the earlier versions of a plan and says what would change."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from delegation_planner.plan.change import Changes
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.host_time import host_moment
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.plan_files import EarlierVersion
from delegation_planner.words.dates import moment
from delegation_planner.words.words import Words


class RestoreDialog(DialogFrame):
    """`chosen` is the version, and `changes` what restoring it changes.

    `changes_to` says that of a version, and may let the window wait meanwhile; None where no plan is open. The times
    of versions are those of the hosts of `visit`, without one those of the computer.
    """

    def __init__(
        self,
        parent: QWidget | None,
        words: Words,
        versions: Sequence[EarlierVersion],
        changes_to: Callable[[EarlierVersion], Changes] | None = None,
        visit: Visit | None = None,
    ) -> None:
        super().__init__(
            parent,
            words,
            words.say("Restore an earlier version"),
            words.say("Restore this version"),
            cancel=words.say("Keep as is"),
        )
        self._versions = versions
        self._changes_to = changes_to
        self._visit = visit
        self.chosen: EarlierVersion | None = None
        self.changes = Changes()
        self.list = QListWidget()
        self.list.setAccessibleName(words.say("Earlier versions"))
        for version in versions:
            item = QListWidgetItem(self._name(version))
            item.setSizeHint(QSize(0, 28))
            self.list.addItem(item)
        self.consequence = plain_label("", "muted", wrap=True)
        self.consequence.setMinimumHeight(34)
        self.body.addWidget(plain_label(words.say("Restoring is one step that undo takes back."), "muted", wrap=True))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.consequence)
        self.list.currentRowChanged.connect(self._show_consequence)
        self.list.itemDoubleClicked.connect(lambda _item: self.carry_out())
        self.setMinimumSize(480, 420)
        self.main.setEnabled(bool(versions))
        self.list.setCurrentRow(0)

    def carry_out(self) -> None:
        self.chosen = self._current()
        self.accept()

    def _current(self) -> EarlierVersion | None:
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _name(self, version: EarlierVersion) -> str:
        at, visit = version.at, self._visit
        when = host_moment(self.words, visit, at) if visit is not None else moment(self.words, at.astimezone())
        return f"{when} · {version.name}" if version.name else when

    def _show_consequence(self) -> None:
        version = self._current()
        self.refusal.hide()
        if version is None or self._changes_to is None:
            return
        self.main.setEnabled(False)
        try:
            self.changes = self._changes_to(version)
        except KnownError as error:
            self.changes = Changes()
            self.consequence.clear()
            self.refuse(error)
            return
        self.main.setEnabled(bool(self.changes))
        self.consequence.setText(consequence(self.words, self.changes))


def consequence(words: Words, changes: Changes) -> str:
    """How many rows an edit puts, changes and removes."""
    if not changes:
        return words.say("The plan is just as it was then.")
    counts = Counter(
        "put" if each.before is None else "removed" if each.after is None else "changed" for each in changes
    )
    return words.say_many(
        "Brings back {put}, changes {changed} and removes {count} entry.",
        "Brings back {put}, changes {changed} and removes {count} entries.",
        counts["removed"],
        put=counts["put"],
        changed=counts["changed"],
    )
