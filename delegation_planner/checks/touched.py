"""Which items an edit touches, as far as checks are concerned."""

from typing import Final, NamedTuple

from delegation_planner.checks.finding import Seen
from delegation_planner.checks.ground import Ground
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit
from delegation_planner.plan.visit_rules import Holiday, RuleOverride, TravelTime

EVERYTHING: Final[tuple[type[Row], ...]] = (Visit, Delegation, TravelTime, Holiday, RuleOverride)
"""Rows that any item may depend on."""

_WHOLE_FROM: Final = 4  # an edit that touches every fourth item, or more, is judged sooner as a whole


class Touched(NamedTuple):
    """Items to judge again, those of them that may bring other people, and the rows that findings must name anew."""

    items: frozenset[Id]
    attended: frozenset[Id]
    people: frozenset[Id]
    places: frozenset[Id]

    def are_named(self, saw: Seen, concerned: frozenset[Id]) -> bool:
        """Whether a finding names any of these rows."""
        return not (
            self.items.isdisjoint(saw.items)
            and self.items.isdisjoint(concerned)
            and self.people.isdisjoint(concerned)
            and self.places.isdisjoint(saw.places)
        )


def touched(before: Ground, plan: Plan, changes: Changes) -> Touched | None:
    """What changes of a plan touch, `before` being the ground from which they lead to it; None for everything.

    An item is touched by a change of itself, of its steps and invitations, of a group or a person invited to it,
    and of the places where it is. Other kinds of rows touch none.
    """
    if changes.touch(*EVERYTHING):
        return None
    attended = {change.id.partition("/")[0] for change in changes.of(Invitation)}
    items = {change.id for change in changes.of(ProgrammeItem)}
    for change in changes.of(Step):
        items |= {row.item_id for row in (change.before, change.after) if isinstance(row, Step)}
    groups = {change.id for change in changes.of(Group)}
    people = frozenset(change.id for change in changes.of(Participant))
    places = frozenset(change.id for change in changes.of(Place))
    for of_plan in (before.plan, plan):
        attended |= _inviting(of_plan, groups)
        items |= _at(of_plan, places)
    items |= attended | before.bound_to(people)
    if len(items) * _WHOLE_FROM > len(plan.table(ProgrammeItem)) + _WHOLE_FROM * _WHOLE_FROM:
        return None
    return Touched(frozenset(items), frozenset(attended), people, places)


def _inviting(plan: Plan, groups: set[Id]) -> set[Id]:
    """The items to which any of these groups is invited."""
    if not groups:
        return set()
    return {id for id in plan.items_with_invitations() if not groups.isdisjoint(plan.invitations(id))}


def _at(plan: Plan, places: frozenset[Id]) -> set[Id]:
    """The items at any of these places or in their rooms."""
    if not places:
        return set()
    here = {place.id for place in plan.rows(Place) if not places.isdisjoint(_around(plan, place))}
    return {item.id for item in plan.rows(ProgrammeItem) if item.place_id in here or item.to_place_id in here}


def _around(plan: Plan, place: Place) -> set[Id]:
    """The place and all that it lies in."""
    found = set()
    here: Place | None = place
    while here is not None:
        found.add(here.id)
        here = plan.get(Place, here.parent_id)
    return found
