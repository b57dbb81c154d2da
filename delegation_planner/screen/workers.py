"""Long work beside the window: it reports, it can be stopped, and it never touches a widget or the plan file."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from delegation_planner.exports.safe_write import Progress
from delegation_planner.plan.errors import KnownError


class Work(QObject):
    """One piece of work in a thread of its own. Its signals arrive in the window's thread.

    Exactly one of `done(result)`, `failed(KnownError)` and `broke(exception)` ends it, also after `cancel`: what a
    cancelled piece of work answers is up to itself. It lives until then, whoever asked for it: connect its signals to
    methods of widgets, which a widget that goes takes with it.
    """

    progressed = Signal(int, int, str)  # steps done, steps in all, what the next one makes; the last one, if they rush
    done = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    _stepped = Signal()

    def __init__(self, task: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._task = task
        self._cancelled = threading.Event()
        self._step: tuple[int, int, str] | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._stepped.connect(self._tell_step)
        self.broke.connect(_raise)
        for end in (self.done, self.failed, self.broke):
            end.connect(self._end)

    def start(self) -> "Work":
        """Begin."""
        _under_way.add(self)
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()

    def wait(self) -> None:
        """Block until the thread has ended."""
        self._thread.join()

    def _end(self) -> None:
        _under_way.discard(self)

    def _run(self) -> None:
        try:
            result = self._task(self._report)
        except KnownError as error:
            self._tell("failed", error)
        except Exception as error:  # noqa: BLE001 - it is raised again in the window's thread
            self._tell("broke", error)
        else:
            self._tell("done", result)

    def _report(self, done: int, whole: int, name: str = "", /) -> bool:
        waits, self._step = self._step is not None, (done, whole, name)
        if not waits:  # thousands of steps in a second would keep the window from anything else
            self._tell("_stepped")
        return not self._cancelled.is_set()

    def _tell_step(self) -> None:
        step, self._step = self._step, None
        if step is not None:
            self.progressed.emit(*step)

    def _tell(self, signal: str, *values: object) -> None:
        """Nobody is left to be told once the program has ended and Qt has taken this with it."""
        from shiboken6 import isValid

        if isValid(self):
            getattr(self, signal).emit(*values)


class QuietWork(Work):
    """Work that nobody waits for: a piece at a time, so that the window shares Python's lock with one thread of it."""

    @override
    def _run(self) -> None:
        with _one_at_a_time:
            super()._run()


_one_at_a_time = threading.Lock()

_under_way: set[Work] = set()
"""A piece of work must not be deleted while its thread may still tell of it."""


def under_way() -> int:
    """How many pieces of work have not ended."""
    return len(_under_way)


def _raise(error: Exception) -> None:
    raise error
