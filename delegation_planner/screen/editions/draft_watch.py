"""Keeps in view how far the open plan has moved on from its last edition."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from delegation_planner.plan.change import Changes
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.workers import QuietWork, Work
from delegation_planner.session.plan_session import PlanChanged

if TYPE_CHECKING:
    from delegation_planner.editions.difference import Difference
    from delegation_planner.editions.draft import Draft
    from delegation_planner.plan.edition import Edition

PAUSE_MS: Final = 150
"""So long after an edit the next one may still come."""

log = logging.getLogger(__name__)


class DraftWatch(QObject):
    """Compares in a thread of its own, so that no edit waits for it; `changed` tells when it knows anew."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.last: Edition | None = None
        self.difference: Difference | None = None
        """What differs from the last edition; None where there is none, and while that is not known."""
        self._read: Callable[[], Plan] | None = None
        self._draft: Draft | None = None
        self._missed = Changes()
        self._begun = False
        self._turn = 0
        self._work: Work | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._compare)
        desk.plan_changed.connect(self._follow)
        desk.language_changed.connect(self._compare)

    @property
    def has_begun(self) -> bool:
        """Whether it is known if there is an edition."""
        return self._begun

    @property
    def is_settled(self) -> bool:
        """Whether all that has happened is compared."""
        return self._begun and self._work is None and not self._soon.isActive()

    @property
    def read_edition(self) -> Callable[[], Plan] | None:
        """Answers in any thread what the last edition froze; None where there is none, or its content was taken out."""
        return self._read

    def begin(self) -> None:
        """Read the last edition, if that has not been done."""
        if not self._begun:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Read the last edition: there is another one."""
        self._begun = True
        self.last = self.difference = self._read = None
        store = self._desk.session.store
        try:
            editions = store.editions()
            if editions:
                self.last = editions[-1]
                self._read = store.edition_content(self.last.number)
        except KnownError as error:
            log.info("last edition: %s", error.message)
        self._turn += 1
        self._draft, self._missed, self._work = None, Changes(), None
        self.changed.emit()
        self._compare()

    def _follow(self, told: PlanChanged) -> None:
        if self._begun and self._read is not None:
            self._missed += told.changes
            self._soon.start()

    def _compare(self) -> None:
        if self._read is None or self._work is not None:
            return
        from delegation_planner.editions.draft import Draft

        draft, read, plan, missed = self._draft, self._read, self._desk.plan, self._missed
        rulebook, language, turn = self._desk.rulebook, self._desk.words.language, self._turn

        def compare(_: object) -> "tuple[int, Draft, Difference]":
            now = Draft(read(), plan, rulebook) if draft is None else draft.following(plan, missed)
            return turn, now, now.difference(language)

        self._missed = Changes()
        work = QuietWork(compare)
        work.done.connect(self._take)
        work.failed.connect(self._give_up)
        self._work = work.start()

    def _take(self, found: "tuple[int, Draft, Difference]") -> None:
        turn, draft, difference = found
        if turn != self._turn:
            return
        self._work, self._draft, self.difference = None, draft, difference
        if self._missed:
            self._soon.start()
        self.changed.emit()

    def _give_up(self, error: KnownError) -> None:
        """The edition cannot be read: it stays unknown what differs."""
        log.info("last edition: %s", error.message)
        self._work = self._read = None
        self.changed.emit()


def watch_of(desk: Desk) -> DraftWatch:
    """The one that goes with the desk, made when it is first asked for."""
    return desk.findChild(DraftWatch) or DraftWatch(desk)
