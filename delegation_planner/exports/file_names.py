"""File names that Windows, macOS and Linux all take, and that stay apart on each of them."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

LONGEST_STEM: Final = 80
"""In UTF-16 units, as Windows counts; in UTF-8 it is then at most 240 of the 255 bytes that Linux allows."""

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_BRACKETS: Final = re.compile(r"[\[\]]")
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)", re.IGNORECASE)
_NAMELESS: Final = "untitled"


def safe_stem(text: str) -> str:
    """A name made from a text, without extension, of at most `LONGEST_STEM` UTF-16 units.

    Composed (NFC), without invisible characters (control, bidi, unassigned), square brackets, leading or trailing
    dots and blanks; what Windows forbids becomes a hyphen, and its device names get an underscore in front. Excel
    does not open files with square brackets in their names, so "[Ambassador]" is Ambassador.
    """
    visible = "".join(map(_visible, unicodedata.normalize("NFC", text)))
    tidy = " ".join(_FORBIDDEN.sub("-", _BRACKETS.sub("", visible)).split())
    stem = unicodedata.normalize("NFC", tidy).strip(" .") or _NAMELESS
    return _cut(f"_{stem}" if _DEVICE.match(stem) else stem, LONGEST_STEM)


def distinct_names(stems: Iterable[str], extension: str, taken: Iterable[str] = ()) -> list[str]:
    """A safe name with the extension (".ics") for each text, in order; namesakes are told apart by "(2)", "(3)".

    No two names, nor one of them and a `taken` one, are alike to a file system that ignores case or composition.
    """
    used = {_folded(name) for name in taken}
    reached: dict[str, int] = {}
    names = []
    for stem in map(safe_stem, stems):
        number = reached.get(_folded(stem), 1)
        while _folded(name := _numbered(stem, number) + extension) in used:
            number += 1
        reached[_folded(stem)] = number + 1
        used.add(_folded(name))
        names.append(name)
    return names


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name itself or, where it is taken, the next one with a number: "Rundown (2).xlsx"."""
    path = PurePath(name)
    return distinct_names([path.stem], path.suffix, taken)[0]


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] == "Z" or character in "\t\n\r\v\f\x85":
        return " "
    return "" if category[0] == "C" else character


def _cut(stem: str, units: int) -> str:
    """The stem cut to so many UTF-16 units, never inside a character."""
    if len(stem.encode("utf-16-le")) <= 2 * units:
        return stem
    return stem.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore").rstrip(" .")


def _numbered(stem: str, number: int) -> str:
    if number == 1:
        return stem
    ending = f" ({number})"
    return _cut(stem, LONGEST_STEM - len(ending)) + ending


def _folded(name: str) -> str:
    """Equal for names that some file system takes for one; upper first, so that dotless i and long s fold too."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).upper().casefold())
