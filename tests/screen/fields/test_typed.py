"""What people type, read as values."""

import pytest

from delegation_planner.screen.fields.typed import (
    Length,
    read_clock,
    read_date,
    read_due,
    read_end,
    read_length,
    read_list,
    read_minutes,
    read_number,
)
from delegation_planner.words.dates import MONTHS

INDONESIAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9:15", "09:15"), ("0915", "09:15"), ("915", "09:15"), ("9.15", "09:15"), ("9", "09:00"), ("09", "09:00"),
        ("9h15", "09:15"), (" 23:59 ", "23:59"), ("0:00", "00:00"), ("2400", None), ("24:00", None), ("9:60", None),
        ("1275", None), ("nine", None), ("", None), ("12345", None), ("-1", None), ("9:5", None),
    ],
)  # fmt: skip
def test_times_of_day(typed: str, read: str | None) -> None:
    assert read_clock(typed) == read


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45 min", 45), ("45min", 45), ("45 m", 45), ("45'", 45), ("90 minutes", 90), ("45 mnt.", 45), ("45 menit", 45),
        ("45 dəq", 45), ("45 dəqiqə", 45), ("1h30", 90), ("1 h 30", 90), ("1 h 30 min", 90), ("2h", 120),
        ("2 jam", 120),
        ("1 jam 15 menit", 75), ("2 saat 15 dəq.", 135), ("1,5 jam", 90), ("1.5 h", 90), ("+45", 45), ("+ 45", 45),
        ("+1:30", 90), ("+1h30", 90), ("+45 min", 45), ("0 min", 0), ("8\u00a0h\u00a010", 490),
        ("45", None), ("9:15", None), ("1h75", None), ("+1:75", None), ("", None), ("+", None), ("h", None),
        ("min", None), ("soon", None), ("-45 min", None), ("45 apples", None), ("1:30 h 5", None),
    ],
)  # fmt: skip
def test_lengths_in_three_languages(typed: str, minutes: int | None) -> None:
    assert read_length(typed) == (None if minutes is None else Length(minutes))


@pytest.mark.parametrize(
    ("typed", "read"), [("45", 45), ("0", 0), ("45 min", 45), ("1 h", 60), ("1h30", 90), ("-5", None), ("x", None)]
)
def test_minutes_are_a_number_or_a_length(typed: str, read: int | None) -> None:
    assert read_minutes(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1015", "10:15"), ("10.15", "10:15"), ("45 min", Length(45)), ("1h30", Length(90)), ("x", None)],
)
def test_an_end_is_a_time_of_day_or_a_length(typed: str, read: object) -> None:
    assert read_end(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("24 Jul 2017", "2017-07-24"), ("Mon 24 Jul 2017", "2017-07-24"), ("Monday, 24 July 2017", "2017-07-24"),
        ("24.7.2017", "2017-07-24"), ("24/07/17", "2017-07-24"), ("2017-07-24", "2017-07-24"),
        ("Jul 24 2017", "2017-07-24"), ("24 Jul", "2017-07-24"), ("24.7.", "2017-07-24"), ("31 Feb 2017", None),
        ("24", None), ("soon", None), ("1 2 3 4", None), ("24 J 2017", None),
    ],
)  # fmt: skip
def test_dates(typed: str, read: str | None) -> None:
    assert read_date(typed, MONTHS, 2017) == read


def test_a_date_without_a_year_needs_one_to_go_by() -> None:
    assert read_date("24 Jul", MONTHS) is None


@pytest.mark.parametrize("typed", ["Sen 24 Jul 2017", "24 Juli 2017", "senin, 24 JULI 2017"])
def test_dates_in_the_language_of_the_reader(typed: str) -> None:
    assert read_date(typed, INDONESIAN) == "2017-07-24"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("H-7", -7), ("h-7", -7), ("-7", -7), ("H−7", -7), ("H", 0), ("H+2", 2), ("H - 1", -1), ("x", None)],
)
def test_due_days(typed: str, read: int | None) -> None:
    assert read_due(typed) == read


@pytest.mark.parametrize(("typed", "read"), [("12", 12), ("-3", -3), ("+3", 3), ("1.5", None), ("", None), ("a", None)])
def test_whole_numbers(typed: str, read: int | None) -> None:
    assert read_number(typed) == read


def test_lists_drop_what_is_empty_or_repeated() -> None:
    assert read_list(" A1, E1;A1,, \n I2 ") == ("A1", "E1", "I2")
    assert read_list("[Head, Centres]; A1", ";") == ("[Head, Centres]", "A1")
