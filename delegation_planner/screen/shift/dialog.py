"""The dialog that shifts the programme: a sentence to fill in, what it would do before and after, and one verb."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.frame import DialogFrame
from delegation_planner.screen.labels import WholeLabel, plain_label
from delegation_planner.screen.schedule.view_switch import ViewSwitch
from delegation_planner.screen.shift.asked import Mode, Shift
from delegation_planner.screen.shift.comparing import Comparing
from delegation_planner.screen.shift.dates_page import DatesPage
from delegation_planner.screen.shift.lists import FindingsAfter, ShiftTable
from delegation_planner.screen.shift.pages import DayPage, DuplicatePage, InsertPage, Page, PushPage
from delegation_planner.screen.shift.rows import Rehearsal, rehearsed
from delegation_planner.screen.shift.template_page import TemplatePage
from delegation_planner.words.words import mark

MODES: Final[dict[Mode, str]] = {
    "push": mark("By minutes"),
    "day": mark("To another day"),
    "insert": mark("Insert and push"),
    "duplicate": mark("Duplicate a day"),
    "template": mark("From a template"),
    "dates": mark("Dates of the visit"),
}
_SIDE: Final = 20  # beside the segments, as in every dialog
REST_MS: Final = 150
"""What is typed is rehearsed when the keys have rested so long."""


class ShiftDialog(DialogFrame):
    """Shows at every moment what the sentence would do; nothing is done before the main verb.

    The window behind it waits. Enter in a field shows what it would do, Ctrl+Enter does it.
    """

    def __init__(
        self, desk: Desk, mode: Mode, chosen: Sequence[Id], day: int, parent: QWidget | None, late: int = 0
    ) -> None:
        """`chosen` are the items that are meant, `day` the one looked at; `late` is by how much the first runs late."""
        super().__init__(parent, desk.words, desk.say("Shift the programme"), "", cancel=desk.say("Keep as is"))
        self.desk = desk
        self.shift: Shift | None = None
        self.rehearsal = Rehearsal((), ())
        self.held: set[Id] = set()
        """Items that are to stay where they are, pinned for this shift only."""
        self.main.setDefault(False)
        self.switch = ViewSwitch({key: desk.say(name) for key, name in MODES.items()}, desk.say("What to shift"), self)
        self.switch.chosen.connect(self.show_mode)
        self._made: dict[Mode, Page] = {}
        self._make: dict[Mode, Callable[[], Page]] = {
            "push": lambda: PushPage(desk, chosen, self._pages, late),
            "day": lambda: DayPage(desk, chosen, self._pages),
            "insert": lambda: InsertPage(desk, chosen, day, self._pages),
            "duplicate": lambda: DuplicatePage(desk, day, self._pages),
            "template": lambda: TemplatePage(desk, day, self._pages),
            "dates": lambda: DatesPage(desk, self._pages),
        }
        self._pages = QStackedWidget(self)
        self._pages.setFixedHeight(72)
        self.table = ShiftTable(desk, self)
        self.table.toggled.connect(self.hold_or_let_go)
        self.days_after = WholeLabel("heading", self)
        self.findings_title = plain_label(desk.say("Findings after this"), "heading", self)
        self.findings = FindingsAfter(desk, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rehearse)
        self._comparing = Comparing(self)
        self._comparing.found.connect(self._show_difference)
        self._lay_out()
        desk.plan_changed.connect(self._follow)
        desk.judged.connect(self.rehearse)
        self.mode: Mode = mode
        self.show_mode(mode)

    def _lay_out(self) -> None:
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._pages)
        self.body.addWidget(self.table, 5)
        self.body.addWidget(self.days_after)
        self.body.addSpacing(4)
        self.body.addWidget(self.findings_title)
        self.body.addWidget(self.findings, 3)
        self.buttons.insertWidget(0, plain_label(self.desk.say("One step: Ctrl+Z puts everything back."), "muted"))
        self.setMinimumSize(max(640, self.switch.sizeHint().width() + 2 * _SIDE), 480)
        self.resize(780, 640)

    def show_mode(self, mode: Mode) -> None:
        """Show the sentence of a mode."""
        if mode not in self._made:
            page = self._made[mode] = self._make[mode]()
            page.edited.connect(self._rest.start)
            self._pages.addWidget(page)
        self.mode = mode
        self.held.clear()
        self.switch.show_chosen(mode)
        self._pages.setCurrentWidget(self._made[mode])
        self.rehearse()

    @property
    def page(self) -> Page:
        """The sentence that is shown."""
        return self._made[self.mode]

    def rehearse(self) -> None:
        """Show what the sentence would do now, or why it says nothing that can be done."""
        self._rest.stop()
        self.refusal.hide()
        self.shift = None
        try:
            shift = self.page.shift(self.held)
            difference = self._comparing.compare(self.desk.findings_kept, shift.changes)
            self.rehearsal = rehearsed(self.words, self.desk.plan, shift, difference)
        except KnownError as error:
            self.rehearsal = Rehearsal((), ())
            self.refuse(error)
        else:
            self.shift = shift
        self._show()

    def hold_or_let_go(self, item_id: Id) -> None:
        """An item that would move stays where it is for this shift; one that was to stay may move again."""
        self.held ^= {item_id}
        self.rehearse()

    def carry_out(self) -> None:
        """Do it as one edit, and choose what it speaks of."""
        if self._rest.isActive():
            self.rehearse()
        shift, days = self.shift, self.rehearsal.days
        if shift is None or not shift.changes or not self.desk.edit(shift.label, shift.changes, asked_by="shift"):
            return
        self.accept()
        if days:
            self.desk.tell_done(days)
        ids = [change.id for change in shift.changes.of(ProgrammeItem) if change.after is not None]
        if self.mode != "dates" and ids:
            self.desk.selection.choose(ProgrammeItem, ids[:1] if self.mode in ("push", "insert") else ids)

    def _follow(self) -> None:
        for page in self._made.values():
            page.follow()
        self.rehearse()

    def _show_difference(self) -> None:
        if self.shift is not None:
            self.rehearsal = rehearsed(self.words, self.desk.plan, self.shift, self._comparing.difference)
            self._show()

    def _show(self) -> None:
        said = self.rehearsal
        self.table.show_rows(said.rows)
        self.days_after.setVisible(bool(said.days))
        self.days_after.show_text(said.days)
        self.findings.show_lines(said.findings or ())
        self.findings_title.setText(self._title_of_findings())
        self.main.setText(self._verb())
        self.main.setEnabled(self.shift is not None and bool(self.shift.changes) and not self.desk.read_only)

    def _title_of_findings(self) -> str:
        say, lines = self.desk.say, self.rehearsal.findings
        if lines is None:
            return say("The checks are still at work.")
        if not lines:
            return say("No finding comes, none goes.") if self.shift is not None else ""
        come = sum(line.severity is not None for line in lines)
        return say("Findings after this: {come} new, {gone} settled", come=come, gone=len(lines) - come)

    def _verb(self) -> str:
        words, moves = self.words, self.rehearsal.moves
        match self.mode:
            case "insert":
                return words.say_many("Insert, move {count} item", "Insert, move {count} items", max(0, moves - 1))
            case "duplicate":
                return words.say_many("Duplicate {count} item", "Duplicate {count} items", moves)
            case "template":
                return words.say_many("Insert {count} item", "Insert {count} items", moves)
            case "dates":
                return self._verb_of_dates()
            case _:
                return words.say_many("Move {count} item", "Move {count} items", moves)

    def _verb_of_dates(self) -> str:
        say, visit = self.desk.say, self.desk.plan.visit
        kind = self.shift.label.kind if self.shift is not None else "fix_dates"
        if kind == "open_dates":
            return say("Open the dates")
        if kind == "edit_visit":
            return say("Plan for this date")
        return say("Fix the dates") if visit.dates == "window" else say("Change the dates")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.main.click()
        else:
            self.rehearse()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.page.setFocus(Qt.FocusReason.TabFocusReason)


def open_shift(desk: Desk, mode: Mode, over: QWidget, *, chosen: Sequence[Id], day: int, late: int = 0) -> ShiftDialog:
    """Show the dialog over the window of a widget; it lives until it is closed."""
    dialog = ShiftDialog(desk, mode, chosen, day, over, late)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
