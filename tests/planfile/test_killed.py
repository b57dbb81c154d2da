"""A process that is killed loses nothing that it acknowledged and leaves nothing half done."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from tests.builders import a_plan, an_item
from tests.planfile.plans import entry

ROOT = Path(__file__).resolve().parents[2]
ITEMS = 40


def the_plan() -> Plan:
    """Where it begins."""
    return a_plan(*(an_item(f"{number:03d}", remarks_internal="x" * 300) for number in range(ITEMS)))


def the_edit(plan: Plan, number: int) -> Changes:
    """Edit `number`: every third item moves on by a day and says so in its title."""
    rows = plan.rows(ProgrammeItem)[number % 3 :: 3]
    return Changes(
        replaced(row, row._replace(start_day=row.start_day + 1, end_day=row.end_day + 1, title_en=f"Edit {number}"))
        for row in rows
    )


def edit_until_killed(path: Path) -> None:
    """Write edits, and each one's number to standard output once it is acknowledged."""
    file = PlanFile.open(path)
    plan = file.load()
    number = len(file.log())
    while True:
        changes = the_edit(plan, number)
        number = file.write(entry(changes, f"edit {number}"))
        plan = plan.changed(changes)
        os.write(1, b"%d\n" % number)


def test_f01_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(1)
    path = tmp_path / "visit.visit"
    PlanFile.create(path, the_plan()).close()
    states = [the_plan()]
    journals = 0
    for _ in range(25):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.planfile.test_killed", path], stdout=subprocess.PIPE, cwd=ROOT
        )
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, "the child did not write"
        sleep(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        acknowledged = int((first + process.stdout.read()).split(b"\n")[-2])
        process.wait()
        process.stdout.close()
        journals += Path(f"{path}-journal").exists()
        file = PlanFile.open(path)
        assert file.read_only_reason is None
        file.examine()
        done = len(file.log())
        assert acknowledged <= done <= acknowledged + 1
        while len(states) <= done:
            states.append(states[-1].changed(the_edit(states[-1], len(states) - 1)))
        assert file.load() == states[done]
        file.close()
    assert journals > 0, "no kill came in the middle of an edit"


if __name__ == "__main__":
    edit_until_killed(Path(sys.argv[1]))
