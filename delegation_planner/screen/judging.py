"""The findings of the open plan: first found in slices, so that the window stays awake, then kept through edits."""

from collections.abc import Callable, Generator
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from delegation_planner.plan.change import Changes
from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.screen.own_turn import own_turn
from delegation_planner.screen.slices import done_within
from delegation_planner.session.plan_session import PlanChanged

if TYPE_CHECKING:
    from delegation_planner.checks.finding import Finding
    from delegation_planner.checks.keeping import FindingsKept

SLICE_SECONDS: Final = 0.02
SMALL: Final = 300
"""So many items are judged again before anybody would see it."""


class Judging(QObject):
    """Judges a plan by the rules as on a day.

    Without `later` the findings are there as soon as somebody asks. With it there are none before `begin`, and
    `done` tells when they have been found; a small visit's are found before `begin` returns. An edit of a large visit
    that touches much of it is followed like that, too: until `done` tells, the findings are those of before it.
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
        self._in_slices = self._later = later
        self._kept: FindingsKept | None = None
        self._before: tuple[Finding, ...] = ()
        self._slices: Generator[None, None, FindingsKept] | None = None
        self._next = own_turn(self._go_on_in_turn, self)
        self._tell = own_turn(self.done.emit, self)

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What is found in the plan as it is now, sorted; while that is looked for, what was found before."""
        kept = self.kept
        return kept.findings if kept is not None else self._before

    @property
    def kept(self) -> "FindingsKept | None":
        """The findings as a value that can follow a rehearsed edit; None while they are looked for."""
        if self._later:
            return self._kept
        if self._kept is None or self._kept.on != self._on():
            from delegation_planner.checks.keeping import FindingsKept

            self._kept = FindingsKept.of(self._plan, self._rulebook(), self._on())
        return self._kept

    @property
    def is_quick(self) -> bool:
        """Whether all of the plan can be judged, and shown, before anybody would see it."""
        return is_quick(self._plan)

    def begin(self) -> None:
        """Find the first findings, if that has neither been done nor begun."""
        if self._later and self._slices is None:
            self._begin()
            self._go_on()

    def follow(self, told: PlanChanged) -> None:
        """The plan is another one now."""
        self._plan, kept = told.plan, self._kept
        if self._slices is not None:
            self._before = _without_removed(self._before, told.changes)
            self._begin()
            self._next.start()
        elif kept is None or kept.on != self._on():
            self._kept = None
        elif self._in_slices and not self.is_quick:
            self._before = _without_removed(kept.findings, told.changes)
            self._later, self._kept = True, None
            self._slices = kept.following_in_slices(told.plan, told.changes)
            if told.is_much or not self._is_done_with_a_slice():  # else nobody has to be told of one edit twice
                self._next.start()
        else:
            self._kept = kept.following(told.plan, told.changes)

    def end(self) -> None:
        """Forget what was found: a window that goes takes its time, and findings can be many."""
        self._later, self._kept, self._slices, self._before = True, None, None, ()

    def _begin(self) -> None:
        from delegation_planner.checks.keeping import FindingsKept

        self._slices = FindingsKept.in_slices(self._plan, self._rulebook(), self._on())

    def _go_on(self) -> None:
        if self._is_done_with_a_slice():
            self.done.emit()
        elif self._slices is not None:
            self._next.start()

    def _go_on_in_turn(self) -> None:
        """A slice; that all is found is told in a turn of its own, for much is shown then."""
        if self._is_done_with_a_slice():
            self._tell.start()
        elif self._slices is not None:
            self._next.start()

    def _is_done_with_a_slice(self) -> bool:
        if self._slices is None:
            return False
        with collector_paused():
            found = done_within(SLICE_SECONDS, self._slices)
        if found is not None:
            self._kept, self._slices, self._later = found, None, False
        return found is not None


def is_quick(plan: Plan) -> bool:
    """Whether all of a plan can be judged before anybody would see it."""
    return len(plan.table(ProgrammeItem)) <= SMALL


def _without_removed(findings: "tuple[Finding, ...]", changes: Changes) -> "tuple[Finding, ...]":
    """Those that name no row that is gone."""
    gone = {change.id for change in changes if change.after is None}
    if not gone:
        return findings
    return tuple(one for one in findings if not any(subject.id in gone for subject in one.subjects))
