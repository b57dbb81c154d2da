"""How a plan changes: a list of rows put, replaced or removed."""

from collections.abc import Iterable
from typing import NamedTuple

from typing_extensions import override

from delegation_planner.plan.tables import Row


class Change(NamedTuple):
    """One row put (`before` is None), replaced, or removed (`after` is None)."""

    kind: type[Row]
    id: str
    before: Row | None
    after: Row | None


class Changes(tuple[Change, ...]):
    """What one edit does, in order; each row appears at most once. Empty when the edit changes nothing."""

    __slots__ = ()

    def touch(self, *kinds: type[Row]) -> bool:
        """Whether a row of any of these kinds changes."""
        return any(change.kind in kinds for change in self)

    def of(self, kind: type[Row]) -> tuple[Change, ...]:
        """The changes of one kind of row."""
        return tuple(change for change in self if change.kind is kind)

    def inverse(self) -> "Changes":
        """The changes turned round: undoes these."""
        return Changes(Change(kind, id, after, before) for kind, id, before, after in reversed(self))

    @override
    def __add__(self, later: Iterable[Change]) -> "Changes":  # type: ignore[override]
        """These and then `later` as one: each row from its first before to its last after."""
        return Changes.merged((*self, *later))

    @staticmethod
    def merged(changes: Iterable[Change]) -> "Changes":
        """One change a row: from its first `before` to its last `after`; rows that end as they began drop out."""
        merged: dict[tuple[type[Row], str], Change] = {}
        for change in changes:
            key = (change.kind, change.id)
            earlier = merged.get(key)
            merged[key] = change if earlier is None else change._replace(before=earlier.before)
        return Changes(change for change in merged.values() if change.before != change.after)


def put(row: Row) -> Change:
    """A new row."""
    return Change(type(row), row.id, None, row)


def replaced(before: Row, after: Row) -> Change:
    """A row with other values; both have the same id."""
    return Change(type(before), before.id, before, after)


def removed(row: Row) -> Change:
    """A row taken out."""
    return Change(type(row), row.id, row, None)
