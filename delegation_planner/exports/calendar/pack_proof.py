"""Proves a pack as a whole before it is announced: what its files say, against the programmes and the register.

It reads the finished bytes of every file and knows nothing of how they were made (checks X4, X5 and X6).
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.exports.calendar.event_facts import is_cancelled
from delegation_planner.exports.calendar.pack import CalendarPack, ReaderCalendars
from delegation_planner.exports.calendar.proof import WrongCalendarError
from delegation_planner.exports.calendar.reading_back import Line, ZoneRead, read_lines, read_zone
from delegation_planner.exports.clean_text import one_line
from delegation_planner.plan.sent import Sent, SentRegister

Check = Literal["X2", "X4", "X5", "X6"]

_EVENT: Final = re.compile(rb"^BEGIN:VEVENT\r\n(.*?^END:VEVENT\r\n)", re.MULTILINE | re.DOTALL)
_ZONE: Final = re.compile(rb"^BEGIN:VTIMEZONE\r\n.*?^END:VTIMEZONE\r\n", re.MULTILINE | re.DOTALL)
_STAMPS: Final = re.compile(rb"DTSTAMP:(\d{8}T\d{6}Z)\r\nLAST-MODIFIED:\d{8}T\d{6}Z\r\nSEQUENCE:(\d+)\r\n")
_PEOPLE: Final = re.compile(rb"(?:^(?:ORGANIZER|ATTENDEE)[;:](?:.*\r\n)(?: .*\r\n)*)+", re.MULTILINE)


class WrongPackError(WrongCalendarError):
    """A pack that would leave some reader's calendar wrong: our own mistake, and nothing was written."""

    def __init__(self, check: Check, reader: str, what: str) -> None:
        super().__init__(f"{check}: {reader}: {what}")
        self.check = check


class ReadEvent(NamedTuple):
    """An event as a file says it. `fingerprint` is of all but stamps, organizer and attendee."""

    uid: str
    start: datetime | date
    end: datetime | date
    cancelled: bool
    sequence: int
    stamp: str
    fingerprint: str


def prove_pack(pack: CalendarPack, register: SentRegister) -> None:
    """Raises WrongPackError for the first reader whose calendar would be wrong.

    `register` is what had gone out before this pack; of a pack made again it may hold what the pack brought.
    """
    reading = _Reading()
    before: dict[str, list[Sent]] = {}
    for sent in register.values():
        before.setdefault(sent.reader, []).append(sent)
    for calendars in pack.readers:
        key = calendars.recipient.key
        _Reader(key, reading, {sent.uid: sent for sent in before.get(key, ())}).prove(calendars)


class _Reading:
    """Reads files; an event that many readers have alike is read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, bytes], ReadEvent] = {}
        self._zones: dict[bytes, ZoneRead] = {}
        self._proved: set[tuple[bytes, datetime]] = set()

    def events(self, content: bytes) -> list[ReadEvent]:
        """The events of a file; raises ValueError where it cannot be read or a zone is not what tzdata says."""
        zones = {self._zone(component).name: component for component in _ZONE.findall(content)}
        head = b"".join(zones.values())
        return [self._event(head, zones, lines) for lines in _EVENT.findall(content)]

    def _event(self, head: bytes, zones: Mapping[str, bytes], lines: bytes) -> ReadEvent:
        stamps = _STAMPS.match(lines)
        if stamps is None:
            raise ValueError("an event without stamps")
        said = _PEOPLE.sub(b"", lines[stamps.end() :], count=1)
        known = self._known.get((head, said))
        if known is None:
            known = self._known[head, said] = self._read(said, zones)
        return known._replace(sequence=int(stamps[2]), stamp=stamps[1].decode())

    def _read(self, said: bytes, zones: Mapping[str, bytes]) -> ReadEvent:
        lines = {line.name: line for line in read_lines(said)}
        start, end = (self._moment(lines[name], zones) for name in ("DTSTART", "DTEND"))
        cancelled = lines["STATUS"].text == "CANCELLED"
        return ReadEvent(lines["UID"].text, start, end, cancelled, 0, "", sha256(said).hexdigest())

    def _moment(self, line: Line, zones: Mapping[str, bytes]) -> datetime | date:
        moment = line.moment
        if not isinstance(moment, datetime):
            return moment
        zone = line.parameters.get("TZID")
        instant = moment.astimezone(UTC)
        if zone is not None and (zones[zone], instant) not in self._proved:
            if self._zone(zones[zone]).offset(instant) != instant.astimezone(ZoneInfo(zone)).utcoffset():
                raise ValueError(f"{zone} is not what tzdata says")
            self._proved.add((zones[zone], instant))
        return instant

    def _zone(self, component: bytes) -> ZoneRead:
        if component not in self._zones:
            self._zones[component] = read_zone(component)
        return self._zones[component]


class _Reader:
    """One reader's calendar before and after the pack."""

    def __init__(self, key: str, reading: _Reading, before: Mapping[str, Sent]) -> None:
        self._key = key
        self._reading = reading
        self._before = before

    def prove(self, calendars: ReaderCalendars) -> None:
        whole = self._events(calendars.whole.content) if calendars.whole else {}
        messages: dict[str, ReadEvent] = {}
        for message in calendars.messages:
            ((uid, event),) = self._events(message.content).items()
            self._expect("X4", uid not in messages, "two messages about one item", uid)
            self._expect("X4", event.cancelled == (message.method == "CANCEL"), "a method that is not the status", uid)
            known = whole.get(uid)
            self._expect("X4", known is None or known == event, "a message that says other than the calendar", uid)
            messages[uid] = event
        self._prove_programme(calendars, {**messages, **whole})
        for event in {**messages, **whole}.values():
            self._prove_sequence(event)
        if calendars.recipient.programme or calendars.updates:  # whoever left and has no address is named instead
            self._prove_nothing_vanished(whole, messages)
        if calendars.updates and not calendars.first:
            self._prove_news_is_told(whole, messages)

    def _events(self, content: bytes) -> dict[str, ReadEvent]:
        try:
            events = self._reading.events(content)
        except (ValueError, LookupError, StopIteration) as error:
            raise WrongPackError("X4", self._key, f"a file that cannot be read back: {error}") from error
        found = {event.uid: event for event in events}
        self._expect("X4", len(found) == len(events) > 0, "an item twice in a file, or none", "")
        return found

    def _prove_programme(self, calendars: ReaderCalendars, said: Mapping[str, ReadEvent]) -> None:
        """X4: every item of the programme is there at its instants, and nothing else is on."""
        programme = calendars.recipient.programme
        shown = set()
        for entry in programme.entries if programme else ():
            uid = one_line(entry.uid)
            shown.add(uid)
            assert programme is not None
            off = is_cancelled(entry, programme.visit)
            if entry.broken or (off and uid not in self._before):
                continue
            event = said.get(uid)
            if event is None:
                raise WrongPackError("X4", self._key, f"an item is missing: {uid}")
            right = (entry.start.astimezone(UTC), entry.end.astimezone(UTC), off)
            self._expect("X4", (event.start, event.end, event.cancelled) == right, "other times than planned", uid)
        for uid, event in said.items():
            self._expect("X4", uid in shown or event.cancelled, "an item that is not in the programme", uid)

    def _prove_sequence(self, event: ReadEvent) -> None:
        """X5: whatever is said otherwise than before has a higher SEQUENCE; what is not keeps number and stamp."""
        last = self._before.get(event.uid)
        if last is None:
            self._expect("X5", event.sequence == 0, "an item never sent before does not begin at 0", event.uid)
            return
        stamp = last.at.replace("-", "").replace(":", "")
        told_off = event.cancelled and last.cancelled
        if told_off or (event.fingerprint, event.cancelled) == (last.fingerprint, last.cancelled):
            self._expect("X5", event.sequence == last.sequence, "a SEQUENCE raised for nothing", event.uid)
            self._expect("X5", event.stamp == stamp, "a new stamp under an old SEQUENCE", event.uid)
        else:
            self._expect("X5", event.sequence > last.sequence, "a change without a higher SEQUENCE", event.uid)

    def _prove_nothing_vanished(self, whole: Mapping[str, ReadEvent], messages: Mapping[str, ReadEvent]) -> None:
        """X6: what was sent and not taken back is in the calendar, or is taken back now."""
        for uid, last in self._before.items():
            told = last.cancelled or uid in whole or (uid in messages and messages[uid].cancelled)
            self._expect("X6", told, "an item has vanished without being cancelled", uid)

    def _prove_news_is_told(self, whole: Mapping[str, ReadEvent], messages: Mapping[str, ReadEvent]) -> None:
        """X6 too: who takes in messages alone hears of everything that is new or other than before."""
        for uid, event in whole.items():
            last = self._before.get(uid)
            is_news = last is None or event.sequence != last.sequence
            self._expect("X6", uid in messages or not is_news, "a change for which there is no message", uid)

    def _expect(self, check: Check, holds: object, what: str, uid: str) -> None:
        if not holds:
            raise WrongPackError(check, self._key, f"{what}: {uid}")
