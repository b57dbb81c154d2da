"""What is done to programme items: add, edit, move, resize, duplicate, cancel, remove."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Final

from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.day_time import clock_after, clock_minutes, date_of_day, day_of_date, moved
from delegation_planner.plan.edits import rows
from delegation_planner.plan.edits.removing import remove
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, WallClock
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.plan.well_formed import is_clock

CALENDAR_DOMAIN: Final = "delegation-planner.invalid"


def add_item(
    plan: Plan, day: int, start: WallClock, new_id: Callable[[], Id], *, minutes: int = 60, **fields: Any
) -> Changes:
    """A new item of so many minutes, with the next free number unless one is given.

    Its zone is the place's if `fields` name one, else the host's; an end given in `fields` wins over `minutes`.
    """
    if not is_clock(start):
        raise PlanError("“{value}” is not a time such as 09:15.", value=start)
    place = plan.get(Place, fields.get("place_id"))
    zone = place.zone if place else plan.visit.host_zone
    end_day, end_time = moved(day, start, minutes)
    item = ProgrammeItem(
        new_id(), free_code(plan), day, start, zone, end_day, end_time, zone, "", uid=f"{new_id()}@{CALENDAR_DOMAIN}"
    )
    return rows.add(rows.with_values(item, fields))


def free_code(plan: Plan) -> str:
    """The number after the highest one, with two digits at least."""
    return next(free_codes(plan))


def free_codes(plan: Plan) -> Iterator[str]:
    """The numbers after the highest one, one after the other."""
    taken = (item.code for item in plan.rows(ProgrammeItem))
    highest = max((int(code) for code in taken if code.isascii() and code.isdigit()), default=0)
    return (f"{number:02d}" for number in count(highest + 1))


def edit_item(plan: Plan, item_id: Id, values: Mapping[str, Any]) -> Changes:
    """The item with these fields set. A pinned item and its pin stay together, whichever of the two is set."""
    before = plan.find(ProgrammeItem, item_id)
    after = rows.with_values(before, values)
    if "pinned_date" in values and "start_day" not in values and after.pinned_date is not None:
        after = _on_day(after, day_of_date(plan.visit, after.pinned_date))
    return _changed(plan, before, after)


def move_item(plan: Plan, item_id: Id, day: int, clock: WallClock) -> Changes:
    """The item starts then; its end moves by as much on the clock, each end in its own zone."""
    if not is_clock(clock):
        raise PlanError("“{value}” is not a time such as 09:15.", value=clock)
    before = plan.find(ProgrammeItem, item_id)
    minutes = (day - before.start_day) * 1440 + clock_minutes(clock) - clock_minutes(before.start_time)
    return _changed(plan, before, _later(before, minutes))


def shift_items(plan: Plan, item_ids: Iterable[Id], minutes: int) -> Changes:
    """All these items so many minutes later on the clock (earlier if negative)."""
    items = [plan.find(ProgrammeItem, id) for id in item_ids]
    return Changes(change for item in items for change in _changed(plan, item, _later(item, minutes)))


def resize_item(plan: Plan, item_id: Id, day: int, clock: WallClock) -> Changes:
    """The item ends then, on the clock of its end's zone; its start stays."""
    return edit_item(plan, item_id, {"end_day": day, "end_time": clock})


def last_for(plan: Plan, item_id: Id, minutes: int) -> Changes:
    """The item ends so many true minutes after it starts, on the clock of its end's zone; its start stays.

    Raises PlanError where that is no length.
    """
    if minutes <= 0:
        raise PlanError("Give a number of minutes above zero.")
    item = plan.find(ProgrammeItem, item_id)
    start = (item.start_day, item.start_time, item.start_zone)
    return resize_item(plan, item_id, *clock_after(plan.visit, *start, minutes, item.end_zone))


def change_start(plan: Plan, item_id: Id, day: int, clock: WallClock) -> Changes:
    """The item starts then; its end stays."""
    return edit_item(plan, item_id, {"start_day": day, "start_time": clock})


def pin_item(plan: Plan, item_id: Id) -> Changes:
    """The item keeps its date when the visit's dates move."""
    item = plan.find(ProgrammeItem, item_id)
    return edit_item(plan, item_id, {"pinned_date": date_of_day(plan.visit, item.start_day).isoformat()})


def unpin_item(plan: Plan, item_id: Id) -> Changes:
    """The item moves with the visit's dates again."""
    return edit_item(plan, item_id, {"pinned_date": None})


def duplicate_item(plan: Plan, item_id: Id, new_id: Callable[[], Id], code: str | None = None) -> Changes:
    """A second item like this one, with its steps, vehicles and invitations; not its papers.

    `code` is its number, if not given the next free one. The item comes first among the changes.
    """
    item = plan.find(ProgrammeItem, item_id)
    twin = item._replace(
        id=new_id(), code=code or free_code(plan), uid=f"{new_id()}@{CALENDAR_DOMAIN}", pinned_date=None,
        status="tentative" if item.status == "cancelled" else item.status, actual_start=None, actual_end=None,
    )  # fmt: skip
    changes = [put(twin)]
    belonging: tuple[Step | Vehicle, ...] = (*plan.rows(Step), *plan.rows(Vehicle))
    changes += (put(row._replace(id=new_id(), item_id=twin.id)) for row in belonging if row.item_id == item_id)
    changes += (put(row._replace(item_id=twin.id)) for row in plan.invitations(item_id).values())
    return Changes(changes)


def cancel_item(plan: Plan, item_id: Id) -> Changes:
    """The item is off; it stays in the plan, so that its readers can be told."""
    return edit_item(plan, item_id, {"status": "cancelled"})


def reinstate_item(plan: Plan, item_id: Id) -> Changes:
    """A cancelled item is tentative again."""
    if plan.find(ProgrammeItem, item_id).status != "cancelled":
        return Changes()
    return edit_item(plan, item_id, {"status": "tentative"})


def confirm_item(plan: Plan, item_id: Id) -> Changes:
    """The item is settled."""
    return edit_item(plan, item_id, {"status": "confirmed"})


def remove_item(plan: Plan, item_id: Id) -> Changes:
    """Without the item, its invitations, steps and vehicles, and without the documents' links to it."""
    return remove(plan, ProgrammeItem, item_id)


def _later(item: ProgrammeItem, minutes: int) -> ProgrammeItem:
    start_day, start_time = moved(item.start_day, item.start_time, minutes)
    end_day, end_time = moved(item.end_day, item.end_time, minutes)
    return item._replace(start_day=start_day, start_time=start_time, end_day=end_day, end_time=end_time)


def _on_day(item: ProgrammeItem, day: int) -> ProgrammeItem:
    return item._replace(start_day=day, end_day=item.end_day + day - item.start_day)


def _changed(plan: Plan, before: ProgrammeItem, after: ProgrammeItem) -> Changes:
    """From one to the other; a pin that was on the old day goes to the new one."""
    if after.pinned_date is not None and after.start_day != before.start_day:
        after = after._replace(pinned_date=date_of_day(plan.visit, after.start_day).isoformat())
    return rows.changed(before, after)
