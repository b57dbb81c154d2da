"""Rows removed with all that hangs on them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from delegation_planner.plan.change import Change, Changes, removed, replaced
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.references import Naming, namings
from delegation_planner.plan.tables import REFERENCES, Row

Ids = dict[type[Row], set[Id]]


class GoesWith(NamedTuple):
    """What removing a row takes along: rows that go too, and rows that only lose a link to it, counted by kind."""

    removed: Mapping[type[Row], int]
    unlinked: Mapping[type[Row], int]


def remove(plan: Plan, kind: type[Row], id: Id) -> Changes:
    """Without this row, without the rows that cannot stay without it, and without the links to any of them."""
    return remove_all(plan, kind, (id,))


def remove_all(plan: Plan, kind: type[Row], ids: Collection[Id]) -> Changes:
    """As `remove`, for several rows of a kind at once."""
    for id in ids:
        plan.find(kind, id)
    gone = _tied_to(plan, {kind: set(ids)})
    return Changes([*_unlinked(plan, gone), *_removed(plan, gone)])


def what_goes_with(plan: Plan, kind: type[Row], id: Id) -> GoesWith:
    """What `remove` would take along besides the row itself, for the question before it."""
    changes = remove(plan, kind, id)
    goes: dict[type[Row], int] = {}
    stays: dict[type[Row], int] = {}
    for change in changes:
        if change.kind is not kind or change.id != id:
            counted = goes if change.after is None else stays
            counted[change.kind] = counted.get(change.kind, 0) + 1
    return GoesWith(goes, stays)


def _removed(plan: Plan, gone: Ids) -> list[Change]:
    """All these rows removed, those that name others before those that are named."""
    return [removed(plan.find(kind, id)) for kind, ids in reversed(gone.items()) for id in sorted(ids)]


def _tied_to(plan: Plan, gone: Ids) -> Ids:
    """These rows and all that cannot stay without them, the latter last."""
    found: Ids = {kind: set(ids) for kind, ids in gone.items()}
    newest = found
    while any(newest.values()):
        tied: Ids = {}
        for naming in namings(plan, newest):
            kind, id = type(naming.row), naming.row.id
            if naming.tied and id not in found.get(kind, ()):
                tied.setdefault(kind, set()).add(id)
        for kind, ids in tied.items():
            found.setdefault(kind, set()).update(ids)
        newest = tied
    return found


def _unlinked(plan: Plan, gone: Ids) -> Iterator[Change]:
    """Rows that stay, without their links to those that go."""
    loose: dict[tuple[type[Row], Id], list[Naming]] = {}
    for naming in namings(plan, gone):
        kind, id = type(naming.row), naming.row.id
        if id not in gone.get(kind, ()):
            loose.setdefault((kind, id), []).append(naming)
    for namings_of_row in loose.values():
        before = namings_of_row[0].row
        yield replaced(before, before._replace(**{each.field: _without(each, gone) for each in namings_of_row}))


def _without(naming: Naming, gone: Ids) -> Any:
    value = getattr(naming.row, naming.field)
    if not isinstance(value, tuple):
        return None
    ids = gone[REFERENCES[type(naming.row)][naming.field]]
    return tuple(id for id in value if id not in ids)
