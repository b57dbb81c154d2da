"""Compares two programmes, or two plans through the programmes that are read of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from delegation_planner.editions.difference import (
    DelegationLine,
    Difference,
    FieldChange,
    ItemChange,
    PersonLine,
    RowChange,
    What,
)
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import LANGUAGES, Id, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.programme.audience import Audience, everybody, person
from delegation_planner.programme.build import Programmes
from delegation_planner.programme.programme import Entry, PersonShown, Programme, VehicleLine

R = TypeVar("R", bound=tuple[Any, ...])
_TIMES: Final = frozenset({"start", "end", "start_day", "end_day"})


class Version:
    """A plan and the programmes read of it, each made once: the plan as it is now, or an edition."""

    def __init__(self, plan: Plan, rulebook: Rulebook) -> None:
        self.plan = plan
        self._programmes = Programmes(plan, rulebook)
        self._read: dict[Audience, Programme] = {}

    def programme(self, audience: Audience) -> Programme | None:
        """What the audience may read; None where this plan does not hold its person.

        Raises PlanError as Programmes.of for a delegation that is not there.
        """
        if audience.participant_id is not None and self.plan.get(Participant, audience.participant_id) is None:
            return None
        if audience not in self._read:
            self._read[audience] = self._programmes.of(audience)
        return self._read[audience]


def whole_difference(old: Version, new: Version, language: Language = "en") -> Difference:
    """Everything that differs, up to internal, with the papers; texts are in `language`.

    What only readers of another language see changed is there too, in that language.
    """
    every = [language, *(other for other in LANGUAGES if other != language)]
    found = [_compared(old, new, everybody("internal", each)) for each in every]
    return _joined(found)._replace(papers=compare_papers(old.plan, new.plan))


def personal_difference(old: Version, new: Version, participant_id: Id, language: Language = "en") -> Difference:
    """What differs for one person, who may be in one of the two plans alone."""
    return _compared(old, new, person(participant_id, language=language))


def _compared(old: Version, new: Version, audience: Audience) -> Difference:
    return compare(old.programme(audience), new.programme(audience))


def compare(old: Programme | None, new: Programme | None) -> Difference:
    """What differs between two programmes for the same audience; None is one without any item."""
    sides = [side for side in (old, new) if side is not None]
    if not sides:
        return Difference()
    items = tuple(_items(old, new))
    if sides[0].audience.kind == "person":
        visit = _fields(old.visit, new.visit) if old and new else ()
        return Difference(visit, items)
    assert old is not None
    assert new is not None
    people = _rows({line.person.id: line for line in _people(old)}, {line.person.id: line for line in _people(new)})
    return Difference(
        _fields(old.visit, new.visit), items, people, _rows(_delegations(old, new), _delegations(new, old))
    )


def compare_papers(old: Plan, new: Plan) -> tuple[RowChange[Document], ...]:
    """The papers that are new, changed or gone."""
    return _rows(old.table(Document), new.table(Document))


def _items(old: Programme | None, new: Programme | None) -> Iterator[ItemChange]:
    """In the order of the new programme, each dropped item where it stood by its time."""
    before = {entry.item_id: entry for entry in old.entries} if old else {}
    after = {entry.item_id: entry for entry in new.entries} if new else {}
    rides_before, rides_after = _vehicles(old), _vehicles(new)
    names_before, names_after = _names(old), _names(new)
    every = [*after.values(), *(entry for id, entry in before.items() if id not in after)]
    for entry in sorted(every, key=lambda entry: (entry.start_day, entry.start)):
        id = entry.item_id
        if id not in before:
            yield ItemChange("new", None, entry)
        elif id not in after:
            yield ItemChange("dropped", entry, None)
        else:
            fields = _fields(before[id], entry)
            if rides_before.get(id, ()) != rides_after.get(id, ()):
                fields += (FieldChange("vehicles", rides_before.get(id, ()), rides_after.get(id, ())),)
            if fields:
                joined = _people_in(entry, before[id], names_after)
                left = _people_in(before[id], entry, names_before)
                yield ItemChange(_what(fields), before[id], entry, fields, joined, left)


def _what(fields: tuple[FieldChange, ...]) -> What:
    return "moved" if _TIMES & {change.field for change in fields} else "changed"


def _people_in(entry: Entry, other: Entry, names: Mapping[Id, PersonShown]) -> tuple[PersonShown, ...]:
    """Who attends the entry and not the other one."""
    return tuple(names[id] for id in entry.attendee_ids if id not in other.attendee_ids and id in names)


def _names(programme: Programme | None) -> dict[Id, PersonShown]:
    return {one.id: one for each in programme.delegations for one in each.members} if programme else {}


def _vehicles(programme: Programme | None) -> dict[Id, tuple[VehicleLine, ...]]:
    found: dict[Id, tuple[VehicleLine, ...]] = {}
    for line in programme.vehicles if programme else ():
        found[line.item_id] = (*found.get(line.item_id, ()), line)
    return found


def _people(programme: Programme) -> Iterator[PersonLine]:
    contacts = {line.person.id: (line.phone, line.email, line.hours) for line in programme.contacts}
    for delegation in programme.delegations:
        for one in delegation.members:
            yield PersonLine(one, delegation.name, *contacts.get(one.id, ("", "", "")))


def _delegations(programme: Programme, other: Programme) -> dict[Id, DelegationLine]:
    """Only people whom the same delegation has in both: who is new or gone is told as a person."""
    elsewhere = {each.id: {one.id for one in each.members} for each in other.delegations}
    return {
        each.id: DelegationLine(
            each.id, each.name, each.name_second, each.side,
            tuple(one.id for one in each.members if one.id in elsewhere.get(each.id, ())),
        )
        for each in programme.delegations
    }  # fmt: skip


def _rows(old: Mapping[Id, R], new: Mapping[Id, R]) -> tuple[RowChange[R], ...]:
    changes: list[RowChange[R]] = []
    for id, row in new.items():
        if id not in old:
            changes.append(RowChange("new", None, row))
        elif old[id] != row:
            changes.append(RowChange("changed", old[id], row, _fields(old[id], row)))
    changes += (RowChange("dropped", row, None) for id, row in old.items() if id not in new)
    return tuple(changes)


def _fields(old: Any, new: Any) -> tuple[FieldChange, ...]:
    """The fields of two named tuples that differ."""
    if old == new and not any(isinstance(value, datetime) for value in new):
        return ()
    return tuple(
        FieldChange(name, before, after)
        for name, before, after in zip(new._fields, old, new, strict=True)
        if not _same(before, after)
    )


def _same(before: Any, after: Any) -> bool:
    """Equal as printed: an instant in another zone is not the same time."""
    if isinstance(before, datetime) and isinstance(after, datetime):
        return before.replace(tzinfo=None) == after.replace(tzinfo=None) and str(before.tzinfo) == str(after.tzinfo)
    return bool(before == after)


def _joined(found: list[Difference]) -> Difference:
    """One difference out of those in several languages: the first tells, the others add what it does not know."""
    first, *others = found
    visit, items = list(first.visit), {change.entry.item_id: change for change in first.items}
    people = {change.row.person.id: change for change in first.people}
    delegations = {change.row.id: change for change in first.delegations}
    for other in others:
        visit += _unknown(visit, other.visit)
        for item in other.items:
            known = items.get(item.entry.item_id, item)
            items[item.entry.item_id] = known._replace(fields=(*known.fields, *_unknown(known.fields, item.fields)))
        for line in other.people:
            people.setdefault(line.row.person.id, line)
        for delegation in other.delegations:
            delegations.setdefault(delegation.row.id, delegation)
    in_order = sorted(items.values(), key=lambda change: (change.entry.start_day, change.entry.start))
    return Difference(tuple(visit), tuple(in_order), tuple(people.values()), tuple(delegations.values()))


def _unknown(known: Iterable[FieldChange], told: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    names = {change.field for change in known}
    return tuple(change for change in told if change.field not in names)
