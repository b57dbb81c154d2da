"""A printed page as a value: fills, lines and texts in points from the upper left corner of the paper."""

from typing import Literal, NamedTuple

from delegation_planner.exports.papers.sheet import PageSetup
from delegation_planner.exports.papers.styles import Line
from delegation_planner.exports.papers.text_width import Typeface

Across = Literal["left", "center", "right"]


class Span(NamedTuple):
    """Text of one type within a line."""

    text: str
    face: Typeface
    colour: str
    italic: bool = False
    struck: bool = False


class TextLine(NamedTuple):
    """One line of text in the room that it has: it never breaks, and what is too wide for its room is narrowed."""

    x: float
    y: float
    width: float
    height: float
    across: Across
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """What stands in the line."""
        return "".join(span.text for span in self.spans)


class Fill(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Stroke(NamedTuple):
    """A border line, upright or level."""

    x1: float
    y1: float
    x2: float
    y2: float
    line: Line


class Page(NamedTuple):
    """One page, painted in this order: fills, strokes, lines."""

    setup: PageSetup
    width: float
    height: float
    fills: tuple[Fill, ...]
    strokes: tuple[Stroke, ...]
    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """All that is to be read, a line of the page to a line."""
        return "\n".join(line.text for line in self.lines)
