"""Makes a plan that can be opened of rows that may be wrong: forged, torn, doubled, or naming what is gone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from delegation_planner.plan.place import Place
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import REFERENCES, TABLE_NAMES, TABLES, Field, Row, fields_of
from delegation_planner.planfile.schema import texts_of_json

Fault = Literal["unreadable", "invalid", "doubled", "dangling", "cyclic"]


class Loss(NamedTuple):
    """A row that was left out, or with `field` only that field, set back to its default or without what is gone."""

    table: str
    id: str
    fault: Fault
    field: str = ""


RowsById = dict[type[Row], dict[str, Row]]


def mended(stored: Mapping[str, Iterable[Sequence[Any]]]) -> tuple[list[Row], list[Loss]]:
    """Sound rows out of the stored values of each table (in the row's order), and what that cost."""
    losses: list[Loss] = []
    rows: RowsById = {}
    for table, kind in TABLES.items():
        of_kind = rows.setdefault(kind, {})
        for values in stored.get(table, ()):
            row = _valid_row(kind, values, losses)
            if row is None:
                continue
            if row.id in of_kind:
                losses.append(Loss(table, row.id, "doubled"))
            else:
                of_kind[row.id] = row
    _cut_cycles(rows, losses)
    while _mend_references(rows, losses):
        pass  # A row that went may have been named by another.
    return [row for of_kind in rows.values() for row in of_kind.values()], losses


def _valid_row(kind: type[Row], values: Sequence[Any], losses: list[Loss]) -> Row | None:
    table, name = TABLE_NAMES[kind], str(values[0])
    sound: list[Any] = []
    for field, value in zip(fields_of(kind), values, strict=True):
        try:
            sound.append(_valid(field, value))
        except ValueError:
            if field.required:
                losses.append(Loss(table, name, "invalid"))
                return None
            losses.append(Loss(table, name, "invalid", field.name))
            sound.append(field.default)
    row = kind._make(sound)
    if isinstance(row, Invitation) and (row.participant_id is None) == (row.group_id is None):
        losses.append(Loss(table, row.id, "invalid"))
        return None
    return row


def _valid(field: Field, value: Any) -> Any:
    """The value of a field of a row; raises ValueError where SQLite holds something else."""
    if value is None and field.optional:
        return None
    if field.nature == "texts" and isinstance(value, str):
        texts = texts_of_json(value)
        if field.choices and not set(texts) <= set(field.choices):
            raise ValueError(value)
        return texts
    if field.nature == "flag" and value in {0, 1}:
        return value == 1
    if field.nature == "number" and isinstance(value, int):
        return value
    if field.nature == "text" and isinstance(value, str):
        wrong_id = field.name == "id" and len(value) != 36
        if not wrong_id and (not field.choices or value in field.choices):
            return value
    raise ValueError(value)


def _cut_cycles(rows: RowsById, losses: list[Loss]) -> None:
    """No place may lie in itself: the room that closes the circle is taken out of it."""
    places = rows[Place]
    for start in list(places):
        seen: set[str] = set()
        here: str | None = start
        while here is not None and here in places:
            seen.add(here)
            place = places[here]
            assert isinstance(place, Place)
            if place.parent_id in seen:
                places[here] = place._replace(parent_id=None)
                losses.append(Loss("place", here, "cyclic", "parent_id"))
                break
            here = place.parent_id


def _mend_references(rows: RowsById, losses: list[Loss]) -> bool:
    """Take out what names rows that are not there; whether a whole row went."""
    row_went = False
    for kind in REFERENCES:
        for id, row in list(rows[kind].items()):
            sound = _with_existing(kind, row, rows, losses)
            if sound is None:
                del rows[kind][id]
                row_went = True
            elif sound is not row:
                rows[kind][id] = sound
    return row_went


def _with_existing(kind: type[Row], row: Row, rows: RowsById, losses: list[Loss]) -> Row | None:
    """The row without the ids of what is gone; None where it cannot be without."""
    table = TABLE_NAMES[kind]
    fields = {field.name: field for field in fields_of(kind)}
    changed: dict[str, Any] = {}
    for name, other in REFERENCES[kind].items():
        value = getattr(row, name)
        sound = _existing(value, rows[other])
        if sound == value:
            continue
        if fields[name].nature == "text" and (kind is Invitation or not fields[name].optional):
            losses.append(Loss(table, row.id, "dangling"))
            return None
        losses.append(Loss(table, row.id, "dangling", name))
        changed[name] = sound
    return row._replace(**changed) if changed else row


def _existing(value: Any, others: Mapping[str, Row]) -> Any:
    if isinstance(value, tuple):
        return tuple(id for id in value if id in others)
    return value if value is None or value in others else None
