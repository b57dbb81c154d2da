"""Dates and lengths, held against the Unicode locale data and against what the trade prints."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from delegation_planner.plan.kinds import LANGUAGES, Language, Precision
from delegation_planner.words import dates
from tests.words.spoken import words

MONDAY = date(2017, 7, 24)
YEAR = [date(2017, 1, 1) + timedelta(days=day) for day in range(365)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_days_and_months_are_those_of_cldr(language: Language) -> None:
    from babel.dates import get_day_names, get_month_names

    said = words(language)
    named = [
        (dates.WEEKDAYS, get_day_names("wide", locale=language)),
        (dates.WEEKDAYS_SHORT, get_day_names("abbreviated", locale=language)),
        (("", *dates.MONTHS), get_month_names("wide", locale=language)),
        (("", *dates.MONTHS_SHORT), get_month_names("abbreviated", locale=language)),
    ]
    for ours, theirs in named:
        assert {number: said.say(name) for number, name in enumerate(ours) if name} == dict(theirs.items())


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", "EEEE, d MMMM y", "EEE d MMM y"),
        ("id", "EEEE, d MMMM y", "EEE, d MMM y"),
        ("az", "d MMMM y, EEEE", "d MMM y, EEE"),
    ],
)
def test_dates_of_a_whole_year_are_put_together_as_cldr_does(language: Language, long: str, short: str) -> None:
    from babel.dates import format_date

    said = words(language)
    for day in YEAR:
        assert dates.long_date(said, day) == format_date(day, long, locale=language)
        assert dates.short_date(said, day) == format_date(day, short, locale=language)


@pytest.mark.parametrize(
    ("language", "long", "plain", "short", "brief"),
    [
        ("en", "Monday, 24 July 2017", "24 July 2017", "Mon 24 Jul 2017", "Mon 24 Jul"),
        ("id", "Senin, 24 Juli 2017", "24 Juli 2017", "Sen, 24 Jul 2017", "Sen, 24 Jul"),
        ("az", "24 iyul 2017, bazar ertəsi", "24 iyul 2017", "24 iyl 2017, B.e.", "24 iyl, B.e."),
    ],
)
def test_one_date_in_every_form(language: Language, long: str, plain: str, short: str, brief: str) -> None:
    said = words(language)
    forms = (dates.long_date, dates.plain_date, dates.short_date, dates.day_and_month)
    assert [form(said, MONDAY) for form in forms] == [long, plain, short, brief]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2017-07-23", "2017-07-27", ["23–27 July 2017", "23–27 Juli 2017", "23–27 iyul 2017"]),
        ("2017-07-30", "2017-08-02", [
            "30 July – 2 August 2017", "30 Juli – 2 Agustus 2017", "30 iyul – 2 avqust 2017",
        ]),
        ("2017-12-30", "2018-01-02", [
            "30 December 2017 – 2 January 2018", "30 Desember 2017 – 2 Januari 2018", "30 dekabr 2017 – 2 yanvar 2018",
        ]),
        ("2017-07-24", "2017-07-24", ["24 July 2017", "24 Juli 2017", "24 iyul 2017"]),
    ],
)  # fmt: skip
def test_ranges_say_no_more_than_they_must(first: str, last: str, expected: list[str]) -> None:
    span = date.fromisoformat(first), date.fromisoformat(last)
    assert [dates.date_range(words(language), *span) for language in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2017-07-21", "2017-07-31", ["late July 2017", "akhir Juli 2017", "iyulun sonu 2017"]),
        ("2017-07-11", "2017-07-20", ["mid-July 2017", "pertengahan Juli 2017", "iyulun ortası 2017"]),
        ("2018-02-21", "2018-02-28", ["late February 2018", "akhir Februari 2018", "fevralın sonu 2018"]),
        ("2020-02-21", "2020-02-28", ["21–28 February 2020", "21–28 Februari 2020", "21–28 fevral 2020"]),
        ("2017-05-01", "2017-05-10", ["early May 2017", "awal Mei 2017", "mayın əvvəli 2017"]),
        ("2017-07-01", "2017-07-31", ["July 2017", "Juli 2017", "iyul 2017"]),
        ("2017-07-20", "2017-07-31", ["20–31 July 2017", "20–31 Juli 2017", "20–31 iyul 2017"]),
        ("2016-07-21", "2017-07-31", [
            "21 July 2016 – 31 July 2017", "21 Juli 2016 – 31 Juli 2017", "21 iyul 2016 – 31 iyul 2017",
        ]),
    ],
)  # fmt: skip
def test_a_window_is_a_third_of_a_month_or_a_range(first: str, last: str, expected: list[str]) -> None:
    span = date.fromisoformat(first), date.fromisoformat(last)
    assert [dates.window(words(language), *span) for language in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("exact", ["09:15", "09.15", "09:15"]),
        ("about", ["~09:15", "~09.15", "~09:15"]),
        ("to_be_confirmed", ["09:15 (TBC)", "09.15 (menyusul)", "09:15 (dəqiqləşir)"]),
    ],
)
def test_times_say_how_well_they_are_known(precision: Precision, expected: list[str]) -> None:
    moment = datetime(2017, 7, 24, 9, 15, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert [dates.clock_as_known(words(language), moment, precision) for language in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (45, ["45 min", "45 menit", "45 dəqiqə"]),
        (480, ["8 h", "8 jam", "8 saat"]),
        (510, ["8 h 30", "8 jam 30 menit", "8 saat 30 dəqiqə"]),
        (725, ["12 h 05", "12 jam 05 menit", "12 saat 05 dəqiqə"]),
        (0, ["0 min", "0 menit", "0 dəqiqə"]),
    ],
)
def test_a_length_never_breaks_at_the_end_of_a_line(minutes: int, expected: list[str]) -> None:
    said = [dates.duration(words(language), minutes) for language in LANGUAGES]
    assert said == [text.replace(" ", "\u00a0") for text in expected]


@pytest.mark.parametrize(
    ("zone", "on", "expected"),
    [
        ("Asia/Jakarta", "2017-07-24", ["WIB (UTC+07)"] * 3),
        ("Asia/Pontianak", "2017-07-24", ["WIB (UTC+07)"] * 3),
        ("Asia/Makassar", "2017-07-24", ["WITA (UTC+08)"] * 3),
        ("Asia/Jayapura", "2017-07-24", ["WIT (UTC+09)"] * 3),
        ("Asia/Baku", "2017-07-24", ["Baku time (UTC+04)", "waktu Baku (UTC+04)", "Bakı vaxtı (UTC+04)"]),
        ("Asia/Baku", "2015-07-24", ["Baku time (UTC+05)", "waktu Baku (UTC+05)", "Bakı vaxtı (UTC+05)"]),
        ("Europe/Istanbul", "2017-07-24", [
            "Istanbul time (UTC+03)", "waktu Istanbul (UTC+03)", "İstanbul vaxtı (UTC+03)",
        ]),
        ("Asia/Kathmandu", "2017-07-24", [
            "Kathmandu time (UTC+05:45)", "waktu Kathmandu (UTC+05:45)", "Kathmandu vaxtı (UTC+05:45)",
        ]),
        ("America/Sao_Paulo", "2017-07-24", [
            "Sao Paulo time (UTC-03)", "waktu Sao Paulo (UTC-03)", "Sao Paulo vaxtı (UTC-03)",
        ]),
        ("Europe/Amsterdam", "2017-07-24", ["CEST (UTC+02)"] * 3),
        ("UTC", "2017-07-24", ["UTC"] * 3),
    ],
)  # fmt: skip
def test_a_zone_is_named_as_it_is_at_that_moment(zone: str, on: str, expected: list[str]) -> None:
    moment = datetime.fromisoformat(f"{on}T10:00").replace(tzinfo=ZoneInfo(zone))
    assert [dates.zone_label(words(language), moment) for language in LANGUAGES] == expected


def test_an_offset_alone_rides_on_a_time() -> None:
    assert dates.offset(datetime(2017, 7, 24, tzinfo=ZoneInfo("Asia/Baku"))) == "+04"
    assert dates.offset(datetime(2017, 7, 24, tzinfo=UTC)) == "+00"


def test_azerbaijani_endings_follow_the_last_word_of_the_number() -> None:
    endings = {
        "ci": [1, 2, 5, 7, 8, 11, 12, 15, 20, 21, 50, 70, 80, 2017, 105, 120],
        "cü": [3, 4, 13, 24, 33, 100, 200, 500],
        "cı": [6, 16, 40, 60, 90, 46, 140, 0],
        "cu": [9, 10, 19, 30, 110, 29, 230],
    }
    for ending, numbers in endings.items():
        assert [dates.ordinal(words("az"), number) for number in numbers] == [f"{n}-{ending}" for n in numbers]


@pytest.mark.parametrize(("language", "expected"), [("en", "Day 2"), ("id", "Hari ke-2"), ("az", "2-ci gün")])
def test_a_day_by_its_number(language: Language, expected: str) -> None:
    assert dates.day_number(words(language), 2) == expected
