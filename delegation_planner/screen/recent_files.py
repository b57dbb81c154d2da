"""The plans that were open lately."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from delegation_planner.screen.settings import Settings

KEPT: Final = 10
_KEY: Final = "recent/plans"


class RecentFiles:
    """Paths only, newest first. Nothing here looks at the disk: a share that has gone would hold up the window."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def paths(self) -> list[Path]:
        """The plans, newest first."""
        return [Path(text) for text in self._settings.texts(_KEY)]

    def add(self, path: Path) -> None:
        """This plan is open now."""
        self._keep([path, *(each for each in self.paths() if each != path)][:KEPT])

    def forget(self, path: Path) -> None:
        """This plan is no longer there."""
        self._keep(each for each in self.paths() if each != path)

    def clear(self) -> None:
        """Forget them all."""
        self._keep(())

    def _keep(self, paths: Iterable[Path]) -> None:
        self._settings.keep(_KEY, [str(path) for path in paths])


def missing(paths: Iterable[Path], report: Callable[[int, int], bool]) -> set[Path]:
    """Those that cannot be found now; asks the disk, so only in a worker."""
    found = set()
    every = list(paths)
    for number, path in enumerate(every):
        if not report(number, len(every)):
            break
        try:
            path.stat()
        except OSError:
            found.add(path)
    return found
