"""Keeps among the findings who still holds an old edition, and what was issued with errors open."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.workers import QuietWork
from delegation_planner.session.issued import gone_out

if TYPE_CHECKING:
    from delegation_planner.checks.finding import Finding

log = logging.getLogger(__name__)


class HeldWatch(QObject):
    """Judges in a thread of its own what has gone out: anew after each issue and each receipt, not after edits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._begun = False
        self._turn = 0

    def begin(self) -> None:
        """Judge, if that has not been done."""
        if not self._begun:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Judge: something else has gone out."""
        self._begun = True
        self._turn += 1
        desk, turn = self._desk, self._turn
        plan, rulebook = desk.plan, desk.rulebook
        try:
            read = gone_out(desk.session.store)
        except KnownError as error:
            self._give_up(error)
            return

        def judge(_: object) -> "tuple[int, tuple[Finding, ...]]":
            from delegation_planner.checks.editions import of_editions

            return turn, of_editions(read(), plan, rulebook)

        work = QuietWork(judge)
        work.done.connect(self._take)
        work.failed.connect(self._give_up)
        work.start()

    def _take(self, found: "tuple[int, tuple[Finding, ...]]") -> None:
        turn, findings = found
        if turn == self._turn:
            self._desk.find_beside(findings)

    def _give_up(self, error: KnownError) -> None:
        """What has gone out cannot be read: nothing is said of it."""
        log.info("what has gone out: %s", error.message)


def held_watch_of(desk: Desk) -> HeldWatch:
    """The one that goes with the desk, made when it is first asked for."""
    return desk.findChild(HeldWatch) or HeldWatch(desk)
