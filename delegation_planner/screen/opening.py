"""Opens a plan, and asks the right question where it cannot simply be opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from delegation_planner.exports.file_names import free_name
from delegation_planner.plan.errors import (
    DamagedPlanFile,
    KnownError,
    PlanFileBusy,
    PlanFileHeld,
    PlanFileLeftLocked,
)
from delegation_planner.screen.dialogs.question import Choice, ask
from delegation_planner.screen.plan_files import OpenPlan, PlanFiles
from delegation_planner.screen.waiting import Waiting
from delegation_planner.words.words import Words

T = TypeVar("T")


class Opening:
    """`window` is what the questions lie over, and what waits. Methods answer None where the person turned away."""

    def __init__(self, files: PlanFiles, words: Words, window: QWidget, waiting: Waiting) -> None:
        self._files = files
        self._words = words
        self._window = window
        self._waiting = waiting

    def open(self, path: Path) -> OpenPlan | None:
        """Open a plan, to be changed if that is possible; whatever stands in the way becomes a question."""
        try:
            opened = self.patiently(lambda: self._read(path))
        except DamagedPlanFile as error:
            return self._rescue(path, error)
        except KnownError as error:
            self.refuse(error)
            return None
        if opened is None or not isinstance(opened.read_only_reason, PlanFileHeld):
            return opened
        return self._held(path, opened, opened.read_only_reason)

    def patiently(self, act: Callable[[], T]) -> T | None:
        """Carry out what may find the file busy; as often as the person asks for it."""
        while True:
            try:
                return act()
            except PlanFileBusy as error:
                choices = [
                    Choice("leave", self._words.say("Leave it")),
                    Choice("again", self._words.say("Try again"), "main"),
                ]
                if self._ask(self._words.error(error), choices) != "again":
                    return None

    def refuse(self, error: KnownError) -> None:
        """Say why something cannot be done; there is nothing to choose."""
        self._ask(self._words.error(error), [Choice("close", self._words.say("Close"), "main")])

    def _held(self, path: Path, opened: OpenPlan, reason: PlanFileHeld) -> OpenPlan | None:
        choices = [
            Choice("copy", self._words.say("Open a copy")),
            Choice("read", self._words.say("Open to read"), "main"),
        ]
        if isinstance(reason, PlanFileLeftLocked):
            choices.insert(0, Choice("take", self._words.say("Take over")))
        answer = self._ask(self._words.error(reason), choices)
        if answer == "read":
            return opened
        try:
            if answer == "copy":
                copy = self.free_path(path, self._words.say("{plan}, copy", plan=path.stem))
                self._files.save_copy(opened, copy)
                opened.session.close()
                return self._read(copy)
            opened.session.close()
            return self._read(path, take_over=True) if answer == "take" else None
        except KnownError as error:
            self.refuse(error)
            return None

    def _rescue(self, path: Path, error: DamagedPlanFile) -> OpenPlan | None:
        choices = [
            Choice("leave", self._words.say("Leave it")),
            Choice("salvage", self._words.say("Save what can be read")),
        ]
        versions = self._versions(path)
        if versions:
            choices.append(Choice("earlier", self._words.say("Choose an earlier version…"), "main"))
        detail = self._words.say("The damaged file stays as it is. What is saved goes into a new file beside it.")
        answer = self._ask(self._words.error(error), choices, detail)
        try:
            if answer == "earlier":
                return self._bring_back(path)
            return self._salvage(path) if answer == "salvage" else None
        except KnownError as trouble:
            self.refuse(trouble)
            return None

    def _bring_back(self, path: Path) -> OpenPlan | None:
        from delegation_planner.screen.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self._window, self._words, self._files.earlier_versions(path))
        dialog.exec()
        if dialog.chosen is None:
            return None
        chosen, target = dialog.chosen, self.free_path(path, self._words.say("{plan}, brought back", plan=path.stem))
        return self._waiting.through(
            self._words.say("Opening {file}…", file=target.name),
            lambda: self._files.create(target, self._files.read_version(path, chosen)),
        )

    def _salvage(self, path: Path) -> OpenPlan | None:
        target = self.free_path(path, self._words.say("{plan}, salvaged", plan=path.stem))
        sentence = self._words.say("Reading {file}…", file=path.name)
        saved = self._waiting.through(sentence, lambda: self._files.salvage(path, target))
        losses = "\n".join(self._words.error(loss) for loss in saved.losses)
        sentence = self._words.say_many(
            "{count} entry was saved into {file}.",
            "{count} entries were saved into {file}.",
            saved.rows,
            file=saved.path.name,
        )
        self._ask(sentence, [Choice("open", self._words.say("Open it"), "main")], losses)
        return self._read(saved.path)

    def _read(self, path: Path, *, take_over: bool = False) -> OpenPlan:
        """Open a plan while the window waits."""
        return self._waiting.through(
            self._words.say("Opening {file}…", file=path.name),
            lambda: self._files.open(path, take_over=take_over),
        )

    def _versions(self, path: Path) -> bool:
        try:
            return bool(self._files.earlier_versions(path))
        except KnownError:
            return False

    def free_path(self, path: Path, stem: str) -> Path:
        """A path beside a plan that nothing has yet."""
        return path.with_name(free_name(f"{stem}{path.suffix}", [each.name for each in path.parent.iterdir()]))

    def _ask(self, question: str, choices: list[Choice], detail: str = "") -> str | None:
        return ask(self._window, self._words, question, choices, detail)
