"""What is taken out of a plan once a visit is over: what only the visit gave a reason to keep."""

from typing import Final

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edits.rows import with_values
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan

PASSPORT: Final = ("passport_no", "passport_full")
PRIVATE: Final = ("private_phone", "private_email")


def remove_personal_data(plan: Plan) -> Changes:
    """Passport numbers, names as in the passport and private contacts, all emptied."""
    return Changes(
        replaced(row, with_values(row, dict.fromkeys(PASSPORT + PRIVATE, "")))
        for row in plan.rows(Participant)
        if holds(row, PASSPORT + PRIVATE)
    )


def holds(person: Participant, fields: tuple[str, ...]) -> bool:
    """Whether anything stands in one of these fields."""
    return any(getattr(person, field) for field in fields)
