"""Versions that a person named: kept beside the earlier versions of a plan and never thinned out."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from delegation_planner.plan.errors import PlanFileError
from delegation_planner.plan.kinds import Id
from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import connect, known_errors
from delegation_planner.planfile.copies import back_up, made_beside

_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_FOLDER: Final = "named"


class NamedVersion(NamedTuple):
    """A version, when it was named (UTC), what it is called, and where it lies."""

    at: datetime
    name: str
    path: Path


def keep_named(plan: Path, folder: Path, plan_uuid: Id, name: str, now: datetime) -> NamedVersion:
    """Keep the file as it is now under a name that every file system takes. Raises PlanFileError where that fails."""
    target = named_path(folder, plan_uuid, name, now)
    with suppress(OSError):  # where it cannot be made, the copy says so
        target.parent.mkdir(parents=True, exist_ok=True)
    with made_beside(target, replace=True) as draft, known_errors(plan):
        db = connect(plan, True)
        try:
            back_up(db, draft)
        finally:
            db.close()
    return NamedVersion(now.astimezone(UTC).replace(microsecond=0), name, target)


def named_path(folder: Path, plan_uuid: Id, name: str, now: datetime) -> Path:
    """Where a version of that name lies."""
    return folder / plan_uuid / _FOLDER / f"{now.astimezone(UTC).strftime(_STAMP)} {name}.visit"


def named_versions(folder: Path, plan_uuid: Id) -> list[NamedVersion]:
    """The named versions of a plan, oldest first."""
    found = (_of_path(path) for path in (folder / plan_uuid / _FOLDER).glob("*.visit"))
    return sorted(version for version in found if version is not None)


def plan_uuid_of(plan: Path) -> Id | None:
    """Under which uuid the versions of a plan are kept; None where a damaged file does not tell."""
    try:
        with known_errors(plan):
            db = connect(plan, True)
            try:
                return meta.plan_uuid(db)
            finally:
                db.close()
    except (PlanFileError, LookupError, ValueError):
        return None


def _of_path(path: Path) -> NamedVersion | None:
    stamp, _, name = path.stem.partition(" ")
    try:
        return NamedVersion(datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), name, path)
    except ValueError:
        return None
