"""VEVENTs as bytes: made once by the library, joined for every reader with the reader's own lines."""

from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final, NamedTuple

from delegation_planner.exports.calendar.content_lines import content_line, escaped
from delegation_planner.exports.calendar.event_facts import EventFacts
from delegation_planner.exports.calendar.vtimezone import HeldZones
from delegation_planner.plan.kinds import ZoneName
from delegation_planner.plan.sent import Sent

BEGIN: Final = b"BEGIN:VEVENT\r\n"
END: Final = b"END:VEVENT\r\n"
END_OF_FILE: Final = b"END:VCALENDAR\r\n"
_DESCRIPTION: Final = b"\r\nDESCRIPTION:"


class SharedLines(NamedTuple):
    """What all readers of an event have alike: its lines up to the description, and the description's value unfolded.

    `zones` are those that its times are written in.
    """

    head: bytes
    description: bytes
    zones: tuple[ZoneName, ...]


class Event(NamedTuple):
    """An event as one reader has it: all lines but BEGIN and the stamps, and a fingerprint (sha256, hex) of them."""

    facts: EventFacts
    own: str
    lines: bytes
    fingerprint: str
    zones: tuple[ZoneName, ...]


def shared_lines(facts: EventFacts, held: HeldZones) -> SharedLines:
    """Lets the library write the event, without stamps, and takes the description apart for the readers' own lines."""
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
    event.add("categories", [facts.category])
    event.add("description", facts.description)
    written: bytes = event.to_ical(sorted=False)
    head, _, description = written.removeprefix(BEGIN).partition(_DESCRIPTION)
    unfolded = description.removesuffix(b"\r\n" + END).replace(b"\r\n ", b"")
    return SharedLines(head + b"\r\n", unfolded, tuple(sorted(zones)))


def event_for_reader(facts: EventFacts, shared: SharedLines, own: str) -> Event:
    """The shared lines with the reader's own ones at the head of the description."""
    opening = escaped(own + "\n") if own else b""
    lines = shared.head + content_line(b"DESCRIPTION:" + opening + shared.description) + END
    return Event(facts, own, lines, sha256(lines).hexdigest(), shared.zones)


def stamped(lines: bytes, sent: Sent) -> bytes:
    """The whole VEVENT with SEQUENCE and both stamps as the register has them, so that it is the same next time."""
    stamp = sent.at.replace("-", "").replace(":", "")
    return b"%sDTSTAMP:%b\r\nLAST-MODIFIED:%b\r\nSEQUENCE:%d\r\n%s" % (
        BEGIN, stamp.encode(), stamp.encode(), sent.sequence, lines,
    )  # fmt: skip


def head_of_file(name: str) -> bytes:
    """What stands before the zones of a published calendar.

    A `name` belongs into files of several events only: Outlook opens those as a calendar of their own, which can be
    deleted whole, but a single appointment must not bear it.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Delegation Planner//Delegation Planner//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", icalendar.vText(name))
    written: bytes = calendar.to_ical(sorted=False)
    return written.removesuffix(END_OF_FILE)


def _add_time(event: Any, name: str, moment: datetime | date, held: HeldZones) -> ZoneName:
    """Adds a time and answers with the zone that it needs, empty for UTC and for a whole day."""
    event.add(name, held.written(moment) if isinstance(moment, datetime) else moment)
    return str(event[name].params.get("TZID", ""))
