"""A plan whose last save was cut off: a journal lies beside it, and SQLite would roll back from it unasked."""

import logging
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from delegation_planner.plan.errors import DamagedPlanFile, PlanFileError, PlanFileUnreachable
from delegation_planner.planfile.connecting import Connect, damaged, known_errors
from delegation_planner.planfile.lock import lock_path, was_left

_LOG: Final = logging.getLogger(__name__)


def roll_back_if_interrupted(path: Path, connect: Connect) -> None:
    """Bring the file back to its last whole edit where a journal is left, unless a living process is writing.

    It is tried on a copy first: a journal of another plan would ruin this one. Raises DamagedPlanFile where the
    journal does not fit, PlanFileUnreachable where the place may only be read; the file is then untouched.
    """
    journal = path.with_name(f"{path.name}-journal")
    lock = lock_path(path)
    if not _holds_something(journal) or (lock.exists() and not was_left(lock)):
        return
    if not may_write(path):
        raise PlanFileUnreachable(
            "The last save of {file} was cut off. It can be mended only where it may be written.", file=path.name
        )
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".~mend.") as folder:
            trial = Path(folder) / path.name
            shutil.copyfile(path, trial)
            shutil.copyfile(journal, trial.with_name(journal.name))
            _roll_back(trial, connect)
    except DamagedPlanFile as error:
        raise DamagedPlanFile(
            "{journal} lies beside {file} but does not fit it. Move it away, or restore an earlier version.",
            journal=journal.name, file=path.name,
        ) from error  # fmt: skip
    except OSError as error:
        raise PlanFileError(
            "The last save of {file} was cut off and cannot be mended here: {cause}.",
            file=path.name,
            cause=error.strerror or str(error),
        ) from error
    _roll_back(path, connect)
    _LOG.info("The last save of the plan had been cut off; it is back at its last whole edit.")


def may_write(path: Path) -> bool:
    """Whether this user may write the file, and files beside it."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))


def _holds_something(journal: Path) -> bool:
    try:
        return journal.stat().st_size > 0
    except OSError:
        return False  # Not there, or a name so long that there can be none.


def _roll_back(path: Path, connect: Connect) -> None:
    with known_errors(path):
        db = connect(path, False)
        try:
            verdict = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            db.close()
    if verdict != "ok":
        raise damaged(path, str(verdict))
