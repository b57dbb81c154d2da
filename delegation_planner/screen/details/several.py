"""Several rows in one form: which fields they can share, what they have in common, and one edit for all; no Qt."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from delegation_planner.plan.change import Changes
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import LANGUAGES, Id, UtcStamp
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row
from delegation_planner.screen.details.form_fields import FormField
from delegation_planner.screen.details.forms import FORMS
from delegation_planner.screen.details.rows import Head
from delegation_planner.screen.details.values import NewId, changes_of, shown_value
from delegation_planner.screen.removing import row_name
from delegation_planner.words.visit_lines import listed
from delegation_planner.words.words import Words

MOST_NAMES: Final = 6

_TITLES: Final = {f"{stem}_{language}" for stem in ("title", "short_title", "name") for language in LANGUAGES}
_EACH_ITS_OWN: Final[dict[type[Row], set[str]]] = {
    ProgrammeItem: {*_TITLES, "code", "start", "end", "alternate", "pinned_date"},
    Participant: {field.name for field in FORMS[Participant][0].fields} - {"name_approved", "gender"}
    | {
        "office_en", "office_id", "office_az", "office_native", "code", "head", "duty_phone", "duty_email",
        "private_phone", "private_email", "passport_no",
    },
    Document: {
        *_TITLES, "code", "number", "concerns_participant_id", "guest_acceptance", "host_acceptance",
    },
    Place: {*_TITLES, "code", "iata"},
}  # fmt: skip
"""What two rows of a kind never have in common on purpose. Other kinds are not edited together."""


def edited_together(kind: type[Row]) -> bool:
    """Whether several rows of this kind can be edited in one form."""
    return kind in _EACH_ITS_OWN


def is_shared(kind: type[Row], field: FormField) -> bool:
    """Whether several rows can be given one value of this field."""
    return edited_together(kind) and field.name not in _EACH_ITS_OWN[kind]


def fits(rows: Sequence[Row], field: FormField) -> bool:
    """Whether the field is shown for these rows."""
    needed = field.needs is None or all(field.needs(row) for row in rows)
    return needed and (len(rows) == 1 or is_shared(type(rows[0]), field))


def common_values(rows: Sequence[Row], field: FormField) -> tuple[object, ...]:
    """The value that all rows show in the field, as the only one; more of them where they differ."""
    values: list[object] = []
    for row in rows:
        value = shown_value(row, field)
        if value not in values:
            values.append(value)
    return tuple(values)


def changes_of_all(
    plan: Plan, kind: type[Row], ids: Iterable[Id], field: FormField, value: Any, now: UtcStamp, new_id: NewId
) -> Changes:
    """The changes of the value given to each of the rows; raises PlanError where one of them cannot have it."""
    changes = Changes()
    for id in ids:
        of_one = changes_of(plan, kind, id, field, value, now, new_id)
        plan = plan.changed(of_one)
        changes = changes + of_one
    return changes


def head_of_several(words: Words, rows: Sequence[Row]) -> Head:
    """How many of what are edited together, and the names of the first."""
    count = len(rows)
    match rows[0]:
        case ProgrammeItem(kind=kind):
            title = words.say_many("{count} item", "{count} items", count)
            same = all(isinstance(row, ProgrammeItem) and row.kind == kind for row in rows)
            head = Head(title, "", icon="" if same else "calendar", kind=kind if same else None)
        case Participant():
            head = Head(words.say_many("{count} person", "{count} people", count), "", icon="people")
        case Document():
            head = Head(words.say_many("{count} document", "{count} documents", count), "", icon="document")
        case _:
            head = Head(words.say_many("{count} place", "{count} places", count), "", icon="place")
    names = [row_name(words, row) for row in rows[:MOST_NAMES]]
    return head._replace(note=listed(words, names) + (" …" if count > MOST_NAMES else ""))
