"""info: what a plan file holds."""

import argparse
import json
from typing import Any

from delegation_planner.command_line.speaking import Terminal
from delegation_planner.editions.draft import Draft
from delegation_planner.plan.day_time import date_of_day
from delegation_planner.plan.errors import KnownError, PlanError
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook
from delegation_planner.words.editions import draft_line


def info(options: argparse.Namespace, speaker: Terminal) -> int:
    """Say it in lines, or as JSON; the file is only read."""
    file = PlanFile.open(options.plan, read_only=True)
    try:
        facts = _facts(file)
    finally:
        file.close()
    if options.json:
        speaker.tell(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for line in _lines(facts, speaker):
            speaker.tell(line)
    return 0


def _facts(file: PlanFile) -> dict[str, Any]:
    plan = file.load()
    log, editions = file.log(), file.editions()
    first_date, last_date = _dates(plan)
    last = editions[-1].number if editions else 0
    return {
        "file": str(file.path),
        "bytes": file.path.stat().st_size,
        "plan": file.plan_uuid,
        "title": text_in(plan.visit, "title"),
        "dates": plan.visit.dates,
        "first_date": first_date,
        "last_date": last_date,
        "counts": {name: len(plan.table(kind)) for name, kind in TABLES.items()},
        "edits": len(log),
        "last_edit": log[-1].at if log else None,
        "calendars_sent": len({reader for reader, _ in file.sent()}),
        "editions": last,
        "changes_since_edition": _changes_since(file, plan, last),
    }


def _changes_since(file: PlanFile, plan: Plan, last: int) -> int | None:
    """How many changes the plan is away from its last edition; None where that cannot be told."""
    try:
        return Draft(file.edition_plan(last), plan, read_rulebook()).difference().total if last else None
    except KnownError:
        return None


def _dates(plan: Plan) -> tuple[str | None, str | None]:
    """The dates of the first and the last day; None while the visit has none."""
    try:
        visit = plan.visit
        return date_of_day(visit, visit.first_day).isoformat(), date_of_day(visit, visit.last_day).isoformat()
    except PlanError:
        return None, None


def _lines(facts: dict[str, Any], speaker: Terminal) -> list[str]:
    say, say_many = speaker.words.say, speaker.words.say_many
    counts = facts["counts"]
    rows = (
        say_many("{count} item", "{count} items", counts["programme_item"]),
        say_many("{count} participant", "{count} participants", counts["participant"]),
        say_many("{count} document", "{count} documents", counts["document"]),
    )
    readers = facts["calendars_sent"]
    lines = [
        facts["title"],
        ", ".join(rows),
        say_many("{count} change in the log", "{count} changes in the log", facts["edits"]),
        say_many("Calendars were sent to {count} reader", "Calendars were sent to {count} readers", readers),
    ]
    if facts["changes_since_edition"] is not None or not facts["editions"]:
        lines.append(draft_line(speaker.words, facts["editions"], facts["changes_since_edition"] or 0))
    if facts["first_date"]:
        dates = say("{first} to {last}", first=facts["first_date"], last=facts["last_date"])
        lines.insert(1, dates if facts["dates"] == "fixed" else say("Dates open, shown for {dates}", dates=dates))
    return lines
