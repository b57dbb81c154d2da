"""Looks for what no reader may see in files that are about to leave (check X2)."""

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"\w{3,}")
_SHORTEST: Final = 6
_FOLD: Final = re.compile("\r?\n[ \t]")


def private_texts_in(texts: Iterable[str], private: Iterable[str]) -> set[str]:
    """Those of the private texts that stand anywhere in the texts; too short ones could be anything and are passed.

    Calendars may be handed in folded.
    """
    by_word: dict[str, set[str]] = {}
    for each in private:
        word = max(_WORD.findall(each), key=len, default="")
        if word and len(each) >= _SHORTEST:
            by_word.setdefault(word, set()).add(each)
    found: set[str] = set()
    for text in texts:
        unfolded = _FOLD.sub("", text)
        for word in by_word.keys() & set(_WORD.findall(unfolded)):
            found.update(each for each in by_word[word] if _stands_in(each, unfolded))
    return found


def _stands_in(private: str, text: str) -> bool:
    """Whether the text holds it as a word of its own: a number is no part of a longer one."""
    return re.search(rf"(?<!\w){re.escape(private)}(?!\w)", text) is not None
