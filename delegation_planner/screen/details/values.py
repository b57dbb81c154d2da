"""What the fields of a form show of a row, and what typing into them changes in the plan; no Qt."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.document import Document
from delegation_planner.plan.edits.documents import record_acceptance, set_state
from delegation_planner.plan.edits.general import edit
from delegation_planner.plan.edits.items import last_for, move_item, pin_item, resize_item, unpin_item
from delegation_planner.plan.edits.movements import begin_at, begin_at_airport, end_at, end_at_airport
from delegation_planner.plan.edits.participants import edit_participant
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, IsoDate, Side, UtcStamp, WallClock
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.details.form_fields import FormField
from delegation_planner.screen.fields.picking import Picked
from delegation_planner.screen.fields.typed import Length
from delegation_planner.words.kinds_words import DRESS_CODES

NewId = Callable[[], Id]
PICKED = frozenset({"place", "person", "document", "delegation", "rank", "zone", "country"})


class Moment(NamedTuple):
    """A day number and a time of day."""

    day: int
    clock: WallClock


class Acceptance(NamedTuple):
    """How a side accepted a text."""

    channel: str
    number: str
    dated: IsoDate | None


_SEVERAL_FIELDS: Final[dict[str, tuple[Callable[..., object], tuple[str, ...]]]] = {
    "when_start": (Moment, ("day", "time")),
    "when_end": (Moment, ("day", "time")),
    "person_or_text": (Picked, ("id", "text")),
    "guest_acceptance": (Acceptance, ("channel", "number", "date")),
    "host_acceptance": (Acceptance, ("channel", "number", "date")),
}
"""Editors that show several fields of the row as one value."""


def shown_value(row: Row, field: FormField) -> object:
    """What the field's editor shows of the row."""
    if field.editor in _SEVERAL_FIELDS:
        kind, parts = _SEVERAL_FIELDS[field.editor]
        return kind(*(getattr(row, f"{field.name}_{part}") for part in parts))
    value = getattr(row, f"{field.name}_by" if field.editor == "approval" else field.name)
    match field.editor:
        case "dress":
            return Picked(value) if value in DRESS_CODES else Picked(None, value)
        case "due":
            return None if value is None else value - 1  # H is day 1, so H-7 is day -6
        case "pin":
            return value is not None
        case editor if editor in PICKED:
            return Picked(value or None)
        case _:
            return value


def changes_of(
    plan: Plan, kind: type[Row], id: Id, field: FormField, value: Any, now: UtcStamp, new_id: NewId
) -> Changes:
    """The changes of the value typed into the field; raises PlanError where it cannot be."""
    if kind is ProgrammeItem and field.editor in {"when_start", "when_end", "pin"}:
        return _item_changes(plan, id, field, value)
    if kind is ProgrammeItem and field.editor == "place":
        return _at_place(plan, id, field, value.id, new_id)
    if kind is Participant:
        return edit_participant(plan, id, _fields(field, value, now))
    match field.editor:
        case "guest_acceptance":
            return _accepted(plan, id, "guest", value)
        case "host_acceptance":
            return _accepted(plan, id, "host", value)
        case "state":
            return set_state(plan, id, value)
        case _:
            return edit(plan, kind, id, _fields(field, value, now))


def needs_reason(plan: Plan, document_id: Id, state: Any) -> bool:
    """Whether the plan takes this state only with a reason."""
    try:
        set_state(plan, document_id, state)
    except PlanError:
        return plan.get(Document, document_id) is not None
    return False


def _item_changes(plan: Plan, id: Id, field: FormField, value: Any) -> Changes:
    if field.editor == "when_start":
        return move_item(plan, id, *value)
    if field.editor == "when_end":
        return last_for(plan, id, value.minutes) if isinstance(value, Length) else resize_item(plan, id, *value)
    return pin_item(plan, id) if value else unpin_item(plan, id)


def _at_place(plan: Plan, id: Id, field: FormField, place_id: Id | None, new_id: NewId) -> Changes:
    """The item begins or ends at a place, or at an airport of the world that was picked by its letters."""
    begins = field.name == "place_id"
    if place_id is not None and plan.get(Place, place_id) is None:
        from delegation_planner.imports.airports import airport

        found = airport(place_id)
        if found is not None:
            return (begin_at_airport if begins else end_at_airport)(plan, id, found, new_id)
    return (begin_at if begins else end_at)(plan, id, place_id)


def _accepted(plan: Plan, id: Id, side: Side, value: Acceptance) -> Changes:
    return record_acceptance(plan, id, side, value.channel, value.number, value.dated)


def _fields(field: FormField, value: Any, now: UtcStamp) -> dict[str, Any]:
    """The fields of the row that the value sets."""
    match field.editor:
        case "person_or_text":
            return {f"{field.name}_id": value.id, f"{field.name}_text": value.text}
        case "dress":
            return {field.name: value.id or value.text}
        case "approval":
            return {f"{field.name}_by": value, f"{field.name}_at": now if value else None}
        case "due":
            return {field.name: None if value is None else value + 1}
        case "rank" | "country":
            return {field.name: value.id or ""}
        case editor if editor in PICKED:
            return {field.name: value.id}
        case _:
            return {field.name: value}
