"""Compares what is found in the plan with what would be found after an edit, without holding up the window."""

from math import inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from delegation_planner.checks.keeping import FindingsKept
from delegation_planner.checks.preview import come_and_gone
from delegation_planner.plan.change import Changes
from delegation_planner.screen.judging import is_quick
from delegation_planner.screen.shift.rows import Difference
from delegation_planner.screen.slices import done_within

if TYPE_CHECKING:
    from collections.abc import Generator

    from delegation_planner.checks.finding import Finding

AT_ONCE_SECONDS: Final = 0.04
SLICE_SECONDS: Final = 0.03


class Comparing(QObject):
    """One comparison at a time; `found` tells when `difference` is known that was not known at once."""

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.difference: Difference | None = None
        self._before: tuple[Finding, ...] = ()
        self._slices: Generator[None, None, FindingsKept] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def compare(self, kept: FindingsKept | None, changes: Changes) -> Difference | None:
        """What the changes would bring and settle; None if nothing is known yet.

        What has much judged anew, as other dates have, is judged in slices; a small visit's are known before this
        returns.
        """
        self._timer.stop()
        self._slices = self.difference = None
        if kept is None:
            return None
        after = kept.plan.changed(changes)
        self._before = kept.findings
        self._slices = kept.following_in_slices(after, changes)
        at_once = inf if is_quick(after) else AT_ONCE_SECONDS
        if not self._is_done_within(at_once):
            self._timer.start(0)
        return self.difference

    def _go_on(self) -> None:
        if self._is_done_within(SLICE_SECONDS):
            self._timer.stop()
            self.found.emit()

    def _is_done_within(self, seconds: float) -> bool:
        found = done_within(seconds, self._slices) if self._slices is not None else None
        if found is None:
            return False
        self._slices = None
        self.difference = come_and_gone(self._before, found.findings)
        return True
