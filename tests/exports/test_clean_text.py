"""What breaks a calendar or a workbook never reaches its writer, with assertions switched off too."""

import subprocess
import sys
from pathlib import Path

import pytest

from delegation_planner.exports.clean_text import clean_text, one_line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Əliyev, Şahin ğıİ 🎉", "Əliyev, Şahin ğıİ 🎉"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("nul\x00bell\x07escape\x1bdelete\x7fhigh\x80\x9f", "nulbellescapedeletehigh"),
        ("lone \ud800 and \udfff", "lone  and "),
        ("not \ufffe a \uffff character", "not  a  character"),
        ("tab\tstays, no-break\u00a0space too", "tab\tstays, no-break\u00a0space too"),
        ("joined\u200dalif\u200c", "joined\u200dalif\u200c"),
        ("", ""),
    ],
)
def test_a_text_loses_only_what_cannot_be_written(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


def test_a_title_is_one_line() -> None:
    assert one_line("  Arrival\r\n\tat the\u2028airport \x00 ") == "Arrival at the airport"
    assert one_line("Arrival") == "Arrival"


@pytest.mark.parametrize("number", range(0x20))
def test_no_control_character_but_tab_and_newline_survives(number: int) -> None:
    expected = {"\t": "a\tb", "\n": "a\nb", "\r": "a\nb", "\x0b": "a\nb", "\x0c": "a\nb"}
    assert clean_text(f"a{chr(number)}b") == expected.get(chr(number), "ab")


def test_hostile_texts_are_harmless_without_assertions_too() -> None:
    """The library guards some lines by `assert` only, so the same calendars are made under `python -O`."""
    script = Path(__file__).parent / "calendar" / "hostile_texts.py"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-O", "-m", ".".join(script.relative_to(root).with_suffix("").parts)],
        capture_output=True,
        cwd=root,
        check=True,
    )
    from tests.exports.calendar.hostile_texts import hostile_calendar

    assert done.stdout == hostile_calendar()
    assert done.stdout.count(b"BEGIN:VEVENT\r\n") == 1
