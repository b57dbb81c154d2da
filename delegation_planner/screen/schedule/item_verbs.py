"""What one does with items, the same in every view of the schedule; a view says which are meant and how to name one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.schedule.between import Between
from delegation_planner.screen.schedule.telling_days import edit_telling_days
from delegation_planner.screen.verbs import add_separator, add_verb
from delegation_planner.session.store import Label

if TYPE_CHECKING:
    from delegation_planner.plan.kinds import Language
    from delegation_planner.plan.plan import Plan
    from delegation_planner.screen.schedule.item_edits import Made

    MakeAfter = Callable[[Plan, ProgrammeItem | None, int, str, Callable[[], Id], Language], Made]


class ItemView(Protocol):
    """A view of the schedule, as the verbs see it."""

    desk: Desk

    def chosen_items(self) -> list[ProgrammeItem]:
        """The items that are meant, in the view's order."""
        ...

    def day_looked_at(self) -> int:
        """The day on which something new belongs while no item is chosen."""
        ...

    def show_everything(self) -> None:
        """Let go of filters that could hide what is new."""
        ...

    def begin_naming(self, item_id: Id) -> None:
        """Open the title of an item for typing."""
        ...

    def delete(self) -> None:
        """Delete what is chosen, after a question that names what goes with it."""
        ...


class ItemVerbs:
    """The verbs as actions of a view, in the order in which menus show them. What carries them out is imported late."""

    def __init__(self, view: ItemView, widget: QWidget) -> None:
        """`widget` is the view as the widget that gets the actions."""
        add, line = partial(add_verb, widget), partial(add_separator, widget)
        self._view = view
        self._desk = view.desk
        say, icon = view.desk.say, view.desk.theme.icon
        self.add = add(say("Add an item"), self.add_item, "Ctrl+Shift+I", icon("plus"))
        self.ways = (
            add(say("Add a movement"), self.add_movement, "Ctrl+Shift+W", icon("motorcade")),
            add(say("Add a flight"), self.add_flight, "Ctrl+Shift+Y", icon("flight")),
        )
        self._needing = [
            add(say("Duplicate"), self.duplicate, "Ctrl+D"),
            add(say("Delete…"), view.delete, "Del", icon("trash"), "delete"),
        ]
        line()
        self._needing += [
            add(say("Cancel or take up again"), self.cancel, "Ctrl+Shift+X"),
            add(say("To the day before"), lambda: self.to_another_day(-1), "Alt+PgUp"),
            add(say("To the day after"), lambda: self.to_another_day(1), "Alt+PgDown"),
        ]
        self.between = Between(self._desk, widget)
        line()
        add(say("Copy this day as text"), self.copy_day, "Ctrl+Shift+C")
        self._paste = add(say("Paste rows…"), self.paste, "Ctrl+V", icon("paste"), "paste")
        line()
        for verb in (self.add, *self.ways, self._paste):
            verb.setEnabled(not self._desk.read_only)
        self.enable(chosen=False)

    def enable(self, *, chosen: bool) -> None:
        """Enable what needs chosen items."""
        for verb in self._needing:
            verb.setEnabled(chosen and not self._desk.read_only)
        self.between.follow(self._view.chosen_items() if chosen else [])

    def add_item(self) -> None:
        """A new item after the chosen one, its title open for typing."""
        from delegation_planner.screen.schedule.item_edits import added_after

        self._add(added_after, self._desk.say("New item"))

    def add_movement(self) -> None:
        """A new movement from where the chosen item ends, its title open for typing."""
        from delegation_planner.screen.schedule.item_edits import movement_after

        self._add(movement_after, self._desk.say("New movement"))

    def add_flight(self) -> None:
        """A new flight from where the chosen item ends, its title open for typing."""
        from delegation_planner.screen.schedule.item_edits import flight_after

        self._add(flight_after, self._desk.say("New flight"))

    def _add(self, after: "MakeAfter", title: str) -> None:
        chosen = self._view.chosen_items()
        before = chosen[-1] if chosen else None
        day, language = self._view.day_looked_at(), self._desk.words.language
        made = after(self._desk.plan, before, day, title, self._desk.new_id, language)
        if self._desk.edit(Label("add_item"), made.changes):
            (item_id,) = made.ids
            self._view.show_everything()
            self._desk.selection.choose(ProgrammeItem, made.ids)
            self._view.begin_naming(item_id)

    def duplicate(self) -> None:
        """The chosen items again, under new numbers."""
        from delegation_planner.screen.schedule.item_edits import duplicated

        items = self._view.chosen_items()
        made = duplicated(self._desk.plan, [item.id for item in items], self._desk.new_id)
        if made.ids and self._desk.edit(item_label("duplicate_item", items), made.changes):
            self._desk.selection.choose(ProgrammeItem, made.ids)

    def cancel(self) -> None:
        """Cancel the chosen items; take cancelled ones up again."""
        from delegation_planner.screen.schedule.item_edits import cancelled

        items = self._view.chosen_items()
        changes = cancelled(self._desk.plan, [item.id for item in items])
        off = any(isinstance(row := change.after, ProgrammeItem) and row.status == "cancelled" for change in changes)
        self._desk.edit(item_label("cancel_item" if off else "reinstate_item", items), changes)

    def to_another_day(self, days: int) -> None:
        """Move the chosen items to the day before or after."""
        from delegation_planner.screen.schedule.item_edits import on_another_day

        items = self._view.chosen_items()
        changes = on_another_day(self._desk.plan, [item.id for item in items], days)
        edit_telling_days(self._desk, item_label("move_item", items), changes)

    def copy_day(self) -> None:
        """The day as officers read it, as text for a message."""
        from delegation_planner.screen.copied_text import copy_day_as_text

        copy_day_as_text(self._desk, self._day_meant())

    def paste(self) -> None:
        """Read rows of a spreadsheet from the clipboard; a preview asks before anything is done."""
        from delegation_planner.screen.schedule.paste_preview import paste_into_rundown

        self._view.show_everything()
        paste_into_rundown(self._desk, self._day_meant())

    def _day_meant(self) -> int:
        """The day of the first chosen item, else the day looked at."""
        chosen = self._view.chosen_items()
        return chosen[0].start_day if chosen else self._view.day_looked_at()


def item_label(kind: str, items: Sequence[ProgrammeItem]) -> Label:
    """The label of an edit of these items."""
    return Label(kind, {"name": ", ".join(item.code for item in items)})
