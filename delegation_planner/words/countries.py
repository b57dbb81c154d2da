"""Names of countries in the reader's language, and the time zones of each."""

from functools import cache
from importlib import resources
from typing import Final

from delegation_planner.words.words import Words

_NO_COUNTRY: Final = frozenset({"EU", "EZ", "UN", "XA", "XB", "XK", "ZZ", "QO"})


def country_names(words: Words) -> dict[str, str]:
    """The name of every country by its two-letter code, in the order of the names."""
    from babel import Locale

    territories = Locale(words.language).territories
    names = {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def zones_of_country(code: str) -> tuple[str, ...]:
    """The IANA zones of a country, those in which most people live first; empty for a code that is none."""
    return _zones().get(code, ())


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Read from zone.tab of the zone data: country code, place, zone, remark, in its own order."""
    found: dict[str, tuple[str, ...]] = {}
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _place, zone, *_ = line.split("\t")
            found[country] = (*found.get(country, ()), zone)
    return found
