"""What a drag means: how items would lie if it ended here, and the changes that make it so; no Qt."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import clock_text, moved
from delegation_planner.plan.edits.items import add_item, change_start, edit_item, resize_item, shift_items
from delegation_planner.plan.kinds import Id, Language, Track
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.schedule.grid.grid_clock import DAY
from delegation_planner.screen.schedule.grid.lanes import OnClock
from delegation_planner.screen.schedule.grid.scale import snap
from delegation_planner.screen.schedule.item_edits import duplicated
from delegation_planner.session.store import Label

Kind = Literal["move", "start", "end", "create"]
STEP: Final = 5
FINE_STEP: Final = 1


class Gesture(NamedTuple):
    """A drag that has begun: what it does, to which items (the one under the pointer first), and where it took hold.

    `held_at` is the pointer's minute on the grid's clock. Creating has no items.
    """

    kind: Kind
    items: tuple[OnClock, ...]
    held_at: float


class Drop(NamedTuple):
    """How it would be if the drag ended now: items with their new minutes, the one under the pointer first.

    `minutes` is by how much the start, or for "end" the end, is later than it was. `track` is set where they would
    change to another track.
    """

    kind: Kind
    lying: tuple[OnClock, ...]
    minutes: int
    start: int
    end: int
    copy: bool = False
    track: Track | None = None


class Doing(NamedTuple):
    """An edit ready to be carried out, and the items that are to be selected after it."""

    label: Label
    changes: Changes
    ids: tuple[Id, ...]


def drop_at(gesture: Gesture, at: float, step: int, *, copy: bool = False, track: Track | None = None) -> Drop:
    """The drop at a minute of the grid's clock; edges snap to the step, and an item keeps that many minutes.

    `track` is where a move goes sideways; items of several tracks keep each its own.
    """
    if gesture.kind == "create":
        first, last = sorted((snap(gesture.held_at, step), snap(at, step)))
        return Drop("create", (), 0, first, max(last, first + step))
    held = gesture.items[0]
    if gesture.kind == "move":
        minutes = snap(held.start + at - gesture.held_at, step) - held.start
        lying = tuple(one._replace(start=one.start + minutes, end=one.end + minutes) for one in gesture.items)
        new_track = track if track is not None and _other_track(gesture, track) else None
        return Drop("move", lying, minutes, held.start + minutes, held.end + minutes, copy, new_track)
    if gesture.kind == "start":
        start = min(snap(held.start + at - gesture.held_at, step), held.end - step)
        return Drop("start", (held._replace(start=start),), start - held.start, start, held.end)
    end = max(snap(held.end + at - gesture.held_at, step), held.start + step)
    return Drop("end", (held._replace(end=end),), end - held.end, held.start, end)


def doing(plan: Plan, drop: Drop, new_id: Callable[[], Id], new_title: str, language: Language = "en") -> Doing | None:
    """The edit of a drop; None where nothing would change."""
    if drop.kind == "create":
        return created(plan, drop.start, drop.end - drop.start, new_id, new_title, language)
    if not drop.minutes and not drop.copy and drop.track is None:
        return None
    items = [one.item for one in drop.lying]
    if drop.kind == "move":
        ready = copied(plan, items, drop.minutes, new_id) if drop.copy else shifted(plan, items, drop.minutes)
        return ready if drop.track is None else _on_track(plan, ready, drop.track)
    return resized(plan, items[0], drop.kind, drop.minutes)


def created(
    plan: Plan, start: int, minutes: int, new_id: Callable[[], Id], title: str, language: Language = "en"
) -> Doing:
    """A new item at a minute of the grid's clock, its title in a language."""
    named: dict[str, Any] = {field_of("title", language): title}
    changes = add_item(plan, start // DAY, clock_text(start % DAY), new_id, minutes=minutes, **named)
    made = changes[0].after
    assert isinstance(made, ProgrammeItem)
    return Doing(Label("add_item", {"name": made.code}), changes, (made.id,))


def shifted(plan: Plan, items: Sequence[ProgrammeItem], minutes: int) -> Doing:
    """Items so many minutes later, in one edit."""
    ids = tuple(item.id for item in items)
    return Doing(_label("move_item", "shift_items", items), shift_items(plan, ids, minutes), ids)


def copied(plan: Plan, items: Sequence[ProgrammeItem], minutes: int, new_id: Callable[[], Id]) -> Doing:
    """The items again, so many minutes later, in one edit; the copies are selected."""
    made = duplicated(plan, [item.id for item in items], new_id)
    later = shift_items(plan.changed(made.changes), made.ids, minutes)
    return Doing(_label("duplicate_item", "duplicate_items", items), made.changes + later, made.ids)


def resized(plan: Plan, item: ProgrammeItem, edge: Kind, minutes: int) -> Doing:
    """The item's start or end so many minutes later on its own clock."""
    if edge == "start":
        day, clock = moved(item.start_day, item.start_time, minutes)
        return Doing(_label("change_start", "", (item,)), change_start(plan, item.id, day, clock), (item.id,))
    day, clock = moved(item.end_day, item.end_time, minutes)
    return Doing(_label("resize_item", "", (item,)), resize_item(plan, item.id, day, clock), (item.id,))


def on_track(plan: Plan, items: Sequence[ProgrammeItem], track: Track) -> Doing:
    """Items of another track, at the same times, in one edit."""
    ids = tuple(item.id for item in items)
    return _on_track(plan, Doing(_label("move_item", "shift_items", items), Changes(), ids), track)


def _on_track(plan: Plan, ready: Doing, track: Track) -> Doing:
    """The same edit, after which its items are of this track."""
    after = plan.changed(ready.changes)
    changes = (change for id in ready.ids for change in edit_item(after, id, {"track": track}))
    return ready._replace(changes=ready.changes + Changes(changes))


def _other_track(gesture: Gesture, track: Track) -> bool:
    """Whether what is dragged is all of one track, and that another one."""
    now = {one.item.track for one in gesture.items}
    return len(now) == 1 and track not in now


def _label(one: str, several: str, items: Sequence[ProgrammeItem]) -> Label:
    if len(items) == 1:
        return Label(one, {"name": items[0].code})
    return Label(several, {"count": len(items)})
