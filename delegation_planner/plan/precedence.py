"""The order of precedence inside a delegation and over the delegations of a side."""

from typing import Final

from delegation_planner.plan.delegation import Delegation, OrderOverride
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.names import name_key
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook

_NO_DATE: Final = "9999-12-31"  # who has no date of office comes after those who have one


def order_in_delegation(plan: Plan, rulebook: Rulebook, delegation_id: Id) -> tuple[Id, ...]:
    """The participants of a delegation, first in precedence first.

    The head, then by rank, by date of office, by name as it is sorted. Then the places set by hand are applied, the
    newest last; one that names somebody of another delegation is passed over.
    """
    members = [row for row in plan.rows(Participant) if row.delegation_id == delegation_id]
    return _ordered(members, _by_hand(plan), rulebook)


def order_in_each_delegation(plan: Plan, rulebook: Rulebook) -> dict[Id, tuple[Id, ...]]:
    """`order_in_delegation` of every delegation by its id; the participants are gone through once for all."""
    members: dict[Id, list[Participant]] = {row.id: [] for row in plan.rows(Delegation)}
    for row in plan.rows(Participant):
        members.setdefault(row.delegation_id, []).append(row)
    by_hand = _by_hand(plan)
    return {id: _ordered(rows, by_hand, rulebook) for id, rows in members.items()}


def _by_hand(plan: Plan) -> list[OrderOverride]:
    return sorted(plan.rows(OrderOverride), key=lambda row: (row.set_at, row.id))


def _ordered(members: list[Participant], by_hand: list[OrderOverride], rulebook: Rulebook) -> tuple[Id, ...]:
    order = [row.id for row in sorted(members, key=lambda row: _by_rule(row, rulebook))]
    for override in by_hand:
        if override.participant_id in order and override.before_id in order:
            order.remove(override.participant_id)
            order.insert(order.index(override.before_id), override.participant_id)
    return tuple(order)


def _by_rule(row: Participant, rulebook: Rulebook) -> tuple[object, ...]:
    return (
        not row.head,
        rulebook.rank_order(row.rank_code),
        row.date_of_office or _NO_DATE,
        name_key(row.sort_key or text_in(row, "name")),
        row.id,
    )
