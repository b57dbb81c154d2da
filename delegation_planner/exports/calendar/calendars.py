"""A calendar file for each reader, with what must be remembered as sent and what was left out."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from delegation_planner.exports.calendar.events import END_OF_FILE, Event, head_of_file, stamped
from delegation_planner.exports.calendar.events_once import EventsOnce
from delegation_planner.exports.calendar.proof import prove_file
from delegation_planner.exports.calendar.telling import LeftOut, Reason, Telling, Told
from delegation_planner.exports.calendar.vtimezone import vtimezone
from delegation_planner.exports.clean_text import one_line
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.exports.safe_write import OutgoingFile
from delegation_planner.exports.steps import Steps
from delegation_planner.plan.kinds import Language, UtcStamp
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.programme.programme import Programme
from delegation_planner.words.kinds_words import DISCLOSURES
from delegation_planner.words.words import Words


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
    steps: Steps | None = None,
    in_full: Callable[[Programme], Programme] | None = None,
) -> CalendarBatch:
    """A METHOD:PUBLISH calendar for each programme, all of one visit, proved before it is handed over.

    `made_at` is aware. An event that a reader was sent before, and that says the same, is the same bytes again; one
    that says anything else has the next SEQUENCE and `made_at` as its stamps. A cancelled item stays in the calendars
    of those who were sent it, as STATUS:CANCELLED. `banner` adds the visit as an event of whole days. Raises
    WrongCalendarError, a mistake of ours, if a calendar read back is not what its programme says; Stopped where one
    of the `steps`, a calendar each, is not wanted any more. `in_full` gives a person's programme up to every level: it
    tells what is left out at this one from what is dropped.
    """
    programmes, steps = list(programmes), steps or Steps()
    once = EventsOnce(programmes, words_of)
    telling = Telling(once, register, stamp_of(made_at), banner=banner)
    files = []
    for name, programme in zip(calendar_names(programmes, words_of), programmes, strict=True):
        steps.take(name)
        told = telling.told(programme)
        telling.left_out += _vanished(told, in_full)
        if told.events:
            files.append(calendar_file(name, told.programme, told.events, register, words_of))
        else:
            telling.left_out.append(LeftOut(told.reader, "no_items"))
    once.prove_zones()
    return CalendarBatch(tuple(files), tuple(telling.left_out))


def _vanished(told: Told, in_full: Callable[[Programme], Programme] | None) -> Iterator[LeftOut]:
    """What the reader was sent and does not find in this calendar."""
    programme, there = told.programme, _uids(told.programme)
    vanished = [sent for sent in told.gone if not sent.cancelled and sent.uid not in there]
    is_cut = vanished and in_full is not None and programme.audience.kind == "person"
    kept = _uids(in_full(programme)) if is_cut and in_full else set()
    for sent in vanished:
        reason: Reason = "not_at_this_level" if sent.uid in kept else "no_longer_in_programme"
        yield LeftOut(told.reader, reason, sent.uid, "", sent.title)


def _uids(programme: Programme) -> set[str]:
    return {one_line(entry.uid) for entry in programme.entries}


def calendar_names(programmes: Iterable[Programme], words_of: Callable[[Language], Words]) -> list[str]:
    """A distinct file name for the calendar of each programme."""
    return distinct_names([calendar_stem(one, words_of(one.audience.language)) for one in programmes], ".ics")


def calendar_file(
    name: str,
    programme: Programme,
    events: Sequence[tuple[Event, Sent]],
    register: SentRegister,
    words_of: Callable[[Language], Words],
) -> CalendarFile:
    """A published calendar of these events, of which there is at least one, proved."""
    reader = programme.audience.reader
    title = _calendar_name(programme, words_of(programme.audience.language)) if len(events) > 1 else ""
    content = calendar_bytes(title, events)
    fresh = tuple(sent for _, sent in events if register.get((reader, sent.uid)) != sent)
    return CalendarFile(name, content, reader, len(events), fresh)


def calendar_bytes(title: str, events: Sequence[tuple[Event, Sent]]) -> bytes:
    """A published calendar as bytes, proved; `title` is empty for a file of one event."""
    zones = zones_of(event for event, _ in events)
    written = [stamped(event.lines, sent) for event, sent in events]
    content = b"".join((head_of_file(title), *zones, *written, END_OF_FILE))
    prove_file(content, title, zones, events)
    return content


def zones_of(events: Iterable[Event]) -> list[bytes]:
    """The VTIMEZONEs that these events need, by name."""
    return [vtimezone(zone) for zone in sorted({zone for event in events for zone in event.shared.zones})]


def stamp_of(moment: datetime) -> UtcStamp:
    """An aware moment as the register writes it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def calendar_stem(programme: Programme, words: Words) -> str:
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
