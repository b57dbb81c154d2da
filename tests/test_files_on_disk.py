"""What the window does with plans, on real files."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

import pytest

from delegation_planner.files_on_disk import FilesOnDisk
from delegation_planner.plan.change import Changes, put, replaced
from delegation_planner.plan.errors import KnownError, PlanFileHeld
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.lock import Owner, lock_path, take_lock
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.screen.plan_files import OpenPlan
from delegation_planner.session.store import Label
from tests.builders import a_document, a_file, a_visit, an_item, new_ids

PLAN = Plan.of([a_visit(), an_item()])


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2017, 7, 10, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_minutes(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def files(tmp_path: Path, clock: Clock) -> FilesOnDisk:
    return FilesOnDisk(
        versions=tmp_path / "versions",
        sample_folder=tmp_path / "documents",
        read_sample=lambda: PLAN,
        new_id=new_ids("session"),
        now=clock,
        author="tester",
    )


def let_go(files: FilesOnDisk, open_plan: OpenPlan) -> None:
    """As the window does before it closes a plan."""
    files.keep_last(open_plan)
    open_plan.session.close()


def rename(open_plan: OpenPlan, title: str) -> None:
    visit = open_plan.session.plan.visit
    open_plan.session.apply(Label("edit_visit"), Changes([replaced(visit, visit._replace(title_en=title))]))


def test_versions_are_newest_first_and_read_back(files: FilesOnDisk, clock: Clock, tmp_path: Path) -> None:
    opened = files.create(tmp_path / "a.visit", PLAN)
    files.keep_version(opened)
    rename(opened, "Second")
    clock.pass_minutes(1)
    files.keep_version(opened, "Sent [to] the Embassy")
    rename(opened, "Third")
    clock.pass_minutes(1)
    let_go(files, opened)
    versions = files.earlier_versions(tmp_path / "a.visit")
    titles = [files.read_version(tmp_path / "a.visit", version).visit.title_en for version in versions]
    assert [version.name for version in versions] == ["", "Sent to the Embassy", ""]
    assert titles == ["Third", "Second", "Test visit"]


def test_a_version_is_not_kept_twice(files: FilesOnDisk, tmp_path: Path) -> None:
    opened = files.create(tmp_path / "a.visit", PLAN)
    files.keep_version(opened)
    files.keep_version(opened)
    assert len(files.earlier_versions(tmp_path / "a.visit")) == 1
    let_go(files, opened)


def test_ten_minutes_of_work_are_a_version(files: FilesOnDisk, clock: Clock, tmp_path: Path) -> None:
    opened = files.create(tmp_path / "a.visit", PLAN)
    clock.pass_minutes(9)
    assert not files.version_is_due(opened)
    clock.pass_minutes(1)
    assert files.version_is_due(opened)
    assert not files.version_is_due(opened)
    files.keep_last(opened)
    assert [version.at for version in files.earlier_versions(tmp_path / "a.visit")] == [clock.at]
    let_go(files, opened)


def test_who_has_taken_over_is_told_once(files: FilesOnDisk, tmp_path: Path) -> None:
    path = tmp_path / "a.visit"
    opened = files.create(path, PLAN)
    assert take_lock(path, Owner.this_process("colleague"), take_over=True) is not None
    reason = files.keep_alive(opened)
    assert isinstance(reason, PlanFileHeld)
    assert reason.values["user"] == "colleague"
    assert opened.session.read_only
    assert files.keep_alive(opened) is None
    let_go(files, opened)
    assert lock_path(path).exists()


def test_the_working_copy_is_made_once(files: FilesOnDisk) -> None:
    path = files.working_copy()
    opened = files.open(path)
    rename(opened, "Mine")
    let_go(files, opened)
    assert files.working_copy() == path
    assert read_plan_file(path).visit.title_en == "Mine"


def test_starting_afresh_keeps_the_old_ones_apart(files: FilesOnDisk) -> None:
    for title in ("First", "Second"):
        opened = files.open(files.working_copy())
        rename(opened, title)
        let_go(files, opened)
        files.start_sample_afresh()
    found = [read_plan_file(path).visit.title_en for path in files.working_copy().parent.glob("*.visit")]
    assert sorted(found) == ["First", "Second", "Test visit"]


def test_a_sample_that_is_open_elsewhere_is_left_alone(files: FilesOnDisk) -> None:
    path = files.working_copy()
    elsewhere = PlanFile.open(path)
    with pytest.raises(PlanFileHeld):
        files.start_sample_afresh()
    assert [each.name for each in path.parent.glob("*.visit")] == [path.name]
    elsewhere.close()


def test_a_salvaged_plan_says_what_it_is_worth(files: FilesOnDisk, tmp_path: Path) -> None:
    opened = files.create(tmp_path / "a.visit", PLAN)
    opened.session.apply(Label("add_item"), Changes([put(an_item("02"))]))
    let_go(files, opened)
    saved = files.salvage(tmp_path / "a.visit", tmp_path / "b.visit")
    assert (saved.path, saved.rows, saved.losses) == (tmp_path / "b.visit", 3, ())


def test_a_copy_is_read_with_where_the_two_went_apart(files: FilesOnDisk, clock: Clock, tmp_path: Path) -> None:
    first = files.create(tmp_path / "a.visit", PLAN)
    rename(first, "Before")
    together = first.session.plan
    copyfile(tmp_path / "a.visit", tmp_path / "a-DESK2.visit")
    rename(first, "Here")
    first.session.undo()
    rename(first, "Here after all")
    clock.pass_minutes(1)
    second = files.open(tmp_path / "a-DESK2.visit")
    rename(second, "There")
    other = files.read_copy(first, tmp_path / "a-DESK2.visit")
    assert other.base == together
    assert other.plan == second.session.plan
    assert files.original_of(tmp_path / "a-DESK2.visit") == tmp_path / "a.visit"
    assert files.original_of(tmp_path / "a.visit") is None
    for opened in (first, second):
        opened.session.close()


def test_a_saved_copy_can_be_taken_over_from_too_though_it_is_a_plan_of_its_own(
    files: FilesOnDisk, tmp_path: Path
) -> None:
    first = files.create(tmp_path / "a.visit", PLAN)
    rename(first, "Before")
    files.save_copy(first, tmp_path / "a copy.visit")
    assert files.original_of(tmp_path / "a copy.visit") is None
    rename(first, "Here")
    assert files.read_copy(first, tmp_path / "a copy.visit").base.visit.title_en == "Before"
    first.session.close()


def test_what_has_no_past_in_common_and_the_file_itself_are_refused(files: FilesOnDisk, tmp_path: Path) -> None:
    first = files.create(tmp_path / "a.visit", PLAN)
    files.create(tmp_path / "b.visit", Plan.of([a_visit(), an_item("07")])).session.close()
    with pytest.raises(KnownError, match="their histories never meet"):
        files.read_copy(first, tmp_path / "b.visit")
    with pytest.raises(KnownError, match="is the plan that is open"):
        files.read_copy(first, tmp_path / "a.visit")
    with pytest.raises(KnownError):
        files.read_copy(first, tmp_path / "missing.visit")
    first.session.close()


def test_files_attached_in_the_copy_come_along(files: FilesOnDisk, tmp_path: Path) -> None:
    paper = a_document()
    first = files.create(tmp_path / "a.visit", Plan.of([a_visit(), paper]))
    copyfile(tmp_path / "a.visit", tmp_path / "a (1).visit")
    second = files.open(tmp_path / "a (1).visit")
    file = a_file(paper)._replace(sha256=sha256(b"text").hexdigest(), size=4)
    second.session.apply(Label("attach_file"), Changes([put(file)]), contents={file.sha256: b"text"})
    second.session.close()
    assert files.read_copy(first, tmp_path / "a (1).visit").contents == {file.sha256: b"text"}
    first.session.close()
