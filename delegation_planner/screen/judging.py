"""The findings of the open plan: first found in slices, so that the window stays awake, then kept through edits."""

from collections.abc import Callable, Generator
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.session.plan_session import PlanChanged

if TYPE_CHECKING:
    from delegation_planner.checks.finding import Finding
    from delegation_planner.checks.keeping import FindingsKept

SLICE_SECONDS: Final = 0.02


class Judging(QObject):
    """Judges a plan by the rules as on a day.

    Without `later` the findings are there as soon as somebody asks. With it there are none before `begin`, and
    `done` tells when they have been found; a small visit's are found before `begin` returns.
    """

    done = Signal()

    def __init__(
        self,
        plan: Plan,
        rulebook: Callable[[], Rulebook],
        on: Callable[[], date],
        *,
        later: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self._rulebook = rulebook
        self._on = on
        self._later = later
        self._kept: FindingsKept | None = None
        self._slices: Generator[None, None, FindingsKept] | None = None
        self._next = own_turn(self._go_on, self)

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What is found in the plan as it is now, sorted."""
        kept = self.kept
        return kept.findings if kept is not None else ()

    @property
    def kept(self) -> "FindingsKept | None":
        """The findings as a value that can follow a rehearsed edit; None while the first ones are looked for."""
        if self._later:
            return self._kept
        if self._kept is None or self._kept.on != self._on():
            from delegation_planner.checks.keeping import FindingsKept

            self._kept = FindingsKept.of(self._plan, self._rulebook(), self._on())
        return self._kept

    def begin(self) -> None:
        """Find the first findings, if that has neither been done nor begun."""
        if self._later and self._slices is None:
            self._begin()

    def follow(self, told: PlanChanged) -> None:
        """The plan is another one now."""
        self._plan = told.plan
        if self._slices is not None:
            self._begin()
        elif self._kept is not None and self._kept.on == self._on():
            self._kept = self._kept.following(told.plan, told.changes)
        else:
            self._kept = None

    def end(self) -> None:
        """Forget what was found: a window that goes takes its time, and findings can be many."""
        self._later, self._kept, self._slices = True, None, None

    def _begin(self) -> None:
        from delegation_planner.checks.keeping import FindingsKept

        self._slices = FindingsKept.in_slices(self._plan, self._rulebook(), self._on())
        self._go_on()

    def _go_on(self) -> None:
        with collector_paused():
            self._do_a_slice()
        if self._slices is not None:
            self._next.start()

    def _do_a_slice(self) -> None:
        slices, until = self._slices, perf_counter() + SLICE_SECONDS
        if slices is None:
            return
        try:
            next(slices)
            while perf_counter() < until:
                next(slices)
        except StopIteration as found:
            self._kept, self._slices, self._later = found.value, None, False
            self.done.emit()
