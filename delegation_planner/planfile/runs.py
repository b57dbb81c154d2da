"""Consecutive changes of one sort, taken together: what the log keeps and what the tables are told."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import compress, count, groupby
from operator import itemgetter, ne
from typing import Any, Literal, NamedTuple, cast

from delegation_planner.plan.change import Change
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import Row

Action = Literal["put", "removed", "replaced"]
Positions = tuple[int, ...]


class Run(NamedTuple):
    """Rows of one kind to which the same is done.

    `fields` are positions in the row: all of them, or those that differ. A put or removed row stands there as it is,
    a replaced one as (what the fields become, the row's id, what they were): so UPDATE takes them. `by` names the
    second id of an invitation's key.
    """

    kind: type[Row]
    action: Action
    fields: Positions
    by: str
    rows: list[tuple[Any, ...]]


def runs(changes: Iterable[Change]) -> Iterator[Run]:
    """The changes in their order, cut where kind, action or fields change."""
    for (kind, action, fields, by), of_sort in groupby(changes, _sort_of):
        rows: list[tuple[Any, ...]]
        if action == "put":
            rows = [after for _, _, _, after in of_sort if after is not None]
        elif action == "removed":
            rows = [before for _, _, before, _ in of_sort if before is not None]
        else:
            picked = picker(fields)
            rows = [(*picked(after), id, *picked(before)) for _, id, before, after in of_sort]
        yield Run(kind, action, fields, by, rows)


def _sort_of(change: Change) -> tuple[type[Row], Action, Positions, str]:
    kind, _, before, after = change
    by = ""
    if kind is Invitation:
        by = "participant_id" if cast("Invitation", after or before).participant_id is not None else "group_id"
    if before is not None and after is not None:
        return kind, "replaced", tuple(compress(count(), map(ne, before, after))), by
    return kind, "put" if before is None else "removed", tuple(range(len(kind._fields))), by


@cache
def picker(positions: Positions) -> Callable[[Any], tuple[Any, ...]]:
    """Takes these positions out of a row, always as a tuple."""
    if len(positions) == 1:
        (position,) = positions
        return lambda row: (row[position],)
    return cast("Callable[[Any], tuple[Any, ...]]", itemgetter(*positions))
