"""Python's search for garbage, kept away from rows: they hold no cycles, and looking for some takes long."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Make many rows, or much of rows, without being searched again and again meanwhile; in any thread."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def taken_for_good() -> Iterator[None]:
    """As `collector_paused`; and what was made is not searched afterwards either, until somebody unfreezes it."""
    with collector_paused():
        yield
        gc.freeze()
