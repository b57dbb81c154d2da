"""The read model behind every export and preview: texts in the reader's language, values still values."""

from datetime import date, datetime
from typing import NamedTuple

from delegation_planner.plan.kinds import (
    Disclosure,
    Escort,
    GuestClass,
    Id,
    IsoDate,
    ItemKind,
    ItemStatus,
    Language,
    PaperSize,
    Precision,
    ReaderRole,
    Role,
    Side,
    Track,
    TravelMode,
    VisitDates,
    VisitKind,
    VisitStatus,
    ZoneName,
)
from delegation_planner.programme.audience import Audience


class Shown(NamedTuple):
    """A text of the visit and the language it is really in; a reader of another language sees it marked."""

    text: str
    language: Language

    def __bool__(self) -> bool:
        return bool(self.text)


class PlaceShown(NamedTuple):
    """A place as printed: its own name, the place it lies in (a room's building), address, city and zone."""

    id: Id
    name: Shown
    within: Shown | None
    address: str
    city: str
    zone: ZoneName
    iata: str
    within_id: Id | None = None


class PersonShown(NamedTuple):
    """A person as printed. `notified` is False for a role in [brackets]. `short` is for crowded columns."""

    id: Id
    code: str
    name: Shown
    short: Shown
    honorific: str
    office: Shown
    office_second: Shown | None
    notified: bool


class WhoShown(NamedTuple):
    """One entry of a "who" column: a person, or a group with the members it lacks."""

    name: Shown
    person_id: Id | None
    without: tuple[Shown, ...]


class StepLine(NamedTuple):
    """A minute step: clock time in the item's start zone, minutes after its start, cue and actor.

    `actor_side` is the side of an actor who is a participant.
    """

    at: datetime
    offset: int
    minutes: int | None
    cue: Shown
    actor: str
    actor_side: Side | None = None


class Entry(NamedTuple):
    """One programme item for this reader.

    `start` and `end` are aware datetimes in their own zones. `broken` says that it does not end after it starts;
    calendars leave it out and say so. `who` holds everybody shown at this level; `roles` are the reader's own parts
    and `optional` whether the reader need not come (person audiences). `remarks` are those that this reader may
    see, public first. `title_second` is the second language's title; `place_second` names building and room.
    `number` is the item's code as printed.

    At level public there are no minute steps, officer in charge, escort, alternate or room layout. `dress` is a
    code or a text.
    """

    item_id: Id
    uid: str
    number: str
    kind: ItemKind
    status: ItemStatus
    disclosure: Disclosure
    precision: Precision
    track: Track
    start_day: int
    start: datetime
    end_day: int
    end: datetime
    broken: bool
    title: Shown
    title_second: Shown | None
    short_title: Shown
    place: PlaceShown | None
    to_place: PlaceShown | None
    place_second: Shown | None
    who: tuple[WhoShown, ...]
    attendee_ids: tuple[Id, ...]
    roles: tuple[ReaderRole, ...]
    optional: bool
    dress: str
    host: Shown | None
    in_charge: Shown | None
    remarks: tuple[Shown, ...]
    alternate: str
    travel_mode: TravelMode | None
    travel_minutes: int | None
    escort: Escort
    flight_no: str
    steps: tuple[StepLine, ...]
    to_place_second: Shown | None = None
    room_layout: str = ""


class Day(NamedTuple):
    """A day of the programme: its number, date and the entries that start on it, in order of time, end, number."""

    number: int
    date: date
    entries: tuple[Entry, ...]


class DelegationList(NamedTuple):
    """A delegation in order of precedence."""

    id: Id
    name: Shown
    name_second: Shown | None
    side: Side
    members: tuple[PersonShown, ...]


class ContactLine(NamedTuple):
    """A duty contact; liaison officers first, then the host side. Never a private phone or address."""

    person: PersonShown
    function: Shown
    phone: str
    email: str
    hours: str
    side: Side = "host"
    delegation_name: Shown = Shown("", "en")


class Seat(NamedTuple):
    """A seat of a vehicle and who sits there."""

    seat: str  # rear_right, rear_left, front, other
    name: Shown


class VehicleLine(NamedTuple):
    """A vehicle of a movement in motorcade order."""

    item_id: Id
    position: int
    name: Shown
    plate: str
    driver: str
    driver_phone: str
    seats: int | None
    seated: tuple[Seat, ...]


class Part(NamedTuple):
    """A person at an item as a team must know of it: roles there, languages ("az"; "az-en" of interpreters)."""

    name: Shown
    roles: tuple[Role, ...] = ()
    languages: tuple[str, ...] = ()


class DietCount(NamedTuple):
    """How many at a meal keep a diet; None is a diet that nobody has told yet. Never who."""

    diet: str | None
    people: int


class TeamLine(NamedTuple):
    """What a team must know of an item beside its entry: how many come, whom to look after.

    `parts` are the VVIP and VIP for security, those with a part on the stage for the press, principals and
    interpreters for the interpreters. `diets` are filled for the kitchen alone.
    """

    item_id: Id
    people: int
    parts: tuple[Part, ...] = ()
    diets: tuple[DietCount, ...] = ()


class SigningSide(NamedTuple):
    """One side of a signing, each list in order of precedence; `country` is a two-letter code or empty."""

    name: Shown
    country: str
    signatories: tuple[Shown, ...]
    aides: tuple[Shown, ...]
    witnesses: tuple[Shown, ...]


class InstrumentShown(NamedTuple):
    """A text that is signed: how many originals, in which languages (codes)."""

    title: Shown
    originals: int | None
    languages: tuple[str, ...]


class SigningShown(NamedTuple):
    """A signing item. `host_right`: the host sits at the right, as the persons seated feel it."""

    item_id: Id
    guest: SigningSide
    host: SigningSide
    instruments: tuple[InstrumentShown, ...]
    host_right: bool


class VisitShown(NamedTuple):
    """What every paper's head needs. `first_date` and `last_date` are dates of first and last day.

    For a visit in a window, `dates` is "window" and all dates are shown for `day_one`; every export says so. `marking`
    is the house's own line, printed beside that of the level.
    """

    id: Id
    title: Shown
    title_second: Shown | None
    short_title: Shown
    kind: VisitKind
    guest_class: GuestClass
    host: Shown
    status: VisitStatus
    dates: VisitDates
    window_start: IsoDate | None
    window_end: IsoDate | None
    day_one: date
    first_date: date
    last_date: date
    host_zone: ZoneName
    guest_zone: ZoneName
    marking: str = ""
    host_second: Shown | None = None


class Programme(NamedTuple):
    """Everything that one audience may see; exports take this and nothing else of the plan.

    `reader` is the person of a personal programme, or None. Delegations hold people in order of precedence (public
    fields). Contacts are filled from level detailed up, never for a person; vehicles from level detailed up, for a
    person only the own ones; the drivers' phones for everybody, delegations and the drivers. `missing` counts
    the distinct texts shown in another language than asked for.

    `numbers` are whom a person may ring: the duty contacts of liaison officers, and of those in charge of the
    person's own items. `signings` are for everybody from level detailed up. `team_lines` hold what a team must know
    of each of its items, for an audience of kind team alone. `paper_size` is what its papers are printed on.
    """

    audience: Audience
    visit: VisitShown
    reader: PersonShown | None
    delegation_name: Shown | None
    days: tuple[Day, ...]
    delegations: tuple[DelegationList, ...]
    contacts: tuple[ContactLine, ...]
    vehicles: tuple[VehicleLine, ...]
    missing: int
    numbers: tuple[ContactLine, ...] = ()
    signings: tuple[SigningShown, ...] = ()
    team_lines: tuple[TeamLine, ...] = ()
    paper_size: PaperSize = "a4"

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in order."""
        return tuple(entry for day in self.days for entry in day.entries)
