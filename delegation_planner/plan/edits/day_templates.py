"""Days kept as templates, and templates inserted as days: of a visit that is no longer, for one that is."""

from collections.abc import Callable, Iterator

from delegation_planner.plan.change import Change, Changes, put
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.edits.items import free_code
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem, Step, Vehicle
from delegation_planner.plan.renewing import rekeyed, renewed_item, renewed_vehicle
from delegation_planner.plan.tables import REFERENCES, Row
from delegation_planner.plan.visit import Visit

_NAMED = (Delegation, Participant, Group, Place)
"""What items name, in the order in which these name one another."""


def template_of_day(plan: Plan, day: int, title: str, new_id: Callable[[], Id]) -> Plan:
    """A plan of one day: its items with steps, vehicles and invitations, renewed; what is cancelled stays behind.

    Of people and groups nothing is kept but their codes, by which they are found again. Raises PlanError for a day
    without items and without a title.
    """
    items = _items_of_day(plan, day)
    if not title.strip():
        raise PlanError("Give the template a name.")
    if not items:
        raise PlanError("There is no item on this day to make a template of.")
    on = date_of_day(plan.visit, day).isoformat()
    visit = Visit(new_id(), title.strip(), dates="fixed", anchor_date=on, host_zone=plan.visit.host_zone)
    belonging = [*items, *_belonging(plan, items)]
    named = _named_by(plan, belonging)
    ids = {row.id: new_id() for row in (*named, *belonging) if "id" in row._fields}
    renewed = (_renewed(_on_first_day(row, day), new_id) for row in (*map(_by_code_alone, named), *belonging))
    rows = (rekeyed(row, ids) for row in renewed)
    return Plan.of([visit, *(row for row in rows if row is not None)])


def insert_day(plan: Plan, template: Plan, day: int, new_id: Callable[[], Id]) -> Changes:
    """The items of a template on a day, beside what is there; a day outside the visit becomes one of it.

    Places, people and groups are found by their codes. Of those that the visit lacks, places come along; people and
    groups are left out. Items are numbered on from the highest number.
    """
    ids = {row.id: id for row, id in _found(plan, template)}
    new_places = [row for row in template.rows(Place) if row.id not in ids]
    items = sorted(template.rows(ProgrammeItem), key=lambda row: (row.start_day, row.start_time, row.code))
    coming: list[Row] = [*new_places, *_numbered(plan, template, items, day), *_belonging(template, items)]
    ids |= {row.id: new_id() for row in coming if "id" in row._fields}
    rows = (rekeyed(_renewed(row, new_id), ids) for row in coming)
    return Changes([*_with_day(plan, day), *(put(row) for row in rows if row is not None)])


def codes_lacking(plan: Plan, template: Plan) -> tuple[str, ...]:
    """The codes of people and groups that a template names and the visit does not have: they are left out."""
    named, here = ((*_coded(each, Participant), *_coded(each, Group)) for each in (template, plan))
    return tuple(code for code in named if code not in here)


def _items_of_day(plan: Plan, day: int) -> list[ProgrammeItem]:
    return [row for row in plan.rows(ProgrammeItem) if row.start_day == day and row.status != "cancelled"]


def _belonging(plan: Plan, items: list[ProgrammeItem]) -> list[Row]:
    """The steps and vehicles of the items, and who is invited to them."""
    ids = {item.id for item in items}
    of_items: tuple[Step | Vehicle, ...] = (*plan.rows(Step), *plan.rows(Vehicle))
    rows: list[Row] = [row for row in of_items if row.item_id in ids]
    return rows + [row for item in items for row in plan.invitations(item.id).values()]


def _named_by(plan: Plan, rows: list[Row]) -> list[Row]:
    """The places, people, groups and delegations that these rows name, those that they lie in or belong to as well."""
    wanted: dict[Id, Row] = {}
    waiting = list(rows)
    while waiting:
        row = waiting.pop()
        for field, kind in REFERENCES[type(row)].items():
            if kind not in _NAMED or isinstance(row, Group):
                continue
            value = getattr(row, field)
            for id in (value,) if isinstance(value, str) else value or ():
                if id not in wanted:
                    wanted[id] = plan.find(kind, id)
                    waiting.append(wanted[id])
    return [row for kind in _NAMED for row in wanted.values() if isinstance(row, kind)]


def _by_code_alone(row: Row) -> Row:
    """A person or a group without anything that says who it is."""
    if isinstance(row, Participant):
        return Participant(row.id, row.code, row.delegation_id, f"[{row.code}]")
    return Group(row.id, row.code, row.code) if isinstance(row, Group) else row


def _on_first_day(row: Row, day: int) -> Row:
    return _shifted(row, 1 - day) if isinstance(row, ProgrammeItem) else row


def _shifted(item: ProgrammeItem, days: int) -> ProgrammeItem:
    return item._replace(start_day=item.start_day + days, end_day=item.end_day + days)


def _renewed(row: Row, new_id: Callable[[], Id]) -> Row:
    if isinstance(row, ProgrammeItem):
        return renewed_item(row, new_id)
    return renewed_vehicle(row) if isinstance(row, Vehicle) else row


def _found(plan: Plan, template: Plan) -> Iterator[tuple[Row, Id]]:
    """Each row that the template names and the visit has too, with its id there."""
    for here, there in ((_coded(plan, kind), _coded(template, kind)) for kind in (Participant, Group, Place)):
        yield from ((row, here[code].id) for code, row in there.items() if code in here)


def _coded(plan: Plan, kind: type[Participant | Group | Place]) -> dict[str, Participant | Group | Place]:
    return {row.code: row for row in plan.rows(kind)}


def _numbered(plan: Plan, template: Plan, items: list[ProgrammeItem], day: int) -> Iterator[ProgrammeItem]:
    """The items on the day, with numbers of the visit; what was read in the template's host zone is in the visit's."""
    first = int(free_code(plan))
    here, there = plan.visit.host_zone, template.visit.host_zone
    for number, item in enumerate(items, first):
        start, end = (here if zone == there else zone for zone in (item.start_zone, item.end_zone))
        yield _shifted(item, day - 1)._replace(code=f"{number:02d}", start_zone=start, end_zone=end)


def _with_day(plan: Plan, day: int) -> tuple[Change, ...]:
    visit = plan.visit
    if visit.first_day <= day <= visit.last_day:
        return ()
    return edit_visit(plan, {"first_day": min(day, visit.first_day), "last_day": max(day, visit.last_day)})
