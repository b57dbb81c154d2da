"""Proves calendars before they leave: every event and zone read back, every file compared with its parts."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from delegation_planner.exports.calendar.event_facts import EventFacts
from delegation_planner.exports.calendar.events import BEGIN, END, Event, Method, SharedLines
from delegation_planner.exports.calendar.reading_back import Line, read_lines, read_zone
from delegation_planner.plan.kinds import ZoneName
from delegation_planner.plan.sent import Sent

_STAMPS: Final = re.compile(rb"DTSTAMP:(\d{8}T\d{6}Z)\r\nLAST-MODIFIED:\1\r\nSEQUENCE:(\d+)\r\n")
_BETWEEN_EVENTS: Final = b"\r\n" + BEGIN


class WrongCalendarError(Exception):
    """A calendar that does not say what its Programme says: our own mistake, and nothing was written."""


def prove_shared_lines(facts: EventFacts, shared: SharedLines) -> None:
    """Reads an event's shared lines back: each property once and in its place, texts and instants the Programme's."""
    expected = _expected_texts(facts)
    lines = read_lines(shared.lines)
    _compare("properties", [line.name for line in lines], ["DTSTART", "DTEND", *expected])
    start, end, *texts = lines
    _compare("texts", {line.name: line.text for line in texts}, expected)
    for line, moment in ((start, facts.start), (end, facts.end)):
        _compare(line.name, _instant(line.moment), _instant(moment))
        _compare(f"zone of {line.name}", _zone_is_declared(line, shared.zones, moment), True)


def prove_event(event: Event) -> None:
    """Compares an event with its shared lines, proved before, and reads the description back."""
    head, rest = event.lines[: len(event.shared.lines)], event.lines[len(event.shared.lines) :]
    _compare("shared lines", head, event.shared.lines)
    said = [(line.name, line.parameters, line.text) for line in read_lines(rest)]
    _compare("description", said, [("DESCRIPTION", {}, event.description), ("END", {}, "VEVENT")])


def _expected_texts(facts: EventFacts) -> dict[str, str]:
    texts = {
        "UID": facts.uid,
        "SUMMARY": facts.summary,
        "LOCATION": facts.location,
        "STATUS": facts.status,
        "TRANSP": "TRANSPARENT" if facts.busy == "FREE" else "OPAQUE",
        "X-MICROSOFT-CDO-BUSYSTATUS": facts.busy,
        "X-MICROSOFT-CDO-ALLDAYEVENT": "TRUE" if facts.all_day else "",
        "CLASS": facts.privacy,
        "CATEGORIES": facts.category,
    }
    may_lack = {"LOCATION", "X-MICROSOFT-CDO-ALLDAYEVENT", "CATEGORIES"}
    return {name: text for name, text in texts.items() if text or name not in may_lack}


def _instant(moment: datetime | date) -> datetime | date:
    """In UTC, for Python takes a time in a repeated hour for unequal to itself in another zone."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _zone_is_declared(line: Line, zones: Sequence[ZoneName], moment: object) -> bool:
    if not isinstance(moment, datetime):
        return line.parameters == {"VALUE": "DATE"}
    return line.value.endswith("Z") if not line.parameters else line.parameters.get("TZID") in zones


def prove_zone(zone: ZoneName, component: bytes, moments: Iterable[datetime]) -> None:
    """Reads a VTIMEZONE back and compares its offsets with zoneinfo's at these instants (UTC)."""
    read = read_zone(component)
    _compare("TZID", read.name, zone)
    clock = ZoneInfo(zone)
    for moment in moments:
        _compare(f"offset in {zone} at {moment}", read.offset(moment), moment.astimezone(clock).utcoffset())


def prove_file(
    content: bytes,
    name: str,
    zones: Sequence[bytes],
    events: Sequence[tuple[Event, Sent]],
    method: Method = "PUBLISH",
    people: bytes = b"",
) -> None:
    """Takes a whole calendar apart and compares each byte with what was proved before.

    `name` is the calendar's, empty in a file of one event; `zones` and `events` are proved and in their order.
    `people` are the proved lines of organizer and attendee that follow the stamps of a message's only event.
    """
    head, *parts = content.removesuffix(b"END:VCALENDAR\r\n").split(_BETWEEN_EVENTS)
    opening, *components = re.split(rb"(?=^BEGIN:VTIMEZONE\r\n)", head + b"\r\n", flags=re.MULTILINE)
    _compare("zones", components, list(zones))
    _compare("head", [(line.name, line.text) for line in read_lines(opening)], _expected_head(name, method))
    _compare("number of events", len(parts), len(events))
    uids = {event.facts.uid for event, _ in events}
    _compare("number of UIDs", len(uids), len(events))
    last = len(parts) - 1
    for place, (part, (event, sent)) in enumerate(zip(parts, events, strict=True)):
        whole = part if place == last else part + b"\r\n"
        stamps = _STAMPS.match(whole)
        if not stamps or whole[stamps.end() :] != people + event.lines:
            raise WrongCalendarError(f"an event differs from its proved lines: {event.facts.uid}")
        _compare("SEQUENCE", int(stamps[2]), sent.sequence)
        _compare("DTSTAMP", stamps[1].decode(), sent.at.replace("-", "").replace(":", ""))
    _compare("end", content.endswith(END + b"END:VCALENDAR\r\n"), True)


def _expected_head(name: str, method: Method) -> list[tuple[str, str]]:
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Delegation Planner//Delegation Planner//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", method),
    ]
    return [*head, ("X-WR-CALNAME", name)] if name else head


def _compare(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise WrongCalendarError(f"{what}: {found!r} instead of {expected!r}")
