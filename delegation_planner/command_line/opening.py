"""Where a command's plan lies: the way out where it cannot be opened, the folder where a new one goes."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from delegation_planner.command_line.nearest import nearest
from delegation_planner.plan.errors import DamagedPlanFile, KnownError
from delegation_planner.words.words import Words


def way_out(words: Words, error: KnownError, plan: Path) -> str:
    """What a person can do about a plan that is damaged or not there; empty where the error says enough."""
    if isinstance(error, DamagedPlanFile):
        return words.say(
            "Open it in the window to restore an earlier version, or save what can be read into a new file: {command}",
            command=f"delegation-planner salvage {shlex.quote(str(plan))} NEW.visit",
        )
    near = [] if plan.exists() else plans_beside(plan)
    return words.say("Perhaps you mean: {names}.", names=", ".join(near)) if near else ""


def plans_beside(path: Path) -> list[str]:
    """The plan files in the folder of a path that are called much like it."""
    with suppress(OSError):
        return nearest(path.name, [each.name for each in sorted(path.parent.glob("*.visit"))])
    return []


@contextmanager
def folder_made(new: Path) -> Iterator[None]:
    """The folder for a new file, made where it is missing, as an export makes it; taken away again if no file comes.

    Raises KnownError where it cannot be made.
    """
    missing = [each for each in new.parents if not each.exists()]
    try:
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            cause = error.strerror or str(error)
            raise KnownError(
                "The folder {folder} cannot be made: {cause}.", folder=str(new.parent), cause=cause
            ) from error
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise
