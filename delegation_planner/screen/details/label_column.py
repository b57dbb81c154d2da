"""How wide the labels of a form are: as their words need, within what the form has to spare."""

from collections.abc import Callable, Iterable
from typing import Final

Measure = Callable[[str], int]
"""The width of a text in logical pixels."""
LEAST: Final = 84
_SHARE: Final = 0.3
_SPARE: Final = 2


def column_width(labels: Iterable[str], measure: Measure, room: int) -> int:
    """The width for these labels in a form `room` wide: in one line each if three tenths of it are enough.

    Never less than the longest word: lines end between words, and a word without room would be cut.
    """
    labels = tuple(labels)
    widest = max(map(measure, labels), default=0)
    longest_word = max((measure(word) for label in labels for word in label.split()), default=0)
    return max(LEAST, longest_word + _SPARE, min(widest + _SPARE, round(room * _SHARE)))
