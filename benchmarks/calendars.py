"""G5: a calendar for each of 500 people, beside the plain way with the same library."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.hand_outs import CATALOGUES, MADE_AT, programme_of_each
from benchmarks.measuring import Comparison, Line, in_pairs, timed
from benchmarks.visits import LARGE, SMALL, visit_of
from delegation_planner.exports.calendar.calendars import make_calendars
from delegation_planner.exports.calendar.event_facts import EventFacts, event_facts, own_lines
from delegation_planner.exports.safe_write import OutgoingFile, write_files
from delegation_planner.programme.programme import Programme


class PlainCalendar(NamedTuple):
    """All that a person's calendar says, worded beforehand: its name, its zones, its events with their descriptions."""

    name: str
    zones: tuple[str, ...]
    events: tuple[tuple[EventFacts, str], ...]


def measure(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Ours words, builds and proves; the plain way is handed the words. Writing the files is shown apart."""
    programmes = programme_of_each(visit_of(SMALL if quick else LARGE))
    worded = [plain_calendar(programme) for programme in programmes]
    plainly(worded[:3])  # neither side pays for loading the library
    pairs = in_pairs(timed(lambda: plainly(worded)), timed(lambda: ours(programmes)), 2 if quick else 3)
    yield Comparison("G5", f"{len(programmes)} calendars, proof included", pairs, 1 / 7)

    files = [OutgoingFile(f"{number}.ics", content) for number, content in enumerate(ours(programmes))]
    write_files(folder / "ours", files)
    pairs = in_pairs(
        timed(lambda: write_over(folder / "plain", files)), timed(lambda: write_files(folder / "ours", files)), 3
    )
    yield Comparison("G5", f"find {len(files)} files unchanged, beside overwriting them", pairs, None)


def ours(programmes: list[Programme]) -> list[bytes]:
    """The files' bytes in the order of the programmes."""
    return [file.content for file in make_calendars(programmes, {}, MADE_AT, CATALOGUES.words).files]


def plain_calendar(programme: Programme) -> PlainCalendar:
    """What the plain way starts from."""
    words = CATALOGUES.words(programme.audience.language)
    assert programme.reader is not None
    events = []
    for entry in programme.entries:
        facts = event_facts(entry, programme.visit, words, attends=True)
        own = own_lines(entry, (), words)
        events.append((facts, f"{own}\n{facts.description}" if own else facts.description))
    moments = [moment for entry in programme.entries for moment in (entry.start, entry.end)]
    zones = sorted({str(moment.tzinfo) for moment in moments})
    name = f"{programme.visit.short_title.text} – {programme.reader.name.text}"
    return PlainCalendar(name, tuple(zones), tuple(events))


def plainly(calendars: list[PlainCalendar]) -> list[bytes]:
    """The yardstick: a calendar a person, built and serialised by the library; of each zone one component for all."""
    import icalendar

    zones = {zone: icalendar.Timezone.from_tzid(zone) for calendar in calendars for zone in calendar.zones}
    files = []
    for calendar in calendars:
        built = icalendar.Calendar()
        built.add("prodid", "-//Delegation Planner//Delegation Planner//EN")
        built.add("version", "2.0")
        built.add("calscale", "GREGORIAN")
        built.add("method", "PUBLISH")
        built.add("x-wr-calname", calendar.name)
        for zone in calendar.zones:
            built.add_component(zones[zone])
        for facts, description in calendar.events:
            built.add_component(_event(icalendar.Event(), facts, description))
        files.append(built.to_ical())
    return files


def _event(event: Any, facts: EventFacts, description: str) -> Any:
    event.add("uid", facts.uid)
    event.add("dtstamp", MADE_AT)
    event.add("last-modified", MADE_AT)
    event.add("sequence", 0)
    event.add("dtstart", facts.start)
    event.add("dtend", facts.end)
    event.add("summary", facts.summary)
    event.add("location", facts.location)
    event.add("status", facts.status)
    event.add("transp", "TRANSPARENT" if facts.busy == "FREE" else "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", facts.busy)
    event.add("class", facts.privacy)
    event.add("categories", [facts.category])
    event.add("description", description)
    return event


def write_over(folder: Path, files: list[OutgoingFile]) -> None:
    """Each file written over the one that lies there."""
    folder.mkdir(exist_ok=True)
    for file in files:
        (folder / file.name).write_bytes(file.content)
