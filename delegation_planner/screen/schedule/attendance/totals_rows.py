"""The lines below the matrix: how many come to each item, and what the kitchen has to know of each meal; no Qt."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from delegation_planner.plan.kinds import Id
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.screen.schedule.attendance.crossings import Crossings
from delegation_planner.screen.schedule.attendance.rows import DelegationLine, Matrix, is_meal
from delegation_planner.words.words import Words

DIETS_AT_MOST: Final = 3


class TotalLine(NamedTuple):
    """A line below the matrix: whom of those who come it counts, or everybody; `meals` alone or every item."""

    name: str
    people: frozenset[Id] | None
    meals: bool


def total_lines(plan: Plan, words: Words, matrix: Matrix) -> tuple[TotalLine, ...]:
    """Everybody, also where not everybody is shown; then, where a meal is shown, the most frequent diets, all others,
    and who was not asked yet.
    """
    shown = sum(len(line.people) for line in matrix.lines if isinstance(line, DelegationLine))
    name = words.say("Total") if shown == matrix.people else words.say("Total of everyone")
    lines = [TotalLine(name, None, meals=False)]
    if any(is_meal(head) for head in matrix.heads):
        lines += _diet_lines(plan, words, matrix.diets)
    return tuple(lines)


def total(crossings: Crossings, matrix: Matrix, line: TotalLine, column: int) -> int | None:
    """What a line says of an item; None where it says nothing."""
    head = matrix.heads[column]
    if line.meals and not is_meal(head):
        return None
    return crossings.count(head.id, line.people)


def _diet_lines(plan: Plan, words: Words, diets: tuple[str, ...]) -> Iterator[TotalLine]:
    of_diet: dict[str | None, set[Id]] = {}
    for person in plan.rows(Participant):
        of_diet.setdefault(person.diet, set()).add(person.id)
    for diet in diets[:DIETS_AT_MOST]:
        yield TotalLine(diet[:1].upper() + diet[1:], frozenset(of_diet[diet]), meals=True)
    others = [id for diet in diets[DIETS_AT_MOST:] for id in of_diet[diet]]
    if others:
        yield TotalLine(words.say("Other diets"), frozenset(others), meals=True)
    if None in of_diet:
        yield TotalLine(words.say("Diet not known"), frozenset(of_diet[None]), meals=True)
