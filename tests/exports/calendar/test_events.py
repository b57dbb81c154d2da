"""The lines of an event: folding, escaping, the reader's own part, and texts that try to break out."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from delegation_planner.exports.calendar.content_lines import content_line, escaped
from delegation_planner.exports.calendar.event_facts import EventFacts
from delegation_planner.exports.calendar.events import event_for_reader, shared_lines, stamped
from delegation_planner.exports.calendar.vtimezone import HeldZones
from delegation_planner.exports.clean_text import clean_text
from delegation_planner.plan.sent import Sent
from tests.exports.calendar.hostile_texts import ON_ONE_LINE, hostile_calendar
from tests.exports.calendar.plain_reader import events_of, read_calendar

JAKARTA = ZoneInfo("Asia/Jakarta")
FACTS = EventFacts(
    uid="4f90371c@delegation-planner.invalid",
    summary="Talks",
    start=datetime(2017, 7, 24, 9, tzinfo=JAKARTA),
    end=datetime(2017, 7, 24, 10, tzinfo=JAKARTA),
    location="Room 1, Ministry",
    status="CONFIRMED",
    busy="BUSY",
    privacy="PUBLIC",
    category="Working meeting",
    description="Dress: Batik",
)
HELD = HeldZones(datetime(2017, 7, 24, tzinfo=UTC), datetime(2017, 7, 25, tzinfo=UTC))
SENT = Sent("reader", FACTS.uid, 3, "f" * 64, "2017-07-10T02:15:00Z")


def written(own: str = "", **fields: Any) -> bytes:
    facts = FACTS._replace(**fields)
    return stamped(event_for_reader(facts, shared_lines(facts, HELD), own).lines, SENT)


def in_calendar(event: bytes) -> bytes:
    return b"BEGIN:VCALENDAR\r\n" + event + b"END:VCALENDAR\r\n"


def test_an_event_is_these_lines() -> None:
    assert written("Your role: witness").decode().split("\r\n") == [
        "BEGIN:VEVENT",
        "DTSTAMP:20170710T021500Z",
        "LAST-MODIFIED:20170710T021500Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Asia/Jakarta:20170724T090000",
        "DTEND;TZID=Asia/Jakarta:20170724T100000",
        "UID:4f90371c@delegation-planner.invalid",
        "SUMMARY:Talks",
        "LOCATION:Room 1\\, Ministry",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        "CLASS:PUBLIC",
        "CATEGORIES:Working meeting",
        "DESCRIPTION:Your role: witness\\nDress: Batik",
        "END:VEVENT",
        "",
    ]


def test_a_free_event_without_a_place_leaves_the_line_out() -> None:
    lines = written(location="", busy="FREE", status="CANCELLED").decode().split("\r\n")
    assert [line for line in lines if line.startswith(("LOC", "TRANSP", "STATUS", "X-"))] == [
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ]


def test_without_own_lines_the_description_is_as_the_library_folds_it() -> None:
    import icalendar

    description = "Ə, Ş; \\ and 🎉\nsecond line; " * 20
    event = icalendar.Event()
    event.add("description", description)
    (ours,) = events_of(in_calendar(written(description=description)))
    (theirs,) = events_of(in_calendar(event.to_ical()))
    assert ours.one("DESCRIPTION") == theirs.one("DESCRIPTION")


@given(
    st.text(alphabet='ab\\;,\n":ƏşğüÖıİ漢ع🎉\u0301 ', max_size=300).map(str.strip),
    st.sampled_from(["", "Your role: x, y"]),
)
@settings(max_examples=200, deadline=None)
@example("🎉" * 200, "")
@example("\\" * 200, "Your role: aide")
@example(",;" * 100, "Your role: aide")
@example("مرحبا بالوفد " * 20, "Your role: aide")
def test_every_text_is_read_back_letter_for_letter(text: str, own: str) -> None:
    (event,) = events_of(in_calendar(written(own, summary=clean_text(text), description=text)))
    assert event.text("DESCRIPTION") == (f"{own}\n{text}" if own else text)
    assert event.text("SUMMARY") == text


@given(st.binary(min_size=1, max_size=400).map(lambda noise: noise.decode("utf-8", errors="ignore")))
@settings(max_examples=200, deadline=None)
@example("a" * 74 + "🎉")
@example("a" * 73 + "🎉" * 50)
@example("a" * 74 + "\\,")
def test_folding_divides_no_character_and_no_escape(text: str) -> None:
    line = escaped(text.replace("\r", ""))
    folded = content_line(line)
    assert folded.endswith(b"\r\n")
    pieces = folded[:-2].split(b"\r\n ")
    assert b"".join(pieces) == line
    assert all(len(piece) + (place > 0) <= 75 for place, piece in enumerate(pieces))
    for piece in pieces:
        piece.decode("utf-8")
        assert (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 0


@pytest.mark.parametrize(
    ("length", "lengths"),
    [(74, [74]), (75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2])],
)
def test_lines_are_as_long_as_they_may_be(length: int, lengths: list[int]) -> None:
    assert [len(line) for line in content_line(b"x" * length).split(b"\r\n")[:-1]] == lengths


def test_a_title_that_looks_like_another_property_stays_a_title() -> None:
    (event,) = events_of(in_calendar(written(summary="DESCRIPTION:none", location="END:VEVENT")))
    assert (event.text("SUMMARY"), event.text("LOCATION")) == ("DESCRIPTION:none", "END:VEVENT")
    assert event.text("DESCRIPTION") == "Dress: Batik"


def test_hostile_texts_give_one_property_each() -> None:
    calendar = read_calendar(hostile_calendar())
    (event,) = calendar.all("VEVENT")
    assert calendar.names() == ["VERSION", "PRODID", "CALSCALE", "METHOD"]
    assert [component.name for component in calendar.components] == ["VTIMEZONE", "VEVENT"]
    assert event.components == []
    assert event.names() == [
        "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "UID", "SUMMARY", "LOCATION", "STATUS", "TRANSP",
        "X-MICROSOFT-CDO-BUSYSTATUS", "CLASS", "CATEGORIES", "DESCRIPTION",
    ]  # fmt: skip
    assert event.text("SUMMARY") == ON_ONE_LINE
    assert event.text("UID") == f"evil{ON_ONE_LINE}@delegation-planner.invalid"
    on_lines = ON_ONE_LINE.replace(" ATT", "\nATT").replace(" BEG", "\nBEG").replace(" END", "\nEND")
    on_lines = on_lines.replace(" METH", "\nMETH").replace(" URL", "\nURL")
    assert event.text("DESCRIPTION").split("\n")[0] == "Your role: witness"
    assert f"\n{on_lines}\n{on_lines}\n" in event.text("DESCRIPTION")
