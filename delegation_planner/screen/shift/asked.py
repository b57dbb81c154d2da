"""What can be asked of the shift dialog, and the edit that each of it is; no Qt."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import moved
from delegation_planner.plan.edits.day_templates import insert_day
from delegation_planner.plan.edits.holding import held_in, let_go
from delegation_planner.plan.edits.items import move_item
from delegation_planner.plan.edits.shifting import (
    Blocked,
    Push,
    delay_and_push,
    duplicate_day,
    insert_and_push,
    move_and_push,
    move_to_day,
    push_after,
    resize_and_push,
)
from delegation_planner.plan.edits.visit import fix_dates, open_dates, set_planning_date
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, IsoDate, Language, WallClock
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.session.store import Label

Mode = Literal["push", "day", "insert", "duplicate", "template", "dates"]
HowLate = Literal["starts", "ends", "runs"]
HowDated = Literal["fix", "plan", "open"]
NO_PUSH: Final[Mapping[Id, int]] = {}


class Shift(NamedTuple):
    """An edit that is asked for: its label, what it changes, and of a push what it moves on and what stops it.

    `minutes` is by how much what follows was asked to make room; 0 where no number was asked for. `meant` are the
    items that the sentence itself moves, `held` those that stay where they are though they would move.
    """

    label: Label
    changes: Changes
    pushed: Mapping[Id, int] = NO_PUSH
    blocked: tuple[Blocked, ...] = ()
    minutes: int = 0
    meant: frozenset[Id] = frozenset()
    held: frozenset[Id] = frozenset()


Ask = Callable[[Plan], Shift]
"""What is asked of a plan."""


def holding(plan: Plan, held: Iterable[Id], ask: Ask) -> Shift:
    """What is asked, while these items keep date and time as if they were pinned; their pins are for this shift only.

    What the question itself moves cannot be held.
    """
    free = ask(plan)
    holds = frozenset(held) - free.meant
    if not holds:
        return free
    shift = ask(held_in(plan, holds))
    return shift._replace(changes=let_go(plan, shift.changes, holds), held=holds)


def leaving_out(shift: Shift, held: Iterable[Id]) -> Shift:
    """The same shift of several items without these of them."""
    out = frozenset(held)
    return shift._replace(changes=Changes(change for change in shift.changes if change.id not in out), held=out)


def later(plan: Plan, item_id: Id, how: HowLate, minutes: int) -> Shift:
    """An item starts or ends so much later, or runs late though it stays as planned; what follows makes room."""
    if minutes <= 0:
        raise PlanError("Give a number of minutes above zero.")
    item = plan.find(ProgrammeItem, item_id)
    push = _made_later(plan, item, how, minutes)
    return _pushing(Label("push_items", {"name": item.code}), push, minutes)._replace(meant=frozenset([item_id]))


def _made_later(plan: Plan, item: ProgrammeItem, how: HowLate, minutes: int) -> Push:
    match how:
        case "starts":
            return delay_and_push(plan, item.id, minutes)
        case "ends":
            return resize_and_push(plan, item.id, *moved(item.end_day, item.end_time, minutes))
        case "runs":
            return push_after(plan, item.id, minutes)


def template_on(plan: Plan, template: Plan, name: str, day: int, new_id: Callable[[], Id]) -> Shift:
    """The items of a day's template beside what the day holds."""
    return Shift(Label("insert_day", {"name": name}), insert_day(plan, template, day, new_id))


def to_day(plan: Plan, item_ids: Iterable[Id], day: int, clock: WallClock | None, *, push: bool) -> Shift:
    """Items on another day; a single one may start at another time there, and what follows it there makes room."""
    items = [plan.find(ProgrammeItem, id) for id in item_ids]
    label = Label("move_item", {"name": ", ".join(item.code for item in items)})
    if len(items) == 1:
        (item,) = items
        clock = clock or item.start_time
        if (day, clock) == (item.start_day, item.start_time):
            return Shift(label, Changes())
        meant = frozenset([item.id])
        if not push:
            return Shift(label, move_item(plan, item.id, day, clock), meant=meant)
        return _pushing(label, move_and_push(plan, item.id, day, clock))._replace(meant=meant)
    return Shift(label, move_to_day(plan, [item.id for item in items], day))


def inserted(
    plan: Plan, title: str, when: tuple[int, WallClock], minutes: int, invitee_ids: Iterable[Id],
    new_id: Callable[[], Id], language: Language = "en",
) -> Shift:  # fmt: skip
    """A new item of so many minutes, its title in a language; what follows for those who come makes room."""
    if minutes <= 0:
        raise PlanError("Give a number of minutes above zero.")
    named: dict[str, Any] = {field_of("title", language): title}
    push = insert_and_push(plan, *when, new_id, invitee_ids, minutes=minutes, **named)
    (new,) = (row for change in push.changes[:1] if isinstance(row := change.after, ProgrammeItem))
    return _pushing(Label("insert_and_push", {"name": new.code}), push)


def day_again(plan: Plan, day: int, on: int, new_id: Callable[[], Id]) -> Shift:
    """All that a day holds once more on another one."""
    return Shift(Label("duplicate_day", {"name": f"D{day}"}), duplicate_day(plan, day, on, new_id))


def dated(plan: Plan, how: HowDated, on: IsoDate) -> Shift:
    """The visit fixed so that day 1 is on a date, planned for that date in its window, or in its window again."""
    match how:
        case "fix":
            return Shift(Label("fix_dates"), fix_dates(plan, on))
        case "plan":
            return Shift(Label("edit_visit"), set_planning_date(plan, on))
        case "open":
            return Shift(Label("open_dates"), open_dates(plan))


def _pushing(label: Label, push: Push, minutes: int = 0) -> Shift:
    return Shift(label, push.changes, push.pushed, push.blocked, minutes)
