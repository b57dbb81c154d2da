"""Moments of a visit as its hosts' clocks show them, wherever the computer stands; no Qt."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from delegation_planner.plan.visit import Visit
from delegation_planner.words.dates import clock, short_date, zone_name
from delegation_planner.words.words import Words


def at_host(visit: Visit, at: datetime) -> datetime:
    """An aware moment in the host's zone; in the computer's where that zone is not known here."""
    try:
        return at.astimezone(ZoneInfo(visit.host_zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return at.astimezone()


def host_moment(words: Words, visit: Visit, at: datetime) -> str:
    """Mon 24 Jul 2017, 09:15 WIB: with the zone, which may not be the one that the reader is in."""
    there = at_host(visit, at)
    said = f"{short_date(words, there.date())}, {clock(words, there)}"
    return f"{said} {zone_name(words, there)}" if isinstance(there.tzinfo, ZoneInfo) else said
