"""What to do where the plan that a command names cannot be opened."""

import shlex
from contextlib import suppress
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
