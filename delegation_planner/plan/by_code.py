"""A plan as people write it down: rows name one another by code, and ids are made from the codes."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import Invitation
from delegation_planner.plan.tables import REFERENCES, TABLE_NAMES, TABLES, Row

Written = Mapping[str, Any]
_WHEN = re.compile(r"(?:D(-?\d+) )?(\d\d:\d\d)(?: (\S+))?")
_CALENDAR_DOMAIN = "delegation-planner.invalid"


def plan_by_code(written: Mapping[str, Written], namespace: UUID) -> Plan:
    """The plan of these tables, by the names in TABLES; raises PlanError where something is not understood.

    "visit" holds the visit's fields. Most tables hold a row under its code, or under any key where it has none.
    "order_override" holds it under the participant's code; "step" and "vehicle" hold lists under the item's code;
    "invitation" holds under the item's code the rows by the code of who is invited. A field that names another row
    holds that row's code. An item's `start` and `end` are written "D2 11:00 Asia/Jakarta": the end's day is the
    start's unless it is given, a zone not given is the visit's host zone. Ids are UUIDs (version 5) of table and code
    within the namespace.
    """
    host_zone = str(written["visit"].get("host_zone", "UTC"))
    rows = _Rows(namespace, written["participant_group"], host_zone)
    return Plan.of(
        rows.row(TABLES[table], key, fields)
        for table, content in written.items()
        for key, fields in _each(table, content)
    )


def _each(table: str, content: Written) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a table: a key that is unique in it, and the fields as written."""
    if table == "visit":
        yield "visit", dict(content)
        return
    for code, fields in content.items():
        if table in {"step", "vehicle"}:
            for number, of_item in enumerate(fields, 1):
                yield f"{code}/{number}", {"item_id": code, **of_item}
        elif table == "invitation":
            for invitee, of_invitee in fields.items():
                yield f"{code}/{invitee}", {"item_id": code, "invitee": invitee, **of_invitee}
        elif table == "order_override":
            yield code, {"participant_id": code, **fields}
        else:
            yield code, {"code": code, **fields} if "code" in TABLES[table]._fields else dict(fields)


class _Rows:
    """Makes rows of written fields, all in one namespace."""

    def __init__(self, namespace: UUID, groups: Written, host_zone: str) -> None:
        self._namespace = namespace
        self._groups = groups
        self._host_zone = host_zone

    def _id(self, table: str, key: str) -> Id:
        return str(uuid5(self._namespace, f"{table}/{key}"))

    def row(self, kind: type[Row], key: str, fields: dict[str, Any]) -> Row:
        table = TABLE_NAMES[kind]
        if table == "programme_item":
            self._read_times(fields)
            fields["uid"] = f"{uuid5(self._namespace, key)}@{_CALENDAR_DOMAIN}"
        if kind is Invitation:
            invitee = fields.pop("invitee")
            group = invitee in self._groups
            fields["participant_id"], fields["group_id"] = (None, invitee) if group else (invitee, None)
        else:
            fields["id"] = self._id(table, key)
        for name, other in REFERENCES[kind].items():
            if name in fields:
                fields[name] = self._ids_of(TABLE_NAMES[other], fields[name])
        unknown = fields.keys() - set(kind._fields)
        if unknown:
            raise PlanError("{table} {code} has an unknown field “{field}”.", table=table, code=key, field=min(unknown))
        return kind(**{name: _plain(value) for name, value in fields.items()})

    def _ids_of(self, table: str, codes: str | list[str] | None) -> Id | tuple[Id, ...] | None:
        if isinstance(codes, list):
            return tuple(self._id(table, code) for code in codes)
        return None if codes is None else self._id(table, codes)

    def _read_times(self, fields: dict[str, Any]) -> None:
        day: str | int | None = None
        for end in ("start", "end"):
            text = fields.pop(end)
            found = _WHEN.fullmatch(text)
            day = found and (found[1] or day)
            if found is None or day is None:
                raise PlanError("“{text}” is not a day and time such as “D2 11:00”.", text=text)
            fields[f"{end}_day"] = int(day)
            fields[f"{end}_time"] = found[2]
            fields[f"{end}_zone"] = found[3] or self._host_zone


def _plain(value: Any) -> Any:
    """Dates as texts and lists as tuples, as rows hold them."""
    if isinstance(value, date):
        return value.isoformat()
    return tuple(value) if isinstance(value, list) else value
