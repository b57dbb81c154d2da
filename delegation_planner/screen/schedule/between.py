"""The verb that makes the movement from an item to the next one, or says why none can be made."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.verbs import add_verb
from delegation_planner.session.store import Label
from delegation_planner.words.words import mark

if TYPE_CHECKING:
    from delegation_planner.checks.gaps import Gap, Obstacle
    from delegation_planner.plan.kinds import Id

_REASONS: Final[dict["Obstacle", str]] = {
    "nothing_next": mark("No movement to make: nothing follows within a day"),
    "movement_next": mark("No movement to make: a movement follows"),
    "no_place": mark("No movement to make: a place is missing"),
    "same_place": mark("No movement to make: the next item is in the same place"),
    "no_time": mark("No movement to make: there is no time in between"),
}


class Between(QObject):
    """An action of the schedule; its text says what it would do, or what speaks against it."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(widget)  # the desk outlives the view, and forgets an object that went with it
        self._desk = desk
        self._chosen: tuple[Id, ...] = ()
        self._gap: Gap | None = None
        self._usual = desk.say("Make the movement to the next item")
        self.action = add_verb(widget, self._usual, self.make, "Ctrl+Shift+H", desk.theme.icon("motorcade"))
        self._soon = QTimer(widget)  # once, however often the selection changes in a turn of the loop
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        desk.plan_changed.connect(self._follow_plan)
        self._look()

    def follow(self, chosen: Iterable[ProgrammeItem]) -> None:
        """Speak of these items: of one and what comes next for its people, or of two, in order of time."""
        self._chosen = tuple(item.id for item in chosen)
        self._soon.start()

    def _follow_plan(self) -> None:
        self._soon.start()

    def _look(self) -> None:
        self._gap = self._gap_of()
        obstacle = self._gap.obstacle if self._gap is not None else None
        self.action.setText(self._usual if obstacle is None else self._desk.say(_REASONS[obstacle]))
        self.action.setEnabled(self._gap is not None and obstacle is None and not self._desk.read_only)

    def make(self) -> None:
        """The movement, as long as the way is known to take, for all who go; it is selected after it."""
        from delegation_planner.plan.edits.movements import make_movement

        gap, desk = self._gap, self._desk
        if gap is None or gap.second_id is None:
            return
        first = desk.plan.find(ProgrammeItem, gap.first_id).code
        changes = make_movement(desk.plan, gap.first_id, gap.second_id, gap.movement, desk.new_id, planned=gap.way)
        if desk.edit(Label("make_movement", {"name": first}), changes):
            desk.selection.choose(ProgrammeItem, (changes.of(ProgrammeItem)[0].id,))

    def _gap_of(self) -> "Gap | None":
        rows = (self._desk.plan.get(ProgrammeItem, id) for id in self._chosen)
        chosen = [row for row in rows if row is not None]
        if len(chosen) not in (1, 2):
            return None
        from delegation_planner.checks.gaps import gap_after, gap_between

        desk = self._desk
        if len(chosen) == 1:
            return gap_after(desk.plan, desk.rulebook, desk.index, chosen[0].id)
        return gap_between(desk.plan, desk.rulebook, chosen[0], chosen[1])
