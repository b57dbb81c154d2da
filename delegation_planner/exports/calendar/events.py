"""VEVENTs as bytes: made once by the library, joined for every reader with the reader's own lines."""

from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any, Final, Literal, NamedTuple

from delegation_planner.exports.calendar.content_lines import content_line, escaped
from delegation_planner.exports.calendar.event_facts import EventFacts
from delegation_planner.exports.calendar.vtimezone import HeldZones
from delegation_planner.plan.kinds import ZoneName
from delegation_planner.plan.sent import Sent

BEGIN: Final = b"BEGIN:VEVENT\r\n"
END: Final = b"END:VEVENT\r\n"
END_OF_FILE: Final = b"END:VCALENDAR\r\n"

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]


class SharedLines(NamedTuple):
    """What all readers of an event have alike: its lines but the description, and the zones of its times."""

    lines: bytes
    zones: tuple[ZoneName, ...]


class Event(NamedTuple):
    """An event as one reader has it: all lines but BEGIN and the stamps, and a fingerprint (sha256, hex) of them."""

    facts: EventFacts
    shared: SharedLines
    description: str
    lines: bytes
    fingerprint: str


def shared_lines(facts: EventFacts, held: HeldZones) -> SharedLines:
    """Lets the library write the event's lines, but no stamps nor the description that each reader's own part opens."""
    import icalendar

    event = icalendar.Event()
    zones = {_add_time(event, "dtstart", facts.start, held), _add_time(event, "dtend", facts.end, held)} - {""}
    event.add("uid", facts.uid)
    event.add("summary", facts.summary)
    if facts.location:
        event.add("location", facts.location)
    event.add("status", facts.status)
    event.add("transp", "TRANSPARENT" if facts.busy == "FREE" else "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", icalendar.vText(facts.busy))
    if facts.all_day:
        event.add("x-microsoft-cdo-alldayevent", icalendar.vText("TRUE"))
    event.add("class", facts.privacy)
    if facts.category:
        event.add("categories", [facts.category])
    lines: list[str] = event.content_lines(sorted=False)[1:-2]
    return SharedLines(b"".join(content_line(line.encode()) for line in lines), tuple(sorted(zones)))


def event_for_reader(facts: EventFacts, shared: SharedLines, own: str) -> Event:
    """The shared lines and the description, opened by what the event is for this reader."""
    description = f"{own}\n{facts.description}" if own else facts.description
    lines = shared.lines + content_line(b"DESCRIPTION:" + escaped(description)) + END
    return Event(facts, shared, description, lines, sha256(lines).hexdigest())


def stamped(lines: bytes, sent: Sent, people: bytes = b"") -> bytes:
    """The whole VEVENT with SEQUENCE and both stamps as the register has them, so that it is the same next time.

    `people` are the lines of organizer and attendee, which only a message has.
    """
    stamp = sent.at.replace("-", "").replace(":", "")
    return b"%sDTSTAMP:%b\r\nLAST-MODIFIED:%b\r\nSEQUENCE:%d\r\n%b%b" % (
        BEGIN, stamp.encode(), stamp.encode(), sent.sequence, people, lines,
    )  # fmt: skip


def head_of_file(name: str, method: Method = "PUBLISH") -> bytes:
    """What stands before the zones of a calendar.

    A `name` belongs into files of several events only: Outlook opens those as a calendar of their own, which can be
    deleted whole, but a single appointment must not bear it.
    """
    head = _head(method)
    return head + content_line(b"X-WR-CALNAME:" + escaped(name)) if name else head


@cache
def _head(method: Method) -> bytes:
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Delegation Planner//Delegation Planner//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    written: bytes = calendar.to_ical(sorted=False)
    return written.removesuffix(END_OF_FILE)


def _add_time(event: Any, name: str, moment: datetime | date, held: HeldZones) -> ZoneName:
    """Adds a time and answers with the zone that it needs, empty for UTC and for a whole day."""
    event.add(name, held.written(moment) if isinstance(moment, datetime) else moment)
    return str(event[name].params.get("TZID", ""))
