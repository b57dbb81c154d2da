"""The rows of the rundown, made ahead while nobody does anything, so that it is there at once."""

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.schedule.rows import KeptRows
from delegation_planner.session.plan_session import PlanChanged

if TYPE_CHECKING:
    from collections.abc import Iterator

IDLE_MS: Final = 800
"""So long nothing is edited before rows are made ahead."""
_PAUSE_MS: Final = 20
_SLICE_SECONDS: Final = 0.01


class RowsAhead(QObject):
    """Keeps rows for the rundown and its filter, and follows the plan; `begin` makes those that are missing."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.kept = KeptRows(desk.words.language)
        self._slices: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        desk.plan_changed.connect(self._follow)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to be made ahead."""
        return self._slices is not None and not self._timer.isActive()

    def begin(self) -> None:
        """Make what is missing, once it has been quiet for a while."""
        self._slices = self.kept.ahead(self._desk.plan)
        self._timer.start(IDLE_MS)

    def _follow(self, told: PlanChanged) -> None:
        self.kept.follow(told.changes)
        if self._slices is not None:
            self.begin()

    def _go_on(self) -> None:
        slices, until = self._slices, perf_counter() + _SLICE_SECONDS
        while slices is not None and perf_counter() < until:
            if next(slices, self) is self:
                return
        self._timer.start(_PAUSE_MS)
