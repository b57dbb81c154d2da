"""The steps of a long making: counted, told by name, and stopped where somebody asks for that."""

from delegation_planner.exports.safe_write import Progress
from delegation_planner.plan.errors import KnownError


class Stopped(KnownError):
    """Somebody asked to stop: nothing was made."""


class Steps:
    """About so many steps, told to whoever watches; without a `progress` nobody does."""

    def __init__(self, expected: int = 0, progress: Progress | None = None) -> None:
        self._expected = max(expected, 1)
        self._progress = progress
        self._done = 0

    def take(self, name: str) -> None:
        """The next step begins, and this is what it makes. Raises Stopped where it is not wanted any more."""
        if self._progress and not self._progress(min(self._done, self._expected), self._expected, name):
            raise Stopped("Stopped")
        self._done += 1
