"""What the tests of editions from the command line share."""

from pathlib import Path

import pytest

from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample
from tests.story import addressed


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The fixed sample with addresses, nothing issued yet."""
    path = tmp_path / "jakarta.visit"
    PlanFile.create(path, addressed(read_sample(fixed=True))).close()
    return path
