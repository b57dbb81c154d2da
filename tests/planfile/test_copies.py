"""A copy is whole or is not there; what it was to replace stays until it is."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.errors import KnownError, PlanFileError, PlanFileUnreachable
from delegation_planner.planfile.copies import save_copy
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from tests.builders import an_item
from tests.planfile.plans import a_full_plan, entry, retitled


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    yield file
    file.close()


@contextmanager
def _no_file_larger_than(size: int) -> Iterator[None]:
    """RLIMIT_FSIZE: a write beyond that size fails with EFBIG, which SQLite reports as an error of the disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_copy_holds_the_log_too_and_is_a_plan_of_its_own(file: PlanFile) -> None:
    file.write(entry(retitled(a_full_plan(), "Talks")))
    target = file.path.with_name("copy.visit")
    plan_uuid = file.save_copy(target)
    copy = PlanFile.open(target)
    assert copy.load() == file.load()
    assert copy.log() == file.log()
    assert (copy.plan_uuid, copy.read_only) == (plan_uuid, False)
    assert plan_uuid != file.plan_uuid
    copy.close()


def test_a_copy_takes_the_place_of_another_file_only_when_told(file: PlanFile) -> None:
    target = file.path.with_name("copy.visit")
    target.write_text("notes")
    with pytest.raises(PlanFileError, match="already a file"):
        file.save_copy(target)
    assert target.read_text() == "notes"
    file.save_copy(target, replace=True)
    assert read_plan_file(target) == a_full_plan()


def test_f07_a_copy_that_finds_no_room_leaves_nothing_and_the_old_target(file: PlanFile) -> None:
    target = file.path.with_name("copy.visit")
    target.write_text("notes")
    with _no_file_larger_than(64 << 10), pytest.raises(KnownError):
        file.save_copy(target, replace=True)
    assert target.read_text() == "notes"
    assert sorted(found.name for found in file.path.parent.iterdir()) == [
        ".~lock.visit.visit#", "copy.visit", "visit.visit",
    ]  # fmt: skip


def test_f08_an_edit_for_which_the_file_may_not_grow_is_refused_and_nothing_is_lost(file: PlanFile) -> None:
    big = Changes(put(an_item(f"big {number}", remarks_internal="x" * 3000)) for number in range(50))
    with _no_file_larger_than(file.path.stat().st_size + 8192), pytest.raises(PlanFileUnreachable):
        file.write(entry(big))
    assert file.load() == a_full_plan()
    file.write(entry(big))
    assert file.load() == a_full_plan().changed(big)


def test_f09_a_target_that_is_open_in_a_planner_stays_as_it_is(file: PlanFile) -> None:
    other = PlanFile.create(file.path.with_name("other.visit"), a_full_plan())
    before = sha256(other.path.read_bytes()).hexdigest()
    with pytest.raises(PlanFileError, match="open in a planner"):
        file.save_copy(other.path, replace=True)
    with pytest.raises(PlanFileError, match="open in a planner"):
        PlanFile.create(other.path, a_full_plan(), replace=True)
    other.close()
    assert sha256(other.path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("way", ["same", "around", "link", "hard link"])
def test_f10_a_plan_is_not_copied_onto_itself(file: PlanFile, way: str) -> None:
    target = file.path
    if way == "around":
        (file.path.parent / "folder").mkdir()
        target = file.path.parent / "folder" / ".." / file.path.name
    elif way == "link":
        target = file.path.with_name("link.visit")
        target.symlink_to(file.path)
    elif way == "hard link":
        target = file.path.with_name("hard.visit")
        target.hardlink_to(file.path)
    with pytest.raises(PlanFileError, match="onto itself"):
        save_copy(file.path, target, replace=True)
    assert file.load() == a_full_plan()


def test_a_copy_to_a_folder_that_is_not_there_is_refused_in_words(file: PlanFile) -> None:
    with pytest.raises(PlanFileUnreachable, match="There is no folder"):
        file.save_copy(file.path.parent / "gone" / "copy.visit")
