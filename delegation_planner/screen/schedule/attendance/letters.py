"""The letter of each role: the same in every language, so that both sides read one table."""

from functools import cache
from typing import Final

from delegation_planner.plan.kinds import Role

COMES: Final = "M"
"""Comes without a role, as a member."""
OPTIONAL: Final = "O"
"""The key that makes a coming optional, and no longer so."""
ROLE_LETTERS: Final[dict[Role, str]] = {
    "signatory": "S",
    "host": "H",
    "speaker": "P",
    "head": "D",
    "witness": "W",
    "aide": "A",
    "interpreter": "I",
    "master_of_ceremonies": "C",
    "greeter": "G",
    "liaison": "L",
    "note_taker": "N",
}
"""In the order in which a crossing shows them: what a person is foremost at an item comes first."""
ROLE_OF_LETTER: Final[dict[str, Role]] = {letter: role for role, letter in ROLE_LETTERS.items()}
_SHOWN_AT_MOST: Final = 2


@cache
def in_order(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles with the foremost one first."""
    held = set(roles)
    return tuple(role for role in ROLE_LETTERS if role in held)


@cache
def letters(roles: tuple[Role, ...]) -> str:
    """The letters of one person at one item: "M", "S", "HD"; "S+" stands for three roles and more."""
    found = "".join(ROLE_LETTERS[role] for role in in_order(roles))
    return (found if len(found) <= _SHOWN_AT_MOST else f"{found[0]}+") or COMES
