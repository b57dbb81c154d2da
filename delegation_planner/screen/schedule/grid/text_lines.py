"""Which words of a block fit where: lines of text by the block's size; no Qt."""

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

from delegation_planner.screen.schedule.grid.faces import Face

NO_WORDS: Final = 24  # a narrower block says nothing
NARROW: Final = 100
WIDE: Final = 170
LINE: Final = 15
TEXT_AT: Final = 8
ICON: Final = 13
STICKS_FOR: Final = 122
"""No block has words lower than this below its top."""

Role = Literal["title", "times", "second"]
Measure = Callable[[str, float, int], float]
"""The width of a text at a size in pixels and a weight."""
_PIECES: Final = re.compile(r"[^\s–/-]*[–/-]+(?=\S)|\S+")


class Line(NamedTuple):
    """One line of words: its text, what it is, where it lies in the block, its size in pixels and its weight."""

    text: str
    role: Role
    x: float
    y: float
    width: float
    height: float
    size: float
    weight: int
    at_right: bool = False


class Words(NamedTuple):
    """What a block shows: its lines, and the icon and the marks with their places; a size of 0 shows none."""

    lines: tuple[Line, ...]
    icon: tuple[float, float, int]
    mark: tuple[float, float, int]
    pin: tuple[float, float, int]


_NONE: Final = (0.0, 0.0, 0)


def words_of_block(face: Face, width: float, height: float, measure: Measure) -> Words:
    """The words that a block of this size has room for, as the look sets them by height and width."""
    if width < NO_WORDS or height < 9:
        return Words((), _NONE, _mark_alone(face, width, height), _NONE)
    inline = measure(face.title, 11.5, 600) <= width - TEXT_AT - ICON - 8 - (16 if face.severity else 0)
    if width < NARROW and height >= 46 and not inline:
        return _narrow(face, width, height, measure)
    if height < 34:
        return _one_line(face, width, height, measure)
    return _several_lines(face, width, height, measure)


def _mark_alone(face: Face, width: float, height: float) -> tuple[float, float, int]:
    return (width - 12, (height - 8) / 2, 8) if face.severity is not None and width >= 16 and height >= 9 else _NONE


def _one_line(face: Face, width: float, height: float, measure: Measure) -> Words:
    small = height < 17
    size, icon = (10.0, 10) if small else (11.0, ICON)
    mark_size = 10 if height < 18 else 12
    right, mark, pin = _marks(face, width, mark_size, (height - mark_size) / 2, pin=width >= 190)
    x = TEXT_AT + icon + 3
    weight = 600 if face.solid else 500
    room = right - x
    lines = []
    start = measure(face.start, 10.5, 400) + 8
    if not small and measure(face.title, size, weight) + start <= room:
        lines.append(Line(face.start, "second", right - start, 0, start, height, 10.5, 400, at_right=True))
        room -= start
    lines.append(Line(face.title, "title", x, 0, room, height, size, weight))
    return Words(tuple(lines), (TEXT_AT, (height - icon) / 2, icon), mark, pin)


def _several_lines(face: Face, width: float, height: float, measure: Measure) -> Words:
    fitting = 2 if height < 46 else int((height - 1) // LINE)
    right, mark, pin = _marks(face, width, 12, 6, pin=height >= 34)
    full = width - 5
    indent = TEXT_AT + ICON + 3
    later = indent if width >= WIDE else TEXT_AT
    widths = [right - indent] if height < 46 else [right - indent, full - later]
    title = wrapped(face.title, widths, lambda text: measure(text, 11.5, 600))
    times = face.times if measure(face.times, 10.5, 400) <= full - later else face.start
    others = [text for text in (times, face.where, face.people) if text][: fitting - len(title)]
    pad = min(5.0, max(1.5, (height - LINE * (len(title) + len(others))) / 2))
    lines = [
        Line(text, "title", later if at else indent, pad + LINE * at, widths[at], LINE, 11.5, 600)
        for at, text in enumerate(title)
    ]
    for at, text in enumerate(others, len(title)):
        role: Role = "times" if text is times else "second"
        lines.append(Line(text, role, later, pad + LINE * at, full - later, LINE, 10.5, 400))
    return Words(tuple(lines), (TEXT_AT, pad + 1, ICON), mark, pin)


def _narrow(face: Face, width: float, height: float, measure: Measure) -> Words:
    """Under 100 wide the icon stands above the title, and of the times only the start is said."""
    _, mark, pin = _marks(face, width, 12, 5, pin=width >= 60)
    fitting = int((height - 6 - 14) // LINE)
    room = width - TEXT_AT - 3
    title = wrapped(face.title, [room] * max(1, min(5, fitting - 1)), lambda text: measure(text, 10.5, 600))
    y = 5 + ICON + 2
    texts: list[tuple[str, Role, int]] = [(text, "title", 600) for text in title]
    if fitting > len(title):
        texts.append((face.start, "times", 400))
    lines = tuple(
        Line(text, role, TEXT_AT, y + LINE * at, room, LINE, 10.5, weight)
        for at, (text, role, weight) in enumerate(texts)
    )
    return Words(lines, (TEXT_AT, 5, ICON), mark, pin)


def _marks(
    face: Face, width: float, size: int, y: float, *, pin: bool
) -> tuple[float, tuple[float, float, int], tuple[float, float, int]]:
    """Where words must end, the place of the mark, and that of the pin left of it."""
    right = width - 5 - (6 if face.internal else 0)
    mark, pinned = _NONE, _NONE
    if face.severity is not None:
        mark = (right - size, y, size)
        right -= size + 4
    if face.pinned and pin:
        pinned = (right - 12, y, 12)
        right -= 16
    return right, mark, pinned


def wrapped(text: str, widths: Sequence[float], measure: Callable[[str], float]) -> list[str]:
    """The text in at most as many lines as there are widths; what does not fit is left at the last line's end.

    A word may be parted after a hyphen, a dash or a stroke. One that is too long for its line stands there alone.
    """
    pieces = [(match[0], match.start()) for match in _PIECES.finditer(text)]
    lines: list[str] = []
    at = 0
    while at < len(pieces) and len(lines) < len(widths):
        begin = pieces[at][1]
        until = at + 1
        while until < len(pieces) and measure(_part(text, pieces, begin, until)) <= widths[len(lines)]:
            until += 1
        if len(lines) == len(widths) - 1:
            until = len(pieces)
        lines.append(_part(text, pieces, begin, until - 1))
        at = until
    return lines


def _part(text: str, pieces: list[tuple[str, int]], begin: int, last: int) -> str:
    word, start = pieces[last]
    return text[begin : start + len(word)]
