"""The closed lists of the trade, ids and stamps, and the table of item properties that checks read.

Values are plain texts of closed lists (`Literal`), not enumeration objects: a row read from the file is then the
row in memory, without a conversion for each of 20,000 items, and the log, the file and TOML hold the same word.
"""

from typing import Final, Literal, NamedTuple, get_args

Id = str  # a UUID in its 36-character form
IsoDate = str  # "2017-07-24"
WallClock = str  # "09:15", local time in the zone beside it
ZoneName = str  # an IANA name, "Asia/Jakarta"
UtcStamp = str  # "2017-07-10T02:15:00Z"

Language = Literal["en", "id", "az"]
PaperSize = Literal["a4", "letter"]
VisitKind = Literal["state", "official", "working", "private"]
VisitDates = Literal["window", "fixed"]
VisitStatus = Literal["planned", "confirmed", "held", "cancelled"]
GuestClass = Literal["state_guest", "government_guest", "state_body_guest", "other_guest"]
Side = Literal["guest", "host"]
EntourageClass = Literal["vvip", "vip", "staff", "press", "security"]
Gender = Literal["female", "male"]
Disclosure = Literal["public", "detailed", "internal"]
ItemStatus = Literal["tentative", "confirmed", "cancelled"]
Precision = Literal["exact", "about", "to_be_confirmed"]
Track = Literal["main", "spouse", "working", "advance", "press"]
TravelMode = Literal["car", "motorcade", "bus", "train", "boat", "aircraft", "helicopter", "foot"]
Escort = Literal["none", "requested", "confirmed"]
Role = Literal[
    "head", "host", "speaker", "signatory", "witness", "aide", "interpreter",
    "greeter", "note_taker", "liaison", "master_of_ceremonies",
]  # fmt: skip
ReaderRole = Literal[Role, "in_charge"]
"""What somebody is at an item: a role of an invitation, or the one who answers for the item, invited or not."""
ItemKind = Literal[
    "arrival", "departure", "flight", "movement", "lodging", "logistics",
    "courtesy_call", "restricted_meeting", "bilateral_meeting", "working_meeting", "signing",
    "ceremony", "press", "meal", "break", "prayer", "site_visit", "culture", "rehearsal", "other",
]  # fmt: skip
DocumentKind = Literal[
    "instrument", "note_verbale", "letter", "full_powers", "programme", "list",
    "briefing", "speech", "press_text", "seating", "other",
]  # fmt: skip
DocumentState = Literal[
    "planned", "draft", "consulted", "cleared_interagency", "negotiated", "agreed_ad_referendum", "accepted",
    "initialled", "locked", "printed", "signed", "deposited", "certified", "in_force",
    "requested", "cleared", "issued", "received", "acknowledged", "not_required", "withdrawn", "superseded",
]  # fmt: skip

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
LEVELS: Final[tuple[Disclosure, ...]] = get_args(Disclosure)
"""From the widest circle of readers to the narrowest."""

INSTRUMENT_CHAIN: Final[tuple[DocumentState, ...]] = (
    "planned", "draft", "consulted", "cleared_interagency", "negotiated", "agreed_ad_referendum", "accepted",
    "locked", "printed", "signed", "deposited", "certified", "in_force",
)  # fmt: skip
"""What an instrument passes through; `initialled` may stand between accepted and locked."""

PAPER_CHAIN: Final[tuple[DocumentState, ...]] = ("planned", "draft", "requested", "received", "acknowledged")
"""What any other paper passes through, as far as it applies; `cleared` and `issued` stand for received."""


class ItemProperties(NamedTuple):
    """What a check may ask of a kind of item."""

    travelling: bool = False
    substantive: bool = False
    interpreted: bool = False
    office_call: bool = False
    meal: bool = False


ITEM_PROPERTIES: Final[dict[ItemKind, ItemProperties]] = {
    "arrival": ItemProperties(),
    "departure": ItemProperties(),
    "flight": ItemProperties(travelling=True),
    "movement": ItemProperties(travelling=True),
    "lodging": ItemProperties(),
    "logistics": ItemProperties(),
    "courtesy_call": ItemProperties(substantive=True, interpreted=True, office_call=True),
    "restricted_meeting": ItemProperties(substantive=True, interpreted=True, office_call=True),
    "bilateral_meeting": ItemProperties(substantive=True, interpreted=True, office_call=True),
    "working_meeting": ItemProperties(substantive=True, office_call=True),
    "signing": ItemProperties(substantive=True, interpreted=True, office_call=True),
    "ceremony": ItemProperties(),
    "press": ItemProperties(substantive=True, interpreted=True),
    "meal": ItemProperties(meal=True),
    "break": ItemProperties(),
    "prayer": ItemProperties(),
    "site_visit": ItemProperties(substantive=True),
    "culture": ItemProperties(),
    "rehearsal": ItemProperties(),
    "other": ItemProperties(),
}


def shown_at(level: Disclosure) -> tuple[Disclosure, ...]:
    """The levels of items that a programme of this level holds: detailed holds public and detailed."""
    return LEVELS[: LEVELS.index(level) + 1]
