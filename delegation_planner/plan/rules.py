"""The hard rules of a plan: an edit that breaks one is refused. All else is for findings."""

from collections import Counter
from operator import attrgetter
from typing import Final, TypeVar

from delegation_planner.plan.change import Change, Changes
from delegation_planner.plan.delegation import Delegation, OrderOverride
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.names import called
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.plan.references import namings
from delegation_planner.plan.tables import REFERENCES, Row
from delegation_planner.plan.visit import Visit
from delegation_planner.plan.well_formed import check_row

R = TypeVar("R", bound=Row)
LONGEST_MARKING: Final = 60
_NAMES: Final = {kind: attrgetter(*fields) for kind, fields in REFERENCES.items() if fields}
"""What gives all that a row refers to; kinds that refer to nothing have no entry."""


def check(before: Plan, changes: Changes, after: Plan) -> None:
    """Raise PlanError if the changes that lead from one plan to the next break a hard rule.

    `before` is taken to be sound: only what the changes touch is looked at.
    """
    for change in changes:
        if change.after is not None:
            _check_identity(change, change.after)
            check_row(change.after, change.before)
            _check_references(change.after, change.before, after)
    _check_nothing_dangles(before, changes, after)
    if changes.touch(Visit):
        _check_visit(after)
    _check_items(changes, after)
    _check_heads(changes, after)
    _check_places(changes, after)
    for invitation in _put(changes, Invitation):
        if (invitation.participant_id is None) == (invitation.group_id is None):
            raise PlanError("An invitation is for one participant or for one group.")
    for override in _put(changes, OrderOverride):
        if override.participant_id == override.before_id:
            raise PlanError("Nobody can be placed before himself or herself.")


def check_whole(plan: Plan) -> None:
    """Raise PlanError if any row of the plan breaks a hard rule."""
    every = (Change(kind, row.id, None, row) for kind in REFERENCES for row in plan.rows(kind))
    check(Plan({}), Changes(every), plan)
    _check_visit(plan)


def _put(changes: Changes, kind: type[R]) -> list[R]:
    return [change.after for change in changes if isinstance(change.after, kind)]


def _check_identity(change: Change, row: Row) -> None:
    if row.id != change.id or type(row) is not change.kind:
        raise PlanError("An edit cannot change what a row is known by.")


def _check_references(row: Row, before: Row | None, after: Plan) -> None:
    names = _NAMES.get(type(row))
    if names is None or (before is not None and names(row) == names(before)):
        return
    for field, kind in REFERENCES[type(row)].items():
        value = getattr(row, field)
        if before is not None and value == getattr(before, field):
            continue
        for named in (value,) if isinstance(value, str) else value or ():
            if after.get(kind, named) is None:
                raise PlanError("“{name}” refers to something that the plan does not hold.", name=called(row))


def _check_nothing_dangles(before: Plan, changes: Changes, after: Plan) -> None:
    gone: dict[type[Row], set[str]] = {}
    for change in changes:
        if change.after is None:
            gone.setdefault(change.kind, set()).add(change.id)
    for naming in namings(after, gone):
        kind = REFERENCES[type(naming.row)][naming.field]
        value = getattr(naming.row, naming.field)
        named = {value} if isinstance(value, str) else set(value)
        removed = before.find(kind, min(named & gone[kind]))
        raise PlanError(
            "“{removed}” cannot go while “{name}” refers to it.", removed=called(removed), name=called(naming.row)
        )


def _check_visit(after: Plan) -> None:
    if len(after.table(Visit)) != 1:
        raise PlanError("A plan is about exactly one visit.")
    visit = after.visit
    if visit.dates == "fixed" and visit.anchor_date is None:
        raise PlanError("A visit with fixed dates needs the date of its day 1.")
    if visit.dates == "window" and visit.planning_date is None and visit.window_start is None:
        raise PlanError("A visit without fixed dates needs a window or a planning date.")
    if visit.window_start is not None and visit.window_end is not None and visit.window_end < visit.window_start:
        raise PlanError("The window ends before it starts.")
    if len(visit.marking) > LONGEST_MARKING:
        raise PlanError("A marking stands in a footer: {longest} characters at most.", longest=LONGEST_MARKING)
    if visit.last_day < visit.first_day:
        raise PlanError("The last day of the visit comes before its first day.")


def _check_items(changes: Changes, after: Plan) -> None:
    renamed: list[ProgrammeItem] = []
    for _, _, old, new in changes.of(ProgrammeItem):
        if isinstance(new, ProgrammeItem):
            if isinstance(old, ProgrammeItem) and old.uid != new.uid:
                raise PlanError("An item keeps the name that calendars know it by.")
            if not isinstance(old, ProgrammeItem) or old.code != new.code:
                renamed.append(new)
    if not renamed:
        return
    codes = Counter(row.code for row in after.table(ProgrammeItem).values())
    uids = Counter(row.uid for row in after.table(ProgrammeItem).values())
    for row in renamed:
        if not row.code.strip():
            raise PlanError("Every item needs a number.")
        if codes[row.code] > 1:
            raise PlanError("The number {code} is taken by another item.", code=row.code)
        if not row.uid or uids[row.uid] > 1:
            raise PlanError("Item {code} needs a calendar name of its own.", code=row.code)


def _check_heads(changes: Changes, after: Plan) -> None:
    concerned = {row.delegation_id for row in _put(changes, Participant) if row.head}
    if not concerned:
        return
    heads = Counter(row.delegation_id for row in after.table(Participant).values() if row.head)
    for delegation_id in concerned:
        if heads[delegation_id] > 1:
            delegation = after.find(Delegation, delegation_id)
            raise PlanError("“{name}” already has a head.", name=called(delegation))


def _check_places(changes: Changes, after: Plan) -> None:
    for place in _put(changes, Place):
        around = after.get(Place, place.parent_id)
        seen = {place.id}
        while around is not None:
            if around.id in seen:
                raise PlanError("“{name}” cannot lie within itself.", name=called(place))
            seen.add(around.id)
            around = after.get(Place, around.parent_id)
