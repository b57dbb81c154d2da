"""A calendar program as RFC 5546 describes one, for one person: shares no code with what is tested.

It loads a published file once, as Outlook does: what it holds already comes a second time. Then it takes in messages:
REQUEST puts or replaces, CANCEL removes, by UID; of two states of an item the one with the higher SEQUENCE counts,
at the same SEQUENCE the one with the later DTSTAMP (section 2.1.5).
"""

from datetime import date, datetime
from typing import NamedTuple

from tests.exports.calendar.plain_reader import Component, read_calendar


class Appointment(NamedTuple):
    """What a person sees of an item, instants in UTC."""

    start: datetime | date
    end: datetime | date
    summary: str
    location: str
    description: str


class PersonalCalendar:
    """The calendar of whoever has this mail address; empty for one who has none."""

    def __init__(self, address: str = "") -> None:
        self._address = address
        self._states: dict[str, tuple[int, str]] = {}
        self.appointments: dict[str, Appointment] = {}
        self.ignored = 0

    def load(self, file: bytes) -> None:
        """Load a published calendar; nothing in it may be here already."""
        calendar = read_calendar(file)
        assert calendar.one("METHOD").value == "PUBLISH"
        for event in calendar.all("VEVENT"):
            assert not {"ATTENDEE", "ORGANIZER"} & set(event.names())
            uid = event.one("UID").value
            assert uid not in self.appointments, f"{uid} would be there twice"
            self._take(event, uid)

    def load_again(self, file: bytes) -> None:
        """Load a published calendar over the one that is here, as Apple does: by UID, the newer state counts."""
        for event in read_calendar(file).all("VEVENT"):
            self._take(event, event.one("UID").value)

    def take_in(self, file: bytes) -> None:
        """Accept what a message offers."""
        calendar = read_calendar(file)
        method = calendar.one("METHOD").value
        (event,) = calendar.all("VEVENT")
        assert method in {"REQUEST", "CANCEL"}
        assert "X-WR-CALNAME" not in calendar.names()
        assert event.one("ORGANIZER").value.startswith("mailto:")
        assert event.one("ATTENDEE").value == f"mailto:{self._address}"
        assert (event.one("STATUS").value == "CANCELLED") == (method == "CANCEL")
        self._take(event, event.one("UID").value)

    def _take(self, event: Component, uid: str) -> None:
        state = int(event.one("SEQUENCE").value), event.one("DTSTAMP").value
        if uid in self._states and state <= self._states[uid]:
            self.ignored += 1
            return
        self._states[uid] = state
        if event.one("STATUS").value == "CANCELLED":
            self.appointments.pop(uid, None)
            return
        self.appointments[uid] = Appointment(
            event.moment("DTSTART"),
            event.moment("DTEND"),
            event.text("SUMMARY"),
            event.text("LOCATION") if "LOCATION" in event.names() else "",
            event.text("DESCRIPTION"),
        )
