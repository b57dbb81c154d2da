"""The editions that somebody names, asked of those that there are."""

from collections.abc import Sequence

from delegation_planner.plan.edition import Edition
from delegation_planner.plan.errors import KnownError


def must_be_issued(editions: Sequence[Edition], *asked: int | None) -> None:
    """Raise KnownError where a number that was asked for is that of no edition; None asks for none."""
    for number in asked:
        if number is None or any(edition.number == number for edition in editions):
            continue
        if not editions:
            raise KnownError("No edition has been issued yet. Issue one first.")
        last = editions[-1].number
        if last == 1:
            raise KnownError("There is no Edition {number}. There is Edition 1 alone.", number=number)
        raise KnownError("There is no Edition {number}. There are Editions 1 to {last}.", number=number, last=last)
