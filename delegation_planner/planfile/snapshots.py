"""Earlier versions of a plan, kept outside its folder: one whole plan file each, thinned as they age."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from delegation_planner.plan.kinds import Id
from delegation_planner.planfile.connecting import connect, known_errors
from delegation_planner.planfile.copies import back_up, made_beside

_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_ALL_FOR: Final = timedelta(hours=24)
_HOURLY_FOR: Final = timedelta(days=7)
_DAILY_FOR: Final = timedelta(days=90)
_ALWAYS_KEPT: Final = 10
"""So many of the newest stay whatever the clock says: it may have been set wrongly."""


class Snapshot(NamedTuple):
    """An earlier version: when it was taken (UTC), up to which log entry it goes, where it lies."""

    at: datetime
    seq: int
    path: Path


def snapshots(folder: Path, plan_uuid: Id) -> list[Snapshot]:
    """The earlier versions of a plan, oldest first. `folder` holds those of all plans."""
    found = (_of_path(path) for path in (folder / plan_uuid).glob("*.visit"))
    return sorted(snapshot for snapshot in found if snapshot is not None)


def take_snapshot(path: Path, folder: Path, plan_uuid: Id, seq: int, now: datetime) -> Snapshot:
    """Keep the file as it is now, then thin out. Raises PlanFileError where that fails; the plan is untouched."""
    mine = folder / plan_uuid
    snapshot = Snapshot(now.astimezone(UTC).replace(microsecond=0), seq, mine / _name(now, seq))
    with suppress(OSError):  # where it cannot be made, the copy says so
        mine.mkdir(parents=True, exist_ok=True)
    with made_beside(snapshot.path, replace=True) as draft, known_errors(path):
        db = connect(path, True)
        try:
            back_up(db, draft)
        finally:
            db.close()
    for old in to_remove(snapshots(folder, plan_uuid), now):
        with suppress(OSError):  # one that is open elsewhere goes the next time
            old.path.unlink()
    return snapshot


def remove_snapshots(folder: Path, plan_uuid: Id) -> None:
    """Remove all earlier versions of a plan, named ones too: personal data is in them."""
    for path in (folder / plan_uuid).rglob("*.visit"):
        path.unlink(missing_ok=True)


def to_remove(kept: Iterable[Snapshot], now: datetime) -> list[Snapshot]:
    """Which to remove: all are kept for a day, then the last of each hour for a week, of each day for 90 days."""
    removed = []
    later: set[tuple[str, datetime]] = set()
    for place, snapshot in enumerate(sorted(kept, reverse=True)):
        age = now - snapshot.at
        if age <= _ALL_FOR:
            continue
        span = ("hour", snapshot.at.replace(minute=0, second=0))
        if age > _HOURLY_FOR:
            span = ("day", span[1].replace(hour=0))
        if place >= _ALWAYS_KEPT and (age > _DAILY_FOR or span in later):
            removed.append(snapshot)
        later.add(span)
    return removed


def _name(at: datetime, seq: int) -> str:
    return f"{at.astimezone(UTC).strftime(_STAMP)}-{seq}.visit"


def _of_path(path: Path) -> Snapshot | None:
    stamp, _, seq = path.stem.rpartition("-")
    try:
        at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        return Snapshot(at, int(seq), path)
    except ValueError:
        return None  # not one of ours
