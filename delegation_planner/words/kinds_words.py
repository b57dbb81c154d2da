"""The word for every value of the plan's closed lists: `words.say(ITEM_KINDS[item.kind])`."""

from typing import Final

from delegation_planner.plan.kinds import (
    Disclosure,
    DocumentKind,
    DocumentState,
    EntourageClass,
    Escort,
    Gender,
    GuestClass,
    ItemKind,
    ItemStatus,
    Language,
    PaperSize,
    Precision,
    ReaderRole,
    Side,
    Track,
    TravelMode,
    VisitDates,
    VisitKind,
    VisitStatus,
)
from delegation_planner.words.words import mark

LANGUAGES: Final[dict[Language, str]] = {
    "en": mark("English"),
    "id": mark("Indonesian"),
    "az": mark("Azerbaijani"),
}

PAPER_SIZES: Final[dict[PaperSize, str]] = {
    "a4": mark("A4"),
    "letter": mark("Letter (US)"),
}

VISIT_KINDS: Final[dict[VisitKind, str]] = {
    "state": mark("State visit"),
    "official": mark("Official visit"),
    "working": mark("Working visit"),
    "private": mark("Private visit"),
}

VISIT_DATES: Final[dict[VisitDates, str]] = {
    "window": mark("dates open"),
    "fixed": mark("dates fixed"),
}

VISIT_STATES: Final[dict[VisitStatus, str]] = {
    "planned": mark("planned"),
    "confirmed": mark("confirmed"),
    "held": mark("held"),
    "cancelled": mark("cancelled"),
}

GUEST_CLASSES: Final[dict[GuestClass, str]] = {
    "state_guest": mark("Guest of State"),
    "government_guest": mark("Guest of the Government"),
    "state_body_guest": mark("Guest of a state body"),
    "other_guest": mark("Other guest"),
}

SIDES: Final[dict[Side, str]] = {
    "guest": mark("Guest side"),
    "host": mark("Host side"),
}

ENTOURAGE_CLASSES: Final[dict[EntourageClass, str]] = {
    "vvip": mark("VVIP"),
    "vip": mark("VIP"),
    "staff": mark("Staff"),
    "press": mark("Press"),
    "security": mark("Security"),
}

GENDERS: Final[dict[Gender, str]] = {
    "female": mark("Female"),
    "male": mark("Male"),
}

DISCLOSURES: Final[dict[Disclosure, str]] = {
    "public": mark("Public"),
    "detailed": mark("Detailed"),
    "internal": mark("Internal"),
}

ITEM_STATES: Final[dict[ItemStatus, str]] = {
    "tentative": mark("tentative"),
    "confirmed": mark("confirmed"),
    "cancelled": mark("cancelled"),
}

PRECISIONS: Final[dict[Precision, str]] = {
    "exact": mark("exact time"),
    "about": mark("about this time"),
    "to_be_confirmed": mark("time to be confirmed"),
}

TRACKS: Final[dict[Track, str]] = {
    "main": mark("Main programme"),
    "spouse": mark("Spouse programme"),
    "working": mark("Working level"),
    "advance": mark("Advance team"),
    "press": mark("Press programme"),
}

TRAVEL_MODES: Final[dict[TravelMode, str]] = {
    "car": mark("Car"),
    "motorcade": mark("Motorcade"),
    "bus": mark("Bus"),
    "train": mark("Train"),
    "boat": mark("Boat"),
    "aircraft": mark("Aircraft"),
    "helicopter": mark("Helicopter"),
    "foot": mark("On foot"),
}

ESCORTS: Final[dict[Escort, str]] = {
    "none": mark("no escort"),
    "requested": mark("police escort requested"),
    "confirmed": mark("police escort confirmed"),
}

ROLES: Final[dict[ReaderRole, str]] = {
    "head": mark("head"),
    "host": mark("host"),
    "speaker": mark("speaker"),
    "signatory": mark("signatory"),
    "witness": mark("witness"),
    "aide": mark("signing aide"),
    "interpreter": mark("interpreter"),
    "greeter": mark("greeter"),
    "note_taker": mark("note-taker"),
    "liaison": mark("liaison officer"),
    "master_of_ceremonies": mark("master of ceremonies"),
    "in_charge": mark("in charge"),
}

ITEM_KINDS: Final[dict[ItemKind, str]] = {
    "arrival": mark("Arrival"),
    "departure": mark("Departure"),
    "flight": mark("Flight"),
    "movement": mark("Movement"),
    "lodging": mark("Lodging"),
    "logistics": mark("Logistics"),
    "courtesy_call": mark("Courtesy call"),
    "restricted_meeting": mark("Restricted meeting"),
    "bilateral_meeting": mark("Bilateral meeting"),
    "working_meeting": mark("Working meeting"),
    "signing": mark("Signing ceremony"),
    "ceremony": mark("Ceremony"),
    "press": mark("Press event"),
    "meal": mark("Meal"),
    "break": mark("Private time"),
    "prayer": mark("Prayer"),
    "site_visit": mark("Site visit"),
    "culture": mark("Cultural programme"),
    "rehearsal": mark("Rehearsal"),
    "other": mark("Other item"),
}

DOCUMENT_KINDS: Final[dict[DocumentKind, str]] = {
    "instrument": mark("Instrument"),
    "note_verbale": mark("Note verbale"),
    "letter": mark("Letter"),
    "full_powers": mark("Full powers"),
    "programme": mark("Programme"),
    "list": mark("List"),
    "briefing": mark("Briefing paper"),
    "speech": mark("Speech"),
    "press_text": mark("Press text"),
    "seating": mark("Seating plan"),
    "other": mark("Other document"),
}

DOCUMENT_STATES: Final[dict[DocumentState, str]] = {
    "planned": mark("planned"),
    "draft": mark("draft"),
    "consulted": mark("consulted with the Foreign Ministry"),
    "cleared_interagency": mark("cleared between agencies"),
    "negotiated": mark("under negotiation"),
    "agreed_ad_referendum": mark("agreed ad referendum"),
    "accepted": mark("accepted by both sides"),
    "initialled": mark("initialled"),
    "locked": mark("final text locked"),
    "printed": mark("printed on treaty paper"),
    "signed": mark("signed"),
    "deposited": mark("original deposited"),
    "certified": mark("certified copy received"),
    "in_force": mark("in force"),
    "requested": mark("requested"),
    "cleared": mark("cleared"),
    "issued": mark("issued"),
    "received": mark("received"),
    "acknowledged": mark("acknowledged"),
    "not_required": mark("not required"),
    "withdrawn": mark("withdrawn"),
    "superseded": mark("superseded"),
}

DRESS_CODES: Final[dict[str, str]] = {
    "psl": mark("PSL (dark suit)"),
    "psr": mark("PSR (long-sleeved safari suit)"),
    "lounge_suit": mark("Lounge suit"),
    "batik": mark("Batik, long sleeves"),
    "batik_or_lounge_suit": mark("Batik / lounge suit"),
    "smart_casual": mark("Smart casual"),
    "casual": mark("Casual"),
    "national": mark("National dress"),
    "uniform": mark("Uniform"),
}
"""What `ProgrammeItem.dress` may hold as a code; any other text is printed as it is."""
