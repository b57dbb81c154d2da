"""The airports of the world: their letters, names, cities and zones, as the airportsdata library lists them."""

from functools import cache
from typing import Final

from delegation_planner.plan.names import fold
from delegation_planner.plan.place import Airport

MOST_FOUND: Final = 12


@cache
def airport(iata: str) -> Airport | None:
    """The airport of three letters; None where no list has them."""
    return next((found for _, found in _listed() if found.iata == iata.upper()), None)


def find_airports(text: str) -> list[Airport]:
    """The airports whose label holds a text, accents ignored, the likeliest first.

    Letters come before cities that begin so, and these before all others; among equals the international ones come
    first. Nothing is found by fewer than two letters.
    """
    wanted = fold(text)
    if len(wanted) < 2:
        return []
    found = [(_rank(one, wanted), one) for haystack, one in _listed() if wanted in haystack]
    return [one for _, one in sorted(found)[:MOST_FOUND]]


def _rank(one: Airport, wanted: str) -> tuple[bool, bool, bool]:
    """What sorts first is False."""
    return fold(one.iata) != wanted, not fold(one.city).startswith(wanted), "International" not in one.name


@cache
def _listed() -> tuple[tuple[str, Airport], ...]:
    """Every airport with the text in which words are looked for."""
    import airportsdata

    listed = airportsdata.load("IATA")
    airports = (
        Airport(row["iata"], row["name"], _city(row["city"], row["subd"]), row["tz"]) for row in listed.values()
    )
    return tuple((fold(one.label), one) for one in airports)


def _city(listed: str, region: str) -> str:
    """The city alone: of "Batam, Batam Island" the first part, of "Arnavutköy, Istanbul" in Istanbul the last one."""
    first, _, last = listed.partition(", ")
    return last if last == region else first
