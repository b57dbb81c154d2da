"""Search by plain containment over folded texts; each further letter looks only through the last hits."""

from collections.abc import Sequence
from itertools import islice
from typing import Final, TypeVar

from delegation_planner.plan.names import fold

T = TypeVar("T")
RANKED: Final = 400  # so many hits are put in order; whoever gets more types on
LEAST: Final = 3  # letters from which on a slip of the keyboard can be told from another word
ALIKE: Final = 75  # in percent
LINE: Final = "\n"  # stands between the texts of one entry


class Search:
    """The search through one list of folded texts. Each word of what is typed must be in a text, anywhere."""

    def __init__(self, folded: Sequence[str]) -> None:
        self._folded = folded
        self._typed = ""
        self._hits: list[int] = []

    def hits(self, typed: str) -> list[int]:
        """The places of the texts that hold what is typed, in their own order; of nothing typed, none."""
        query = fold(typed)
        if not query:
            self._typed, self._hits = "", []
        elif query != self._typed:
            self._hits = self._narrowed(query) if self._typed and query.startswith(self._typed) else self._all(query)
            self._typed = query
        return self._hits

    def best(self, typed: str, most: int) -> list[int]:
        """The best of the hits: texts with a line that begins so, then with a word that does, then the rest."""
        hits = self.hits(typed)
        query = self._typed
        ranked = sorted(islice(hits, RANKED), key=lambda at: _rank(self._folded[at], query))
        return ranked[:most]

    def _all(self, query: str) -> list[int]:
        words = query.split()
        first = max(words, key=len)
        found = [at for at, text in enumerate(self._folded) if first in text]
        return self._with_words(found, [word for word in words if word is not first])

    def _narrowed(self, query: str) -> list[int]:
        return self._with_words(self._hits, query.split())

    def _with_words(self, hits: list[int], words: list[str]) -> list[int]:
        folded = self._folded
        for word in words:
            hits = [at for at in hits if word in folded[at]]
        return hits


def _rank(text: str, query: str) -> int:
    if text.startswith(query) or LINE + query in text:
        return 0
    return 1 if f" {query}" in text else 2


def nearly(folded: Sequence[str], typed: str, most: int) -> list[int]:
    """The places of the texts that hold something much like what is typed, the likest first."""
    query = fold(typed)
    if len(query) < LEAST:
        return []
    from rapidfuzz import fuzz, process

    found = process.extract(query, folded, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=most)
    return [at for _, _, at in found]
