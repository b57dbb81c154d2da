"""What moves several items at once: push what follows, insert and push, other days, a day once more, running late."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, NamedTuple

from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import Span, clock_minutes, span
from delegation_planner.plan.edits.invitations import add_item_for
from delegation_planner.plan.edits.items import duplicate_item, edit_item, free_codes, move_item, shift_items
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, WallClock
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem

_DAY = 24 * 60


class Blocked(NamedTuple):
    """A pinned item that what comes before it would push so many minutes, and that stays."""

    item_id: Id
    minutes: int


class Push(NamedTuple):
    """What a push does, which items it moves on by how many minutes, and which pinned ones stand in its way."""

    changes: Changes
    pushed: Mapping[Id, int]
    blocked: tuple[Blocked, ...]


def push_after(plan: Plan, item_id: Id, minutes: int) -> Push:
    """What follows the item makes room for so many minutes more; the item itself stays as planned.

    An item follows if it starts no earlier and shares people, or a room that holds one item, with what pushes it.
    Gaps absorb: each moves only as far as it must. Pinned items stay and are told.
    """
    if minutes <= 0:
        raise PlanError("Give a number of minutes above zero.")
    plan.find(ProgrammeItem, item_id)
    return _pushed(plan, item_id, minutes)


def delay_and_push(plan: Plan, item_id: Id, minutes: int) -> Push:
    """The item itself starts so many minutes later, and what followed it as planned makes room and still follows.

    What starts between the old and the new start follows too: the order of the programme stays.
    """
    if minutes <= 0:
        raise PlanError("Give a number of minutes above zero.")
    as_planned, _ = _minutes(span(plan.visit, plan.find(ProgrammeItem, item_id)))
    first = shift_items(plan, [item_id], minutes)
    push = _pushed(plan.changed(first), item_id, 0, since=as_planned)
    return push._replace(changes=first + push.changes)


def move_and_push(plan: Plan, item_id: Id, day: int, clock: WallClock) -> Push:
    """The item starts then, and what follows it there makes room."""
    return _then_push(plan, item_id, move_item(plan, item_id, day, clock))


def resize_and_push(plan: Plan, item_id: Id, day: int, clock: WallClock) -> Push:
    """The item ends then, and what follows makes room."""
    return _then_push(plan, item_id, edit_item(plan, item_id, {"end_day": day, "end_time": clock}))


def insert_and_push(
    plan: Plan,
    day: int,
    start: WallClock,
    new_id: Callable[[], Id],
    invitee_ids: Iterable[Id],
    *,
    minutes: int = 60,
    **fields: Any,
) -> Push:
    """A new item for these participants and groups, and what follows for them makes room."""
    changes = add_item_for(plan, day, start, new_id, invitee_ids, minutes=minutes, **fields)
    return _then_push(plan, changes[0].id, changes)


def move_to_day(plan: Plan, item_ids: Iterable[Id], day: int) -> Changes:
    """The items on another day at the same hours: the first of them on that one, the others as far from it as now."""
    items = [plan.find(ProgrammeItem, id) for id in item_ids]
    first = min((item.start_day for item in items), default=day)
    return shift_items(plan, (item.id for item in items), (day - first) * _DAY)


def duplicate_day(plan: Plan, day: int, to_day: int, new_id: Callable[[], Id]) -> Changes:
    """All items that start on a day once more on another, with their steps, vehicles and invitations.

    Numbers are the next free ones; what is cancelled stays behind.
    """
    items = [row for row in plan.rows(ProgrammeItem) if row.start_day == day and row.status != "cancelled"]
    items.sort(key=lambda row: (row.start_time, row.code))
    twins = [duplicate_item(plan, item.id, new_id, code) for item, code in zip(items, free_codes(plan), strict=False)]
    put = Changes(chain.from_iterable(twins))
    return put + shift_items(plan.changed(put), [twin[0].id for twin in twins], (to_day - day) * _DAY)


def running_late(item: ProgrammeItem) -> int:
    """Minutes by which an item is behind its plan (ahead if negative), by what the clocks said; 0 if nobody looked.

    What was written down of its end counts, else of its start.
    """
    if item.actual_end is not None:
        return _nearest(clock_minutes(item.actual_end) - clock_minutes(item.end_time))
    if item.actual_start is not None:
        return _nearest(clock_minutes(item.actual_start) - clock_minutes(item.start_time))
    return 0


def push_from_actual(plan: Plan, item_id: Id) -> Push:
    """What follows an item that runs late makes room for the delay; nothing moves if it is in time."""
    late = running_late(plan.find(ProgrammeItem, item_id))
    return _pushed(plan, item_id, late) if late > 0 else Push(Changes(), {}, ())


def _nearest(minutes: int) -> int:
    """The distance of two clocks, the shorter way round."""
    return (minutes + _DAY // 2) % _DAY - _DAY // 2


def _then_push(plan: Plan, item_id: Id, first: Changes) -> Push:
    push = _pushed(plan.changed(first), item_id, 0)
    return push._replace(changes=first + push.changes)


def _pushed(plan: Plan, item_id: Id, minutes: int, *, since: int | None = None) -> Push:
    """What follows an item is moved on until nobody, and no room, is needed before it is free.

    What starts no earlier than the item follows it, or than `since` (minutes, as of _minutes).
    """
    spans = {row.id: span(plan.visit, row) for row in plan.rows(ProgrammeItem) if row.status != "cancelled"}
    pusher = plan.find(ProgrammeItem, item_id)
    start, end = _minutes(span(plan.visit, pusher))
    free_at = dict.fromkeys(_needs(plan, pusher), end + minutes)
    pushed: dict[Id, int] = {}
    blocked: list[Blocked] = []
    later = sorted((*_minutes(when), id) for id, when in spans.items() if id != item_id)
    for begins, ends, id in later:
        if begins < (start if since is None else since):
            continue
        item = plan.find(ProgrammeItem, id)
        needs = _needs(plan, item)
        late = max((free_at.get(need, begins) for need in needs), default=begins) - begins
        if late <= 0:
            continue
        if item.pinned_date is not None:
            blocked.append(Blocked(id, late))
        else:
            pushed[id] = late
            free_at |= dict.fromkeys(needs, ends + late)
    changes = Changes(change for id, late in pushed.items() for change in shift_items(plan, [id], late))
    return Push(changes, pushed, tuple(blocked))


def _minutes(when: Span) -> tuple[int, int]:
    return int(when.start.timestamp()) // 60, int(when.end.timestamp()) // 60


def _needs(plan: Plan, item: ProgrammeItem) -> frozenset[Id]:
    """The people whom an item needs, and the room, if that holds one item at a time."""
    place = plan.get(Place, item.place_id)
    return must_come(plan, item.id) | ({place.id} if place is not None and place.exclusive else frozenset())
