"""What the teams of the house must know: drivers, kitchen, press, security, interpreters."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from delegation_planner.plan.kinds import ITEM_PROPERTIES, EntourageClass, Id, ItemKind, Role
from delegation_planner.plan.participant import Participant
from delegation_planner.programme.audience import Team
from delegation_planner.programme.groundwork import Groundwork
from delegation_planner.programme.people_and_places import PeopleAndPlaces
from delegation_planner.programme.programme import DietCount, Part, TeamLine

PROTECTED: Final[tuple[EntourageClass, ...]] = ("vvip", "vip")
PHOTOGRAPHED: Final[tuple[ItemKind, ...]] = ("arrival", "departure", "signing", "ceremony", "press", "site_visit")
ON_STAGE: Final[tuple[Role, ...]] = ("head", "host", "speaker", "signatory")


def is_served(ground: Groundwork, team: Team, item_id: Id) -> bool:
    """Whether a team has to do with an item.

    Drivers: movements. Kitchen: meals. Press: public items that are photographed or that somebody of the press
    attends. Security: wherever a VVIP or VIP goes. Interpreters: items that are interpreted, or have an interpreter.
    """
    item = ground.items[item_id]
    if team == "drivers":
        return item.kind == "movement" or item_id in ground.vehicles
    if team == "kitchen":
        return ITEM_PROPERTIES[item.kind].meal
    if team == "press":
        pictured = item.kind in PHOTOGRAPHED or item.track == "press" or _has_class(ground, item_id, ("press",))
        return item.disclosure == "public" and pictured
    if team == "security":
        return _has_class(ground, item_id, PROTECTED)
    roles = (each.roles for each in ground.attendance[item_id].values())
    return ITEM_PROPERTIES[item.kind].interpreted or any("interpreter" in each for each in roles)


def team_lines(ground: Groundwork, known: PeopleAndPlaces, team: Team, item_ids: Iterable[Id]) -> tuple[TeamLine, ...]:
    """A line for each item that the team serves."""
    return tuple(_line(ground, known, team, item_id) for item_id in item_ids)


def _line(ground: Groundwork, known: PeopleAndPlaces, team: Team, item_id: Id) -> TeamLine:
    attendance = ground.attendance[item_id]
    people = [id for id in ground.order if id in attendance]
    rows = [ground.plan.find(Participant, id) for id in people]
    parts = [_part(row, known, team, attendance[row.id].roles) for row in rows]
    diets = _diets(rows) if team == "kitchen" else ()
    return TeamLine(item_id, len(rows), tuple(part for part in parts if part), diets)


def _part(row: Participant, known: PeopleAndPlaces, team: Team, roles: tuple[Role, ...]) -> Part | None:
    """The person as this team must know of it, if at all."""
    name = known.people[row.id].short
    if team == "security" and row.entourage in PROTECTED:
        return Part(name)
    if team == "press" and set(roles) & set(ON_STAGE):
        return Part(name, tuple(role for role in roles if role in ON_STAGE))
    if team == "interpreters" and ("interpreter" in roles or row.interprets):
        return Part(name, ("interpreter",), row.interprets)
    if team == "interpreters" and row.principal:
        return Part(name, (), row.speaks)
    return None


def _has_class(ground: Groundwork, item_id: Id, classes: tuple[EntourageClass, ...]) -> bool:
    return any(ground.plan.find(Participant, id).entourage in classes for id in ground.attendance[item_id])


def _diets(rows: Iterable[Participant]) -> tuple[DietCount, ...]:
    """How many keep each diet, the most frequent first, what nobody has told last."""
    counted = Counter(row.diet.strip() if row.diet and row.diet.strip() else None for row in rows)
    ordered = sorted(counted.items(), key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))
    return tuple(DietCount(diet, people) for diet, people in ordered)
