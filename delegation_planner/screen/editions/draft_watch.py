"""Keeps in view how far the open plan has moved on from its last edition."""

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from delegation_planner.plan.change import Changes
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.workers import Work
from delegation_planner.session.plan_session import PlanChanged

if TYPE_CHECKING:
    from delegation_planner.editions.difference import Difference
    from delegation_planner.editions.draft import Draft
    from delegation_planner.plan.edition import Edition

PAUSE_MS: Final = 150
"""So long after an edit the next one may still come."""

LATEST_MS: Final = 500
"""So long after the window has come it begins, if the findings have not been there sooner."""

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
        self._edition_plan: Plan | None = None
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
        desk.judged.connect(self.begin)
        QTimer.singleShot(LATEST_MS, self, self.begin)

    @property
    def has_begun(self) -> bool:
        """Whether it is known if there is an edition."""
        return self._begun

    @property
    def is_settled(self) -> bool:
        """Whether all that has happened is compared."""
        return self._begun and self._work is None and not self._soon.isActive()

    @property
    def edition_plan(self) -> Plan | None:
        """What the last edition froze; None where there is none, or its content was taken out."""
        return self._edition_plan

    def begin(self) -> None:
        """Read the last edition, if that has not been done."""
        if not self._begun:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Read the last edition: there is another one."""
        self._begun = True
        self.last = self.difference = self._edition_plan = None
        store = self._desk.session.store
        try:
            editions = store.editions()
            if editions:
                self.last = editions[-1]
                self._edition_plan = store.edition_plan(self.last.number)
        except KnownError as error:
            log.info("last edition: %s", error.message)
        self._turn += 1
        self._draft, self._missed, self._work = None, Changes(), None
        self.changed.emit()
        self._compare()

    def _follow(self, told: PlanChanged) -> None:
        if self._begun and self._edition_plan is not None:
            self._missed += told.changes
            self._soon.start()

    def _compare(self) -> None:
        if self._edition_plan is None or self._work is not None:
            return
        from delegation_planner.editions.draft import Draft

        draft, edition, plan, missed = self._draft, self._edition_plan, self._desk.plan, self._missed
        rulebook, language, turn = self._desk.rulebook, self._desk.words.language, self._turn

        def compare(_: object) -> "tuple[int, Draft, Difference]":
            now = Draft(edition, plan, rulebook) if draft is None else draft.following(plan, missed)
            return turn, now, now.difference(language)

        self._missed = Changes()
        work = Work(compare)
        work.done.connect(self._take)
        self._work = work.start()

    def _take(self, found: "tuple[int, Draft, Difference]") -> None:
        turn, draft, difference = found
        if turn != self._turn:
            return
        self._work, self._draft, self.difference = None, draft, difference
        if self._missed:
            self._soon.start()
        self.changed.emit()


def watch_of(desk: Desk) -> DraftWatch:
    """The one that goes with the desk, made when it is first asked for."""
    return desk.findChild(DraftWatch) or DraftWatch(desk)
