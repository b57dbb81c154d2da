"""Ways to mend a finding, as data; each is carried out as one edit."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from delegation_planner.checks.finding import Finding
from delegation_planner.checks.gaps import gap_between, minutes_between
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import moved, span
from delegation_planner.plan.edits.invitations import uninvite
from delegation_planner.plan.edits.items import edit_item, last_for, shift_items, unpin_item
from delegation_planner.plan.edits.movements import make_movement
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.rulebook import Rulebook

MendKind = Literal["shorten", "move_after", "make_movement", "take_out", "give_time", "take_zone", "unpin", "confirm"]


class Mend(NamedTuple):
    """One way: the item that it changes, and the other item, person, place or minutes that it needs for that."""

    kind: MendKind
    item_id: Id
    other_id: Id | None = None
    minutes: int = 0


def mends(plan: Plan, rulebook: Rulebook, finding: Finding) -> tuple[Mend, ...]:
    """The ways to mend a finding, the gentlest first; none where the program knows none."""
    items = [plan.find(ProgrammeItem, one.id) for one in finding.about(ProgrammeItem)]
    if not items:
        return ()
    people = [one.id for one in finding.about(Participant)]
    needed = int(finding.values.get("needed", 0))
    minutes = int(finding.values.get("minutes", 0))
    first, last = items[0], items[-1]
    match finding.check:
        case "C1":
            return (*_apart(plan, first, last), *(Mend("take_out", last.id, person) for person in people))
        case "C3":
            return (*_by_movement(plan, rulebook, first, last), *_apart(plan, first, last, needed))
        case "C4":
            return (*_shortened(plan, first, needed - minutes), Mend("move_after", last.id, first.id, needed))
        case "C7":
            return _apart(plan, last, first, needed)
    return _of_one_item(finding, first, needed)


def _of_one_item(finding: Finding, item: ProgrammeItem, needed: int) -> tuple[Mend, ...]:
    """The way to mend what is wrong with an item alone."""
    places = finding.about(Place)
    if finding.check in ("C5", "C17") and needed:
        return (Mend("give_time", item.id, minutes=needed),)
    if finding.check == "C14" and places:
        return (Mend("take_zone", item.id, places[0].id),)
    if finding.check == "C15":
        return (Mend("unpin", item.id),)
    return (Mend("confirm", item.id),) if finding.check == "C16" else ()


def changes_of(plan: Plan, mend: Mend, new_id: Callable[[], Id]) -> Changes:
    """What the mend changes; raises PlanError where the plan has gone on meanwhile."""
    item = plan.find(ProgrammeItem, mend.item_id)
    match mend.kind:
        case "shorten":
            day, clock = moved(item.end_day, item.end_time, -mend.minutes)
            return edit_item(plan, item.id, {"end_day": day, "end_time": clock})
        case "give_time":
            return last_for(plan, item.id, mend.minutes)
        case "move_after":
            other = plan.find(ProgrammeItem, mend.other_id or "")
            late = mend.minutes - minutes_between(plan, other, item)
            return shift_items(plan, [item.id], late)
        case "make_movement":
            return make_movement(plan, item.id, mend.other_id or "", mend.minutes, new_id)
        case "take_out":
            return uninvite(plan, item.id, mend.other_id or "")
        case "take_zone":
            zone = plan.find(Place, mend.other_id or "").zone
            ends = {"start_zone": item.place_id, "end_zone": item.end_place_id}
            return edit_item(plan, item.id, {name: zone for name, place in ends.items() if place == mend.other_id})
        case "unpin":
            return unpin_item(plan, item.id)
        case "confirm":
            return edit_item(plan, item.id, {"status": "confirmed"})


def _apart(plan: Plan, first: ProgrammeItem, second: ProgrammeItem, needed: int = 0) -> tuple[Mend, ...]:
    """The first one shortened, or the second moved until so many minutes are between them."""
    missing = needed - minutes_between(plan, first, second)
    if missing <= 0:
        return ()
    return (*_shortened(plan, first, missing), Mend("move_after", second.id, first.id, needed))


def _shortened(plan: Plan, item: ProgrammeItem, minutes: int) -> tuple[Mend, ...]:
    """Shorter by so much, if half of it at least is left."""
    return (Mend("shorten", item.id, minutes=minutes),) if 2 * minutes <= span(plan.visit, item).minutes else ()


def _by_movement(plan: Plan, rulebook: Rulebook, first: ProgrammeItem, second: ProgrammeItem) -> tuple[Mend, ...]:
    """A movement for the gap between them: as long as the way is known to take, else as the gap."""
    gap = gap_between(plan, rulebook, first, second)
    minutes = gap.minutes if gap.way is None else gap.way
    return (Mend("make_movement", first.id, second.id, minutes),) if 0 < minutes <= gap.minutes else ()
