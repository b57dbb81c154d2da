"""Whatever the disk does during an edit, the file holds the plan before it or the plan after it."""

import shutil
import sqlite3
from pathlib import Path
from random import Random
from typing import Any

import apsw
import pytest

from delegation_planner.plan.change import Changes, put, replaced
from delegation_planner.plan.errors import KnownError, PlanFileFull, PlanFileUnreachable
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.connecting import Database, connect
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from tests.builders import a_plan, an_item
from tests.planfile.faulty_disk import Disk, connect_on
from tests.planfile.plans import entry

ITEMS = [an_item(f"{number:03d}", remarks_internal="said twice " * 20) for number in range(60)]
OLD = a_plan(*ITEMS)
EDIT = Changes([*(replaced(item, item._replace(start_day=2, end_day=3)) for item in ITEMS), put(an_item("new"))])
NEW = OLD.changed(EDIT)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.visit"
    PlanFile.create(path, OLD).close()
    return path


def _fresh(sound: Path) -> Path:
    path = sound.with_name("visit.visit")
    for left in path.parent.glob("*visit.visit*"):
        left.unlink()
    shutil.copyfile(sound, path)
    return path


def _plan_now(path: Path) -> Plan:
    """What a fresh start of the program finds."""
    file = PlanFile.open(path, take_over=True)
    file.examine()
    plan = file.load()
    assert [written.changes for written in file.log()] == ([EDIT] if plan == NEW else [])
    file.close()
    return plan


@pytest.mark.parametrize("for_good", [False, True], ids=["F02-once", "F03-for-good"])
def test_f02_f03_every_write_sync_truncation_and_deletion_may_fail(sound: Path, *, for_good: bool) -> None:
    told = []
    for fail_at in range(1, 200):
        path = _fresh(sound)
        disk = Disk()
        file = PlanFile.open(path, connect=connect_on(disk))
        disk.seen, disk.fail_at, disk.for_good = 0, fail_at, for_good
        try:
            file.write(entry(EDIT))
        except PlanFileUnreachable as error:
            told.append(str(error))
            expected = [OLD]
        else:
            expected = [NEW]
        if not for_good:
            assert file.load() in expected
        file._db.close()  # noqa: SLF001 - as if the program ended here, without a word to the lock
        assert _plan_now(path) in expected
        if disk.seen < fail_at:
            break
    assert len(told) > 10
    assert set(told) == {"visit.visit can no longer be reached or written. Save a copy elsewhere."}


def test_f03_what_is_in_memory_can_be_saved_elsewhere(sound: Path) -> None:
    disk = Disk()
    file = PlanFile.open(_fresh(sound), connect=connect_on(disk))
    plan = file.load()
    disk.seen, disk.fail_at, disk.for_good = 0, 1, True
    with pytest.raises(PlanFileUnreachable):
        file.write(entry(EDIT))
    elsewhere = sound.with_name("elsewhere.visit")
    PlanFile.create(elsewhere, plan).close()
    assert read_plan_file(elsewhere) == OLD
    file.close()


@pytest.mark.parametrize("seed", range(6))
def test_f04_power_fails_at_every_sync(sound: Path, seed: int) -> None:
    lost = 0
    for power_fails_at in range(1, 30):
        path = _fresh(sound)
        disk = Disk()
        disk.chance = Random(seed * 100 + power_fails_at)
        file = PlanFile.open(path, connect=connect_on(disk))
        disk.syncs, disk.power_fails_at = 0, power_fails_at
        try:
            file.write(entry(EDIT))
        except PlanFileUnreachable:
            lost += 1
            expected = [OLD, NEW]
        else:
            expected = [NEW]
        file._db.connection.close(True)  # type: ignore[attr-defined]  # noqa: SLF001
        assert _plan_now(path) in expected
        if not disk.off:
            break
    assert lost >= 3


def test_f04_the_disk_bites_without_syncs(sound: Path) -> None:
    """With `synchronous = OFF` the same power failure must ruin a plan, else the test above proves nothing."""
    ruined = 0
    for seed in range(10):
        path = _fresh(sound)
        disk = Disk()
        disk.chance = Random(seed)
        file = PlanFile.open(path, connect=connect_on(disk, "synchronous = OFF"))
        disk.power_fails_at = 1
        file.write(entry(EDIT))
        with pytest.raises(apsw.IOError):
            disk.sync()
        file._db.connection.close(True)  # type: ignore[attr-defined]  # noqa: SLF001
        try:
            ruined += _plan_now(path) != NEW
        except KnownError:
            ruined += 1
    assert ruined == 10


class _CommitsThenFails:
    """A driver whose COMMIT reports an error after the fact."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        rows = self._db.execute(sql, parameters)
        if sql == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return rows


def test_f05_an_error_after_the_commit_does_not_undo_it(sound: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = _fresh(sound)
    file = PlanFile.open(path, connect=lambda path, read_only: _CommitsThenFails(connect(path, read_only)))
    assert file.write(entry(EDIT)) == 1
    assert file.load() == NEW
    assert [record.getMessage() for record in caplog.records] == [
        "The commit reported disk I/O error, but the file holds the edit."
    ]
    caplog.clear()
    file.close()
    assert _plan_now(path) == NEW


def test_f06_a_full_disk_refuses_the_edit_and_the_next_one_works_once_there_is_room(sound: Path) -> None:
    path = _fresh(sound)
    disk = Disk(apsw.FullError)
    file = PlanFile.open(path, connect=connect_on(disk))
    disk.seen, disk.fail_at, disk.for_good = 0, 3, True
    with pytest.raises(PlanFileFull, match="is full"):
        file.write(entry(EDIT))
    disk.fail_at = 0
    assert file.load() == OLD
    assert file.write(entry(EDIT)) == 1
    file.close()
    assert _plan_now(path) == NEW


def test_f06_a_file_that_may_grow_no_further_refuses_the_edit(sound: Path) -> None:
    path = _fresh(sound)
    file = PlanFile.open(path)
    (pages,) = file._db.execute("PRAGMA page_count").fetchone()  # noqa: SLF001
    file._db.execute(f"PRAGMA max_page_count = {pages}").fetchall()  # noqa: SLF001
    big = Changes(put(an_item(f"big {number}", remarks_internal="x" * 3000)) for number in range(20))
    with pytest.raises(PlanFileFull):
        file.write(entry(big))
    assert file.load() == OLD
    file._db.execute(f"PRAGMA max_page_count = {pages + 1000}").fetchall()  # noqa: SLF001
    file.write(entry(big))
    assert file.load() == OLD.changed(big)
    file.close()
