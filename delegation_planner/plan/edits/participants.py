"""Participants: who they are, who leads, and where they stand in the order."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.delegation import Delegation, OrderOverride
from delegation_planner.plan.edits import rows
from delegation_planner.plan.edits.removing import remove
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import LANGUAGES, Id, Language, UtcStamp
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.participant import Participant, is_notified, is_role
from delegation_planner.plan.plan import Plan


def add_participant(
    plan: Plan, delegation_id: Id, name: str, new_id: Callable[[], Id], *, in_language: Language = "en", **fields: Any
) -> Changes:
    """A participant of the delegation; the code is the next free one unless it is given."""
    code = free_code(plan, plan.find(Delegation, delegation_id))
    row = Participant(new_id(), code, delegation_id, "")
    return rows.add(rows.with_values(row, {field_of("name", in_language): name} | fields))


def free_code(plan: Plan, delegation: Delegation) -> str:
    """The delegation's code with the lowest number that nobody has: AZ1, AZ2 ..."""
    taken = {row.code for row in plan.rows(Participant)}
    number = 1
    while f"{delegation.code}{number}" in taken:
        number += 1
    return f"{delegation.code}{number}"


def edit_participant(plan: Plan, participant_id: Id, values: Mapping[str, Any]) -> Changes:
    """The participant with these fields set; a new head takes over from the one before.

    A name that becomes known takes the place of the [role] in every language.
    """
    before = plan.find(Participant, participant_id)
    after = rows.with_values(before, values)
    if not is_notified(before):
        after = _named(after)
    earlier = Changes()
    if after.head and (not before.head or after.delegation_id != before.delegation_id):
        earlier = _without_head(plan, after.delegation_id, participant_id)
    return Changes((*earlier, *rows.changed(before, after)))


def make_head(plan: Plan, participant_id: Id) -> Changes:
    """The participant leads the delegation; whoever led it before does not."""
    return edit_participant(plan, participant_id, {"head": True})


def remove_participant(plan: Plan, participant_id: Id) -> Changes:
    """Without the participant, his or her invitations and places in the order, and without all links."""
    return remove(plan, Participant, participant_id)


def place_before(
    plan: Plan,
    participant_id: Id,
    before_id: Id,
    reason: str,
    new_id: Callable[[], Id],
    *,
    set_by: str = "",
    set_at: UtcStamp = "",
) -> Changes:
    """The participant goes right before another of the same delegation, whatever the rule says; needs a reason."""
    participant, other = plan.find(Participant, participant_id), plan.find(Participant, before_id)
    if participant.delegation_id != other.delegation_id:
        raise PlanError("The order is set within one delegation.")
    if not reason.strip():
        raise PlanError("Give the reason why this place is set by hand.")
    for row in plan.rows(OrderOverride):
        if row.participant_id == participant_id:
            after = row._replace(before_id=before_id, reason=reason, set_by=set_by, set_at=set_at)
            return Changes([replaced(row, after)] if after != row else [])
    return Changes([put(OrderOverride(new_id(), participant_id, before_id, reason, set_by, set_at))])


def order_by_rule(plan: Plan, participant_id: Id) -> Changes:
    """The participant stands where the rule says again."""
    return Changes(removed(row) for row in plan.rows(OrderOverride) if row.participant_id == participant_id)


def _named(person: Participant) -> Participant:
    """Without the roles in brackets, if any language has a name."""
    fields = [field_of("name", language) for language in LANGUAGES]
    roles = [field for field in fields if is_role(getattr(person, field))]
    known = any(getattr(person, field) for field in fields if field not in roles)
    emptied: dict[str, Any] = dict.fromkeys(roles, "") if known else {}
    return person._replace(**emptied)


def _without_head(plan: Plan, delegation_id: Id, other_than: Id) -> Changes:
    heads = (row for row in plan.rows(Participant) if row.head and row.delegation_id == delegation_id)
    return Changes(replaced(row, row._replace(head=False)) for row in heads if row.id != other_than)
