"""The list of editions: what each changed, who holds it, and what can be done with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QTabWidget, QVBoxLayout, QWidget

from delegation_planner.plan.day_time import from_stamp
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import Row
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.change_lines import change_nodes, counts_line
from delegation_planner.screen.editions.change_list import ChangeList
from delegation_planner.screen.editions.register_view import RegisterView
from delegation_planner.screen.editions.swatch import colour_swatch
from delegation_planner.screen.host_time import host_moment
from delegation_planner.screen.labels import plain_label
from delegation_planner.screen.overlay import Overlay
from delegation_planner.screen.workers import Work
from delegation_planner.words.editions import edition_band, edition_number

if TYPE_CHECKING:
    from delegation_planner.editions.difference import Difference
    from delegation_planner.plan.edition import Edition

WIDTH: Final = 984
HIGH: Final = 400
LIST: Final = 216


class EditionSteps(NamedTuple):
    """Where one can go from an edition, by its number."""

    look: Callable[[int], object]
    restore: Callable[[int], object]
    pack: Callable[[int], object]
    show_row: Callable[[type[Row], Id], None]


class EditionsPanel(Overlay):
    """The newest edition stands at the top and is chosen first."""

    def __init__(self, window: QWidget, desk: Desk, steps: EditionSteps) -> None:
        super().__init__(window, desk.theme, WIDTH)
        self.setObjectName("editions")
        self.setAccessibleName(desk.say("Editions"))
        self._desk = desk
        self._steps = steps
        self._editions: dict[int, Edition] = {one.number: one for one in desk.session.store.editions()}
        self._turn = 0
        self.list = self._list()
        self.label = plain_label("", "heading", wrap=True)
        self.said = plain_label("", "muted", wrap=True)
        self.counts = plain_label("", "muted", wrap=True)
        self.changes = ChangeList(desk)
        self.changes.went_to.connect(self._go)
        self.register = RegisterView(desk, max(self._editions))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(desk.say("About this edition"))
        self.tabs.addTab(self._changes_tab(), desk.say("What it changed"))
        self.tabs.addTab(self.register, desk.say("Who holds it"))
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    @property
    def number(self) -> int:
        """The edition that is chosen."""
        return sorted(self._editions, reverse=True)[max(0, self.list.currentRow())]

    def _content(self, number: int) -> Callable[[], Plan] | None:
        """Unpacks what an edition froze, in any thread; None where it was taken out, or there is none."""
        try:
            return self._desk.session.store.edition_content(number) if number else None
        except KnownError:
            return None  # taken out with personal data; the list still names the edition

    def _list(self) -> QListWidget:
        words, theme = self._desk.words, self._desk.theme
        listed = QListWidget()
        listed.setAccessibleName(words.say("Editions"))
        listed.setProperty("look", "boxed")
        listed.setFixedWidth(LIST)
        listed.setIconSize(QSize(14, 14))
        for number in sorted(self._editions, reverse=True):
            edition = self._editions[number]
            name = edition_band(words, edition).text
            issued = host_moment(words, self._desk.plan.visit, from_stamp(edition.issued_at))
            item = QListWidgetItem(colour_swatch(theme, edition.colour), f"{name}\n{issued}")
            item.setToolTip(issued)
            item.setSizeHint(QSize(0, 44))
            listed.addItem(item)
        return listed

    def _changes_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.counts)
        column.addWidget(self.changes, 1)
        return tab

    def _lay_out(self) -> None:
        say = self._desk.say
        self.column.addWidget(plain_label(say("Editions"), "dialogTitle"))
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.label)
        right.addWidget(self.said)
        right.addWidget(self.tabs, 1)
        middle.addLayout(right, 1)
        self.list.setFixedHeight(HIGH)
        self.column.addLayout(middle)
        row = QHBoxLayout()
        self.look = _button(say("Look at it"), lambda: self._leave_for(self._steps.look))
        self.restore = _button(say("Restore from it…"), lambda: self._leave_for(self._steps.restore))
        self.pack = _button(say("Make the pack…"), lambda: self._leave_for(self._steps.pack))
        close = _button(say("Close"), self.put_away)
        close.setProperty("look", "main")
        row.addWidget(self.look)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.pack)
        row.addWidget(close)
        self.column.addSpacing(4)
        self.column.addLayout(row)

    def _show(self) -> None:
        words, edition = self._desk.words, self._editions[self.number]
        errors = words.say_many(
            "{count} error was open", "{count} errors were open", edition.open_errors
        )  # fmt: skip
        by = words.say("Issued by {name}", name=edition.issued_by) if edition.issued_by else ""
        facts = " · ".join(part for part in (by, errors if edition.open_errors else "") if part)
        self.label.setText(edition.label)
        self.label.setVisible(bool(edition.label))
        self.said.setText("\n".join(part for part in (edition.comment, facts) if part))
        self.said.setVisible(bool(edition.comment or facts))
        content, writes = self._content(edition.number), not self._desk.read_only
        readable = content is not None
        self.look.setEnabled(readable)
        self.restore.setEnabled(readable and writes)
        self.pack.setEnabled(readable and writes)
        self.register.show_edition(edition.number)
        self._compare(edition.number, content)

    def _compare(self, number: int, new: Callable[[], Plan] | None) -> None:
        """Against the edition before; both are unpacked and compared in a thread of its own."""
        words = self._desk.words
        old, self._turn = self._content(number - 1), self._turn + 1
        self.changes.show_changes(())
        if number == 1:
            self.counts.setText(words.say("It was the first edition: everything in it was new."))
        elif old is None or new is None:
            self.counts.setText(words.say("What has changed is not known."))
        else:
            from delegation_planner.editions.compare import Version, whole_difference

            rulebook, turn = self._desk.rulebook, self._turn
            self.counts.setText(words.say("Comparing…"))
            work = Work(
                lambda _: (turn, whole_difference(Version(old(), rulebook), Version(new(), rulebook), words.language))
            )
            work.done.connect(self._take)
            work.failed.connect(self._tell_unknown)
            work.start()

    def _take(self, found: "tuple[int, Difference]") -> None:
        turn, difference = found
        if turn != self._turn:
            return
        words = self._desk.words
        since = edition_number(words, self.number - 1)
        counts = counts_line(words, difference)
        nothing = words.say("Nothing has changed since {edition}.", edition=since)
        said = words.say("Since {edition}: {changes}", edition=since, changes=counts)
        self.counts.setText(said if difference else nothing)
        self.changes.show_changes(change_nodes(words, self._desk.plan, difference))

    def _tell_unknown(self, _error: KnownError) -> None:
        """One of the two is damaged: it is told when somebody looks at it."""
        self.counts.setText(self._desk.say("What has changed is not known."))

    def _go(self, kind: type[Row], id: Id) -> None:
        self.put_away()
        self._desk.selection.choose(kind, (id,))
        self._steps.show_row(kind, id)

    def _leave_for(self, step: Callable[[int], object]) -> None:
        number = self.number
        self.put_away()
        step(number)


def _button(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button
