"""A place where this user may only read."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from delegation_planner.planfile.plan_file import PlanFile
from tests.planfile.plans import a_full_plan

NOBODY = 65534


@pytest.fixture
def as_reader() -> Iterator[tuple[Path, Callable[[], None]]]:
    """A folder with a plan, and a function after which we are a user who may only read."""
    folder = Path(tempfile.mkdtemp(prefix="delegation-planner-read-only-"))
    path = folder / "visit.visit"
    PlanFile.create(path, a_full_plan()).close()
    root = os.geteuid() == 0

    def become_reader() -> None:
        for found in folder.iterdir():
            found.chmod(0o444)
        folder.chmod(0o555)
        if root:
            os.seteuid(NOBODY)

    yield path, become_reader
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)
