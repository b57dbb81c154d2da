"""The labels of a form are as wide as their words need, within what the form has to spare."""

import pytest

from delegation_planner.screen.details.label_column import LEAST, column_width


def six(text: str) -> int:
    """As if every letter were six pixels wide."""
    return 6 * len(text)


@pytest.mark.parametrize(
    ("labels", "room", "expected"),
    [
        (("Title", "Kind"), 250, LEAST),
        (("Title", "Mail of the organizer"), 850, 6 * 21 + 2),
        (("Title", "Mail of the organizer"), 350, 105),
        (("Mail of the", "penyelenggaraan"), 250, 6 * 15 + 2),
        ((), 250, LEAST),
    ],
    ids=["short", "room for one line", "lines between words", "a long word", "no labels"],
)
def test_a_column_is_as_wide_as_its_words_need(labels: tuple[str, ...], room: int, expected: int) -> None:
    assert column_width(labels, six, room) == expected
