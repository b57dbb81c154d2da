"""A note beside a text takes half the room, and what the text leaves."""

import pytest

from delegation_planner.screen.details.line_list import note_width


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [(40, 60, 60), (40, 400, 150), (300, 400, 100), (300, 60, 60)],
    ids=["both fit", "a short text", "both are long", "a short note"],
)
def test_a_note_takes_half_the_room_and_what_the_text_leaves(text: int, note: int, expected: int) -> None:
    assert note_width(text, note, 200) == expected
