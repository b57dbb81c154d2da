"""The visit itself: what it is called, who invites, and when it may take place."""

from typing import NamedTuple

from delegation_planner.plan.kinds import (
    GuestClass,
    Id,
    IsoDate,
    Language,
    PaperSize,
    VisitDates,
    VisitKind,
    VisitStatus,
    ZoneName,
)


class Visit(NamedTuple):
    """The one visit that a plan is about.

    `dates` says whether the visit lies in a window ("late July") or is fixed. A window visit is shown for its
    `planning_date` (its first day where none is set), a fixed one for its `anchor_date`; both are the date of day 1.
    `first_day` and `last_day` are day numbers; arrival and departure may lie outside them. `judged_on` is the date
    as on which due days are judged; None means today. Countries are two-letter codes of ISO 3166-1.

    What goes out is sent in the name of the organizer: without an address there are no invitations that update
    calendars. `asks_replies` says whether they ask for an answer. `marking` is printed on every page beside the
    level's own. `language` is spoken to whoever has no language of his or her own, `second_language` stands beside it
    on papers for both sides.
    """

    id: Id
    title_en: str
    title_id: str = ""
    title_az: str = ""
    short_title_en: str = ""
    short_title_id: str = ""
    short_title_az: str = ""
    kind: VisitKind = "working"
    guest_class: GuestClass = "government_guest"
    guest_country: str = ""
    host_country: str = ""
    host_en: str = ""
    host_id: str = ""
    host_az: str = ""
    dates: VisitDates = "window"
    window_start: IsoDate | None = None
    window_end: IsoDate | None = None
    planning_date: IsoDate | None = None
    anchor_date: IsoDate | None = None
    first_day: int = 1
    last_day: int = 1
    judged_on: IsoDate | None = None
    host_zone: ZoneName = "UTC"
    guest_zone: ZoneName = "UTC"
    status: VisitStatus = "planned"
    remarks: str = ""
    organizer_name: str = ""
    organizer_email: str = ""
    asks_replies: bool = True
    marking: str = ""
    paper_size: PaperSize = "a4"
    language: Language = "en"
    second_language: Language | None = None
