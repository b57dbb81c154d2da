"""Every entry of a menu has a letter of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.screen.menu_letters import escaped, with_letters, without_letter

TEXTS = st.lists(st.text(alphabet="abcABC &é.\t", max_size=6), max_size=8)


def letters(texts: list[str]) -> list[str]:
    """The letter of each text in lower case; empty where it has none."""
    bare = [text.replace("&&", "") for text in texts]
    return [text[text.index("&") + 1].casefold() if "&" in text else "" for text in bare]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["Save", "Close"], ["&Save", "&Close"], id="the first letters"),
        pytest.param(["Up", "Un", "U"], ["U&p", "U&n", "&U"], id="others make room"),
        pytest.param(["Copy", "Close all"], ["&Copy", "Close &all"], id="of the second word"),
        pytest.param(["Cut\tCtrl+X"], ["&Cut\tCtrl+X"], id="keys that are shown stay"),
        pytest.param(["&Ca&lls && papers"], ["&Calls && papers"], id="what it had counts for nothing"),
        pytest.param(["A", "a", "…"], ["&A", "a", "…"], id="who has none left, has none"),
    ],
)
def test_who_gets_which_letter(texts: list[str], expected: list[str]) -> None:
    assert with_letters(texts) == expected


@given(TEXTS)
def test_no_two_have_the_same_and_nothing_else_changes(texts: list[str]) -> None:
    lettered = with_letters([escaped(text) for text in texts])
    given = [letter for letter in letters(lettered) if letter]
    assert len(set(given)) == len(given)
    assert [without_letter(text) for text in lettered] == texts
    assert with_letters(lettered) == lettered


@given(st.sets(st.sampled_from("abcdefgh"), min_size=1))
def test_whoever_can_have_one_has_one(alphabet: set[str]) -> None:
    """Entries of one letter each, behind one that could take any of them and one that no other wants."""
    texts = ["".join(sorted(alphabet)) + "z", *sorted(alphabet)]
    assert sorted(letters(with_letters(texts))) == sorted([*alphabet, "z"])
