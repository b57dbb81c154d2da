"""Keeps Python's search for garbage out of the way of an open plan."""

import gc
from collections.abc import Sequence
from math import inf
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

from delegation_planner.screen.own_turn import own_turn

GONE_MS: Final = 50
"""So long after a plan was closed its panes are gone, and of the next one there is little yet to be searched."""
_SLICE_S: Final = 0.01
_NEVER: Final = 2**30
"""So many searches of the second generation come before one of the third, which the window asks for itself."""
_WORTH_A_SEARCH: Final = 20
"""Searches of the second generation since the last one of the third: fewer leave little behind."""


def search_little_by_little() -> None:
    """Have Python search by itself only what has just come, as long as the program runs."""
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)


class Tidying(QObject):
    """Searches once, and from then on only among what is new.

    Python's own searches come at any moment, and looking through all that a large plan holds takes them a tenth of a
    second and more. Rows hold no cycles, but panes do, and they hold rows. So panes that are gone are emptied first:
    the rows go with that, a few at a time, and the search finds little. With `search_little_by_little` nothing else is
    searched before the window asks for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GONE_MS)
        self._timer.timeout.connect(self._go_on)
        self._next = own_turn(self._go_on, self)
        self._going: list[QObject] = []
        self._parting: list[QObject] = []
        self._searches = False

    @property
    def is_due(self) -> bool:
        """Whether something has still to go, or to be searched."""
        return self._timer.isActive() or self._next.isActive()

    def part_with(self, parts: Sequence[QObject]) -> None:
        """Have these deleted, one a turn, and what they owned emptied: nobody asks it for anything any more.

        The last one owns the others.
        """
        self._going += parts
        self._parting += [parts[-1], *parts[-1].findChildren(QObject)]
        self._timer.start()

    def look_everywhere(self) -> None:
        """A plan is closed: what was taken for good may be garbage now, and is searched once its panes are gone."""
        self._searches = True
        self._timer.start()

    def tidy(self) -> None:
        """Empty what is gone, search, and take what is left for good."""
        self._timer.stop()
        self._next.stop()
        while self._going:
            self._delete_one()
        self.empty()
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._searches = False

    def empty(self, seconds: float = inf) -> None:
        """Empty what Qt has deleted, for so long at the most; what it has not is left as it is."""
        from shiboken6 import isValid

        end = perf_counter() + seconds
        while self._parting and perf_counter() < end:
            gone = self._parting.pop()
            if not isValid(gone):
                vars(gone).clear()

    def take_for_good(self) -> None:
        """A plan has been opened and judged: what it holds is not searched from now on."""
        if not self.is_due:
            gc.freeze()

    def search_what_is_new(self) -> None:
        """What has come since the plan was judged, and does not hold it."""
        if gc.get_count()[2] >= _WORTH_A_SEARCH:
            gc.collect()

    def _go_on(self) -> None:
        """Delete a part, or empty a slice; the search takes a turn of its own after the last one."""
        if self._going:
            self._delete_one()
        elif self._parting:
            self.empty(_SLICE_S)
        else:
            if self._searches:
                self.tidy()
            return
        self._next.start()

    def _delete_one(self) -> None:
        from shiboken6 import delete, isValid

        part = self._going.pop(0)
        if isValid(part):
            delete(part)
