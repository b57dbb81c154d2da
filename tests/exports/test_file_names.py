"""File names are tried on a real folder and against a second opinion."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from delegation_planner.exports.file_names import LONGEST_STEM, distinct_names, free_name, safe_stem

RIGHT_TO_LEFT_OVERRIDE = "\u202e"


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Inam Karimov", "Inam Karimov"),
        ("[Ambassador]", "Ambassador"),
        ("[Head, International Relations]", "Head, International Relations"),
        ("Əliyev Şahin ıİ", "Əliyev Şahin ıİ"),
        ("CON", "_CON"),
        ("nul", "_nul"),
        ("COM¹", "_COM¹"),
        ("LPT1.txt", "_LPT1.txt"),
        ("Aux .tar", "_Aux .tar"),
        ("conin$", "_conin$"),
        ("Console", "Console"),
        ("a.", "a"),
        ("a ", "a"),
        ("..", "untitled"),
        (".hidden", "hidden"),
        ("", "untitled"),
        ("[]", "untitled"),
        ("a/b", "a-b"),
        ('<>:"/\\|?*', "---------"),
        ("Visit: Jakarta?", "Visit- Jakarta-"),
        ("two\r\nlines\tand\u2028more", "two lines and more"),
        ("bell\x07 nul\x00 del\x7f", "bell nul del"),
        (f"report{RIGHT_TO_LEFT_OVERRIDE}fdp.exe", "reportfdp.exe"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("🎉🛬", "🎉🛬"),
        ("e\u0301", "é"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("non\u00a0breaking", "non breaking"),
    ],
)
def test_a_text_becomes_a_safe_stem(text: str, stem: str) -> None:
    assert safe_stem(text) == stem


def test_a_long_text_is_cut_at_whole_characters() -> None:
    assert safe_stem("x" * 300) == "x" * LONGEST_STEM
    assert safe_stem("x" + "😀" * 100) == "x" + "😀" * 39
    assert safe_stem("x" * 79 + " y") == "x" * 79


def test_23_namesakes_are_numbered_in_order() -> None:
    names = distinct_names(["[Liaison officer]"] * 23, ".ics")
    assert names == ["Liaison officer.ics", *(f"Liaison officer ({n}).ics" for n in range(2, 24))]


def test_long_namesakes_keep_their_number_within_the_limit() -> None:
    names = distinct_names(["x" * 300, "X" * 200], ".ics")
    assert names == ["x" * 80 + ".ics", "X" * 76 + " (2).ics"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna", "ANNA"),
        ("Caf\u00e9", "Cafe\u0301"),
        ("A.", "a"),
        ("Straße", "STRASSE"),
        ("ISTANBUL", "ıstanbul"),
        ("a/b", "a-b"),
    ],
)
def test_names_alike_to_some_file_system_are_told_apart(first: str, second: str) -> None:
    one, two = distinct_names([first, second], ".ics")
    assert not one.endswith("(2).ics")
    assert two.endswith(" (2).ics")


def test_a_number_that_is_already_somebodys_name_is_passed_over() -> None:
    assert distinct_names(["Anna", "Anna (2)", "Anna"], ".ics") == ["Anna.ics", "Anna (2).ics", "Anna (3).ics"]


def test_a_taken_name_is_answered_with_the_next_free_one() -> None:
    assert free_name("Rundown.xlsx", ["rundown.XLSX", "Rundown (2).xlsx"]) == "Rundown (3).xlsx"
    assert free_name("Rundown.xlsx", ["Programme.xlsx"]) == "Rundown.xlsx"


def test_hostile_names_exist_by_listing_and_hold_what_was_written(tmp_path: Path) -> None:
    hostile = [
        "CON", "nul", "COM¹", "LPT1.txt", "a.", "a ", "a", "..", ".", "a/b", "a\\b", f"a{RIGHT_TO_LEFT_OVERRIDE}b",
        "x" * 300, "x" * 301, "🎉", "🎉" * 200, "Zoë", "Zoe\u0308", "[Aide]", "[aide]", "\ud800", "\x00", "Ə" * 200,
        "aux.ics", "~$lock", "-rf", "*", "?", "|",
    ]  # fmt: skip
    names = distinct_names(hostile, ".ics")
    for number, name in enumerate(names):
        (tmp_path / name).write_text(str(number), encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in names] == [str(n) for n in range(len(names))]
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in names}) == len(names)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
@example("con.\ufeff")
@example("\u0301")
@example("nul" + " " * 100 + ".a")
def test_every_text_gives_a_name_that_a_second_opinion_takes_everywhere(text: str) -> None:
    name = distinct_names([text], ".ics")[0]
    assert is_valid_filename(name, platform="universal", max_len=255)
    assert name.endswith(".ics")
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST_STEM + len(".ics")
    assert len(name.encode()) <= 255
    assert unicodedata.is_normalized("NFC", name)


@given(st.lists(st.text(alphabet="aA.eE\u0301é ()2ıIß", max_size=4), max_size=8))
@settings(max_examples=200, deadline=None)
def test_any_list_gives_as_many_distinct_names(texts: list[str]) -> None:
    names = distinct_names(texts, ".ics")
    assert len({unicodedata.normalize("NFC", name.casefold()) for name in names}) == len(texts)
