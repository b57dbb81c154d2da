"""What is on at a moment and what comes next, as rows to show; no Qt."""

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import day_of_date, span
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.edits.shifting import running_late
from delegation_planner.plan.kinds import Id, ItemKind
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.names import place_name


class LiveRow(NamedTuple):
    """An item on the day. `minutes` are those left of one that is on (below zero once it should be over), or those
    until one begins; `late` is by how much it is behind its plan, ahead if negative, by what was written down.
    """

    item_id: Id
    number: str
    title: str
    kind: ItemKind
    place: str
    start: str
    end: str
    minutes: int
    began: bool
    late: int


class Live(NamedTuple):
    """What is on, the main track first, and the items that begin next at one time."""

    on: tuple[LiveRow, ...]
    next: tuple[LiveRow, ...]


def live(plan: Plan, texts: Texts, at: datetime) -> Live | None:
    """What is on at an aware moment; None outside the visit's dates, and while they are open."""
    visit = plan.visit
    if visit.dates != "fixed":
        return None
    day = day_of_date(visit, at.astimezone(ZoneInfo(visit.host_zone)).date())
    if not visit.first_day <= day <= visit.last_day:
        return None
    items = [item for item in plan.rows(ProgrammeItem) if item.status != "cancelled" and item.actual_end is None]
    # Over zones an item lies a day beside its number: the others need not be asked for their instants.
    near = [item for item in items if item.start_day - 1 <= day <= item.end_day + 1]
    on = sorted((item for item in near if _is_on(plan, item, at)), key=lambda item: _order(plan, item))
    following = _following(plan, [item for item in items if item.start_day >= day - 1 and item not in on], at)
    return Live(
        tuple(_row(plan, texts, item, _minutes(at, span(visit, item).end)) for item in on),
        tuple(_row(plan, texts, item, _minutes(at, _start(plan, item))) for item in following),
    )


def _following(plan: Plan, items: list[ProgrammeItem], at: datetime) -> list[ProgrammeItem]:
    """The items that start first after a moment."""
    for day in sorted({item.start_day for item in items}):
        around = [item for item in items if day <= item.start_day <= day + 1]
        starts = {item.id: start for item in around if (start := _start(plan, item)) > at}
        if starts:
            first = min(starts.values())
            return sorted(
                (item for item in around if starts.get(item.id) == first), key=lambda item: _order(plan, item)
            )
    return []


def began(plan: Plan, item_id: Id, at: datetime) -> Changes:
    """The item begins at this moment."""
    item = plan.find(ProgrammeItem, item_id)
    return edit_item(plan, item_id, {"actual_start": _clock(at, item.start_zone)})


def ended(plan: Plan, item_id: Id, at: datetime) -> Changes:
    """The item is over at this moment."""
    item = plan.find(ProgrammeItem, item_id)
    return edit_item(plan, item_id, {"actual_end": _clock(at, item.end_zone)})


def _clock(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def _is_on(plan: Plan, item: ProgrammeItem, at: datetime) -> bool:
    """From its planned start, or since it began, to its planned end; one that began goes on until it has ended."""
    start, end = span(plan.visit, item)
    if item.actual_start is not None:
        return True
    return start <= at < end


def _start(plan: Plan, item: ProgrammeItem) -> datetime:
    return span(plan.visit, item).start.astimezone(UTC)


def _order(plan: Plan, item: ProgrammeItem) -> tuple[bool, datetime, str]:
    return item.track != "main", _start(plan, item), item.code


def _minutes(at: datetime, then: datetime) -> int:
    return round((then.astimezone(UTC) - at.astimezone(UTC)).total_seconds() / 60)


def _row(plan: Plan, texts: Texts, item: ProgrammeItem, minutes: int) -> LiveRow:
    return LiveRow(
        item_id=item.id,
        number=item.code,
        title=texts.shown(item, "short_title", "title").text,
        kind=item.kind,
        place=place_name(plan, item.place_id, texts),
        start=item.start_time,
        end=item.end_time,
        minutes=minutes,
        began=item.actual_start is not None,
        late=running_late(item),
    )
