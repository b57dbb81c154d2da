"""A calendar file for each reader, with what must be remembered as sent and what was left out."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from delegation_planner.exports.calendar.event_facts import banner_uid, is_cancelled
from delegation_planner.exports.calendar.events import END_OF_FILE, Event, head_of_file, stamped
from delegation_planner.exports.calendar.events_once import EventsOnce
from delegation_planner.exports.calendar.proof import prove_file
from delegation_planner.exports.calendar.vtimezone import vtimezone
from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.exports.safe_write import OutgoingFile
from delegation_planner.plan.kinds import Id, Language, UtcStamp
from delegation_planner.plan.sent import Sent, SentRegister, next_sent
from delegation_planner.programme.programme import Entry, Programme, VehicleLine
from delegation_planner.words.kinds_words import DISCLOSURES
from delegation_planner.words.words import Words

Reason = Literal["ends_before_it_starts", "cancelled_unsent", "no_longer_in_programme", "no_items"]


class LeftOut(NamedTuple):
    """What a reader's calendar does not hold, and why.

    An item that does not end after it starts; a cancelled one of which the reader never heard; one that was sent
    before and is no longer in the reader's programme (a published file cannot take it back: the reader has to be
    told, and it stays known as sent); or, with the last fields empty, a whole file for want of items.
    """

    reader: str
    reason: Reason
    uid: str = ""
    number: str = ""
    title: str = ""


class CalendarFile(NamedTuple):
    """A file: its name, bytes and number of events, and what to remember once it has gone out.

    `sent` holds only what differs from the register that it was made by.
    """

    name: str
    content: bytes
    reader: str
    events: int
    sent: tuple[Sent, ...]


class CalendarBatch(NamedTuple):
    """Proved calendar files, in the order of their programmes, and all that was left out."""

    files: tuple[CalendarFile, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def outgoing(self) -> list[OutgoingFile]:
        """The files as they are written."""
        return [OutgoingFile(file.name, file.content) for file in self.files]

    def sent(self, delivered: Collection[str]) -> tuple[Sent, ...]:
        """What to remember once the files of these names stand in their folder."""
        names = set(delivered)
        return tuple(sent for file in self.files if file.name in names for sent in file.sent)


def make_calendars(
    programmes: Iterable[Programme],
    register: SentRegister,
    made_at: datetime,
    words_of: Callable[[Language], Words],
    *,
    banner: bool = False,
) -> CalendarBatch:
    """A METHOD:PUBLISH calendar for each programme, all of one visit, proved before it is handed over.

    `made_at` is aware. An event that a reader was sent before, and that says the same, is the same bytes again; one
    that says anything else has the next SEQUENCE and `made_at` as its stamps. A cancelled item stays in the calendars
    of those who were sent it, as STATUS:CANCELLED. `banner` adds the visit as an event of whole days. Raises
    WrongCalendarError, a mistake of ours, if a calendar read back is not what its programme says.
    """
    programmes = list(programmes)
    names = [_stem(programme, words_of(programme.audience.language)) for programme in programmes]
    once = EventsOnce(programmes, words_of)
    desk = _Desk(once, register, f"{made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", words_of, banner=banner)
    files = [desk.file(*each) for each in zip(distinct_names(names, ".ics"), programmes, strict=True)]
    once.prove_zones()
    return CalendarBatch(tuple(file for file in files if file), tuple(desk.left_out))


class _Desk:
    """Makes file after file against one register."""

    def __init__(
        self,
        once: EventsOnce,
        register: SentRegister,
        now: UtcStamp,
        words_of: Callable[[Language], Words],
        *,
        banner: bool,
    ) -> None:
        self._once = once
        self._register = register
        self._now = now
        self._words_of = words_of
        self._banner = banner
        self._sent_before: dict[str, list[Sent]] = defaultdict(list)
        for sent in register.values():
            self._sent_before[sent.reader].append(sent)
        self.left_out: list[LeftOut] = []

    def file(self, name: str, programme: Programme) -> CalendarFile | None:
        """The programme's calendar, or None if there is nothing to put into it."""
        reader = programme.audience.reader
        events = [(event, self._sent(reader, event)) for event in self._events(programme)]
        self._note_what_vanished(programme)
        if not events:
            self.left_out.append(LeftOut(reader, "no_items"))
            return None
        title = _calendar_name(programme, self._words_of(programme.audience.language)) if len(events) > 1 else ""
        zones = [vtimezone(zone) for zone in sorted({zone for event, _ in events for zone in event.shared.zones})]
        written = [stamped(event.lines, sent) for event, sent in events]
        content = b"".join((head_of_file(title), *zones, *written, END_OF_FILE))
        prove_file(content, title, zones, events)
        fresh = tuple(sent for _, sent in events if self._register.get((reader, sent.uid)) != sent)
        return CalendarFile(name, content, reader, len(events), fresh)

    def _events(self, programme: Programme) -> Iterator[Event]:
        reader = programme.audience.reader
        vehicles: dict[Id, list[VehicleLine]] = defaultdict(list)
        for vehicle in programme.vehicles:
            vehicles[vehicle.item_id].append(vehicle)
        if self._banner:
            yield self._once.banner(programme)
        for entry in programme.entries:
            if entry.broken:
                self._leave_out(reader, "ends_before_it_starts", entry)
            elif is_cancelled(entry, programme.visit) and (reader, one_line(entry.uid)) not in self._register:
                self._leave_out(reader, "cancelled_unsent", entry)
            else:
                yield self._once.event(entry, programme, vehicles.get(entry.item_id, ()))

    def _sent(self, reader: str, event: Event) -> Sent:
        cancelled = event.facts.status == "CANCELLED"
        return next_sent(self._register, reader, event.facts.uid, event.fingerprint, self._now, cancelled=cancelled)

    def _leave_out(self, reader: str, reason: Reason, entry: Entry) -> None:
        self.left_out.append(LeftOut(reader, reason, one_line(entry.uid), entry.number, one_line(entry.title.text)))

    def _note_what_vanished(self, programme: Programme) -> None:
        reader = programme.audience.reader
        shown = {one_line(entry.uid) for entry in programme.entries} | {banner_uid(programme.visit)}
        for sent in self._sent_before.get(reader, ()):
            if sent.uid not in shown and not sent.cancelled:
                self.left_out.append(LeftOut(reader, "no_longer_in_programme", sent.uid))


def _stem(programme: Programme, words: Words) -> str:
    """What the file is named after: code and name of the person, else who reads it and, beyond public, the level."""
    if programme.reader:
        return f"{programme.reader.code} {programme.reader.name.text}"
    reader, level = _reader_name(programme, words), programme.audience.level
    if level == "public":
        return reader
    said = words.say(DISCLOSURES[level])
    return f"{reader}, {said.upper() if level == 'internal' else said.lower()}"


def _calendar_name(programme: Programme, words: Words) -> str:
    return one_line(f"{programme.visit.short_title.text} – {_reader_name(programme, words)}")


def _reader_name(programme: Programme, words: Words) -> str:
    if programme.reader:
        return programme.reader.name.text
    return programme.delegation_name.text if programme.delegation_name else words.say("Everyone")
