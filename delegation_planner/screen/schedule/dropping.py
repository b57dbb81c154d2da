"""What a drop into the schedule does: people come to an item, items go to another day."""

from collections.abc import Iterable, Sequence

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.edits.invitations import invite
from delegation_planner.plan.edits.items import shift_items
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.removing import row_name
from delegation_planner.screen.schedule.telling_days import edit_telling_days
from delegation_planner.session.store import Label
from delegation_planner.words.visit_lines import listed


def bring(desk: Desk, item_id: Id, invitee_ids: Sequence[Id]) -> None:
    """Participants and groups come to an item, as one edit; says so where all of them come already."""
    plan = desk.plan
    item = plan.get(ProgrammeItem, item_id)
    found = [plan.get(Participant, id) or plan.get(Group, id) for id in invitee_ids]
    people = [row for row in found if row is not None]
    if item is None or not people:
        return
    names = {"name": listed(desk.words, [row_name(desk.words, row) for row in people])}
    changes = invited_too(plan, item.id, [row.id for row in people])
    if not changes:
        desk.tell_done(desk.say("All of them come to {item} already.", item=row_name(desk.words, item)))
    elif desk.edit(Label("invite", names), changes):
        desk.tell_done(desk.say("{name} invited to {item}.", item=row_name(desk.words, item), **names))


def take_to_day(desk: Desk, day: int, item_ids: Sequence[Id]) -> None:
    """Items begin on another day, at the same times, as one edit."""
    items = [item for id in item_ids if (item := desk.plan.get(ProgrammeItem, id)) is not None]
    names = ", ".join(item.code for item in items)
    ids = [item.id for item in items]
    edit_telling_days(desk, Label("move_item", {"name": names}), lambda: taken_to_day(desk.plan, ids, day))


def invited_too(plan: Plan, item_id: Id, invitee_ids: Iterable[Id]) -> Changes:
    """These participants and groups come to the item; empty where all of them come already."""
    changes = Changes()
    for invitee_id in invitee_ids:
        of_one = invite(plan, item_id, invitee_id)
        plan = plan.changed(of_one)
        changes = changes + of_one
    return changes


def taken_to_day(plan: Plan, item_ids: Iterable[Id], day: int) -> Changes:
    """These items begin on that day, at the same times of day; an end over midnight stays a night later."""
    changes = Changes()
    for item_id in item_ids:
        days = day - plan.find(ProgrammeItem, item_id).start_day
        of_one = shift_items(plan, [item_id], days * 1440)
        plan = plan.changed(of_one)
        changes = changes + of_one
    return changes
