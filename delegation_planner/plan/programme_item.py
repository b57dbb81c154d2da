"""Programme items, their minute steps, who is invited to them, and the vehicles of a movement."""

from typing import NamedTuple

from delegation_planner.plan.kinds import (
    Disclosure,
    Escort,
    Id,
    IsoDate,
    ItemKind,
    ItemStatus,
    Precision,
    Role,
    Track,
    TravelMode,
    WallClock,
    ZoneName,
)


class ProgrammeItem(NamedTuple):
    """One line of the programme.

    Start and end are each a day number (day 1 is the visit's anchor date, day 0 the day before), a wall clock and
    the zone it is read in; the end's day is stored, never guessed. `place_id` is where the item begins, `to_place_id`
    where it ends if that is elsewhere. Host and officer in charge are a participant or, failing one, a text. `dress`
    is a code that words know ("psl", "batik"), or any text. While `pinned_date` is set, moving the visit's anchor
    changes the item's day numbers so that its date stays. `uid` names the item in calendars and never changes.
    `actual_start` and `actual_end` are what the clocks really said on the day, each in its own zone and on the date
    that brings it nearest to the planned time; None until then.
    """

    id: Id
    code: str
    start_day: int
    start_time: WallClock
    start_zone: ZoneName
    end_day: int
    end_time: WallClock
    end_zone: ZoneName
    title_en: str
    title_id: str = ""
    title_az: str = ""
    short_title_en: str = ""
    short_title_id: str = ""
    short_title_az: str = ""
    kind: ItemKind = "other"
    precision: Precision = "exact"
    pinned_date: IsoDate | None = None
    place_id: Id | None = None
    to_place_id: Id | None = None
    track: Track = "main"
    disclosure: Disclosure = "detailed"
    status: ItemStatus = "tentative"
    dress: str = ""
    host_id: Id | None = None
    host_text: str = ""
    in_charge_id: Id | None = None
    in_charge_text: str = ""
    remarks_public_en: str = ""
    remarks_public_id: str = ""
    remarks_public_az: str = ""
    remarks_detailed: str = ""
    remarks_internal: str = ""
    room_layout: str = ""
    alternate: str = ""
    travel_mode: TravelMode | None = None
    travel_minutes: int | None = None
    escort: Escort = "none"
    flight_no: str = ""
    uid: str = ""
    actual_start: WallClock | None = None
    actual_end: WallClock | None = None

    @property
    def end_place_id(self) -> Id | None:
        """Where the item ends."""
        return self.to_place_id or self.place_id


class Step(NamedTuple):
    """A minute step inside an item: `offset` minutes after its start, for `minutes` if given."""

    id: Id
    item_id: Id
    offset: int
    cue_en: str
    cue_id: str = ""
    cue_az: str = ""
    minutes: int | None = None
    actor_id: Id | None = None
    actor_text: str = ""


class Invitation(NamedTuple):
    """A participant or a group at an item: exactly one of the two ids is set.

    `roles` apply to everybody it brings; `optional` people are not counted as double-booked; `exception_ids` are
    members of the group who do not come.
    """

    item_id: Id
    participant_id: Id | None
    group_id: Id | None
    roles: tuple[Role, ...] = ()
    optional: bool = False
    exception_ids: tuple[Id, ...] = ()

    @property
    def invitee_id(self) -> Id:
        """The participant or the group."""
        return self.participant_id or self.group_id or ""

    @property
    def id(self) -> str:
        """Natural key: an item invites a participant or a group once."""
        return f"{self.item_id}/{self.invitee_id}"


class Vehicle(NamedTuple):
    """A vehicle of a movement, in motorcade order. Right and left are felt by a person seated, facing forward."""

    id: Id
    item_id: Id
    position: int
    name_en: str
    name_id: str = ""
    name_az: str = ""
    plate: str = ""
    driver: str = ""
    driver_phone: str = ""
    seats: int | None = None
    rear_right_id: Id | None = None
    rear_left_id: Id | None = None
    front_id: Id | None = None
    front_text: str = ""
    other_ids: tuple[Id, ...] = ()
    remarks: str = ""
