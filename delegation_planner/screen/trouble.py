"""What happens to the file of the open plan from outside: noticed within two seconds, said with what can be done."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from delegation_planner.plan.errors import (
    DamagedPlanFile,
    KnownError,
    PlanFileChanged,
    PlanFileError,
    PlanFileFull,
    PlanFileUnreachable,
)
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.question import Choice
from delegation_planner.screen.plan_files import OpenPlan, PlanFiles
from delegation_planner.screen.told import Told, ToldStrip
from delegation_planner.words.words import mark

LOOK_MS: Final = 1_000
PATIENCE: Final = 2
"""After so many looks that found the one before still waiting, a medium that does not answer counts as gone."""
QUIET_MS: Final = 20_000
"""A large file is examined after so long without an edit: it cannot be written to meanwhile."""


class WaysOut(NamedTuple):
    """What the window can do about trouble with a file."""

    save_copy: Callable[[], object]
    load_again: Callable[[], object]
    keep_both: Callable[[], object]


class Trouble(QObject):
    """Watches one open plan. What cannot be saved stays in the plan on the screen and in the fields.

    `changed` tells that the plan has become, or is no longer, one that cannot be written.
    """

    changed = Signal()

    def __init__(
        self, open_plan: OpenPlan, desk: Desk, files: PlanFiles, strip: ToldStrip, ways: WaysOut, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._open_plan = open_plan
        self._desk = desk
        self._files = files
        self._strip = strip
        self._ways = ways
        self.error: PlanFileError | None = None
        """What is wrong now."""
        self._told: Told | None = None
        self._open = True
        self._away = False
        self._looking = False
        self._told_free = False
        self._unanswered = 0
        self._timer = self._every(LOOK_MS, self.look)
        self._quiet = self._every(QUIET_MS, self.examine)
        desk.mend = self.mend
        desk.plan_changed.connect(self._follow_edit)

    def end(self) -> None:
        """The plan is closed."""
        self._open = False
        self._timer.stop()
        self._quiet.stop()

    def may_leave(self) -> bool:
        """Whether the plan may be closed now; asks where its file is not in its place or cannot be written."""
        if self.error is None or isinstance(self.error, DamagedPlanFile):
            return True
        say = self._desk.say
        choices = [
            Choice("close", say("Close all the same")),
            Choice("copy", say("Save a copy elsewhere…")),
            Choice("stay", say("Leave it open"), "main"),
        ]
        answer = self._desk.ask(self._desk.words.error(self.error), choices, say("A copy keeps what is on the screen."))
        if answer == "copy":
            self._ways.save_copy()
        return answer == "close"

    def look(self) -> None:
        """Ask, in a thread, whether the file is still in its place."""
        from delegation_planner.screen.workers import Work

        if self._looking:
            self._unanswered += 1
            if self._unanswered == PATIENCE:
                file = self._open_plan.path.name
                self._show(PlanFileUnreachable(mark("{file} does not answer. Nothing can be saved now."), file=file))
            return
        self._looking = True
        files, open_plan = self._files, self._open_plan
        work = Work(lambda _report: (files.whereabouts(open_plan), files.is_free(open_plan)))
        work.done.connect(self._found)
        work.start()

    def mend(self, error: PlanFileError) -> bool:
        """An edit could not be written: True where it can be now, else nothing is written until somebody has helped."""
        if isinstance(error, PlanFileFull):
            self._show(error)
            return False
        act = self._files.resume if isinstance(error, PlanFileChanged) else self._files.try_writing
        persistent = act(self._open_plan)
        if persistent is not None:
            self._show(persistent)
        return persistent is None

    def try_again(self) -> None:
        """Somebody has helped, perhaps."""
        error = self._files.try_writing(self._open_plan)
        if error is None:
            self._be_well_again()
        else:
            self._show(error)

    def examine(self) -> None:
        """Examine wholly, in a thread and once, a file that was too large for that when it was opened."""
        from delegation_planner.screen.workers import Work

        self._quiet.stop()
        work = Work(lambda _report: self._files.examine(self._open_plan))
        work.failed.connect(self._show_damage)
        work.start()

    def _found(self, found: tuple[PlanFileError | None, bool]) -> None:
        error, free = found
        if not self._open:
            return
        self._looking = False
        unanswered, self._unanswered = self._unanswered >= PATIENCE, 0
        if isinstance(error, PlanFileUnreachable):
            if not self._away:
                self._files.try_writing(self._open_plan)  # fails, and lets nobody begin what cannot be kept
            self._away = True
            self._show(error)
        elif isinstance(self.error, PlanFileChanged):
            return
        elif error is not None or unanswered or self._away:
            self._take_up_again()
        else:
            self._look_for_others(free=free)

    def _take_up_again(self) -> None:
        self._away = False
        error = self._files.resume(self._open_plan)
        if error is None:
            self._be_well_again()
        else:
            self._show(error)

    def _look_for_others(self, *, free: bool) -> None:
        try:
            changed = self._files.changed_by_others(self._open_plan)
        except KnownError:
            return  # the next edit tells
        if changed is not None:
            self._show(changed)
        elif free and not self._told_free:
            self._told_free = True
            say, name = self._desk.say, self._open_plan.path.name
            sentence = say("Nobody else has {file} open any more. It can be changed here now.", file=name)
            self._strip.warn(sentence, (say("Open it to change it"), self._ways.load_again))

    def _show_damage(self, error: PlanFileError) -> None:
        if self._open:
            self._show(error)

    def _show(self, error: PlanFileError) -> None:
        sentence = self._sentence(error)
        if self.error is not None and self._sentence(self.error) == sentence:
            return
        self._take_away()
        self.error = error
        self._told = self._strip.warn(sentence, *self._verbs(error), severe=True)
        self.changed.emit()

    def _sentence(self, error: PlanFileError) -> str:
        """Who only reads has written nothing that could be lost."""
        if isinstance(error, PlanFileChanged) and self._open_plan.read_only_reason is not None:
            file = self._open_plan.path.name
            return self._desk.say(
                "{file} has been changed since it was opened here. Load it again to see that.", file=file
            )
        return self._desk.words.error(error)

    def _verbs(self, error: PlanFileError) -> list[tuple[str, Callable[[], object]]]:
        say, ways = self._desk.say, self._ways
        elsewhere = (say("Save a copy elsewhere…"), ways.save_copy)
        if isinstance(error, PlanFileChanged):
            again = (say("Load it again"), ways.load_again)
            return [again] if self._open_plan.read_only_reason else [(say("Keep both"), ways.keep_both), again]
        once_more = [] if isinstance(error, PlanFileFull | DamagedPlanFile) else [(say("Try again"), self.try_again)]
        return [*once_more, elsewhere]

    def _follow_edit(self) -> None:
        if self._quiet.isActive():
            self._quiet.start()
        if self.error is not None:
            self._be_well_again()

    def _be_well_again(self) -> None:
        self.error = None
        self._take_away()
        self.changed.emit()

    def _take_away(self) -> None:
        if self._told is not None:
            self._strip.take_away(self._told)
            self._told = None

    def _every(self, ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(act)
        timer.start(ms)
        return timer
