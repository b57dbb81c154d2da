"""Messages that change one item in one reader's calendar: RFC 5546 REQUEST and CANCEL, each a file of one event.

Several events in one message are lost on most readers: Outlook takes the first alone, Thunderbird looks up the first
alone. So each file has one UID, one organizer and, for privacy, one attendee: the reader.
"""

from datetime import UTC, datetime
from typing import Final, Literal, NamedTuple
from urllib.parse import quote

from delegation_planner.editions.notices import Correspondent
from delegation_planner.exports.calendar.calendars import zones_of
from delegation_planner.exports.calendar.content_lines import content_line
from delegation_planner.exports.calendar.event_facts import EventFacts
from delegation_planner.exports.calendar.events import END_OF_FILE, Event, event_for_reader, head_of_file, shared_lines
from delegation_planner.exports.calendar.events import stamped as stamped_event
from delegation_planner.exports.calendar.proof import WrongCalendarError, prove_event, prove_file, prove_shared_lines
from delegation_planner.exports.calendar.reading_back import read_lines
from delegation_planner.exports.calendar.telling import moment_of
from delegation_planner.exports.calendar.vtimezone import HeldZones
from delegation_planner.exports.clean_text import one_line
from delegation_planner.plan.kinds import UtcStamp
from delegation_planner.plan.sent import Sent
from delegation_planner.words.words import Words

MessageMethod = Literal["REQUEST", "CANCEL"]

_PLAIN_IN_MAILTO: Final = "@!$'*+-._~"
_NO_TIME: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Parties(NamedTuple):
    """Who writes and who is written to; `asks_reply` says whether an answer is asked for."""

    organizer: Correspondent
    attendee: Correspondent
    asks_reply: bool = True

    @property
    def lines(self) -> bytes:
        """The lines of organizer and attendee."""
        reply = "TRUE" if self.asks_reply else "FALSE"
        attendee = f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP={reply}"
        return b"".join(
            content_line(f'{head};CN="{_common_name(one.name)}":{_mailto(one)}'.encode())
            for head, one in (("ORGANIZER", self.organizer), (attendee, self.attendee))
        )


def message(method: MessageMethod, event: Event, sent: Sent, parties: Parties) -> bytes:
    """The file that brings this event into the attendee's calendar, or takes it out; proved."""
    zones, people = zones_of([event]), parties.lines
    content = b"".join(
        (head_of_file("", method), *zones, stamped_event(event.lines, sent, people), END_OF_FILE),
    )
    _prove_people(people, parties)
    prove_file(content, "", zones, [(event, sent)], method, people)
    return content


def farewell(last: Sent, words: Words) -> Event:
    """The event that says of an item, as it was last sent, that it is off for this reader.

    An item sent by a version that kept no times is off at no particular time.
    """
    start, end = (moment_of(written) if written else _NO_TIME for written in (last.start, last.end))
    facts = EventFacts(
        uid=last.uid,
        summary=words.say("(cancelled) {title}", title=last.title),
        start=start,
        end=end,
        location="",
        status="CANCELLED",
        busy="FREE",
        privacy="PUBLIC",
        category="",
        description=words.say("This item is no longer in the programme."),
    )
    moments = [moment for moment in (start, end) if isinstance(moment, datetime)] or [_NO_TIME]
    shared = shared_lines(facts, HeldZones(min(moments), max(moments)))
    prove_shared_lines(facts, shared)
    event = event_for_reader(facts, shared, "")
    prove_event(event)
    return event


def taken_back(last: Sent, now: UtcStamp, edition: int) -> Sent:
    """What stands in the register once the reader is told that the item is off."""
    if last.cancelled:
        return last
    return last._replace(sequence=last.sequence + 1, at=now, cancelled=True, edition=edition)


def is_own_address(organizer: Correspondent, address: str) -> bool:
    """Whether mail to this address comes back to the organizer, who must not be asked to reply to himself."""
    return organizer.address.casefold() == address.casefold()


def _prove_people(lines: bytes, parties: Parties) -> None:
    """Reads the lines back: one organizer, one attendee, names and addresses as they should be."""
    found = [(line.name, line.parameters.get("CN"), line.value) for line in read_lines(lines)]
    expected = [
        (name, _common_name(one.name), _mailto(one))
        for name, one in (("ORGANIZER", parties.organizer), ("ATTENDEE", parties.attendee))
    ]
    if found != expected:
        raise WrongCalendarError(f"people: {found!r} instead of {expected!r}")


def _common_name(name: str) -> str:
    """A name that can stand in quotes: some readers know no escapes there."""
    return one_line(name).replace('"', "'").replace("^", "")


def _mailto(one: Correspondent) -> str:
    return f"mailto:{quote(one.address, safe=_PLAIN_IN_MAILTO)}"
