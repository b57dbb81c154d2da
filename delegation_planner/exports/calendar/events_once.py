"""Each event of a visit is written and proved once, however many readers have it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from delegation_planner.exports.calendar.event_facts import EventFacts, banner_facts, event_facts, own_lines
from delegation_planner.exports.calendar.events import Event, SharedLines, event_for_reader, shared_lines
from delegation_planner.exports.calendar.proof import prove_event, prove_shared_lines, prove_zone
from delegation_planner.exports.calendar.vtimezone import HeldZones, vtimezone
from delegation_planner.plan.kinds import Language, ZoneName
from delegation_planner.programme.programme import Entry, Programme, VehicleLine, VisitShown
from delegation_planner.words.words import Words

_NO_MOMENT: Final = datetime(1970, 1, 1, tzinfo=UTC)


class EventsOnce:
    """The events of one batch of programmes.

    The library writes an entry once for a language and for readers who attend or do not; one reader's lines are
    put into it once for all who have the same. Programmes of one plan share their Entry objects, so these are looked
    up by identity, and stay alive as long as this does.
    """

    def __init__(self, programmes: Sequence[Programme], words_of: Callable[[Language], Words]) -> None:
        entries = [entry for programme in programmes for entry in programme.entries]
        moments = [moment.astimezone(UTC) for entry in entries for moment in (entry.start, entry.end)] or [_NO_MOMENT]
        self._programmes = programmes
        self._words_of = words_of
        self._held = HeldZones(min(moments), max(moments))
        self._shared: dict[tuple[Entry, VisitShown, Language, bool], tuple[EventFacts, SharedLines]] = {}
        self._events: dict[tuple[int, int, Language, bool, str], Event] = {}
        self._instants: dict[ZoneName, set[datetime]] = defaultdict(set)

    def event(self, entry: Entry, programme: Programme, vehicles: Sequence[VehicleLine]) -> Event:
        """An entry of the programme for its reader, who rides in these vehicles."""
        language, attends = programme.audience.language, programme.audience.kind == "person"
        own = own_lines(entry, vehicles, self._words_of(language)) if attends else ""
        key = (id(entry), id(programme.visit), language, attends, own)
        if key not in self._events:
            facts, shared = self._shared_lines(entry, programme.visit, language, attends=attends)
            self._events[key] = _for_reader(facts, shared, own)
        return self._events[key]

    def banner(self, programme: Programme) -> Event:
        """The programme's visit as an event of whole days."""
        facts = banner_facts(programme.visit, self._words_of(programme.audience.language))
        return _for_reader(*self._proved(facts), "")

    def prove_zones(self) -> None:
        """Proves every zone that an event was written in, at the instants of its events."""
        for zone, instants in self._instants.items():
            prove_zone(zone, vtimezone(zone), instants)

    def _shared_lines(
        self, entry: Entry, visit: VisitShown, language: Language, *, attends: bool
    ) -> tuple[EventFacts, SharedLines]:
        key = (entry._replace(roles=(), optional=False), visit, language, attends)
        if key not in self._shared:
            self._shared[key] = self._proved(event_facts(entry, visit, self._words_of(language), attends=attends))
        return self._shared[key]

    def _proved(self, facts: EventFacts) -> tuple[EventFacts, SharedLines]:
        shared = shared_lines(facts, self._held)
        prove_shared_lines(facts, shared)
        instants = [end.astimezone(UTC) for end in (facts.start, facts.end) if isinstance(end, datetime)]
        for zone in shared.zones:
            self._instants[zone].update(instants)
        return facts, shared


def _for_reader(facts: EventFacts, shared: SharedLines, own: str) -> Event:
    event = event_for_reader(facts, shared, own)
    prove_event(event)
    return event
