"""Tells the moments of a window's start; runs inside the program that is started."""

import json
import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

WANTED_LATER: Final = (
    "babel", "holidays", "icalendar", "numpy", "openpyxl", "phonenumbers", "rapidfuzz", "vobject",
)  # fmt: skip
"""What only an export, an import or a check needs: see docs/performance.md."""


def tell_turns(close: Callable[[], object], complete: Callable[[], object] = lambda: None) -> None:
    """To be called before the event loop runs: tells of its first two turns and of the whole window, then closes.

    In the first one the window has only just been shown; by the second it has been painted. `complete` makes what the
    window would make next. Moments are seconds of the system's clock, so that they can be compared with the moment
    at which the process was started.
    """
    moments: list[float] = []

    def first_turn() -> None:
        moments.append(time.time())
        QTimer.singleShot(0, second_turn)

    def second_turn() -> None:
        moments.append(time.time())
        complete()
        QApplication.processEvents()
        moments.append(time.time())
        loaded = sorted(set(sys.modules) & set(WANTED_LATER))
        print(json.dumps({"moments": moments, "loaded": loaded}), flush=True)
        close()

    QTimer.singleShot(0, first_turn)
