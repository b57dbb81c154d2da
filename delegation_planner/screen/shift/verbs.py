"""The verbs that open the shift dialog, the same for every view of the schedule."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.shift.asked import Mode
from delegation_planner.screen.verbs import add_verb
from delegation_planner.session.plan_session import PlanChanged


class ShiftVerbs(QObject):
    """Actions of a widget, in the order in which menus show them; they speak of the items that are selected."""

    def __init__(self, desk: Desk, widget: QWidget, day_looked_at: Callable[[], int]) -> None:
        super().__init__(widget)  # the desk outlives the pane, and forgets an object that went with it
        self._desk = desk
        self._widget = widget
        self._day_looked_at = day_looked_at
        say, icon = desk.say, desk.theme.icon
        self.dates = self._verb(widget, self._dates_verb(), "dates", "Ctrl+Shift+T")
        self.dates.setIcon(icon("calendar"))
        self.actions = [
            self._verb(widget, say("Push what follows…"), "push", "Ctrl+Shift+L"),
            self._verb(widget, say("To another day…"), "day", "Ctrl+Shift+J"),
            self._verb(widget, say("Insert and push…"), "insert", "Ctrl+Shift+B"),
            self._verb(widget, say("Duplicate a day…"), "duplicate", "Ctrl+Shift+R"),
            self._verb(widget, say("Insert a day from a template…"), "template", "Ctrl+Shift+A"),
            add_verb(widget, say("Save this day as a template…"), self.keep_day),
            self.dates,
        ]
        desk.plan_changed.connect(self._follow)

    def push_late(self, item_id: Id, minutes: int) -> None:
        """Open the dialog on what an item does to what follows if it runs so many minutes late."""
        from delegation_planner.screen.shift.dialog import open_shift

        day = self._desk.plan.find(ProgrammeItem, item_id).start_day
        open_shift(self._desk, "push", self._widget, chosen=[item_id], day=day, late=minutes)

    def open(self, mode: Mode) -> None:
        """Open the dialog in a mode, for what is selected."""
        from delegation_planner.screen.shift.dialog import open_shift

        chosen = self._desk.selection.of(ProgrammeItem)
        open_shift(self._desk, mode, self._widget, chosen=chosen, day=self._day_meant())

    def keep_day(self) -> None:
        """Keep the day of the first chosen item, else the one looked at, as a template."""
        from delegation_planner.screen.shift.keeping_days import keep_day

        keep_day(self._desk, self._day_meant())

    def _day_meant(self) -> int:
        chosen = self._desk.selection.of(ProgrammeItem)
        item = self._desk.plan.get(ProgrammeItem, chosen[0]) if chosen else None
        return item.start_day if item is not None else self._day_looked_at()

    def _verb(self, widget: QWidget, text: str, mode: Mode, keys: str) -> QAction:
        action = add_verb(widget, text, lambda: self.open(mode), keys)
        action.setEnabled(not self._desk.read_only)
        return action

    def _dates_verb(self) -> str:
        fixed = self._desk.plan.visit.dates == "fixed"
        return self._desk.say("Change the dates…") if fixed else self._desk.say("Fix the dates…")

    def _follow(self, told: PlanChanged) -> None:
        if told.changes.touch(Visit):
            self.dates.setText(self._dates_verb())
