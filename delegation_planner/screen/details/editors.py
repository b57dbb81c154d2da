"""The editor of each field of a form, and what it offers as the plan is now."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any, Final
from zoneinfo import available_timezones

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.day_time import day_one
from delegation_planner.plan.edits.documents import chain_of
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import IsoDate
from delegation_planner.plan.programme_days import days
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import Row, fields_of
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.acceptance_field import AcceptanceField
from delegation_planner.screen.details.form_fields import FormField
from delegation_planner.screen.details.item_form import flies
from delegation_planner.screen.details.values import PICKED
from delegation_planner.screen.fields.choice_field import ChoiceField, FlagField
from delegation_planner.screen.fields.clock_field import clock_field
from delegation_planner.screen.fields.line_field import LineField
from delegation_planner.screen.fields.note_field import NoteField
from delegation_planner.screen.fields.pick_field import PickField, SeveralField
from delegation_planner.screen.fields.picking import Pick
from delegation_planner.screen.fields.place_field import PlaceField
from delegation_planner.screen.fields.typed import (
    read_date,
    read_due,
    read_end,
    read_list,
    read_minutes,
    read_number,
)
from delegation_planner.screen.fields.when_field import WhenField
from delegation_planner.screen.names import (
    airport_picks,
    day_name,
    pick_delegations,
    pick_documents,
    pick_items,
    pick_people,
    pick_places,
)
from delegation_planner.screen.schedule.columns import capital
from delegation_planner.words import kinds_words
from delegation_planner.words.countries import country_names
from delegation_planner.words.dates import MONTHS, short_date
from delegation_planner.words.words import mark

_WORDS: Final[dict[str, Mapping[Any, str]]] = {
    "precision": kinds_words.PRECISIONS, "disclosure": kinds_words.DISCLOSURES, "status": kinds_words.ITEM_STATES,
    "track": kinds_words.TRACKS, "travel_mode": kinds_words.TRAVEL_MODES, "escort": kinds_words.ESCORTS,
    "gender": kinds_words.GENDERS, "entourage": kinds_words.ENTOURAGE_CLASSES, "side": kinds_words.SIDES,
    "guest_class": kinds_words.GUEST_CLASSES, "dates": kinds_words.VISIT_DATES, "language": kinds_words.LANGUAGES,
    "second_language": kinds_words.LANGUAGES, "paper_size": kinds_words.PAPER_SIZES,
}  # fmt: skip
_WORDS_BY_KIND: Final[dict[tuple[str, str], Mapping[Any, str]]] = {
    ("ProgrammeItem", "kind"): kinds_words.ITEM_KINDS, ("Document", "kind"): kinds_words.DOCUMENT_KINDS,
    ("Visit", "kind"): kinds_words.VISIT_KINDS, ("Visit", "status"): kinds_words.VISIT_STATES,
}  # fmt: skip
_WITHOUT: Final = {"language": mark("As the visit"), "second_language": mark("None"), "gender": mark("Not known")}
_FREE: Final = frozenset({"person_or_text", "dress"})
_PICKING: Final = PICKED | _FREE
_OUT_OF_THE_WAY: Final = ("not_required", "withdrawn", "superseded")


def make_editor(desk: Desk, kind: type[Row], field: FormField, parent: QWidget) -> QWidget:
    """The editor of a field; it has `committed`, `show_value`, `revert`, and often `not_understood`."""
    match field.editor:
        case "note":
            return NoteField(parent)
        case "choice" | "state":
            return ChoiceField(_choices(desk, kind, field) if field.editor == "choice" else (), parent)
        case "flag" | "head" | "pin":
            return FlagField(desk.say(field.label), parent)
        case "when_start" | "when_end":
            return _when(desk, field, parent)
        case "guest_acceptance" | "host_acceptance":
            names = (desk.say("By, such as note verbale"), desk.say("Number"), desk.say("Date"))
            return AcceptanceField(names, _read_date(desk), _write_date(desk), parent)
        case "people" | "items":
            return SeveralField(parent, arrow=desk.theme.icon("chevron_down"))
        case editor if editor in _PICKING:
            return _pick(desk, editor, parent)
        case _:
            return _line(desk, kind, field, parent)


def _pick(desk: Desk, editor: str, parent: QWidget) -> PickField:
    arrow = desk.theme.icon("chevron_down")
    if editor == "place":
        return PlaceField(parent, arrow=arrow)
    return PickField(parent, arrow=arrow, free=editor in _FREE)


def _when(desk: Desk, field: FormField, parent: QWidget) -> WhenField:
    label, day, time = desk.say(field.label), desk.say("day"), desk.say("time")
    names = (f"{label}, {day}", f"{label}, {time}")
    if field.editor == "when_start":
        return WhenField(desk.words, parent, names)
    when = WhenField(desk.words, parent, names, read_end)
    when.clock.setToolTip(desk.say("A time such as 10:15, or a length such as 45 min"))
    return when


def _line(desk: Desk, kind: type[Row], field: FormField, parent: QWidget) -> LineField:
    match field.editor:
        case "number":
            return LineField(parent, read=read_number, empty=None)
        case "minutes":
            return LineField(parent, read=read_minutes, empty=None)
        case "date":
            return LineField(parent, read=_read_date(desk), write=_write_date(desk), empty=None)
        case "clock":
            return clock_field(desk.words, parent, empty=None)
        case "due":
            return LineField(parent, read=read_due, write=lambda days: f"H{days:+d}" if days else "H", empty=None)
        case "languages" | "texts":
            return LineField(parent, read=read_list, write=", ".join, empty=())
        case _:
            optional = next((each.optional for each in fields_of(kind) if each.name == field.name), False)
            return LineField(parent, empty=None if optional else "")


def offer_now(desk: Desk, row: Row, field: FormField, editor: Any) -> None:
    """Give the editor what can be picked in the plan as it is now."""
    plan, texts = desk.plan, Texts(desk.words.language)
    match field.editor:
        case "place":
            editor.offer([pick for pick in pick_places(plan, texts) if pick.id != row.id])
            editor.look_in(partial(airport_picks, plan) if isinstance(row, ProgrammeItem) and flies(row) else None)
        case "person" | "person_or_text" | "people":
            editor.offer(pick_people(plan, texts))
        case "items":
            editor.offer(pick_items(plan, texts))
        case "document":
            editor.offer([pick for pick in pick_documents(plan, texts) if pick.id != row.id])
        case "delegation":
            editor.offer(pick_delegations(plan, texts))
        case "when_start" | "when_end":
            known = {*days(plan), getattr(row, f"{field.name}_day")}
            editor.offer([(day, day_name(desk.words, plan, day)) for day in sorted(known)])
        case "state":
            editor.offer(_states(desk, row))
        case _:
            _offer_fixed(desk, field, editor)


def show_values(editor: Any, values: Sequence[object], several: str) -> None:
    """Show the value that all rows have, or say that they have `several`."""
    mixed = len(values) > 1
    if isinstance(editor, ChoiceField | LineField | NoteField):
        if not mixed and editor.placeholderText() == several:
            editor.setPlaceholderText("")
        elif mixed:
            editor.setPlaceholderText(several)
    if not mixed:
        editor.show_value(values[0])
    elif isinstance(editor, FlagField):
        editor.show_mixed()
    elif isinstance(editor, ChoiceField):
        editor.show_value(values)  # no value of its list
    else:
        editor.show_value(None)


def depends_on_row(field: FormField) -> bool:
    """Whether what can be picked is another list for another row of the same plan."""
    return field.editor in {"place", "document", "when_start", "when_end", "state"}


def _offer_fixed(desk: Desk, field: FormField, editor: Any) -> None:
    """Lists that do not depend on the plan are offered once."""
    if field.editor not in {"rank", "zone", "country", "dress"} or editor.picks:
        return
    if field.editor == "rank":
        named = f"name_{desk.words.language}"
        editor.offer([Pick(row.code, "", getattr(row, named) or row.name_en) for row in desk.rulebook.ranks.values()])
    elif field.editor == "zone":
        editor.offer(_zones())
    elif field.editor == "country":
        editor.offer([Pick(code, code, name) for code, name in country_names(desk.words).items()])
    else:
        editor.offer([Pick(code, "", desk.say(word)) for code, word in kinds_words.DRESS_CODES.items()])


@cache
def _zones() -> list[Pick]:
    return [Pick(zone, "", zone) for zone in sorted(available_timezones()) if "/" in zone or zone == "UTC"]


def _choices(desk: Desk, kind: type[Row], field: FormField) -> list[tuple[Any, str]]:
    words = _WORDS_BY_KIND.get((kind.__name__, field.name)) or _WORDS[field.name]
    described = next(each for each in fields_of(kind) if each.name == field.name)
    choices: list[tuple[Any, str]] = [(value, capital(desk.say(words[value]))) for value in described.choices]
    return [(None, desk.say(_WITHOUT.get(field.name, "Not known"))), *choices] if described.optional else choices


def _states(desk: Desk, row: Any) -> list[tuple[Any, str]]:
    chain = list(chain_of(row))
    if row.state not in (*chain, *_OUT_OF_THE_WAY):
        chain.append(row.state)
    return [(state, capital(desk.say(kinds_words.DOCUMENT_STATES[state]))) for state in (*chain, *_OUT_OF_THE_WAY)]


def _read_date(desk: Desk) -> Any:
    months = [desk.say(month) for month in MONTHS]

    def read(text: str) -> IsoDate | None:
        try:
            year: int | None = day_one(desk.plan.visit).year
        except PlanError:
            year = None
        return read_date(text, months, year)

    return read


def _write_date(desk: Desk) -> Any:
    return lambda text: short_date(desk.words, date.fromisoformat(text))
