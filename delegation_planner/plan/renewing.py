"""Rows taken over into another visit: under ids of their own, and without what was true of one visit alone."""

from collections.abc import Callable, Mapping
from typing import Any

from delegation_planner.plan.edits.items import CALENDAR_DOMAIN
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.programme_item import ProgrammeItem, Vehicle
from delegation_planner.plan.references import ties_of
from delegation_planner.plan.tables import REFERENCES, Row


def rekeyed(row: Row, ids: Mapping[Id, Id]) -> Row | None:
    """The row under the id that `ids` gives it, naming others by theirs.

    What `ids` does not hold is named no more; None where the row cannot stay without it.
    """
    values: dict[str, Any] = {"id": ids[row.id]} if "id" in row._fields else {}
    tied = ties_of(type(row))
    for field in REFERENCES[type(row)]:
        named = getattr(row, field)
        if isinstance(named, tuple):
            values[field] = tuple(ids[each] for each in named if each in ids)
        elif named is not None:
            values[field] = ids.get(named)
            if values[field] is None and field in tied:
                return None
    return row._replace(**values)


def renewed_item(item: ProgrammeItem, new_id: Callable[[], Id]) -> ProgrammeItem:
    """As planned for another time: tentative, without a pin, a flight number and real times, new to all calendars."""
    return item._replace(
        uid=f"{new_id()}@{CALENDAR_DOMAIN}", status="tentative", pinned_date=None, flight_no="", actual_start=None,
        actual_end=None, escort="requested" if item.escort == "confirmed" else item.escort,
    )  # fmt: skip


def renewed_vehicle(vehicle: Vehicle) -> Vehicle:
    """A vehicle of its sort, whichever it will be and whoever drives it."""
    return vehicle._replace(plate="", driver="", driver_phone="")
