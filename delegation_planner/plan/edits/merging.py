"""Takes over what somebody else has changed in another copy of the plan since the two went apart."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Literal, NamedTuple

from delegation_planner.plan.change import Change, Changes, replaced
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.edits.items import free_code
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.references import named_by, namings, ties_of
from delegation_planner.plan.tables import Row

Why = Literal["both_changed", "removed_there", "removed_here", "needs_removed", "still_needed"]
Key = tuple[type[Row], Id]


class Clash(NamedTuple):
    """What cannot simply be taken over: `row` as it is here, or else there.

    both_changed: these `fields` differ from what they were on both sides. removed_there, removed_here: the other side
    has changed the row. needs_removed: it refers to what is not here. still_needed: removed there, but something here
    refers to it.
    """

    row: Row
    why: Why
    fields: tuple[str, ...] = ()


class Merge(NamedTuple):
    """What makes our plan hold their changes too, and what stays as it is here, or is settled by `prefer_theirs`."""

    changes: Changes
    clashes: tuple[Clash, ...]


def merge(base: Plan, ours: Plan, theirs: Plan, *, prefer_theirs: bool = False) -> Merge:
    """What they have changed since `base`, the last state that both plans come from.

    Field by field: what only they have changed is taken over. What both have changed otherwise is a clash, and stays
    ours unless `prefer_theirs`; a row that one side has removed and the other changed stays as it is here. Nothing is
    taken over that would refer to what is not here, and nothing is removed that is referred to here. A new item whose
    number is taken gets a free one.
    """
    mine = {(change.kind, change.id): change for change in difference(base, ours)}
    wanted: dict[Key, Change] = {}
    clashes: dict[Key, Clash] = {}
    for change in difference(base, theirs):
        key = (change.kind, change.id)
        own = mine.get(key)
        if own is None:
            wanted[key] = change
        elif own.after != change.after:
            row, clash = _joined(own, change, prefer_theirs=prefer_theirs)
            if clash is not None:
                clashes[key] = clash
            if row is not None and row != own.after:
                wanted[key] = change._replace(before=own.after, after=row)
    _leave_out_what_does_not_fit(ours, wanted, clashes)
    return Merge(Changes(_at_home(ours, wanted, clashes)), tuple(clashes.values()))


def _joined(own: Change, change: Change, *, prefer_theirs: bool) -> tuple[Row | None, Clash | None]:
    """The row with what both sides have changed in it, and where they do not agree."""
    if own.after is None:
        assert change.after is not None
        return None, Clash(change.after, "removed_here")
    if change.after is None:
        return own.after, Clash(own.after, "removed_there")
    old: Any = change.before or (None,) * len(own.after)
    row: Any = own.after
    clashing: list[str] = []
    for name, before, here, there in zip(row._fields, old, own.after, change.after, strict=True):
        if there in (before, here):
            continue
        if here != before:
            clashing.append(name)
        if here == before or prefer_theirs:
            row = row._replace(**{name: there})
    return row, (Clash(own.after, "both_changed", tuple(clashing)) if clashing else None)


def _leave_out_what_does_not_fit(ours: Plan, wanted: dict[Key, Change], clashes: dict[Key, Clash]) -> None:
    """Take out of `wanted`, again and again, what would leave a row that refers to nothing."""
    kept = {key for key, clash in clashes.items() if clash.why == "removed_there"}
    while True:
        after = ours.changed(Changes(wanted.values()))
        clashing = {(type(clash.row), clash.row.id): clash for clash in _misfits(ours, after, wanted)}
        kept |= clashing.keys()
        going_with = {key for key, change in wanted.items() if change.after is None and _is_tied(change.before, kept)}
        if not clashing and not going_with:
            return
        clashes |= clashing
        for key in clashing.keys() | going_with:
            wanted.pop(key, None)


def _misfits(ours: Plan, after: Plan, wanted: Mapping[Key, Change]) -> Iterator[Clash]:
    """What refers to something that is not there after the changes, and what is gone although it is referred to."""
    gone: dict[type[Row], set[Id]] = {}
    for (kind, id), change in wanted.items():
        if change.after is None:
            gone.setdefault(kind, set()).add(id)
        elif any(after.get(kind, id) is None and ours.get(kind, id) is None for _, kind, id in named_by(change.after)):
            yield Clash(change.after, "needs_removed")
    for naming in namings(after, gone):
        for field, kind, id in named_by(naming.row):
            if field == naming.field and id in gone.get(kind, ()):
                yield Clash(ours.find(kind, id), "still_needed")


def _is_tied(row: Row | None, kept: AbstractSet[Key]) -> bool:
    """Whether a row belongs to one that is kept, as a step to its item."""
    if row is None:
        return False
    ties = ties_of(type(row))
    return any(field in ties and (kind, id) in kept for field, kind, id in named_by(row))


def _at_home(ours: Plan, wanted: dict[Key, Change], clashes: dict[Key, Clash]) -> Iterator[Change]:
    """The changes, with a free number for an item whose number is taken here, and no second head of a delegation."""
    plan = ours.changed(Changes(wanted.values()))
    here = {item.code for item in ours.rows(ProgrammeItem) if (ProgrammeItem, item.id) not in wanted}
    heads = {one.delegation_id for one in ours.rows(Participant) if one.head and (Participant, one.id) not in wanted}
    for key, change in wanted.items():
        row = change.after
        if isinstance(row, ProgrammeItem) and row.code in here:
            renumbered = row._replace(code=free_code(plan))
            plan = plan.changed(Changes([replaced(row, renumbered)]))
            row = renumbered
        elif isinstance(row, Participant) and row.head and row.delegation_id in heads:
            row = row._replace(head=False)
            clashes[key] = Clash(row, "both_changed", ("head",))
        yield change._replace(after=row)
