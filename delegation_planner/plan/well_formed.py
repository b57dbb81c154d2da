"""Whether a row holds what its fields are for: types, closed lists, dates, clocks, zones, clean texts."""

import re
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from itertools import compress, count
from operator import is_not
from typing import Any, Final
from zoneinfo import available_timezones

from delegation_planner.plan.addresses import is_email
from delegation_planner.plan.day_time import clock_text, from_stamp
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.names import called
from delegation_planner.plan.tables import Field, Row, fields_of

FARTHEST_DAY: Final = 3660  # a day number of a visit, either way; keeps every instant within the calendar
_LARGEST: Final = 2**53  # whole numbers up to here are the same in every reader of the file
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCKS: Final = frozenset(map(clock_text, range(24 * 60)))
_STAMP: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

IDS: Final = frozenset({"id", "item_id"})
DATES: Final = frozenset({
    "window_start", "window_end", "planning_date", "anchor_date", "judged_on", "date_of_office", "pinned_date",
    "dated", "date", "guest_acceptance_date", "host_acceptance_date",
})  # fmt: skip
CLOCKS: Final = frozenset({"start_time", "end_time", "actual_start", "actual_end"})
ZONES: Final = frozenset({"zone", "host_zone", "guest_zone", "start_zone", "end_zone"})
STAMPS: Final = frozenset({"set_at", "name_approved_at", "added_at", "waived_at"})
EMAILS: Final = frozenset({"duty_email", "private_email", "organizer_email"})
_MANY_LINES: Final = ("remarks", "address", "alternate", "reason", "state_reason")


def is_id(text: str) -> bool:
    """Whether the text is a UUID in its 36 characters, in small letters."""
    return _UUID.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether the text is a date of the calendar such as 2017-07-24, of a year that a visit may lie in."""
    if not _DATE.fullmatch(text):
        return False
    try:
        return _FIRST_YEAR <= date.fromisoformat(text).year <= _LAST_YEAR
    except ValueError:
        return False


def is_clock(text: str) -> bool:
    """Whether the text is a wall clock from 00:00 to 23:59."""
    return text in _CLOCKS


def is_zone(name: str) -> bool:
    """Whether the zone data know this name, spelt exactly so."""
    return name in _zones()


@cache
def _zones() -> AbstractSet[str]:
    return available_timezones()


def is_stamp(text: str) -> bool:
    """Whether the text is a UTC stamp such as 2017-07-10T02:15:00Z; empty where nobody has set one."""
    try:
        return text == "" or (_STAMP.fullmatch(text) is not None and is_date(from_stamp(text).date().isoformat()))
    except ValueError:
        return False


def check_row(row: Row, before: Row | None = None) -> None:
    """Raise PlanError for the first field that is not well-formed; fields as they were `before` are not looked at."""
    fields = fields_of(type(row))
    # Of twenty thousand rows that an edit shifts, nearly all fields are the very objects that they were.
    places = range(len(fields)) if before is None else compress(count(), map(is_not, row, before))
    for place in places:
        value = row[place]
        if before is None or value != before[place] or type(value) is not type(before[place]):
            check_field(row, fields[place], value)


def check_field(row: Row, field: Field, value: Any) -> None:
    """Raise PlanError if the field of the row cannot hold the value."""
    if value is None:
        if not field.optional:
            raise PlanError("“{name}” cannot do without its {field}.", name=called(row), field=field.name)
    elif field.nature == "texts":
        if not isinstance(value, tuple):
            raise _does_not_fit(row, field)
        for text in value:
            _check_text(row, field, text)
        if len(set(value)) < len(value):
            raise PlanError("“{name}” names the same twice in {field}.", name=called(row), field=field.name)
    elif field.nature == "flag":
        if not isinstance(value, bool):
            raise _does_not_fit(row, field)
    elif field.nature == "number":
        _check_number(row, field, value)
    else:
        _check_text(row, field, value)


def _check_number(row: Row, field: Field, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _does_not_fit(row, field)
    if field.name.endswith("_day") and abs(value) > FARTHEST_DAY:
        raise PlanError("Day {day} is too far from the visit.", day=value)
    if abs(value) > _LARGEST:
        raise _does_not_fit(row, field)


def _check_text(row: Row, field: Field, value: Any) -> None:
    if not isinstance(value, str):
        raise _does_not_fit(row, field)
    if field.choices and value not in field.choices:
        raise PlanError("“{value}” is not in the list for {field}.", value=_shown(value), field=field.name)
    _check_form(field.name, value)
    if not value.isprintable() and _CONTROL.search(value.replace("\n", "") if _has_lines(field) else value):
        raise PlanError(
            "“{name}” holds a character that cannot be printed in {field}.", name=called(row), field=field.name
        )


def _check_form(field: str, value: str) -> None:
    """Raise PlanError if the field must be written in a certain way and the value is not."""
    if field in DATES and not is_date(value):
        raise PlanError("“{value}” is not a date such as 2017-07-24.", value=_shown(value))
    if field in CLOCKS and not is_clock(value):
        raise PlanError("“{value}” is not a time such as 09:15.", value=_shown(value))
    if field in ZONES and not is_zone(value):
        raise PlanError("“{value}” is not a time zone such as Asia/Jakarta.", value=_shown(value))
    if field in STAMPS and not is_stamp(value):
        raise PlanError("“{value}” is not a moment such as 2017-07-10T02:15:00Z.", value=_shown(value))
    if field in EMAILS and value and not is_email(value):
        raise PlanError("“{value}” is not a mail address such as protocol@visit.example.", value=_shown(value))
    if (field in IDS and not is_id(value)) or (field == "sha256" and not _SHA256.fullmatch(value)):
        raise PlanError("“{value}” cannot be an id.", value=_shown(value))


def _has_lines(field: Field) -> bool:
    return field.name.startswith(_MANY_LINES)


def _does_not_fit(row: Row, field: Field) -> PlanError:
    return PlanError("“{name}” cannot hold this in {field}.", name=called(row), field=field.name)


def _shown(value: str) -> str:
    """The value as it can stand in a sentence."""
    return _CONTROL.sub("\ufffd", value)[:80]
