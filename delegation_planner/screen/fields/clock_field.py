"""A time of day as the reader's language writes it; typed in any form that people use."""

from functools import partial

from PySide6.QtWidgets import QWidget

from delegation_planner.screen.fields.line_field import LineField, Read
from delegation_planner.screen.fields.typed import read_clock
from delegation_planner.words.dates import wall_clock
from delegation_planner.words.words import Words


def clock_field(
    words: Words, parent: QWidget | None = None, *, read: Read = read_clock, empty: object = ""
) -> LineField:
    """A field of a WallClock: 09:15, in Indonesian 09.15."""
    return LineField(parent, read=read, write=partial(wall_clock, words), empty=empty)
