"""The forms of the details pane as data: which fields a row shows under which tab, and how each is typed; no Qt."""

from typing import Final

from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.screen.details.form_fields import FormField, Tab
from delegation_planner.screen.details.item_form import ITEM, VEHICLE
from delegation_planner.words.words import mark

_STEMS: Final = frozenset({"title", "short_title", "remarks_public", "name", "short", "honorific", "office", "host"})
"""The texts of forms that a row holds once for each language; other names that end alike, such as place_id, are ids."""


def _is_instrument(document: Document) -> bool:
    return document.kind == "instrument"


def _is_no_instrument(document: Document) -> bool:
    return document.kind != "instrument"


def _fixed(visit: Visit) -> bool:
    return visit.dates == "fixed"


def _in_window(visit: Visit) -> bool:
    return visit.dates == "window"


PERSON: Final = (
    Tab(mark("Name"), (
        FormField("honorific_en", mark("Form of address")),
        FormField("name_en", mark("English")),
        FormField("native_full", mark("Native")),
        FormField("passport_full", mark("As in passport")),
        FormField("badge_name", mark("Badge")),
        FormField("place_card_line1", mark("Place card")),
        FormField("place_card_line2", mark("Second line")),
        FormField("speech_form", mark("In speeches")),
        FormField("pronunciation", mark("Say it")),
        FormField("name_approved", mark("Approved by"), "approval"),
        FormField("short_en", mark("Short")),
        FormField("honorific_id", mark("Address, Indonesian")),
        FormField("name_id", mark("Indonesian")),
        FormField("short_id", mark("Short, Indonesian")),
        FormField("honorific_az", mark("Address, Azerbaijani")),
        FormField("name_az", mark("Azerbaijani")),
        FormField("short_az", mark("Short, Azerbaijani")),
        FormField("given", mark("Given name")),
        FormField("patronymic", mark("Patronymic")),
        FormField("family", mark("Family name")),
        FormField("title_front", mark("Titles before")),
        FormField("title_back", mark("Titles after")),
        FormField("sort_key", mark("Sort as")),
        FormField("gender", mark("Gender"), "choice"),
    )),
    Tab(mark("Office"), (
        FormField("office_en", mark("Office"), "note"),
        FormField("office_id", mark("Indonesian"), "note"),
        FormField("office_az", mark("Azerbaijani"), "note"),
        FormField("office_native", mark("Native"), "note"),
        FormField("delegation_id", mark("Delegation"), "delegation"),
        FormField("head", mark("Head of the delegation"), "head"),
        FormField("principal", mark("Principal"), "flag"),
        FormField("rank_code", mark("Rank"), "rank"),
        FormField("date_of_office", mark("In office since"), "date"),
        FormField("equivalent_rank", mark("Treated as")),
        FormField("equivalent_rank_source", mark("Decided by"), "note"),
        FormField("entourage", mark("Class"), "choice"),
        FormField("code", mark("Code")),
    )),
    Tab(mark("Contact"), (
        FormField("duty_phone", mark("Duty phone")),
        FormField("duty_email", mark("Duty mail")),
        FormField("duty_hours", mark("On duty")),
        FormField("language", mark("Language of letters"), "choice"),
        FormField("private_phone", mark("Private phone")),
        FormField("private_email", mark("Private mail")),
        FormField("passport_no", mark("Passport no.")),
    )),
    Tab(mark("Needs"), (
        FormField("diet", mark("Diet")),
        FormField("speaks", mark("Speaks"), "languages"),
        FormField("interprets", mark("Interprets"), "texts"),
        FormField("away_from_home", mark("Away from home"), "flag"),
        FormField("prayer_exempt", mark("Not bound by Friday prayer"), "flag"),
        FormField("remarks", mark("Remarks"), "note"),
    )),
)  # fmt: skip

DOCUMENT: Final = (
    Tab(mark("Document"), (
        FormField("title_en", mark("Title"), "note"),
        FormField("kind", mark("Kind"), "choice"),
        FormField("state", mark("State"), "state"),
        FormField("due_day", mark("Due"), "due"),
        FormField("owner", mark("Owner")),
        FormField("parties", mark("Parties"), "texts", _is_instrument),
        FormField("signatory_ids", mark("Signed by"), "people", _is_instrument),
        FormField("item_ids", mark("Needed at"), "items"),
        FormField("languages", mark("Languages"), "languages"),
        FormField("prevailing_language", mark("Prevailing"), "line", _is_instrument),
        FormField("originals", mark("Originals"), "number", _is_instrument),
        FormField("sender", mark("Sender"), "line", _is_no_instrument),
        FormField("addressee", mark("Addressee"), "line", _is_no_instrument),
        FormField("number", mark("Number")),
        FormField("dated", mark("Dated"), "date"),
        FormField("concerns_id", mark("About"), "document", _is_no_instrument),
        FormField("concerns_participant_id", mark("Full powers of"), "person", _is_no_instrument),
        FormField("remarks", mark("Remarks"), "note"),
        FormField("title_id", mark("Indonesian"), "note"),
        FormField("title_az", mark("Azerbaijani"), "note"),
        FormField("code", mark("Code")),
    )),
    Tab(mark("Acceptance"), (
        FormField("guest_acceptance", mark("Guest side accepted by"), "guest_acceptance", _is_instrument),
        FormField("host_acceptance", mark("Host side accepted by"), "host_acceptance", _is_instrument),
    )),
)  # fmt: skip

VISIT: Final = (
    Tab(mark("Visit"), (
        FormField("title_en", mark("Title"), "note"),
        FormField("title_id", mark("Indonesian"), "note"),
        FormField("title_az", mark("Azerbaijani"), "note"),
        FormField("short_title_en", mark("Short title")),
        FormField("short_title_id", mark("Short, Indonesian")),
        FormField("short_title_az", mark("Short, Azerbaijani")),
        FormField("kind", mark("Kind"), "choice"),
        FormField("guest_class", mark("Guest class"), "choice"),
        FormField("status", mark("Status"), "choice"),
        FormField("guest_country", mark("Guest country"), "country"),
        FormField("host_country", mark("Host country"), "country"),
        FormField("host_en", mark("Host")),
        FormField("host_id", mark("Host, Indonesian")),
        FormField("host_az", mark("Host, Azerbaijani")),
        FormField("remarks", mark("Remarks"), "note"),
    )),
    Tab(mark("Dates"), (
        FormField("dates", mark("Dates are"), "choice"),
        FormField("anchor_date", mark("Day 1 is"), "date", _fixed),
        FormField("window_start", mark("Not before"), "date", _in_window),
        FormField("window_end", mark("Not after"), "date", _in_window),
        FormField("planning_date", mark("Planned for"), "date", _in_window),
        FormField("first_day", mark("First day no."), "number"),
        FormField("last_day", mark("Last day no."), "number"),
        FormField("host_zone", mark("Host zone"), "zone"),
        FormField("guest_zone", mark("Guest zone"), "zone"),
        FormField("judged_on", mark("Check as of"), "date"),
    )),
    Tab(mark("What goes out"), (
        FormField("organizer_name", mark("In the name of")),
        FormField("organizer_email", mark("Mail of the organizer")),
        FormField("asks_replies", mark("Invitations ask for an answer"), "flag"),
        FormField("language", mark("Language"), "choice"),
        FormField("second_language", mark("Second language"), "choice"),
        FormField("marking", mark("Marking on every page")),
        FormField("paper_size", mark("Paper"), "choice"),
    )),
)  # fmt: skip

PLACE: Final = (
    Tab(mark("Place"), (
        FormField("name_en", mark("Name")),
        FormField("name_id", mark("Indonesian")),
        FormField("name_az", mark("Azerbaijani")),
        FormField("parent_id", mark("Lies in"), "place"),
        FormField("address", mark("Address"), "note"),
        FormField("city", mark("City")),
        FormField("zone", mark("Time zone"), "zone"),
        FormField("iata", mark("Airport code")),
        FormField("exclusive", mark("Holds one item at a time"), "flag"),
        FormField("office", mark("Government office"), "flag"),
        FormField("outdoor", mark("Outdoors"), "flag"),
        FormField("code", mark("Code")),
    )),
)  # fmt: skip

DELEGATION: Final = (
    Tab(mark("Delegation"), (
        FormField("name_en", mark("Name")),
        FormField("name_id", mark("Indonesian")),
        FormField("name_az", mark("Azerbaijani")),
        FormField("code", mark("Code")),
        FormField("side", mark("Side"), "choice"),
        FormField("country", mark("Country"), "country"),
        FormField("position", mark("Position"), "number"),
    )),
)  # fmt: skip

GROUP: Final = (
    Tab(mark("Group"), (
        FormField("name_en", mark("Name")),
        FormField("name_id", mark("Indonesian")),
        FormField("name_az", mark("Azerbaijani")),
        FormField("code", mark("Code")),
        FormField("member_ids", mark("Members"), "people"),
    )),
)  # fmt: skip

FORMS: Final[dict[type[Row], tuple[Tab, ...]]] = {
    ProgrammeItem: ITEM, Participant: PERSON, Document: DOCUMENT, Visit: VISIT, Place: PLACE,
    Delegation: DELEGATION, Group: GROUP, Vehicle: VEHICLE,
}  # fmt: skip
"""As a window in English has them."""

_OTHER: Final[dict[str, str]] = {
    mark("Indonesian"): mark("English"), mark("English"): mark("Indonesian"),
    mark("Title, Indonesian"): mark("Title, English"), mark("Short, Indonesian"): mark("Short, English"),
    mark("Remarks, Indonesian"): mark("Remarks, English"), mark("Address, Indonesian"): mark("Address, English"),
    mark("Host, Indonesian"): mark("Host, English"),
}  # fmt: skip
"""What a field that names its language is called where the English and the Indonesian texts change places."""


def forms_in(kind: type[Row], language: Language) -> tuple[Tab, ...]:
    """The forms of a window in this language: its own texts come first, the English ones stand in their places."""
    if language != "id":
        return FORMS[kind]
    return tuple(tab._replace(fields=tuple(map(_exchanged, tab.fields))) for tab in FORMS[kind])


def _exchanged(field: FormField) -> FormField:
    stem, _, language = field.name.rpartition("_")
    for own, other in (("en", "id"), ("id", "en")):
        if language == own and stem in _STEMS:
            return field._replace(name=f"{stem}_{other}", label=_OTHER.get(field.label, field.label))
    return field
