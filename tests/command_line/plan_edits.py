"""Edits of a plan file between two commands, and a command as it is typed."""

from collections.abc import Callable
from pathlib import Path

from delegation_planner.cli import main
from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits import items
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.session.store import Label, LogEntry
from tests.builders import an_id

AT = "2017-07-10T02:00:00Z"


def edit(plan: Path, make: Callable[[Plan], Changes]) -> None:
    """Edit a plan file."""
    file = PlanFile.open(plan)
    file.write(LogEntry(0, an_id("edit"), "do", AT, "", "test", Label("edit_item"), make(file.load())))
    file.close()


def move(plan: Path, code: str, day: int, clock: str) -> None:
    """An item starts at another time."""

    def changes(of: Plan) -> Changes:
        item = next(row for row in of.rows(ProgrammeItem) if row.code == code)
        return items.move_item(of, item.id, day, clock)

    edit(plan, changes)


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])
