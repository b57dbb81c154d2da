"""Consecutive changes of one sort, taken together: what the log writes and what the tables are told."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter, ne
from typing import Any, Literal, NamedTuple, cast

from delegation_planner.plan.change import Change
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import Row

Action = Literal["put", "removed", "replaced"]


class Run(NamedTuple):
    """Changes of the same kind, action and fields, in order. `fields` are positions in the row; `key` names the row."""

    kind: type[Row]
    action: Action
    fields: tuple[int, ...]
    key: tuple[int, ...]
    changes: list[Change]


def runs(changes: Iterable[Change]) -> Iterator[Run]:
    """The changes in their order, cut where the sort changes."""
    for (kind, action, mask, key), of_sort in groupby(changes, _sort_of):
        fields = tuple(position for position, differs in enumerate(mask) if differs)
        yield Run(kind, action, fields or tuple(range(len(kind._fields))), key, list(of_sort))


def _sort_of(change: Change) -> tuple[type[Row], Action, tuple[bool, ...], tuple[int, ...]]:
    kind, _, before, after = change
    key = _key(kind, cast("Row", before if after is None else after))
    if before is None:
        return kind, "put", (), key
    if after is None:
        return kind, "removed", (), key
    return kind, "replaced", tuple(map(ne, before, after)), key


def _key(kind: type[Row], row: Row) -> tuple[int, ...]:
    if kind is not Invitation:
        return (0,)
    return (0, 1) if cast("Invitation", row).participant_id is not None else (0, 2)


@cache
def picker(positions: tuple[int, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Takes these positions out of a row, always as a tuple."""
    if len(positions) == 1:
        (position,) = positions
        return lambda row: (row[position],)
    return cast("Callable[[Any], tuple[Any, ...]]", itemgetter(*positions))
