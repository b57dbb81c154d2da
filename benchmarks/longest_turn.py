"""How long a window is deaf: the longest turn of the event loop while something is done."""

from collections.abc import Callable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

QUIET_SECONDS: Final = 0.4
"""What was begun is over once all turns have been short for so long."""
SHORT_SECONDS: Final = 0.02
BEAT_MS: Final = 1


class _Beat(QObject):
    """A timer that should come every millisecond; what lies between two beats is a turn, and the millisecond."""

    def __init__(self, act: Callable[[], object], is_over: Callable[[], bool], patience: float) -> None:
        super().__init__()
        self.longest = 0.0
        self._act = act
        self._is_over = is_over
        self._loop = QEventLoop(self)
        self._begin = self._last = self._calm_since = perf_counter()
        self._patience = patience
        self._begun = False

    def run(self) -> None:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start(BEAT_MS)
        QTimer.singleShot(0, self, self._do)
        self._loop.exec()
        timer.stop()

    def _do(self) -> None:
        self._begun = True
        self._begin = self._last = self._calm_since = perf_counter()
        self._act()

    def _beat(self) -> None:
        now = perf_counter()
        turn, self._last = now - self._last, now
        if not self._begun:
            return
        self.longest = max(self.longest, turn)
        if turn > SHORT_SECONDS or not self._is_over():
            self._calm_since = now
        if now - self._calm_since > QUIET_SECONDS:
            self._loop.quit()
        elif now - self._begin > self._patience:
            self._loop.quit()
            raise TimeoutError("What was begun is not over.")


def longest_turn(
    act: Callable[[], object], is_over: Callable[[], bool] = lambda: True, patience: float = 60.0
) -> float:
    """Seconds of the longest turn from `act`, which is carried out in a turn of its own, until all is quiet again.

    `is_over` tells whether what was begun has come to its end; where that takes longer than `patience`, TimeoutError.
    """
    beat = _Beat(act, is_over, patience)
    beat.run()
    return beat.longest
