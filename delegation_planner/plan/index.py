"""The items of a person and on a day: an index that follows the changes of a plan."""

from collections.abc import Hashable, Iterable
from operator import attrgetter
from typing import Final, TypeVar

from delegation_planner.plan.attendance import named, present
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.tables import Row

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)
_NONE: frozenset[Id] = frozenset()
_NAMING: Final[tuple[type[ProgrammeItem], type[Step], type[Vehicle]]] = (ProgrammeItem, Step, Vehicle)


class Index:
    """Ids of items by what one looks for. Each part is built when first asked for, and from then on follows."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._of_person: dict[Id, frozenset[Id]] | None = None
        self._inviting: dict[Id, frozenset[Id]] = {}  # by group; built and followed together with _of_person
        self._naming: dict[Id, frozenset[tuple[type[Row], Id]]] | None = None
        self._on_day: dict[int, frozenset[Id]] | None = None

    @classmethod
    def of(cls, plan: Plan) -> "Index":
        """The index of a plan; nothing is looked at yet."""
        return cls(plan)

    def items_of(self, participant_id: Id) -> frozenset[Id]:
        """The items that a person attends, invited alone or with a group."""
        if self._of_person is None:
            every = tuple(self.plan.items_with_invitations())
            self._of_person = _moved({}, (), _people(self.plan, every))
            self._inviting = _moved({}, (), _groups(self.plan, every))
        return self._of_person.get(participant_id, _NONE)

    def items_concerning(self, participant_id: Id) -> frozenset[Id]:
        """The items of a person's own programme: those attended, and those that name the person."""
        if self._naming is None:
            self._naming = _moved({}, (), _named(row for kind in _NAMING for row in self.plan.rows(kind)))
        naming = (self.plan.find(kind, id) for kind, id in self._naming.get(participant_id, ()))
        return self.items_of(participant_id).union(map(_item_of, naming))

    def items_on(self, day: int) -> frozenset[Id]:
        """The items of a day number: each on every day from its start to its end."""
        if self._on_day is None:
            self._on_day = _moved({}, (), _days(self.plan.table(ProgrammeItem).values()))
        return self._on_day.get(day, _NONE)

    def following(self, plan: Plan, changes: Changes) -> "Index":
        """The index of the plan after these changes; looks only at what they touch."""
        following = Index(plan)
        if self._of_person is not None:
            touched = self._touched(changes)
            following._of_person = _moved(self._of_person, _people(self.plan, touched), _people(plan, touched))
            following._inviting = _moved(self._inviting, _groups(self.plan, touched), _groups(plan, touched))
        if self._naming is not None:
            following._naming = _moved(self._naming, *_renaming(changes))
        if self._on_day is not None:
            before, after = _differing(changes, "start_day", "end_day")
            following._on_day = _moved(self._on_day, _days(before), _days(after))
        return following

    def _touched(self, changes: Changes) -> set[Id]:
        """The items whose attendance may change: a group's change touches every item that invites it."""
        touched = {
            change.id.partition("/")[0]
            for change in changes.of(Invitation)
            if _brings(change.before) != _brings(change.after)
        }
        for change in changes.of(Group):
            touched |= self._inviting.get(change.id, _NONE)
        return touched


def _moved(
    index: dict[K, frozenset[V]], before: Iterable[tuple[K, V]], after: Iterable[tuple[K, V]]
) -> dict[K, frozenset[V]]:
    """The index with the entries of after instead of those of before; the sets of what is in both stay as they are."""
    touched: dict[K, set[V]] = {}

    def items(key: K) -> set[V]:
        if key not in touched:
            touched[key] = set(index.get(key, ()))
        return touched[key]

    leaving = set(before)
    for entry in after:
        if entry in leaving:
            leaving.remove(entry)
        else:
            items(entry[0]).add(entry[1])
    for key, value in leaving:
        items(key).discard(value)
    if not touched:
        return index
    moved = dict(index)
    for key, ids in touched.items():
        if ids:
            moved[key] = frozenset(ids)
        else:
            moved.pop(key, None)
    return moved


def _differing(changes: Changes, *fields: str) -> tuple[list[ProgrammeItem], list[ProgrammeItem]]:
    """The items that differ in any of these fields, as they were before and as they are after."""
    values = attrgetter(*fields)
    differing = [
        (before, after)
        for _, _, before, after in changes.of(ProgrammeItem)
        if before is None or after is None or values(before) != values(after)
    ]
    before = [row for row, _ in differing if isinstance(row, ProgrammeItem)]
    return before, [row for _, row in differing if isinstance(row, ProgrammeItem)]


def _brings(row: Row | None) -> tuple[Id, ...] | None:
    """What decides which people an invitation brings: not their roles."""
    return (row.invitee_id, *row.exception_ids) if isinstance(row, Invitation) else None


def _people(plan: Plan, item_ids: Iterable[Id]) -> Iterable[tuple[Id, Id]]:
    return ((person, item_id) for item_id in item_ids for person in present(plan, item_id))


def _groups(plan: Plan, item_ids: Iterable[Id]) -> Iterable[tuple[Id, Id]]:
    rows = (row for item_id in item_ids for row in plan.invitations(item_id).values())
    return ((row.group_id, row.item_id) for row in rows if row.group_id is not None)


def _named(rows: Iterable[Row]) -> Iterable[tuple[Id, tuple[type[Row], Id]]]:
    return ((person, (type(row), row.id)) for row in rows if isinstance(row, _NAMING) for person in named(row))


def _renaming(changes: Changes) -> tuple[Iterable[tuple[Id, tuple[type[Row], Id]]], ...]:
    """Whom the changed rows named before and name after."""
    changed = [change for kind in _NAMING for change in changes.of(kind)]
    before = (change.before for change in changed if change.before is not None)
    after = (change.after for change in changed if change.after is not None)
    return _named(before), _named(after)


def _item_of(row: Row) -> Id:
    return row.item_id if isinstance(row, Step | Vehicle) else row.id


def _days(items: Iterable[ProgrammeItem]) -> Iterable[tuple[int, Id]]:
    return ((day, row.id) for row in items for day in range(row.start_day, max(row.start_day, row.end_day) + 1))
