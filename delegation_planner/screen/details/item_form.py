"""The forms of a programme item and of a vehicle; what travels is asked where from and where to; no Qt."""

from typing import Final

from delegation_planner.plan.kinds import ITEM_PROPERTIES
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.details.form_fields import FormField, Tab
from delegation_planner.words.words import mark


def travels(item: ProgrammeItem) -> bool:
    """Whether the item goes from one place to another."""
    return ITEM_PROPERTIES[item.kind].travelling


def flies(item: ProgrammeItem) -> bool:
    """Whether the item is a flight: it goes from airport to airport, each in its own zone."""
    return item.kind == "flight"


def _stays_in_zone(item: ProgrammeItem) -> bool:
    return not flies(item)


def _goes_by_road(item: ProgrammeItem) -> bool:
    return item.kind == "movement" or (travels(item) and item.travel_minutes is not None)


def _may_be_escorted(item: ProgrammeItem) -> bool:
    return item.kind == "movement" or (travels(item) and item.escort != "none")


ITEM: Final = (
    Tab(mark("Item"), (
        FormField("title_en", mark("Title")),
        FormField("start", mark("Start"), "when_start"),
        FormField("end", mark("End"), "when_end"),
        FormField("precision", mark("Time is"), "choice"),
        FormField("flight_no", mark("Flight no."), "line", flies),
        FormField("place_id", mark("Place"), "place", renamed=(travels, mark("From where"))),
        FormField("to_place_id", mark("To where"), "place", travels),
        FormField("start_zone", mark("Zone at the start"), "zone", flies),
        FormField("end_zone", mark("Zone at the end"), "zone", flies),
        FormField("travel_mode", mark("Travel by"), "choice", travels),
        FormField("travel_minutes", mark("Minutes planned"), "minutes", _goes_by_road),
        FormField("escort", mark("Escort"), "choice", _may_be_escorted),
        FormField("disclosure", mark("Level"), "choice"),
        FormField("status", mark("Status"), "choice"),
        FormField("kind", mark("Kind"), "choice"),
        FormField("host", mark("Host"), "person_or_text"),
        FormField("in_charge", mark("In charge"), "person_or_text"),
        FormField("dress", mark("Dress"), "dress"),
        FormField("remarks_public_en", mark("Remarks for all"), "note"),
        FormField("remarks_detailed", mark("For participants"), "note"),
        FormField("remarks_internal", mark("For officers only"), "note"),
        FormField("pinned_date", mark("Keeps its date when the visit moves"), "pin"),
    )),
    Tab(mark("Further"), (
        FormField("code", mark("Number")),
        FormField("short_title_en", mark("Short title")),
        FormField("title_id", mark("Title, Indonesian")),
        FormField("short_title_id", mark("Short, Indonesian")),
        FormField("remarks_public_id", mark("Remarks, Indonesian"), "note"),
        FormField("title_az", mark("Title, Azerbaijani")),
        FormField("short_title_az", mark("Short, Azerbaijani")),
        FormField("remarks_public_az", mark("Remarks, Azerbaijani"), "note"),
        FormField("track", mark("Track"), "choice"),
        FormField("actual_start", mark("Really began"), "clock"),
        FormField("actual_end", mark("Really ended"), "clock"),
        FormField("start_zone", mark("Zone at the start"), "zone", _stays_in_zone),
        FormField("end_zone", mark("Zone at the end"), "zone", _stays_in_zone),
        FormField("room_layout", mark("Room layout")),
        FormField("alternate", mark("If it rains or fails"), "note"),
    )),
)  # fmt: skip

VEHICLE: Final = (
    Tab(mark("Vehicle"), (
        FormField("name_en", mark("Name")),
        FormField("position", mark("Position"), "number"),
        FormField("plate", mark("Plate")),
        FormField("driver", mark("Driver")),
        FormField("driver_phone", mark("Driver's phone")),
        FormField("seats", mark("Seats"), "number"),
        FormField("rear_right_id", mark("Rear right"), "person"),
        FormField("rear_left_id", mark("Rear left"), "person"),
        FormField("front", mark("In front"), "person_or_text"),
        FormField("other_ids", mark("Also in it"), "people"),
        FormField("remarks", mark("Remarks"), "note"),
        FormField("name_id", mark("Indonesian")),
        FormField("name_az", mark("Azerbaijani")),
    )),
)  # fmt: skip

FIELD_OF_CHECK: Final[dict[str, str]] = {
    "C1": "start", "C2": "end", "C3": "place_id", "C4": "start", "C5": "end", "C6": "start", "C7": "place_id",
    "C8": "start", "C9": "start", "C10": "start", "C11": "start", "C12": "end", "C13": "title_{own}", "C14": "start",
    "C15": "pinned_date", "C16": "status", "C17": "end", "C18": "host", "C19": "alternate",
    "X3": "title_{language}",
}  # fmt: skip
"""Beside which field of an item the finding of a check is shown, with the finding's values and our language put in.

C20 is about time without an item, X1 and X8 are about editions.
"""
