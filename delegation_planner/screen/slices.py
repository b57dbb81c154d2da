"""Work in slices, done for a while at a time."""

from collections.abc import Generator, Iterator
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


def done_within(seconds: float, slices: Generator[None, None, T]) -> T | None:
    """What the work comes to, if it ends within so many seconds; else None, and asked again it goes on."""
    until = perf_counter() + seconds
    try:
        next(slices)
        while perf_counter() < until:
            next(slices)
    except StopIteration as end:
        result: T = end.value
        return result
    return None


def goes_on_after(seconds: float, slices: Iterator[None]) -> bool:
    """Go on with work that comes to nothing for so many seconds; whether some of it is left."""
    until = perf_counter() + seconds
    return any(perf_counter() >= until for _ in slices)
