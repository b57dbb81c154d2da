"""G13: from a keystroke to what holds the letters typed, beside a plain scan of the same texts at every letter."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.measuring import Comparison, Line, Pair, Run, in_pairs, timed
from benchmarks.visits import HUGE, SMALL, visit_of
from delegation_planner.plan.names import fold
from delegation_planner.screen.finder.answers import Finder
from delegation_planner.screen.finder.found import findables
from delegation_planner.screen.finder.search import Search
from delegation_planner.words.words import ENGLISH

FIRST_AT_MOST: Final = 1.2
FURTHER_AT_MOST: Final = 0.5
WORDS: Final = ("trade", "carriage", "delegate 04", "house 0042", "question", "zebra")
"""Typed letter by letter: many hits, few and none."""
SHOWN: Final = 12
"""As many answers as the panel has lines."""


def first_letters(typed: str) -> tuple[str, ...]:
    """What stands in the field after the first keystroke."""
    return (typed[:1],)


def further_letters(typed: str) -> tuple[str, ...]:
    """What stands there after each of the others; a space alone finds nothing else."""
    return tuple(typed[:end] for end in range(2, len(typed) + 1) if not typed[end - 1].isspace())


def scanned(folded: Sequence[str], query: str) -> list[int]:
    """The yardstick: the places of all texts that hold every word."""
    words = query.split()
    if len(words) == 1:
        return [at for at, text in enumerate(folded) if query in text]
    return [at for at, text in enumerate(folded) if all(word in text for word in words)]


def runs(folded: Sequence[str], typed: str) -> tuple[Run, Run, Run, Run]:
    """The first letter scanned and searched, then all the others scanned and searched."""
    search = Search(folded)

    def start_afresh(_: object) -> None:
        search.hits("")

    def after_the_first() -> Run:
        def run() -> float:
            search.hits("")
            search.hits(typed[:1])
            return timed(lambda: [search.hits(text) for text in further_letters(typed)], tidy=False)()

        return run

    return (
        timed(lambda: [scanned(folded, text) for text in first_letters(typed)], tidy=False),
        timed(lambda: [search.hits(text) for text in first_letters(typed)], start_afresh, tidy=False),
        timed(lambda: [scanned(folded, text) for text in further_letters(typed)], tidy=False),
        after_the_first(),
    )


def measure(folder: Path, /, *, quick: bool) -> Iterator[Line]:
    """Each word is a run; all words count alike."""
    del folder  # nothing is written
    plan = visit_of(SMALL if quick else HUGE)
    folded = [row.folded for row in findables(plan, ENGLISH).values()]
    times = 1 if quick else 5
    first: list[Pair] = []
    further: list[Pair] = []
    for word in map(fold, WORDS):
        scan_first, ours_first, scan_further, ours_further = runs(folded, word)
        first += in_pairs(scan_first, ours_first, times)
        further += in_pairs(scan_further, ours_further, times)
    what = f"hits among {len(folded):,} texts"
    yield Comparison("G13", f"{what}, the first letter", tuple(first), FIRST_AT_MOST)
    yield Comparison("G13", f"{what}, the letters after it", tuple(further), FURTHER_AT_MOST)

    finder = Finder(plan, ENGLISH, ())
    pairs = in_pairs(
        timed(lambda: [scanned(folded, word) for word in WORDS], tidy=False),
        timed(lambda: [finder.answers(word, SHOWN) for word in WORDS], tidy=False),
        times * 3,
    )
    yield Comparison("G13", f"the {SHOWN} best answers to a whole word", pairs, None)
