"""An edit that was cut off is rolled back from its own journal, and from no other."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.errors import DamagedPlanFile, PlanFileUnreachable
from delegation_planner.planfile.lock import lock_path
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from tests.builders import a_plan, an_item
from tests.planfile.plans import TALKS, entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visit.visit"


def _cut_off(path: Path) -> None:
    """Leave the file as a power failure in the middle of an edit does: half written, with its journal."""
    items = [an_item(f"{number:03d}", remarks_internal="before" * 50) for number in range(200)]
    origin = path.with_name("origin.visit")
    PlanFile.create(origin, a_plan(*items)).close()
    with closing(sqlite3.connect(origin, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE programme_item SET remarks_internal = 'after', host_text = 'after'")
        db.execute(
            "INSERT INTO step (id, item_id, offset, cue_en, cue_id, cue_az, actor_text, row_version) "
            "SELECT id, id, 1, 'after', '', '', '', 1 FROM programme_item"
        )
        shutil.copyfile(origin, path)
        shutil.copyfile(f"{origin}-journal", f"{path}-journal")
        db.execute("ROLLBACK")
    assert Path(f"{path}-journal").stat().st_size > 4096
    assert path.read_bytes() != origin.read_bytes()


def test_f16_an_interrupted_edit_is_rolled_back_when_the_plan_is_opened(path: Path) -> None:
    _cut_off(path)
    file = PlanFile.open(path)
    assert file.load() == read_plan_file(path.with_name("origin.visit"))
    assert not file.read_only
    file.close()
    assert sorted(found.name for found in path.parent.iterdir()) == ["origin.visit", "visit.visit"]


def test_f16_also_when_it_is_opened_to_be_read(path: Path) -> None:
    _cut_off(path)
    assert read_plan_file(path) == read_plan_file(path.with_name("origin.visit"))


def test_f16_where_only_reading_is_allowed_nothing_is_shown_as_current(
    as_reader: tuple[Path, Callable[[], None]],
) -> None:
    path, become_reader = as_reader
    path.unlink()
    _cut_off(path)
    become_reader()
    with pytest.raises(PlanFileUnreachable, match="can be mended only where it may be written"):
        PlanFile.open(path)


def test_f17_the_journal_of_another_plan_is_never_applied(path: Path) -> None:
    _cut_off(path)
    strange = Path(f"{path}-journal").read_bytes()
    for left in path.parent.iterdir():
        left.unlink()
    ours = a_plan(*(an_item(f"X{number}", remarks_detailed="ours" * 100) for number in range(90)))
    file = PlanFile.create(path, ours)
    file.write(entry(Changes([put(TALKS._replace(host_id=None, place_id=None))])))
    file.close()
    Path(f"{path}-journal").write_bytes(strange)
    before = path.read_bytes()
    with pytest.raises(DamagedPlanFile) as refusal:
        PlanFile.open(path)
    assert str(refusal.value).startswith("visit.visit-journal lies beside visit.visit but does not fit it.")
    assert (path.read_bytes(), Path(f"{path}-journal").read_bytes()) == (before, strange)
    assert sorted(found.name for found in path.parent.iterdir()) == ["visit.visit", "visit.visit-journal"]
    Path(f"{path}-journal").unlink()
    assert len(read_plan_file(path).rows(type(TALKS))) == 91


def test_f18_a_copy_without_its_journal_is_refused(path: Path) -> None:
    _cut_off(path)
    Path(f"{path}-journal").unlink()
    before = path.read_bytes()
    with pytest.raises(DamagedPlanFile, match="is damaged"):
        PlanFile.open(path)
    assert path.read_bytes() == before
    assert not lock_path(path).exists()
