"""The panel below the toolbar's word on the draft: what has changed, and what can be done about it."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.tables import Row
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.change_lines import change_nodes, counts_line
from delegation_planner.screen.editions.change_list import ChangeList
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.frozen import FrozenEdition
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.overlay import Overlay
from delegation_planner.words.editions import draft_line, edition_band

WIDTH: Final = 520
MOST: Final = 430


class Steps(NamedTuple):
    """Where one can go from here."""

    issue: Callable[[], object]
    pack: Callable[[], object]
    editions: Callable[[], object]
    show_row: Callable[[type[Row], Id], None]


class DraftPanel(Overlay):
    """Stays open while one goes from change to change; Esc puts it away."""

    def __init__(self, window: QWidget, desk: Desk, steps: Steps, under: QWidget | None) -> None:
        super().__init__(window, desk.theme, WIDTH, under=under)
        self.setObjectName("draft")
        self.setAccessibleName(desk.say("What has changed"))
        self._desk = desk
        self._steps = steps
        self._watch = watch_of(desk)
        self._title = plain_label("", "cardTitle", wrap=True)
        self._counts = plain_label("", "muted", wrap=True)
        self.changes = ChangeList(desk)
        self.changes.went_to.connect(self._go)
        self.column.addWidget(self._title)
        self.column.addWidget(self._counts)
        self.column.addWidget(self.changes)
        self.column.addSpacing(4)
        self.column.addLayout(self._verbs())
        self.setFocusProxy(self.changes)
        self._watch.changed.connect(self._show)
        self._show()

    def _verbs(self) -> QHBoxLayout:
        say, row = self._desk.say, QHBoxLayout()
        self.all = QPushButton(say("Editions…"))
        self.pack = QPushButton(say("Make the pack…"))
        self.issue = QPushButton()
        self.issue.setProperty("look", "main")
        self.issue.setEnabled(not self._desk.read_only)
        for button, step in ((self.all, self._steps.editions), (self.pack, self._steps.pack),
                             (self.issue, self._steps.issue)):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, step=step: self._leave_for(step))
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.pack)
        row.addWidget(self.issue)
        return row

    def _show(self) -> None:
        words, last, difference = self._desk.words, self._watch.last, self._watch.difference
        number = last.number if last is not None else 0
        frozen = isinstance(self._desk.session.store, FrozenEdition)
        self._title.setText(draft_line(words, number, difference.total if difference is not None else 0))
        if frozen and last is not None:
            self._title.setText(edition_band(words, last).text)
            said = words.say("An edition stays as it was issued. Go back to the draft to change it.")
        elif last is None:
            said = words.say("Issue the first edition when the programme may go out: it freezes what everybody gets.")
        elif difference is None:
            said = words.say("What this edition held can no longer be read; it is compared with nothing.")
            if not self._watch.is_settled:
                said = words.say("Comparing…")
            self._title.setText(words.say("Draft after Edition {number}", number=number))
        else:
            said = counts_line(words, difference)
        self._counts.setText(said)
        self._counts.setVisible(bool(said))
        self.changes.show_changes(change_nodes(words, self._desk.plan, difference) if difference else ())
        self.changes.setVisible(bool(difference))
        self.changes.setFixedHeight(min(MOST, self.changes.height_at(WIDTH - 2 * 20)))
        self.issue.setVisible(not frozen)
        self.issue.setText(words.say("Issue Edition {number}…", number=number + 1))
        self.pack.setEnabled(last is not None)
        self.all.setEnabled(last is not None)
        if self.isVisible():
            self.place()

    def _go(self, kind: type[Row], id: Id) -> None:
        self._desk.selection.choose(kind, (id,))
        self._steps.show_row(kind, id)

    def _leave_for(self, step: Callable[[], object]) -> None:
        self.put_away()
        step()
