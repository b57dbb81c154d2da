"""Who has a plan open: one writes, the others are told who it is."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegation_planner.plan.errors import PlanFileBusy, PlanFileHeld, PlanFileLeftLocked, PlanFileReadOnly
from delegation_planner.planfile.connecting import connect
from delegation_planner.planfile.lock import Owner, holder, lock_path, take_lock, was_left
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.words.words import ENGLISH
from tests.planfile.plans import a_full_plan, entry, retitled
from tests.words.spoken import words

COLLEAGUE = Owner("officer", "other-computer", 4711, "2017-07-10T02:15:00Z", "nonce")
LATE = timedelta(minutes=11)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "visit.visit"
    PlanFile.create(path, a_full_plan()).close()
    return path


def _held_for(path: Path, age: timedelta) -> None:
    """A colleague's lock that was last refreshed so long ago."""
    lock = lock_path(path)
    assert take_lock(path, COLLEAGUE) is not None
    then = (datetime.now(UTC) - age).timestamp()
    os.utime(lock, (then, then))


def _a_dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


_OPENS = """
import sys
from pathlib import Path
from delegation_planner.planfile.plan_file import PlanFile
file = PlanFile.open(Path(sys.argv[1]))
print(type(file.read_only_reason).__name__, file.read_only_reason)
"""


def test_f11_a_second_process_reads_and_learns_who_writes(path: Path) -> None:
    owner = Owner.this_process("officer", datetime(2017, 7, 10, 2, 15, tzinfo=UTC))
    file = PlanFile.open(path, owner=owner)
    assert file.owner == owner
    second = subprocess.run([sys.executable, "-c", _OPENS, path], capture_output=True, text=True, check=True)
    assert second.stdout == (
        f"PlanFileHeld visit.visit has been open by officer on {socket.gethostname()} since 2017-07-10 02:15:00+00:00. "
        "It can be read, or copied.\n"
    )
    file.write(entry(retitled(a_full_plan(), "Talks")))
    file.close()


def test_f12_a_second_writer_in_the_middle_of_an_edit_is_waited_for_and_then_named(path: Path) -> None:
    def impatient(path: Path, read_only: bool) -> sqlite3.Connection:  # noqa: FBT001
        db = connect(path, read_only)
        db.execute("PRAGMA busy_timeout = 50")
        return db

    file = PlanFile.open(path, connect=impatient)
    other = connect(path, False)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(PlanFileBusy):
        file.write(entry(retitled(a_full_plan(), "Talks")))
    other.execute("ROLLBACK")
    other.close()
    assert file.write(entry(retitled(a_full_plan(), "Talks"))) == 1
    file.close()


def test_f13_the_lock_of_a_dead_process_of_this_computer_is_taken(path: Path) -> None:
    left = COLLEAGUE._replace(host=socket.gethostname(), pid=_a_dead_process())
    assert take_lock(path, left) is not None
    assert was_left(lock_path(path))
    file = PlanFile.open(path)
    assert file.read_only_reason is None
    file.close()
    assert not lock_path(path).exists()


def test_f13_a_lock_that_nobody_refreshes_may_be_taken_over_when_asked(path: Path) -> None:
    _held_for(path, LATE)
    file = PlanFile.open(path)
    assert type(file.read_only_reason) is PlanFileLeftLocked
    assert str(file.read_only_reason) == (
        "visit.visit was left open by officer on other-computer at 2017-07-10 02:15:00+00:00. It can be taken over."
    )
    file.close()
    assert holder(lock_path(path)) == COLLEAGUE
    file = PlanFile.open(path, take_over=True)
    assert not file.read_only
    assert holder(lock_path(path)) == file.owner
    file.close()


def test_since_when_it_is_held_is_told_in_local_time(path: Path) -> None:
    _held_for(path, timedelta(minutes=1))
    file = PlanFile.open(path)
    reason = file.read_only_reason
    file.close()
    assert reason is not None
    here = datetime(2017, 7, 10, 2, 15, tzinfo=UTC).astimezone()
    assert ENGLISH.error(reason) == (
        f"visit.visit has been open by officer on other-computer since {here:%a %d %b %Y, %H:%M}. "
        "It can be read, or copied."
    )
    assert f"{here:%H.%M}" in words("id").error(reason)


def test_a_lock_that_is_refreshed_counts_as_held(path: Path) -> None:
    _held_for(path, timedelta(minutes=9))
    file = PlanFile.open(path)
    assert type(file.read_only_reason) is PlanFileHeld
    file.close()
    now = datetime.now(UTC)
    assert not was_left(lock_path(path), now)
    assert was_left(lock_path(path), now + timedelta(minutes=2))


def test_who_was_taken_over_learns_of_it_and_writes_no_more(path: Path) -> None:
    file = PlanFile.open(path)
    os.utime(lock_path(path), (0, 0))
    assert file.refresh_lock()
    assert not was_left(lock_path(path))
    other = PlanFile.open(path, take_over=True, owner=COLLEAGUE)
    assert not file.refresh_lock()
    with pytest.raises(PlanFileReadOnly, match="has been open by officer on other-computer"):
        file.write(entry(retitled(a_full_plan(), "Talks")))
    file.close()
    assert holder(lock_path(path)) == COLLEAGUE
    other.close()
    assert not lock_path(path).exists()


def test_the_lock_file_can_be_read_by_people(path: Path) -> None:
    take_lock(path, COLLEAGUE)
    assert lock_path(path).name == ".~lock.visit.visit#"
    assert json.loads(lock_path(path).read_text("utf-8")) == COLLEAGUE._asdict()


@pytest.mark.parametrize("text", ["", "officer,other-computer", "[]", '{"user": "officer"}', "\xff"])
def test_a_lock_that_says_nothing_still_locks(path: Path, text: str) -> None:
    lock_path(path).write_text(text, "latin-1")
    file = PlanFile.open(path)
    assert type(file.read_only_reason) is PlanFileHeld
    file.close()


def test_a_lock_that_vanished_is_nobodys_taking_over_and_is_written_again(path: Path) -> None:
    file = PlanFile.open(path)
    lock_path(path).unlink()
    assert file.refresh_lock()
    assert holder(lock_path(path)) == file.owner
    file.close()
    assert not lock_path(path).exists()


def test_a_lock_that_cannot_be_read_just_now_is_nobodys_taking_over(path: Path) -> None:
    file = PlanFile.open(path)
    lock = lock_path(path)
    lock.unlink()
    lock.mkdir()  # answers every reading with an OSError
    assert file.refresh_lock()
    assert not file.read_only
    lock.rmdir()
    lock.write_text("{", "utf-8")  # somebody is writing it
    assert file.refresh_lock()
    file.close()
    assert lock.exists()


def test_a_lock_that_cannot_be_touched_is_still_ours(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_path: Path) -> None:
        raise PermissionError

    file = PlanFile.open(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "utime", fails)
        assert file.refresh_lock()
    file.close()
