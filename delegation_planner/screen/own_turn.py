"""Work that takes a turn of the event loop for itself, so that keys and clicks made before it are heard first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def own_turn(act: Callable[[], object], parent: QObject) -> QTimer:
    """A timer that, once started, has something done in the next turn; started again before that, still once.

    `QTimer.singleShot(0, …)` is no timer: Qt carries out several of those in one turn, the window being deaf meanwhile.
    Timers that are due at once share a turn; the `start` of one as the `act` of another waits for the turn after it.
    """
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(act)
    return timer
