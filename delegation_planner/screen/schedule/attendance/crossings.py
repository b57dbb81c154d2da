"""Who stands where in the matrix: the crossings of one item at a time, made when somebody looks at them."""

from collections.abc import Iterable
from typing import NamedTuple

from delegation_planner.plan.attendance import attendees
from delegation_planner.plan.delegation import Group
from delegation_planner.plan.kinds import Id, Role
from delegation_planner.plan.plan import Invitations, Plan
from delegation_planner.screen.names import through_group
from delegation_planner.screen.schedule.attendance.letters import in_order


class Crossing(NamedTuple):
    """One person at one item.

    `comes` is False where the person is only left out of an invited group. `groups` are the codes of the groups
    that bring the person, `left_out_of` of those that would; `own` says that there is an invitation of the person's
    own.
    """

    comes: bool
    roles: tuple[Role, ...] = ()
    optional: bool = False
    own: bool = False
    groups: tuple[str, ...] = ()
    left_out_of: tuple[str, ...] = ()


ABSENT = Crossing(comes=False)
Column = dict[Id, Crossing]
_COMES = Crossing(comes=True, own=True)


class Crossings:
    """The crossings of a plan, kept while the invitations and groups that they are made of stay the same."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._made: dict[Id, tuple[Invitations, Column]] = {}

    def follow(self, plan: Plan) -> None:
        """Speak of this plan from now on."""
        if plan.table(Group) != self._plan.table(Group):
            self._made.clear()
        self._plan = plan

    def of_item(self, item_id: Id) -> Column:
        """Everybody who comes to an item or is left out of a group there."""
        invitations = self._plan.invitations(item_id)
        known = self._made.get(item_id)
        if known is None or known[0] is not invitations:
            known = self._made[item_id] = (invitations, _column(self._plan, item_id))
        return known[1]

    def at(self, person_id: Id, item_id: Id) -> Crossing:
        """One person at one item."""
        return self.of_item(item_id).get(person_id, ABSENT)

    def count(self, item_id: Id, people: Iterable[Id] | None = None) -> int:
        """How many come to an item, of these people or of all."""
        column = self.of_item(item_id)
        if people is None:
            return sum(crossing.comes for crossing in column.values())
        return sum(column[id].comes for id in people if id in column)


def _column(plan: Plan, item_id: Id) -> Column:
    invitations = plan.invitations(item_id).values()
    if all(row.participant_id is not None for row in invitations):
        return {
            row.invitee_id: Crossing(True, in_order(row.roles), row.optional, True)
            if row.roles or row.optional
            else _COMES
            for row in invitations
        }
    present = attendees(plan, item_id)
    brought: dict[Id, list[str]] = {}
    left_out: dict[Id, list[str]] = {}
    for invitation in invitations:
        group = plan.get(Group, invitation.group_id)
        if group is not None:
            for person in through_group(plan, invitation):
                brought.setdefault(person, []).append(group.code)
            for person in invitation.exception_ids:
                if person in group.member_ids:
                    left_out.setdefault(person, []).append(group.code)
    own = plan.invitations(item_id).keys()
    column = {
        id: Crossing(
            True, in_order(coming.roles), coming.optional, id in own, tuple(brought.get(id, ())),
            tuple(left_out.get(id, ())),
        )
        for id, coming in present.items()
    }  # fmt: skip
    for id, groups in left_out.items():
        column.setdefault(id, Crossing(comes=False, left_out_of=tuple(groups)))
    return column
