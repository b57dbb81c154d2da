"""How wide a text prints, into how many lines it falls, and how high its row must be.

The table was measured against Carlito (the metric twin of Calibri) and Caladea (of Cambria) in print: it may count
a line too many, never one too few. Lines are filled with the narrower column unit of the two spreadsheet programs.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

POINTS_PER_UNIT: Final = 5.25
"""Points of a column's width unit in the program that makes it narrowest."""
WIDE_POINTS_PER_UNIT: Final = 5.66
"""Points of a column's width unit in the program that makes it widest: what must fit on the paper.

LibreOffice prints 5.55. Excel shows columns broader on its page than on its screen, 69 pixels for 64, so 5.66."""
CELL_PADDING: Final = 3.75
INDENT_UNITS: Final = 1.5
"""An indent is three spaces, 7.5 points; counted are 7.9."""
TALLEST_ROW: Final = 409.0
"""The tallest row that a spreadsheet allows, in points."""
PIXEL: Final = 0.75
"""Points: heights of rows are whole pixels of a screen."""
TALL_SCRIPT: Final = 1.25
"""Line pitch of scripts that the two typefaces lack and another one must print."""

_MEASURED: Final = {
    23: " '\N{NO-BREAK SPACE}ilı",
    25: ",.Ij·İ’", 27: ":;", 31: "()[]-f", 33: "!J", 35: "rt", 40: '"/\\szş', 42: "Lcç“”",
    46: "FSŞkvxy?|", 48: "Zagğ", 50: "ETYeə*+×–", 53: "0123456789CKPXbdhnopquÇöü", 55: "BR", 58: "AVDH●",
    65: "GNUÜƏĞ", 68: "OQÖ&", 73: "%w…", 80: "mшщжюыф", 86: "M", 90: "W@ШЩЖЮЫФ", 91: "→",
}  # fmt: skip
_OTHER: Final = 55
_OTHER_CAPITAL: Final = 73
_WIDE: Final = 100
_PITCHES: Final = (
    (7.5, 10.5), (8, 11.25), (8.5, 11.25), (9, 12), (9.5, 12.75), (10, 12.75), (10.5, 14.25), (11, 15), (12, 15.75),
    (13, 17.25), (14, 18.75), (15, 20.25), (16, 21), (18, 23.25), (20, 26.25),
)  # fmt: skip
_PITCH: Final = dict(_PITCHES)
_PIECE: Final = re.compile("[^ \\-–]*[ \\-–]|[^ \\-–]+")


class Typeface(NamedTuple):
    """What decides a text's width: size in points, bold, and serif (Cambria) or not (Calibri)."""

    size: float
    bold: bool = False
    serif: bool = False

    @property
    def factor(self) -> float:
        """Points for a hundredth of an em."""
        if self.serif:
            return self.size * (1.14 if self.bold else 1.04) / 100
        return self.size * (1.03 if self.bold else 1.0) / 100

    @property
    def pitch(self) -> float:
        """Points from line to line."""
        return _PITCH[self.size]


class _Widths(dict[str, int]):
    """The measured characters; any other is judged by its kind once and then kept."""

    def __missing__(self, character: str) -> int:
        self[character] = width = _unmeasured(character)
        return width


def _unmeasured(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and base in _WIDTHS:
        return max(_WIDTHS[base], _OTHER)
    return _OTHER_CAPITAL if character.isupper() else _OTHER if character < "\u0400" else 62


_WIDTHS: Final = _Widths({character: width for width, those in _MEASURED.items() for character in those})


def text_width(text: str, typeface: Typeface) -> float:
    """The printed width of one line, in points."""
    return sum(map(_WIDTHS.__getitem__, text)) * typeface.factor


def room(width: float, indent: int = 0) -> float:
    """The points that text has in a column (or merged columns) of this many units."""
    return POINTS_PER_UNIT * (width - INDENT_UNITS * indent) - CELL_PADDING


@lru_cache(maxsize=20_000)
def lines(text: str, points: float, typeface: Typeface) -> tuple[str, ...]:
    """The lines of a text in so much room; joined again they are the text without its newlines.

    Lines break after a space, a hyphen or an en dash; a word longer than the room is cut.
    """
    return tuple(line for paragraph in text.split("\n") for line in _filled(paragraph, points, typeface))


def _filled(paragraph: str, points: float, typeface: Typeface) -> Iterable[str]:
    line = ""
    used = 0.0
    for piece in _PIECE.findall(paragraph):
        bare = text_width(piece.rstrip(" "), typeface)
        if line and used + bare > points:
            yield line
            line, used = "", 0.0
        for part in _cut(piece, points, typeface) if bare > points else (piece,):
            if line and used + text_width(part.rstrip(" "), typeface) > points:
                yield line
                line, used = "", 0.0
            line += part
            used += text_width(part, typeface)
    yield line


def _cut(word: str, points: float, typeface: Typeface) -> Iterable[str]:
    start = 0
    used = 0.0
    for index, character in enumerate(word):
        width = _WIDTHS[character] * typeface.factor
        if index > start and used + width > points:
            yield word[start:index]
            start, used = index, 0.0
        used += width
    yield word[start:]


def text_height(text: str, points: float, typeface: Typeface) -> float:
    """The height of a text's lines in so much room, in points, without padding."""
    return len(lines(text, points, typeface)) * _pitch(text, typeface)


def divided(text: str, points: float, typeface: Typeface, spare: float, full: float) -> tuple[list[str], float]:
    """The text in pieces: the first takes up to `spare` points of height, each further one up to `full`.

    The first is empty where not one line fits. A newline at a cut is dropped. Also answers what the last piece spares.
    """
    pieces = [""]
    pitch = _pitch(text, typeface)
    for paragraph in text.split("\n"):
        for line in lines(paragraph, points, typeface):
            if pitch > spare:
                pieces[-1] = pieces[-1].removesuffix("\n")
                pieces.append("")
                spare = full
            pieces[-1] += line
            spare -= pitch
        pieces[-1] += "\n"
    pieces[-1] = pieces[-1].removesuffix("\n")
    return pieces, spare


def _pitch(text: str, typeface: Typeface) -> float:
    return typeface.pitch * (TALL_SCRIPT if _needs_another_typeface(text) else 1.0)


@lru_cache(maxsize=20_000)
def _needs_another_typeface(text: str) -> bool:
    return not text.isascii() and any(ord(character) >= 0x0530 and character not in "–’“”●→…" for character in text)


def row_height(needed: Sequence[float] | Iterable[float], pad: float, least: float = 0.0) -> float:
    """The height of a row whose cells need so much: with padding, up to the next pixel, within what is allowed."""
    height = max(max(needed, default=0.0) + pad, least)
    return min(math.ceil(height / PIXEL - 1e-9) * PIXEL, TALLEST_ROW)
