"""A place picked by typing ahead; where it may be one that the plan does not hold yet, also from a longer list."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegation_planner.screen.fields.pick_field import PickField
from delegation_planner.screen.fields.picking import Pick

Search = Callable[[str], Sequence[Pick]]


class PlaceField(PickField):
    """Offers the places of the plan, and after them what `look_in` finds for the letters typed so far."""

    def __init__(self, parent: QWidget | None = None, *, arrow: QIcon | None = None) -> None:
        super().__init__(parent, arrow=arrow)
        self._known: tuple[Pick, ...] = ()
        self._search: Search | None = None
        self.textEdited.connect(self._look_further)

    def look_in(self, search: Search | None) -> None:
        """Where else to look from now on; nowhere with None."""
        self._search = search

    @override
    def offer(self, picks: Sequence[Pick]) -> None:
        self._known = tuple(picks)
        super().offer(picks)

    def _look_further(self, text: str) -> None:
        if self._search is not None:
            super().offer((*self._known, *self._search(text.strip())))
