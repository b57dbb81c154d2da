"""Names of countries in the reader's language, and the time zones of each."""

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
    """The IANA zones that are in use in a country, as CLDR lists them; empty for a code that it does not know."""
    from zoneinfo import available_timezones

    from babel.core import get_global

    known = available_timezones()
    return tuple(zone for zone in get_global("territory_zones").get(code, ()) if zone in known)
