"""How far the plan has moved on from its last edition: kept up edit by edit, so that it can always be in view."""

from collections.abc import Iterable, Iterator
from typing import Final

from delegation_planner.editions.compare import Version, compare_papers, whole_difference
from delegation_planner.editions.difference import Difference
from delegation_planner.plan.attendance import present
from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group, OrderOverride
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.kinds import Id, Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem, Step, Vehicle
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.tables import Row
from delegation_planner.plan.visit import Visit

_TOUCH_EVERYTHING: Final[tuple[type[Row], ...]] = (Visit, Delegation)
_OF_AN_ITEM: Final[tuple[type[Row], ...]] = (Step, Vehicle)


class Draft:
    """The plan as it is, beside the edition that went out last.

    Only items that an edit since may have touched are compared; all others read the same in both.
    """

    def __init__(self, edition: Plan, plan: Plan, rulebook: Rulebook, touched: frozenset[Id] | None = None) -> None:
        self._edition = edition
        self._plan = plan
        self._rulebook = rulebook
        self._touched = touched if touched is not None else touched_items(edition, plan, difference(edition, plan))

    def following(self, plan: Plan, changes: Changes) -> "Draft":
        """The draft after these changes, which lead from its plan to this one."""
        touched = self._touched | touched_items(self._plan, plan, changes)
        return Draft(self._edition, plan, self._rulebook, touched)

    def difference(self, language: Language = "en") -> Difference:
        """What differs, the same as `whole_difference` of the two plans says."""
        old, new = (Version(_only(plan, self._touched), self._rulebook) for plan in (self._edition, self._plan))
        found = whole_difference(old, new, language)
        return found._replace(papers=compare_papers(self._edition, self._plan))


def touched_items(before: Plan, after: Plan, changes: Changes) -> frozenset[Id]:
    """Every item that may read otherwise after the changes from one plan to the other, and perhaps some more."""
    if changes.touch(*_TOUCH_EVERYTHING):
        return frozenset((*before.table(ProgrammeItem), *after.table(ProgrammeItem)))
    touched = {change.id for change in changes.of(ProgrammeItem)}
    touched |= {change.id.partition("/")[0] for change in changes.of(Invitation)}
    for kind in _OF_AN_ITEM:
        rows = (row for change in changes.of(kind) for row in (change.before, change.after))
        touched |= {row.item_id for row in rows if isinstance(row, Step | Vehicle)}
    places = {change.id for change in changes.of(Place)}
    groups = {change.id for change in changes.of(Group)}
    people = {change.id for change in changes.of(Participant)} | set(_placed(changes))
    for plan in (before, after):
        touched.update(_at(plan, places))
        touched.update(_with(plan, groups, people))
    return frozenset(touched)


def _placed(changes: Changes) -> Iterator[Id]:
    """Who stands elsewhere in the order of precedence."""
    for change in changes.of(OrderOverride):
        for row in (change.before, change.after):
            if isinstance(row, OrderOverride):
                yield from (row.participant_id, row.before_id)


def _at(plan: Plan, places: set[Id]) -> Iterator[Id]:
    """The items at these places or in their rooms."""
    if not places:
        return
    there = places | {place.id for place in plan.rows(Place) if place.parent_id in places}
    yield from (item.id for item in plan.rows(ProgrammeItem) if {item.place_id, item.to_place_id} & there)


def _with(plan: Plan, groups: set[Id], people: set[Id]) -> Iterator[Id]:
    """The items that invite these groups, or that these people attend or are named in."""
    if not groups and not people:
        return
    for item_id in plan.items_with_invitations():
        invitations = plan.invitations(item_id)
        if not groups.isdisjoint(invitations) or not people.isdisjoint(_named(plan, item_id)):
            yield item_id
    if people:
        yield from (item.id for item in plan.rows(ProgrammeItem) if {item.host_id, item.in_charge_id} & people)
        yield from (step.item_id for step in plan.rows(Step) if step.actor_id in people)
        yield from (car.item_id for car in plan.rows(Vehicle) if people & {*_seated(car)})


def _named(plan: Plan, item_id: Id) -> Iterable[Id]:
    """Who attends an item, and who is left out of it by name."""
    left_out = (id for row in plan.invitations(item_id).values() for id in row.exception_ids)
    return (*present(plan, item_id), *left_out)


def _seated(car: Vehicle) -> Iterator[Id | None]:
    yield from (car.rear_right_id, car.rear_left_id, car.front_id, *car.other_ids)


def _only(plan: Plan, item_ids: frozenset[Id]) -> Plan:
    """The plan with these items alone, and all its people and places."""
    items = {id: row for id, row in plan.table(ProgrammeItem).items() if id in item_ids}
    steps = {row.id: row for row in plan.rows(Step) if row.item_id in items}
    cars = {row.id: row for row in plan.rows(Vehicle) if row.item_id in items}
    whole = (Visit, Delegation, Participant, Group, OrderOverride, Place)
    tables: dict[type[Row], dict[Id, Row]] = {kind: dict(plan.table(kind)) for kind in whole}
    tables |= {ProgrammeItem: dict(items), Step: dict(steps), Vehicle: dict(cars)}
    return Plan(tables, {id: plan.invitations(id) for id in items if plan.invitations(id)})
