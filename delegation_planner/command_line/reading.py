"""Reads a plan for a command that changes nothing."""

from pathlib import Path

from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile


def read(path: Path) -> Plan:
    """The plan in a file, which stays as it is; an older file is brought forward in memory."""
    file = PlanFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()
