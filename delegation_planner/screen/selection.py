"""The one selection that runs through all panes."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import Row


class Selection(QObject):
    """Which rows of one kind are selected; `changed` tells after it has become another one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind: type[Row] | None = None
        self.ids: tuple[Id, ...] = ()

    def choose(self, kind: type[Row], ids: Iterable[Id]) -> None:
        """Select these rows instead of what was selected; an empty choice of the selected kind clears it."""
        chosen = tuple(ids)
        self._become(kind if chosen else None, chosen)

    def clear(self) -> None:
        """Select nothing."""
        self._become(None, ())

    def of(self, kind: type[Row]) -> tuple[Id, ...]:
        """The selected ids of that kind; empty while another kind is selected."""
        return self.ids if kind is self.kind else ()

    def one(self, kind: type[Row]) -> Id | None:
        """The selected id when exactly one row of that kind is selected."""
        ids = self.of(kind)
        return ids[0] if len(ids) == 1 else None

    def follow(self, plan: Plan) -> None:
        """Let go of rows that the plan no longer holds."""
        if self.kind is not None:
            kind = self.kind
            self.choose(kind, (id for id in self.ids if plan.get(kind, id) is not None))

    def _become(self, kind: type[Row] | None, ids: tuple[Id, ...]) -> None:
        if (kind, ids) != (self.kind, self.ids):
            self.kind, self.ids = kind, ids
            self.changed.emit()
