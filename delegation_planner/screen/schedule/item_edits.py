"""The rundown's verbs on several items at once, put together from the verbs on one; no Qt."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.items import (
    add_item,
    cancel_item,
    duplicate_item,
    reinstate_item,
    shift_items,
)
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem

NewId = Callable[[], Id]


class Made(NamedTuple):
    """Changes that make new items, and their ids."""

    changes: Changes
    ids: tuple[Id, ...]


def added_after(
    plan: Plan, before: ProgrammeItem | None, day: int, title: str, new_id: NewId, language: Language = "en"
) -> Made:
    """A new half hour right after an item and at its place, or else at 09:00 of the day; its title in a language."""
    return _after(plan, before, day, new_id, {field_of("title", language): title, "minutes": 30})


def movement_after(
    plan: Plan, before: ProgrammeItem | None, day: int, title: str, new_id: NewId, language: Language = "en"
) -> Made:
    """A new half hour by car right after an item, from where that ends; or else at 09:00 of the day."""
    fields = {field_of("title", language): title, "minutes": 30, "kind": "movement", "travel_mode": "car"}
    return _after(plan, before, day, new_id, fields)


def flight_after(
    plan: Plan, before: ProgrammeItem | None, day: int, title: str, new_id: NewId, language: Language = "en"
) -> Made:
    """A new flight of two hours right after an item, from where that ends; or else at 09:00 of the day."""
    fields = {field_of("title", language): title, "minutes": 120, "kind": "flight", "travel_mode": "aircraft"}
    return _after(plan, before, day, new_id, fields)


def _after(plan: Plan, before: ProgrammeItem | None, day: int, new_id: NewId, fields: dict[str, Any]) -> Made:
    if before is None:
        return _made(add_item(plan, day, "09:00", new_id, **fields))
    fields |= {"place_id": before.end_place_id, "track": before.track}
    return _made(add_item(plan, before.end_day, before.end_time, new_id, **fields))


def duplicated(plan: Plan, item_ids: Iterable[Id], new_id: NewId) -> Made:
    """The same items again with all that belongs to them, under the next numbers."""
    changes = Changes()
    for item_id in item_ids:
        of_item = duplicate_item(plan, item_id, new_id)
        plan = plan.changed(of_item)
        changes = changes + of_item
    return _made(changes)


def on_another_day(plan: Plan, item_ids: Iterable[Id], days: int) -> Changes:
    """The items so many days later, at the same times."""
    return shift_items(plan, item_ids, days * 1440)


def cancelled(plan: Plan, item_ids: Iterable[Id]) -> Changes:
    """The items cancelled; items that are all cancelled already are taken up again."""
    items = [plan.find(ProgrammeItem, id) for id in item_ids]
    verb = reinstate_item if all(item.status == "cancelled" for item in items) else cancel_item
    return Changes(change for item in items for change in verb(plan, item.id))


def _made(changes: Changes) -> Made:
    return Made(changes, tuple(change.id for change in changes.of(ProgrammeItem)))
