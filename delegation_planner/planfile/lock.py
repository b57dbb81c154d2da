"""The lock file beside a plan: who has it open. SQLite's own lock guards the data; this one tells people."""

import json
import os
import platform
import secrets
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.kinds import UtcStamp
from delegation_planner.session.author import this_person

LEFT_AFTER: Final = timedelta(minutes=10)
"""A lock not refreshed for so long was left behind."""


class Owner(NamedTuple):
    """Who holds a plan: a person at a computer, in one process, since when; `nonce` tells two takings apart."""

    user: str
    host: str
    pid: int
    since: UtcStamp
    nonce: str

    @classmethod
    def this_process(cls, user: str | None = None, now: datetime | None = None) -> "Owner":
        """The person who runs this process."""
        since = stamp(now or datetime.now(UTC))
        return cls(user or this_person() or "?", platform.node(), os.getpid(), since, secrets.token_hex(8))


class Lock:
    """A lock that this process holds."""

    def __init__(self, path: Path, owner: Owner) -> None:
        self._path = path
        self.owner = owner

    def refresh(self) -> bool:
        """Say that we are still here; False where the lock names somebody else, who has taken over.

        A lock that has vanished is written again. One that cannot be read or touched just now, on a share that does
        not answer for instance, is nobody's taking over: the next refresh asks again.
        """
        held_by = holder(self._path)
        with suppress(OSError):
            if held_by is None:
                _write(self._path, self.owner)
            elif held_by == self.owner:
                os.utime(self._path)
        return held_by in (None, _NOBODY, self.owner)

    def release(self) -> None:
        """Remove the lock, unless somebody else has taken over; one that cannot be removed is one left behind."""
        if holder(self._path) == self.owner:
            with suppress(OSError):
                self._path.unlink()


def lock_path(plan: Path) -> Path:
    """Where the lock of a plan lies."""
    return plan.with_name(f".~lock.{plan.name}#")


def take_lock(plan: Path, owner: Owner, *, take_over: bool = False) -> Lock | None:
    """Lock a plan; None where somebody holds it. `take_over` takes even a lock that somebody holds.

    A lock of a process that is known to be dead on this computer is taken without asking. Raises OSError where
    no lock file can be written.
    """
    path = lock_path(plan)
    for _ in range(2):
        try:
            _write(path, owner)
        except FileExistsError:
            held_by = holder(path)
            if not take_over and not (held_by and _is_dead(held_by)):
                return None
            path.unlink(missing_ok=True)
        else:
            return Lock(path, owner)
    return None


def _write(path: Path, owner: Owner) -> None:
    """Write a lock where none is; raises FileExistsError where one is, OSError where none can be written."""
    with path.open("x", encoding="utf-8") as file:
        file.write(json.dumps(owner._asdict(), ensure_ascii=False))


def holder(path: Path) -> Owner | None:
    """Whom a lock file names; None where there is none. An unreadable one names nobody in particular."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return _NOBODY
    try:
        fields = json.loads(text)
        return Owner(
            str(fields["user"]), str(fields["host"]), int(fields["pid"]), str(fields["since"]), str(fields["nonce"])
        )
    except (ValueError, TypeError, KeyError):
        return _NOBODY


_NOBODY: Final = Owner("?", "?", 0, "", "")


def was_left(path: Path, now: datetime | None = None) -> bool:
    """Whether a lock has not been refreshed for long, or its process is dead."""
    try:
        touched = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        return True
    except OSError:
        return False  # nobody can tell
    held_by = holder(path)
    return (now or datetime.now(UTC)) - touched > LEFT_AFTER or bool(held_by and _is_dead(held_by))


def _is_dead(owner: Owner) -> bool:
    """Whether the holder is known to be gone: a process of this computer that no longer runs."""
    if owner.host != platform.node() or owner.pid <= 0:
        return False
    return not _runs(owner.pid)


def _runs(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        # os.kill would end the process there. 0x100000 is SYNCHRONIZE; a process that has ended is signalled.
        process = ctypes.windll.kernel32.OpenProcess(0x100000, False, pid)
        if not process:
            return False
        waited = ctypes.windll.kernel32.WaitForSingleObject(process, 0)
        ctypes.windll.kernel32.CloseHandle(process)
        return bool(waited)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
