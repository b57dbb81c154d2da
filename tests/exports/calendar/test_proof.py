"""The proof refuses every calendar that differs from its programme, be it by one byte."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from delegation_planner.exports.calendar.event_facts import EventFacts
from delegation_planner.exports.calendar.events import (
    END_OF_FILE,
    Event,
    event_for_reader,
    head_of_file,
    shared_lines,
    stamped,
)
from delegation_planner.exports.calendar.proof import (
    WrongCalendarError,
    prove_event,
    prove_file,
    prove_shared_lines,
    prove_zone,
)
from delegation_planner.exports.calendar.reading_back import NotACalendarError, read_lines
from delegation_planner.exports.calendar.vtimezone import HeldZones, vtimezone
from delegation_planner.plan.sent import Sent

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 7, 1, 9, tzinfo=ZONE)
FACTS = EventFacts(
    "a@x.invalid", "Talks, first round", START, START + timedelta(hours=1), "Room; 1", "CONFIRMED", "BUSY", "PUBLIC",
    "Meeting", "Line one\nline two, and more of it, so that this line is folded somewhere; once at least",
)  # fmt: skip


def event(**fields: str) -> Event:
    facts = FACTS._replace(**fields)  # type: ignore[arg-type]
    return event_for_reader(facts, shared_lines(facts, HeldZones(START, START)), "Your role: host")


GOOD = event()


def test_a_good_event_is_proved() -> None:
    for good in (GOOD, event(location="")):
        prove_shared_lines(good.facts, good.shared)
        prove_event(good)


@pytest.mark.parametrize("field", ["uid", "summary", "location", "status", "privacy", "category", "busy"])
def test_another_text_than_the_programmes_is_refused(field: str) -> None:
    with pytest.raises(WrongCalendarError, match="texts"):
        prove_shared_lines(FACTS, event(**{field: "OTHER"}).shared)


@pytest.mark.parametrize("shift", [timedelta(minutes=1), timedelta(hours=-1)])
def test_another_instant_than_the_programmes_is_refused(shift: timedelta) -> None:
    for name in ("start", "end"):
        with pytest.raises(WrongCalendarError, match=f"DT{name.upper()}"):
            prove_shared_lines(FACTS._replace(**{name: getattr(FACTS, name) + shift}), GOOD.shared)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"T090000", b"T093000"),
        (b"Europe/Amsterdam", b"Europe/London"),
        (b"Europe/Amsterdam", b"Europe/Berlin"),  # the same instant, but a zone that the file does not declare
        (b"BUSYSTATUS:BUSY", b"BUSYSTATUS:FREE"),
        (b"TRANSP:OPAQUE", b"TRANSP:TRANSPARENT"),
        (b"CLASS:PUBLIC\r\n", b""),
        (b"CLASS:PUBLIC\r\n", b"CLASS:PUBLIC\r\nCLASS:PUBLIC\r\n"),
        (b"CLASS:PUBLIC\r\n", b"CLASS:PUBLIC\r\nATTENDEE:mailto:spy@example.invalid\r\n"),
        (b"CLASS:PUBLIC\r\n", b"CLASS:PUBLIC\r\nBEGIN:VALARM\r\nEND:VALARM\r\n"),
        (b"Talks\\, first", b"Talks first"),
    ],
)
def test_one_shared_line_that_differs_is_refused(before: bytes, after: bytes) -> None:
    lines = GOOD.shared.lines
    assert before in lines
    with pytest.raises(WrongCalendarError):
        prove_shared_lines(FACTS, GOOD.shared._replace(lines=lines.replace(before, after)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"CLASS:PUBLIC", b"CLASS:PRIVATE"),
        (b"Your role: host", b"Your role: head"),
        (b"DESCRIPTION:", b"COMMENT:"),
        (b"END:VEVENT", b"URL:x\r\nEND:VEVENT"),
        (b"END:VEVENT\r\n", b""),
    ],
)
def test_one_line_of_a_readers_event_that_differs_is_refused(before: bytes, after: bytes) -> None:
    assert before in GOOD.lines
    with pytest.raises((WrongCalendarError, NotACalendarError)):
        prove_event(GOOD._replace(lines=GOOD.lines.replace(before, after)))


@pytest.mark.parametrize(
    "data",
    [
        b"SUMMARY:no end",
        b"SUMMARY:line feed alone\n",
        b"SUMMARY:" + b"x" * 70 + b"\r\n",
        b"SUMMARY:bell\x07\r\n",
        b"SUMMARY:bare\rreturn\r\n",
        "SUMMARY:Ə".encode()[:-1] + b"\r\n " + "Ə".encode()[1:] + b"\r\n",
        "SUMMARY:Ə".encode("cp1254", errors="replace") + b"\xe9\r\n",
        b"no content line\r\n",
        b"\r\n",
        b"summary:lower case\r\n",
        b'DTSTART;TZID="quoted":20260701T090000\r\n',
        b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n",
    ],
)
def test_bytes_that_break_the_standard_are_not_read(data: bytes) -> None:
    with pytest.raises((NotACalendarError, UnicodeDecodeError)):
        read_lines(data)


def test_a_zone_that_errs_on_the_day_is_refused() -> None:
    winter, summer = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 7))
    good = vtimezone("Europe/Amsterdam")
    prove_zone("Europe/Amsterdam", good, [winter, summer])
    without_summer = good.replace(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0100")
    prove_zone("Europe/Amsterdam", without_summer, [winter])
    with pytest.raises(WrongCalendarError, match="offset"):
        prove_zone("Europe/Amsterdam", without_summer, [winter, summer])
    with pytest.raises(WrongCalendarError, match="TZID"):
        prove_zone("Europe/Paris", good, [winter])
    with pytest.raises(NotACalendarError):
        prove_zone("Europe/Amsterdam", good.replace(b"YEARLY", b"WEEKLY"), [winter])


EVENTS = tuple(
    (event(uid=f"{name}@x.invalid"), Sent("r", f"{name}@x.invalid", number, "f", "2026-06-01T08:00:00Z"))
    for number, name in enumerate("abc")
)
ZONES = [vtimezone("Europe/Amsterdam")]
FILE = b"".join((head_of_file("Visit, r"), *ZONES, *(stamped(each.lines, sent) for each, sent in EVENTS), END_OF_FILE))


def test_a_good_file_is_proved() -> None:
    prove_file(FILE, "Visit, r", ZONES, EVENTS)


def test_any_one_byte_that_differs_is_refused() -> None:
    for place in range(len(FILE)):
        spoiled = bytearray(FILE)
        spoiled[place] ^= 0x01
        with pytest.raises((WrongCalendarError, ValueError)):
            prove_file(bytes(spoiled), "Visit, r", ZONES, EVENTS)


@pytest.mark.parametrize(
    "spoiled",
    [
        FILE[:-1],
        FILE + b"X-MORE:1\r\n",
        FILE.replace(b"SEQUENCE:2", b"SEQUENCE:1"),
        FILE.replace(stamped(EVENTS[1][0].lines, EVENTS[1][1]), b""),
        FILE.replace(ZONES[0], b""),
        FILE.replace(ZONES[0], ZONES[0] * 2),
        FILE.replace(b"METHOD:PUBLISH\r\n", b"METHOD:REQUEST\r\n"),
        FILE.replace(b"METHOD:PUBLISH\r\n", b""),
        b"",
    ],
    ids=["cut", "more", "sequence", "event lost", "zone lost", "zone twice", "method", "no method", "empty"],
)
def test_a_file_put_together_otherwise_is_refused(spoiled: bytes) -> None:
    assert spoiled != FILE
    with pytest.raises((WrongCalendarError, ValueError)):
        prove_file(spoiled, "Visit, r", ZONES, EVENTS)


def test_an_event_that_stands_twice_is_refused() -> None:
    twice = (*EVENTS[:1], *EVENTS[:1])
    content = b"".join((head_of_file(""), *ZONES, *(stamped(each.lines, sent) for each, sent in twice), END_OF_FILE))
    with pytest.raises(WrongCalendarError, match="UIDs"):
        prove_file(content, "", ZONES, twice)
