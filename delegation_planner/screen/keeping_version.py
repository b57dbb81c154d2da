"""A version of the open plan, kept now and then while somebody works on it."""

import logging

from PySide6.QtCore import QObject

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.plan_files import OpenPlan, PlanFiles
from delegation_planner.screen.workers import Work

log = logging.getLogger(__name__)


class KeepingVersion(QObject):
    """Keeps one version in a thread. Where none can be kept the file still holds everything: that is told, no more."""

    def __init__(self, files: PlanFiles, open_plan: OpenPlan, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._work = Work(lambda _report: files.keep_last(open_plan))
        self._work.failed.connect(self._tell)
        for end in (self._work.done, self._work.failed, self._work.broke):
            end.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._work.start()

    def _tell(self, error: KnownError) -> None:
        """The strip shows a sentence that stands there already only once."""
        log.warning("no version was kept: %s", error)
        reason = self._desk.words.error(error)
        self._desk.tell(self._desk.say("No earlier version can be kept now. {reason}", reason=reason))
