"""Says of a plan that a sync program has put beside its original that it is a copy, and what can be done."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from delegation_planner.screen.plan_files import PlanFiles
from delegation_planner.screen.told import ToldStrip
from delegation_planner.screen.workers import Work
from delegation_planner.words.words import Words


class OriginalBeside(QObject):
    """Looks once, in a thread, and goes with the strip; `asked(original, copy)` wants the copy to be taken over."""

    asked = Signal(Path, Path)

    def __init__(self, files: PlanFiles, copy: Path, strip: ToldStrip, words: Words) -> None:
        super().__init__(strip)
        self._copy = copy
        self._strip = strip
        self._words = words
        work = Work(lambda _report: files.original_of(copy))
        work.done.connect(self._tell)
        work.start()

    def _tell(self, original: Path | None) -> None:
        if original is None:
            return
        say, copy = self._words.say, self._copy
        self._strip.warn(
            say(
                "{copy} is a second copy of {original}: a sync program keeps both when two people write at once. "
                "Changes here do not reach the other one.",
                copy=copy.name, original=original.name,
            ),
            (say("Take over into {original}…", original=original.name), lambda: self.asked.emit(original, copy)),
        )  # fmt: skip
