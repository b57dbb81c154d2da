"""What each reader is told now, against what the register says that the reader was told before."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple

from delegation_planner.exports.calendar.event_facts import EventFacts, banner_uid, is_cancelled
from delegation_planner.exports.calendar.events import Event
from delegation_planner.exports.calendar.events_once import EventsOnce
from delegation_planner.exports.clean_text import one_line
from delegation_planner.plan.kinds import Id, UtcStamp
from delegation_planner.plan.sent import Sent, SentRegister, next_sent
from delegation_planner.programme.programme import Entry, Programme, VehicleLine

Reason = Literal[
    "ends_before_it_starts", "cancelled_unsent", "no_longer_in_programme", "not_at_this_level", "no_items",
    "no_organizer", "no_address", "is_organizer",
]  # fmt: skip


class LeftOut(NamedTuple):
    """What a reader's calendar does not hold, and why.

    An item that does not end after it starts; a cancelled one of which the reader never heard; one that was sent
    before and is no longer in the reader's programme (a published file cannot take it back: the reader has to be
    told, and it stays known as sent), or is not shown at the level of this file; or, with the last fields empty, a
    whole file for want of items. The last three say why changes reach a reader in a whole calendar and not as
    messages; without an organizer that goes for all.
    """

    reader: str
    reason: Reason
    uid: str = ""
    number: str = ""
    title: str = ""


class Told(NamedTuple):
    """A reader's programme as events with what stands in the register once they are out.

    `gone` is what the reader was sent before and has no longer, as it was last sent; an item that no longer ends
    after it starts is among it.
    """

    programme: Programme
    events: tuple[tuple[Event, Sent], ...]
    gone: tuple[Sent, ...]

    @property
    def reader(self) -> str:
        """The key of the reader in the register."""
        return self.programme.audience.reader


class Telling:
    """Tells reader after reader, against one register; `edition` is the number that new entries bear, 0 for none."""

    def __init__(
        self, once: EventsOnce, register: SentRegister, now: UtcStamp, *, banner: bool = False, edition: int = 0
    ) -> None:
        self._once = once
        self._register = register
        self._now = now
        self._banner = banner
        self._edition = edition
        self._sent_before: dict[str, list[Sent]] = defaultdict(list)
        for sent in register.values():
            self._sent_before[sent.reader].append(sent)
        self.left_out: list[LeftOut] = []

    def told(self, programme: Programme) -> Told:
        """What the reader of this programme is told."""
        reader = programme.audience.reader
        events = tuple((event, self._sent(reader, event, title)) for event, title in self._events(programme))
        shown = {sent.uid for _, sent in events} | {banner_uid(programme.visit)}
        return Told(programme, events, tuple(sent for sent in self.sent_before(reader) if sent.uid not in shown))

    def sent_before(self, reader: str) -> tuple[Sent, ...]:
        """All that the register knows of a reader."""
        return tuple(self._sent_before.get(reader, ()))

    def _events(self, programme: Programme) -> Iterator[tuple[Event, str]]:
        """Each event with the plain title of what it is about."""
        reader = programme.audience.reader
        vehicles: dict[Id, list[VehicleLine]] = defaultdict(list)
        for vehicle in programme.vehicles:
            vehicles[vehicle.item_id].append(vehicle)
        if self._banner:
            yield self._once.banner(programme), one_line(programme.visit.title.text)
        for entry in programme.entries:
            if entry.broken:
                self._leave_out(reader, "ends_before_it_starts", entry)
            elif is_cancelled(entry, programme.visit) and (reader, one_line(entry.uid)) not in self._register:
                self._leave_out(reader, "cancelled_unsent", entry)
            else:
                event = self._once.event(entry, programme, vehicles.get(entry.item_id, ()))
                yield event, one_line(entry.title.text)

    def _sent(self, reader: str, event: Event, title: str) -> Sent:
        facts = event.facts
        cancelled = facts.status == "CANCELLED"
        sent = next_sent(
            self._register, reader, facts.uid, event.fingerprint, self._now, self._edition, cancelled=cancelled
        )
        if sent is self._register.get((reader, facts.uid)):
            return sent
        return sent._replace(title=title, start=_written(facts.start), end=_written(facts.end))

    def _leave_out(self, reader: str, reason: Reason, entry: Entry) -> None:
        self.left_out.append(LeftOut(reader, reason, one_line(entry.uid), entry.number, one_line(entry.title.text)))


def moments(facts: EventFacts) -> tuple[str, str]:
    """Start and end of an event as the register keeps them."""
    return _written(facts.start), _written(facts.end)


def moment_of(written: str) -> datetime | date:
    """Start or end again: a date, or a moment in UTC."""
    if "T" not in written:
        return date.fromisoformat(written)
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _written(moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return moment.isoformat()
