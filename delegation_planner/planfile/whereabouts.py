"""Whether the file that was opened still lies in its place."""

from pathlib import Path
from typing import Final

from delegation_planner.plan.errors import PlanFileChanged, PlanFileError, PlanFileUnreachable

_Identity = tuple[int, int]
_UNKNOWN: Final = 0  # the number of a file on media that give none


class Whereabouts:
    """Which file lay at a path when this was made. It asks the file system alone, so any thread may ask it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._first = _identity(path)

    def trouble(self) -> PlanFileError | None:
        """PlanFileUnreachable where nothing lies there now, PlanFileChanged where another file does, else None."""
        now = _identity(self._path)
        if now is None:
            return PlanFileUnreachable(
                "{file} is no longer in its place. Nothing can be saved until it is back.", file=self._path.name
            )
        if self._first is None or now == self._first or _UNKNOWN in (now[1], self._first[1]):
            return None
        return PlanFileChanged("{file} was replaced by another file. Nothing was written.", file=self._path.name)


def _identity(path: Path) -> _Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
