"""Measures a yardstick and ours in turn, and says how the two compare."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple, TypeVar

T = TypeVar("T")

Run = Callable[[], float]
"""Does the work once and answers how many seconds it took."""


class Pair(NamedTuple):
    """Seconds of the yardstick and of ours, one right after the other."""

    yardstick: float
    ours: float

    @property
    def ratio(self) -> float:
        """Ours in yardsticks."""
        return self.ours / self.yardstick


class Comparison(NamedTuple):
    """One line of the report: what was measured, in pairs, and the ratio that it should not exceed (None: no goal)."""

    goal: str
    what: str
    pairs: tuple[Pair, ...]
    at_most: float | None

    @property
    def yardstick(self) -> float:
        """Median seconds."""
        return median(pair.yardstick for pair in self.pairs)

    @property
    def ours(self) -> float:
        """Median seconds."""
        return median(pair.ours for pair in self.pairs)

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios: what slows the whole machine down for a while slows both of a pair."""
        return median(pair.ratio for pair in self.pairs)

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest ratio; of twenty pairs and more, those that nine in ten lie between."""
        ratios = sorted(pair.ratio for pair in self.pairs)
        cut = len(ratios) // 20
        return ratios[cut], ratios[-1 - cut]

    @property
    def meets(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        return None if self.at_most is None else self.ratio <= self.at_most


class Exact(NamedTuple):
    """One line of the report that is counted, not timed."""

    goal: str
    what: str
    wanted: str
    found: str

    @property
    def meets(self) -> bool:
        """Whether exactly what was wanted was found."""
        return self.found == self.wanted


Line = Comparison | Exact


def timed(work: Callable[[], T], after: Callable[[T], object] = lambda _: None, *, tidy: bool = True) -> Run:
    """A run of this work; what comes `after` it (closing a file) is not timed.

    If `tidy`, garbage of what ran before is first taken away: too long a wait for runs of some milliseconds.
    """

    def run() -> float:
        if tidy:
            gc.collect()
        begin = perf_counter()
        result = work()
        seconds = perf_counter() - begin
        after(result)
        return seconds

    return run


def in_pairs(yardstick: Run, ours: Run, count: int) -> tuple[Pair, ...]:
    """So many pairs of runs."""
    return tuple(Pair(*seconds) for seconds in in_turn(yardstick, ours, count))


def in_turn(yardstick: Callable[[], T], ours: Callable[[], T], count: int) -> list[tuple[T, T]]:
    """What both answer, so many times one right after the other; who goes first alternates."""
    gc.collect()
    answers = []
    for number in range(count):
        if number % 2:
            second, first = ours(), yardstick()
        else:
            first, second = yardstick(), ours()
        answers.append((first, second))
    return answers
