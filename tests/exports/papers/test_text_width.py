"""Lines and heights by the measured table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegation_planner.exports.papers.text_width import (
    TALLEST_ROW,
    Typeface,
    divided,
    lines,
    room,
    row_height,
    text_height,
    text_width,
)

NINE = Typeface(9)
TEXTS = st.text(st.sampled_from("abçdəğıWM ş-–.\n中б́🙂"), max_size=120)


def test_a_width_is_the_sum_of_its_characters() -> None:
    assert text_width("WIL", NINE) == pytest.approx(9 * (0.90 + 0.25 + 0.42))
    assert text_width("a", Typeface(10, bold=True)) == pytest.approx(10 * 0.48 * 1.03)
    assert text_width("a", Typeface(10, serif=True)) == pytest.approx(10 * 0.48 * 1.04)
    assert text_width("a", Typeface(10, bold=True, serif=True)) == pytest.approx(10 * 0.48 * 1.14)


def test_scripts_that_nobody_measured_are_taken_wide() -> None:
    assert text_width("中", NINE) == pytest.approx(9.0)
    assert text_width("Ж", NINE) > text_width("ж", NINE) > text_width("д", NINE)
    assert text_width("e\u0301", NINE) == text_width("e", NINE)


def test_room_takes_off_padding_and_indent() -> None:
    assert room(10) == pytest.approx(52.5 - 3.75)
    assert room(10, indent=1) == pytest.approx(5.25 * 8.5 - 3.75)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("",)),
        ("one two", ("one two",)),
        ("mmmm mmmm mmmm", ("mmmm ", "mmmm ", "mmmm")),
        ("mmmm-mmmm", ("mmmm-", "mmmm")),
        ("mmmm–mmmm", ("mmmm–", "mmmm")),
        ("mmmm\u00a0mmmm", ("mmmm\u00a0", "mmmm")),
        ("mmmmmmmm", ("mmmmm", "mmm")),
        ("a mmmmmmmm", ("a ", "mmmmm", "mmm")),
        ("a\nb", ("a", "b")),
        ("a\n\nb", ("a", "", "b")),
    ],
)
def test_lines_break_after_space_hyphen_and_dash_and_cut_what_is_longer(text: str, expected: tuple[str, ...]) -> None:
    assert lines(text, 38, NINE) == expected


def test_a_space_at_the_end_of_a_line_needs_no_room() -> None:
    assert lines("mmmmm mm", text_width("mmmmm", NINE), NINE) == ("mmmmm ", "mm")


@given(TEXTS, st.floats(12, 200))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text: str, points: float) -> None:
    broken = lines(text, points, NINE)
    assert "".join(broken) == text.replace("\n", "")
    assert all(text_width(line.rstrip(" "), NINE) <= points + 1e-6 for line in broken)


@given(TEXTS, st.floats(12, 200), st.floats(0, 100))
def test_more_room_never_needs_more_lines(text: str, points: float, more: float) -> None:
    assert len(lines(text, points + more, NINE)) <= len(lines(text, points, NINE))


def test_heights_are_lines_times_pitch() -> None:
    assert text_height("mmmm mmmm mmmm", 38, NINE) == 36
    assert text_height("中文", 100, NINE) > text_height("ab", 100, NINE)
    assert text_height("Əliyeva “ş” → 5", 100, NINE) == 12


def test_rows_go_up_to_the_next_pixel_and_stop_at_what_is_allowed() -> None:
    assert row_height([12, 24.1], 3) == 27.75
    assert row_height([24], 3) == 27
    assert row_height([], 3, least=18) == 18
    assert row_height([1000], 3) == TALLEST_ROW


def test_what_is_too_tall_goes_on_in_pieces() -> None:
    assert divided("mmmm mmmm\nmmmm mmmm", 38, NINE, 24, 12) == (["mmmm mmmm", "mmmm ", "mmmm"], 0)
    assert divided("mmmm", 38, NINE, 5, 24) == (["", "mmmm"], 12)


@given(TEXTS, st.floats(0, 60), st.floats(20, 60))
def test_pieces_lose_nothing_and_fit(text: str, spare: float, full: float) -> None:
    pieces, _ = divided(text, 50, NINE, spare, full)
    assert "".join(pieces).replace("\n", "") == text.replace("\n", "")
    assert [piece for piece in pieces[1:] if text_height(piece, 50, NINE) > full] == []
