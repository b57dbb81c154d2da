"""Delegations and the groups that are invited as one."""

from typing import NamedTuple

from delegation_planner.plan.kinds import Id, Side, UtcStamp


class Delegation(NamedTuple):
    """People who travel or receive under one head; `position` orders the delegations among themselves."""

    id: Id
    code: str
    name_en: str
    name_id: str = ""
    name_az: str = ""
    side: Side = "guest"
    country: str = ""
    position: int = 0


class Group(NamedTuple):
    """People who are invited together; an invitation may leave members out."""

    id: Id
    code: str
    name_en: str
    name_id: str = ""
    name_az: str = ""
    member_ids: tuple[Id, ...] = ()


class OrderOverride(NamedTuple):
    """A place in the order of precedence set by hand: `participant_id` goes right before `before_id`."""

    id: Id
    participant_id: Id
    before_id: Id
    reason: str
    set_by: str = ""
    set_at: UtcStamp = ""
