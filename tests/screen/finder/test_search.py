"""Search by letters: it finds what holds them, the same whether one types or pastes, the best first."""

from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.plan.names import fold
from delegation_planner.screen.finder.search import Search

TEXTS = st.lists(st.text("abə İ\n", max_size=8).map(fold), max_size=30)
TYPED = st.text("abəA İ", max_size=6)


def holding(texts: list[str], typed: str) -> list[int]:
    """The texts that hold each word of what is typed."""
    words = fold(typed).split()
    return [at for at, text in enumerate(texts) if words and all(word in text for word in words)]


@given(TEXTS, TYPED)
def test_it_finds_exactly_the_texts_that_hold_every_word(texts: list[str], typed: str) -> None:
    assert Search(texts).hits(typed) == holding(texts, typed)


@given(TEXTS, TYPED, TYPED)
def test_typing_letter_by_letter_and_going_back_finds_the_same_as_pasting(
    texts: list[str], typed: str, other: str
) -> None:
    search = Search(texts)
    for query in [*(typed[:end] for end in range(len(typed) + 1)), other, typed[:2], typed]:
        assert search.hits(query) == holding(texts, query)


def test_the_best_begin_with_what_is_typed() -> None:
    texts = ["the signing hall", "design", "12\nsigning of the memorandum", "sign here", "other"]
    assert Search(texts).best("sign", 9) == [2, 3, 0, 1]
    assert Search(texts).best("sign", 2) == [2, 3]


def test_nothing_typed_finds_nothing() -> None:
    assert Search(["a"]).best("  ", 5) == []
