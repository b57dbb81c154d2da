"""Keeps Python's search for garbage out of the way of an open plan."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

TIDY_MS: Final = 2_000
"""So long after a plan was closed, or opened and judged, nobody is waiting for anything."""


class Tidying(QObject):
    """Searches once, and from then on only among what is new.

    Python's own searches come at any moment, and looking through all that a large plan holds takes them a tenth of a
    second and more. Rows hold no cycles, but panes do, and they hold rows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TIDY_MS)
        self._timer.timeout.connect(self.tidy)

    @property
    def is_due(self) -> bool:
        """Whether something has still to be searched."""
        return self._timer.isActive()

    def soon(self) -> None:
        """Tidy up once nobody is waiting."""
        self._timer.start()

    def tidy(self) -> None:
        """Search, and take what is left for good."""
        gc.collect()
        gc.freeze()

    def look_everywhere(self) -> None:
        """Something large goes: what was taken for good may be garbage at the next search."""
        gc.unfreeze()
        self.soon()
