"""What people type, read as values."""

import pytest

from delegation_planner.screen.fields.typed import read_clock, read_date, read_due, read_list, read_number
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
