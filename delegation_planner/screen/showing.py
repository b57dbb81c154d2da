"""How panes show an edit: at once, or one after the other where there is much to be shown."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

from delegation_planner.screen.slices import goes_on_after

BREATH_SECONDS: Final = 0.02
Act = Callable[[], object]
Slices = Callable[[], Iterator[None]]


class Showing:
    """Panes that follow the same edit say here what they would show."""

    def __init__(self) -> None:
        self.breathe: Callable[[], None] = _go_on
        """Lets a window paint between two panes that show much; it hears no keys and clicks meanwhile."""
        self._later: list[tuple[Slices, Act]] | None = None

    @contextmanager
    def of_an_edit(self, *, much: bool) -> Iterator[None]:
        """While the panes are told of it; all have shown it when this ends."""
        self._later = [] if much else None
        yield
        later, self._later = self._later or [], None
        with ExitStack() as panes:  # one that fails keeps no other from showing it
            for slices, act in reversed(later):
                panes.callback(self._show, slices, act)

    def in_turn(self, act: Act, slices: Slices = lambda: iter(())) -> None:
        """Show it now or, of an edit of much, after the panes that asked before.

        What can be made ready for that in slices is made before it, the window painting in between.
        """
        if self._later is None:
            act()
        else:
            self._later.append((slices, act))

    def make_ready(self, slices: Iterator[None]) -> None:
        """Do this work, the window painting in between where it takes long."""
        takes_long = False
        while goes_on_after(BREATH_SECONDS, slices):
            takes_long = True
            self.breathe()
        if takes_long:
            self.breathe()

    def _show(self, slices: Slices, act: Act) -> None:
        self.breathe()
        self.make_ready(slices())
        act()


def _go_on() -> None:
    """Nothing is to be painted."""
