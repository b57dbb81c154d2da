"""A block of a spreadsheet as people: what each row would do; only what its headings name is changed; no Qt."""

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.edits.participants import add_participant, edit_participant
from delegation_planner.plan.errors import KnownError, PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.languages import field_of, text_and_language
from delegation_planner.plan.names import fold, name_key
from delegation_planner.plan.participant import Participant, is_notified
from delegation_planner.plan.plan import Plan
from delegation_planner.programme.texts import Texts
from delegation_planner.words.words import ENGLISH, Words, mark

PeopleKey = Literal["code", "name", "honorific", "office", "delegation", "diet", "phone", "mail", "remarks"]
Verdict = Literal["new", "changed", "same", "unreadable", "heads"]
Rows = tuple[tuple[str, ...], ...]

HEADINGS: Final[dict[PeopleKey, str]] = {
    "code": mark("Code"),
    "name": mark("Name"),
    "honorific": mark("Form of address"),
    "office": mark("Office"),
    "delegation": mark("Delegation"),
    "diet": mark("Diet"),
    "phone": mark("Duty phone"),
    "mail": mark("Duty mail"),
    "remarks": mark("Remarks"),
}
_OTHER_NAMES: Final[dict[str, PeopleKey]] = {
    "full name": "name", "participant": "name", "nama": "name", "nama lengkap": "name", "peserta": "name",
    "ad": "name", "kode": "code", "kod": "code", "sapaan": "honorific", "honorific": "honorific",
    "position": "office", "title": "office", "post": "office", "jabatan": "office", "vazifa": "office",
    "delegasi": "delegation", "phone": "phone", "telephone": "phone", "mobile": "phone", "telepon": "phone",
    "hp": "phone", "telefon": "phone", "mail": "mail", "e-mail": "mail", "email": "mail", "surel": "mail",
    "food": "diet", "pantangan": "diet", "notes": "remarks", "note": "remarks", "keterangan": "remarks",
}  # fmt: skip
"""What people write above columns, besides the names that the window gives them."""
_FIELDS: Final[dict[PeopleKey, str]] = {
    "diet": "diet", "phone": "duty_phone", "mail": "duty_email", "remarks": "remarks",
}  # fmt: skip
_LANGUAGES: Final = ("en", "id", "az")


class PastedPerson(NamedTuple):
    """What a row would do: `line` counts from 1, `changed` are the headings whose cells change something.

    `notes` are sentences: why it cannot be read, or which of its cells are left out.
    """

    line: int
    verdict: Verdict
    code: str
    name: str
    changed: tuple[PeopleKey, ...] = ()
    notes: tuple[KnownError, ...] = ()


class PastedPeople(NamedTuple):
    """All rows, and the changes of those that can be read as one edit."""

    rows: tuple[PastedPerson, ...]
    changes: Changes

    def count(self, *verdicts: Verdict) -> int:
        """How many rows have one of these verdicts."""
        return sum(row.verdict in verdicts for row in self.rows)


def headings_of(words: Words, rows: Rows) -> tuple[PeopleKey | None, ...] | None:
    """What the first row calls the columns; None where it names neither codes nor names."""
    known: dict[str, PeopleKey] = dict(_OTHER_NAMES)
    for speaker in (ENGLISH, words):
        known |= {fold(speaker.say(name)): key for key, name in HEADINGS.items()}
    found: list[PeopleKey | None] = []
    for cell in rows[0] if rows else ():
        key = known.get(fold(cell).rstrip(".:"))
        found.append(key if key not in found else None)
    return tuple(found) if "name" in found or "code" in found else None


def pasted_people(
    plan: Plan, words: Words, rows: Rows, delegation_id: Id | None, new_id: Callable[[], Id]
) -> PastedPeople | None:
    """What the rows would do, each after those above it; None without headings.

    Whose code or name is known is changed, others are new; those whose row names no delegation join `delegation_id`.
    """
    headings = headings_of(words, rows)
    if headings is None:
        return None
    pasting = _Pasting(plan, words, headings, delegation_id, new_id)
    title = " ".join(cell for cell in rows[0] if cell)
    found = [PastedPerson(1, "heads", "", title), *(pasting.row(line, cells) for line, cells in enumerate(rows[1:], 2))]
    return PastedPeople(tuple(found), pasting.changes)


class _Pasting:
    """One reading of a block, from the top; the plan grows with each row."""

    def __init__(
        self,
        plan: Plan,
        words: Words,
        headings: tuple[PeopleKey | None, ...],
        delegation_id: Id | None,
        new_id: Callable[[], Id],
    ) -> None:
        self._plan = plan
        self._texts = Texts(words.language)
        self._language = words.language
        self._headings = headings
        self._delegation = delegation_id
        self._new_id = new_id
        self._seen: set[Id] = set()
        self.changes = Changes()

    def row(self, line: int, cells: tuple[str, ...]) -> PastedPerson:
        values = {key: cell for key, cell in zip(self._headings, cells, strict=False) if key is not None and cell}
        notes: list[KnownError] = []
        try:
            person_id, changes, changed = self._person(values, notes)
        except KnownError as error:
            name = values.get("name") or " ".join(cell for cell in cells if cell)
            return PastedPerson(line, "unreadable", values.get("code", ""), name, (), (error,))
        is_new = self._plan.get(Participant, person_id) is None
        self._plan = self._plan.changed(changes)
        self.changes = self.changes + changes
        made = self._plan.find(Participant, person_id)
        verdict: Verdict = "new" if is_new else "changed" if changes else "same"
        return PastedPerson(line, verdict, made.code, self._texts.shown(made, "name").text, changed, tuple(notes))

    def _person(
        self, values: dict[PeopleKey, str], notes: list[KnownError]
    ) -> tuple[Id, Changes, tuple[PeopleKey, ...]]:
        delegation = self._delegation_in(values, notes)
        person = self._known(values, delegation)
        if person is None:
            if delegation is None:
                values.pop("delegation", None)
            return self._new(values, delegation or self._delegation)
        if person.id in self._seen:
            raise PlanError("This person stands in this block twice.")
        self._seen.add(person.id)
        fields: dict[str, Any] = {}
        changed: list[PeopleKey] = []
        known_by = "code" if "code" in values else "name"
        for key, text in values.items():
            if key == known_by:
                continue
            of_cell = self._fields(person, key, text, delegation)
            if of_cell:
                fields |= of_cell
                changed.append(key)
        return person.id, edit_participant(self._plan, person.id, fields), tuple(changed)

    def _new(self, values: dict[PeopleKey, str], delegation_id: Id | None) -> tuple[Id, Changes, tuple[PeopleKey, ...]]:
        if "name" not in values:
            raise PlanError("This row has no name.")
        if delegation_id is None:
            raise PlanError("Add a delegation first; people belong to one.")
        fields: dict[str, Any] = {_FIELDS[key]: text for key, text in values.items() if key in _FIELDS}
        fields |= {field_of(key, self._language): values[key] for key in ("honorific", "office") if key in values}
        if "code" in values:
            fields["code"] = values["code"]
        guest = self._plan.find(Delegation, delegation_id).side == "guest"
        changes = add_participant(
            self._plan, delegation_id, values["name"], self._new_id, in_language=self._language, away_from_home=guest,
            **fields,
        )  # fmt: skip
        id = changes[0].id
        self._seen.add(id)
        return id, changes, tuple(values)

    def _fields(self, person: Participant, key: PeopleKey, text: str, delegation_id: Id | None) -> dict[str, Any]:
        """The fields that a cell changes; nothing for what a person has already, in whatever language."""
        if key in _FIELDS:
            name = _FIELDS[key]
            return {} if (getattr(person, name) or "") == text else {name: text}
        if key == "delegation":
            return {} if delegation_id in (None, person.delegation_id) else {"delegation_id": delegation_id}
        if text in (getattr(person, f"{key}_{language}") for language in _LANGUAGES):
            return {}
        if key == "name" and is_notified(person):  # a name is of no language: the one that is shown is put right
            _, language = text_and_language(person, ("name",), self._language)
            return {field_of("name", language): text}
        return {field_of(key, self._language): text}

    def _known(self, values: dict[PeopleKey, str], delegation_id: Id | None) -> Participant | None:
        """The person of this code, or else the only one of this name."""
        people = self._plan.rows(Participant)
        if "code" in values:
            wanted = fold(values["code"])
            return next((row for row in people if fold(row.code) == wanted), None)
        wanted = name_key(values.get("name", ""))
        named = [
            row
            for row in people
            if wanted in {name_key(getattr(row, f"name_{language}")) for language in _LANGUAGES}
            and delegation_id in (None, row.delegation_id)
        ]
        if wanted and len(named) > 1:
            raise PlanError("Several people have this name. Give their codes.")
        return named[0] if wanted and named else None

    def _delegation_in(self, values: dict[PeopleKey, str], notes: list[KnownError]) -> Id | None:
        if "delegation" not in values:
            return None
        wanted = fold(values["delegation"])
        for row in self._plan.rows(Delegation):
            names = (row.code, row.country, *(getattr(row, f"name_{language}") for language in _LANGUAGES))
            if wanted in map(fold, names):
                return row.id
        notes.append(KnownError("“{name}” is no delegation of this plan: left out.", name=values["delegation"]))
        return None
