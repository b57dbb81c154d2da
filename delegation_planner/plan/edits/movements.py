"""Where items begin and end, and the movement that brings people from one to the next."""

from collections.abc import Callable
from typing import Any

from delegation_planner.plan.attendance import must_come
from delegation_planner.plan.change import Changes
from delegation_planner.plan.day_time import clock_after
from delegation_planner.plan.edits.invitations import add_item_for
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.edits.places import take_airport
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import LANGUAGES, Id
from delegation_planner.plan.languages import field_of, text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Airport, Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem


def begin_at(plan: Plan, item_id: Id, place_id: Id | None) -> Changes:
    """The item is at a place, or begins there: its times are then read on the clocks there.

    The clock of the end stays that of the place where the item ends, if it ends elsewhere.
    """
    item = plan.find(ProgrammeItem, item_id)
    place = plan.get(Place, place_id)
    fields: dict[str, Any] = {"place_id": place_id}
    if place is not None and place.zone != item.start_zone:
        fields["start_zone"] = place.zone
        if item.to_place_id is None:
            fields["end_zone"] = place.zone
    return edit_item(plan, item_id, fields)


def end_at(plan: Plan, item_id: Id, place_id: Id | None) -> Changes:
    """The item ends at a place, and its end is read on the clock there; with none it ends where it begins."""
    item = plan.find(ProgrammeItem, item_id)
    place = plan.get(Place, place_id or item.place_id)
    zone = item.end_zone if place is None else place.zone
    return edit_item(plan, item_id, {"to_place_id": place_id, "end_zone": zone})


def begin_at_airport(plan: Plan, item_id: Id, airport: Airport, new_id: Callable[[], Id]) -> Changes:
    """The item begins at an airport, which becomes a place of the plan if it is none yet."""
    place_id, made = take_airport(plan, airport, new_id)
    return made + begin_at(plan.changed(made), item_id, place_id)


def end_at_airport(plan: Plan, item_id: Id, airport: Airport, new_id: Callable[[], Id]) -> Changes:
    """The item ends at an airport, which becomes a place of the plan if it is none yet."""
    place_id, made = take_airport(plan, airport, new_id)
    return made + end_at(plan.changed(made), item_id, place_id)


def make_movement(
    plan: Plan, first_id: Id, second_id: Id, minutes: int, new_id: Callable[[], Id], *, planned: int | None = None
) -> Changes:
    """A movement by car that ends when the second item starts, for all who must be at both.

    It lasts so many minutes; `planned` is what is planned for the way where that is another number. Raises
    PlanError where it would last no time.
    """
    if minutes <= 0:
        raise PlanError("There is no time for a movement between the two items.")
    first, second = plan.find(ProgrammeItem, first_id), plan.find(ProgrammeItem, second_id)
    there = (second.start_day, second.start_time, second.start_zone)
    day, clock = clock_after(plan.visit, *there, -minutes, first.end_zone)
    start, end = (plan.get(Place, id) for id in (first.end_place_id, second.place_id))
    names: dict[str, Any] = _titles(start, end)
    both = must_come(plan, first.id) & must_come(plan, second.id)
    going = sorted(both, key=lambda person: plan.find(Participant, person).code)
    return add_item_for(
        plan, day, clock, new_id, going, kind="movement", travel_mode="car", travel_minutes=planned or minutes,
        place_id=first.end_place_id, to_place_id=second.place_id, start_zone=first.end_zone,
        end_day=second.start_day, end_time=second.start_time, end_zone=second.start_zone,
        disclosure="detailed", track=second.track, **names,
    )  # fmt: skip


def _titles(start: Place | None, end: Place | None) -> dict[str, str]:
    """The two places, which need no words in between: "Hotel – Ministry", in each language that has a name of either.

    A place lends its name to the other's language; a title that is all lent would pass for a translation.
    """
    places = [place for place in (start, end) if place is not None]
    return {
        field_of("title", language): " – ".join(text_in(place, "name", language) for place in places)
        for language in LANGUAGES
        if any(getattr(place, field_of("name", language)) for place in places)
    }
