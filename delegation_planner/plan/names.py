"""Names and other texts folded to plain letters, for search, sorting and file names; never for showing."""

from typing import Final
from unicodedata import combining, normalize

from delegation_planner.plan.languages import text_in

_PLAIN: Final = str.maketrans(
    {
        "ə": "a", "ı": "i", "ä": "a", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "\u00a0": " ",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart. Azerbaijani ə goes to a, as passports write it (Kərimov, Karimov)."""


class _Bare(dict[int, int | None]):
    """What `str.translate` asks of each letter: itself, or nothing for an accent that stands alone. It learns."""

    def __missing__(self, letter: int) -> int | None:
        self[letter] = None if combining(chr(letter)) else letter
        return self[letter]


_BARE: Final = _Bare()


def fold(text: str) -> str:
    """The text in small plain letters, without accents, its spaces made single: "İnam Kərimov" is "inam karimov".

    Letters of other scripts stay. Folding twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    lower = text.casefold().translate(_PLAIN)
    bare = normalize("NFKD", lower).translate(_BARE)
    return " ".join(bare.casefold().translate(_PLAIN).split())


def name_key(name: str) -> str:
    """What a name is sorted by: folded, and the brackets of a role not yet filled ignored."""
    return fold(name.replace("[", " ").replace("]", " "))


def called(row: object) -> str:
    """What a sentence calls a row: its name or title, in English if there is one, else its code, else nothing."""
    for field in ("name", "title", "cue", "code"):
        text = text_in(row, field) if hasattr(row, f"{field}_en") else getattr(row, field, "")
        if isinstance(text, str) and text:
            return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)[:80]
    return ""
