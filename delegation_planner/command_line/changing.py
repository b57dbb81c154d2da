"""changes: what differs between two editions, for everybody or for one person, as sentences or as JSON."""

import argparse
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from delegation_planner.command_line.exporting import find_participant
from delegation_planner.command_line.issued import must_be_issued
from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.compare import Version, personal_difference, whole_difference
from delegation_planner.editions.difference import Difference, FieldChange, RowChange
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Id
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words.changes import change_sentences


def changes(options: argparse.Namespace, speaker: Terminal) -> int:
    """Say what differs; without --to, up to the plan as it is now. The file is only read."""
    file = PlanFile.open(options.plan, read_only=True)
    try:
        must_be_issued(file.editions(), options.since, options.to)
        new = file.load() if options.to is None else file.edition_plan(options.to)
        old = file.edition_plan(options.since)
    finally:
        file.close()
    rulebook = read_rulebook()
    before, after = Version(old, rulebook), Version(new, rulebook)
    if options.reader:
        found = personal_difference(before, after, _person(before, after, options.reader), speaker.words.language)
    else:
        found = whole_difference(before, after, speaker.words.language)
    if options.json:
        told = {"from": options.since, "to": options.to, "total": found.total, **_as_json(found)}
        speaker.tell(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for sentence in change_sentences(speaker.words, found):
        speaker.tell(sentence)
    if not found:
        speaker.tell(speaker.words.say("Nothing differs."))
    return 0


def _person(before: Version, after: Version, name: str) -> Id:
    """Whoever is meant may be in one of the two alone."""
    try:
        return find_participant(after.plan, name)
    except KnownError:
        return find_participant(before.plan, name)


def _as_json(found: Difference) -> dict[str, Any]:
    return {
        "visit": _fields(found.visit),
        "items": [
            {
                "what": one.what, "headline": one.headline, "id": one.entry.item_id, "number": one.entry.number,
                "title": one.entry.title.text, "fields": _fields(one.fields),
                "joined": [person.code for person in one.joined], "left": [person.code for person in one.left],
            }
            for one in found.items
        ],
        "delegations": _rows(found.delegations),
        "people": [
            {"what": one.what, "code": one.row.person.code, "name": one.row.person.name.text,
             "fields": _fields(one.fields)}
            for one in found.people
        ],
        "papers": _rows(found.papers),
    }  # fmt: skip


def _rows(rows: Iterable[RowChange[Any]]) -> list[dict[str, Any]]:
    return [{"what": one.what, "id": one.row.id, "fields": _fields(one.fields)} for one in rows]


def _fields(found: Iterable[FieldChange]) -> list[dict[str, Any]]:
    return [{"field": one.field, "old": _plain(one.old), "new": _plain(one.new)} for one in found]


def _plain(value: Any) -> Any:
    """A value of a programme as JSON holds it: named tuples by their fields, moments as ISO 8601 writes them."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime | date) else value
