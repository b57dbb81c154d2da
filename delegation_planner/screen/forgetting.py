"""Says what goes when personal data is removed; no Qt."""

from delegation_planner.plan.edits.personal_data import PASSPORT, PRIVATE, holds
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.words.words import Words


def what_goes(words: Words, plan: Plan, versions: int) -> str:
    """One line each for what is emptied, what is forgotten, what is deleted, and what stays."""
    people = plan.rows(Participant)
    passports = sum(holds(row, PASSPORT) for row in people)
    private = sum(holds(row, PRIVATE) for row in people)
    return "\n".join(
        (
            words.say_many(
                "Emptied: the passport of {count} person (number, and name as in it).",
                "Emptied: the passports of {count} people (number, and name as in it).",
                passports,
            ),
            words.say_many(
                "Emptied: the private contacts of {count} person.",
                "Emptied: the private contacts of {count} people.",
                private,
            ),
            words.say("Forgotten: what was changed until now, so that nothing can be undone, and what editions held."),
            words.say_many(
                "Deleted: {count} earlier version.", "Deleted: {count} earlier versions, named ones too.", versions
            ),
            words.say("Attached files stay, and so do copies and what was handed out: look after those yourself."),
        )
    )
