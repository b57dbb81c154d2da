"""Keeps Python's search for garbage out of the way of an open plan."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

GONE_MS: Final = 50
"""So long after a plan was closed its panes are gone, and of the next one there is little yet to be searched."""


class Tidying(QObject):
    """Searches once, and from then on only among what is new.

    Python's own searches come at any moment, and looking through all that a large plan holds takes them a tenth of a
    second and more. Rows hold no cycles, but panes do, and they hold rows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GONE_MS)
        self._timer.timeout.connect(self.tidy)

    @property
    def is_due(self) -> bool:
        """Whether something has still to be searched."""
        return self._timer.isActive()

    def look_everywhere(self) -> None:
        """A plan is closed: what was taken for good may be garbage now, and is searched once its panes are gone."""
        gc.unfreeze()
        self._timer.start()

    def tidy(self) -> None:
        """Search, and take what is left for good."""
        gc.collect()
        gc.freeze()

    def take_for_good(self) -> None:
        """A plan has been opened and judged: what it holds is not searched from now on."""
        if not self.is_due:
            gc.freeze()
