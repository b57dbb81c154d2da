"""What vehicle a movement may get next: for whom there is no seat yet, what drives ahead and behind, any other."""

from functools import partial
from typing import Any

from delegation_planner.plan.edits.vehicles import add_vehicle, without_seat
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.programme.texts import Texts
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.details.links_tab import Choice
from delegation_planner.screen.names import person_name
from delegation_planner.session.store import Label


def vehicle_choices(desk: Desk, item_id: Id) -> list[Choice]:
    """A car for the first without a seat, a bus for all of them; lead car, luggage van, another one."""
    say, left = desk.say, without_seat(desk.plan, item_id)
    add = partial(_add, desk, item_id)
    choices: list[Choice] = []
    if left:
        name = person_name(desk.plan, left[0], Texts(desk.words.language))
        car = say("Car of {name}", name=name)
        choices.append((car, partial(add, car, rear_right_id=left[0])))
        bus = desk.words.say_many(
            "Bus for {count} person without a seat", "Bus for {count} people without a seat", len(left)
        )
        choices.append((bus, partial(add, say("Bus"), other_ids=left)))
    choices += ((name, partial(add, name)) for name in (say("Lead car"), say("Luggage van")))
    choices.append((say("Another vehicle"), partial(add, say("New vehicle"))))
    return choices


def _add(desk: Desk, item_id: Id, name: str, **fields: Any) -> None:
    changes = add_vehicle(desk.plan, item_id, name, desk.new_id, in_language=desk.words.language, **fields)
    if desk.edit(Label("add_vehicle", {"name": desk.plan.find(ProgrammeItem, item_id).code}), changes):
        desk.selection.choose(Vehicle, (changes[0].id,))
