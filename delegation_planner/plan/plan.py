"""The whole visit as one immutable value."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from typing_extensions import override

from delegation_planner.plan.change import Change, Changes, put
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import TABLES, Row
from delegation_planner.plan.visit import Visit

R = TypeVar("R", bound=Row)
Invitations = Mapping[Id, Invitation]  # by the id of the participant or group
_NONE: Invitations = MappingProxyType({})


class Plan:
    """All rows of a visit, by kind and id. It holds no clock, opens no file and makes no ids.

    Invitations are kept by item and may be handed in packed, as any object that `unpack` turns into the
    invitations of one item; an item's are unpacked when somebody first asks for them.
    """

    __slots__ = ("_invitations", "_tables", "_unpack")

    def __init__(
        self,
        tables: Mapping[type[Row], Mapping[Id, Row]],
        invitations: Mapping[Id, Any] | None = None,
        unpack: Callable[[Id, Any], Invitations] | None = None,
    ) -> None:
        self._tables: dict[type[Row], Mapping[Id, Row]] = dict(tables)
        self._invitations: dict[Id, Any] = dict(invitations or {})
        self._unpack = unpack

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Plan":
        """A plan of these rows."""
        return cls({}).changed(Changes(put(row) for row in rows))

    @property
    def visit(self) -> Visit:
        """The visit that the plan is about."""
        for visit in self.table(Visit).values():
            return visit
        raise PlanError("This plan holds no visit.")

    def table(self, kind: type[R]) -> Mapping[Id, R]:
        """All rows of a kind by id, in the order in which they were put. Asking for Invitation unpacks them all."""
        if kind is Invitation:
            every = (row for item_id in self._invitations for row in self.invitations(item_id).values())
            return cast("Mapping[Id, R]", {row.id: row for row in every})
        return cast("Mapping[Id, R]", self._tables.get(cast("type[Row]", kind), _NONE))

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """All rows of a kind, in the order in which they were put."""
        return tuple(self.table(kind).values())

    def get(self, kind: type[R], id: Id | None) -> R | None:
        """The row of that id, or None."""
        if id is None:
            return None
        if kind is Invitation:
            item_id, _, invitee_id = id.partition("/")
            return cast("R | None", self.invitations(item_id).get(invitee_id))
        return cast("R | None", self._tables.get(cast("type[Row]", kind), _NONE).get(id))

    def find(self, kind: type[R], id: Id) -> R:
        """The row of that id; raises PlanError where there is none."""
        row = self.get(kind, id)
        if row is None:
            raise PlanError("The plan no longer holds what this edit speaks of. Look again and repeat it.")
        return row

    def invitations(self, item_id: Id) -> Invitations:
        """Who is invited to an item, by the id of the participant or group."""
        found = self._invitations.get(item_id, _NONE)
        if isinstance(found, Mapping):
            return cast("Invitations", found)
        assert self._unpack is not None
        unpacked = self._unpack(item_id, found)
        self._invitations[item_id] = unpacked  # the same value in another form
        return unpacked

    def items_with_invitations(self) -> Iterator[Id]:
        """The ids of items to which somebody is invited, without unpacking."""
        return iter(self._invitations)

    def changed(self, changes: Changes) -> "Plan":
        """The plan after these changes; raises PlanError where a row is not as its `before` says."""
        plan = Plan(self._tables, None, self._unpack)
        plan._invitations = self._invitations  # until one of them changes: an edit of an item copies none
        by_kind: dict[type[Row], list[Change]] = {}
        for change in changes:
            by_kind.setdefault(change.kind, []).append(change)
        for kind, of_kind in by_kind.items():
            if kind is Invitation:
                plan._change_invitations(of_kind)
            else:
                rows = dict(self._tables.get(kind, _NONE))
                _apply(rows, of_kind, lambda change: change.id)
                plan._tables[kind] = rows
        return plan

    def _change_invitations(self, changes: list[Change]) -> None:
        self._invitations = dict(self._invitations)
        by_item: dict[Id, list[Change]] = {}
        for change in changes:
            by_item.setdefault(change.id.partition("/")[0], []).append(change)
        for item_id, of_item in by_item.items():
            rows: dict[Id, Row] = dict(self.invitations(item_id))
            _apply(rows, of_item, lambda change: change.id.partition("/")[2])
            if rows:
                self._invitations[item_id] = rows
            else:
                self._invitations.pop(item_id, None)

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        return all(self.table(kind) == other.table(kind) for kind in TABLES.values())

    __hash__ = None  # type: ignore[assignment]  # compared, never a key

    @override
    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.table(kind))} {name}" for name, kind in TABLES.items() if self.table(kind))
        return f"<Plan: {counts or 'empty'}>"


def _apply(rows: dict[Id, Row], changes: list[Change], key: Callable[[Change], Id]) -> None:
    for change in changes:
        row_key = key(change)
        if rows.get(row_key) != change.before:
            raise PlanError("The plan has changed since this edit was prepared. Look again and repeat it.")
        if change.after is None:
            del rows[row_key]
        else:
            rows[row_key] = change.after
