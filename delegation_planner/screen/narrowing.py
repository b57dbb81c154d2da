"""The one filter of the schedule that all of its views obey."""

from PySide6.QtCore import QObject, Signal

from delegation_planner.plan.plan import Plan
from delegation_planner.screen.schedule.narrowed import EVERYTHING, Narrowed


class Narrowing(QObject):
    """What the schedule is narrowed to; `changed` tells after it has become something else. Nobody remembers it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.narrowed = EVERYTHING

    @property
    def is_on(self) -> bool:
        """Whether anything may be hidden."""
        return self.narrowed != EVERYTHING

    def become(self, narrowed: Narrowed) -> None:
        """Narrow the schedule to this and nothing else."""
        if narrowed != self.narrowed:
            self.narrowed = narrowed
            self.changed.emit()

    def clear(self) -> None:
        """Show everything."""
        self.become(EVERYTHING)

    def follow(self, plan: Plan) -> None:
        """Let go of people whom the plan no longer holds."""
        self.become(self.narrowed.of(plan))
