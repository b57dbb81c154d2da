"""Earlier versions are kept outside the plan's folder and thinned as they age."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegation_planner.plan.errors import PlanFileUnreachable
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.planfile.snapshots import Snapshot, remove_snapshots, snapshots, to_remove
from delegation_planner.planfile.versions import keep_named, named_versions, plan_uuid_of
from tests.planfile.plans import a_full_plan, entry, retitled

NOW = datetime(2017, 7, 24, 12, 0, tzinfo=UTC)


def _aged(*ages: timedelta) -> list[Snapshot]:
    return [Snapshot(NOW - age, 0, Path(str(age))) for age in ages]


def test_a_snapshot_is_the_plan_as_it_was(tmp_path: Path) -> None:
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    folder = tmp_path / "versions"
    first = file.snapshot(folder, NOW)
    assert first is not None
    assert file.snapshot(folder, NOW + timedelta(minutes=10)) is None, "nothing has changed"
    file.write(entry(retitled(a_full_plan(), "Talks")))
    second = file.snapshot(folder, NOW + timedelta(minutes=20))
    assert second is not None
    assert snapshots(folder, file.plan_uuid) == [first, second]
    assert first == (NOW, 0, folder / file.plan_uuid / "2017-07-24T120000Z-0.visit")
    assert read_plan_file(first.path) == a_full_plan()
    assert read_plan_file(second.path) == file.load()
    keep_named(file.path, folder, file.plan_uuid, "Before the call", NOW)
    remove_snapshots(folder, file.plan_uuid)
    assert [found for found in folder.rglob("*") if found.is_file()] == []
    file.close()


def test_a_folder_for_snapshots_that_cannot_be_made_is_a_known_error(tmp_path: Path) -> None:
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    (tmp_path / "versions").write_text("a file is in the way")
    with pytest.raises(PlanFileUnreachable):
        file.snapshot(tmp_path / "versions", NOW)
    assert file.load() == a_full_plan()
    file.close()


def test_a_version_with_a_name_is_never_thinned_out(tmp_path: Path) -> None:
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    named = keep_named(file.path, tmp_path / "versions", file.plan_uuid, "Before the call", NOW)
    for days in range(1, 13):
        file.write(entry(retitled(file.load(), f"Day {days}")))
        file.snapshot(tmp_path / "versions", NOW + timedelta(days=200 * days))
    assert named_versions(tmp_path / "versions", file.plan_uuid) == [named]
    assert read_plan_file(named.path) == a_full_plan()
    assert len(snapshots(tmp_path / "versions", file.plan_uuid)) == 10
    file.close()


def test_other_files_among_the_snapshots_are_let_be(tmp_path: Path) -> None:
    folder = tmp_path / "versions"
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    (folder / file.plan_uuid).mkdir(parents=True)
    for name in ("notes.txt", "copy.visit", "2017-07-24-x.visit"):
        (folder / file.plan_uuid / name).write_text("kept")
    file.snapshot(folder, NOW)
    assert len(snapshots(folder, file.plan_uuid)) == 1
    assert len(list((folder / file.plan_uuid).iterdir())) == 4
    file.close()


def _kept(step: timedelta, until: timedelta) -> list[timedelta]:
    every = _aged(*(step * number for number in range(until // step + 1)))
    gone = set(to_remove(every, NOW))
    return [NOW - snapshot.at for snapshot in every if snapshot not in gone]


@pytest.mark.parametrize(
    ("step", "until", "kept"),
    [
        pytest.param(timedelta(minutes=10), timedelta(hours=24), 145, id="all of the last day"),
        pytest.param(timedelta(minutes=10), timedelta(days=7), 145 + 6 * 24, id="then one an hour"),
        pytest.param(timedelta(hours=1), timedelta(days=90), 25 + 6 * 24 + 84, id="then one a day"),
        pytest.param(timedelta(days=1), timedelta(days=200), 91, id="none after 90 days"),
        pytest.param(timedelta(days=100), timedelta(days=1500), 10, id="but always the last ten"),
    ],
)
def test_thinning(step: timedelta, until: timedelta, kept: int) -> None:
    assert len(_kept(step, until)) == kept


def test_thinning_again_takes_nothing_more() -> None:
    every = _aged(*(timedelta(minutes=10) * number for number in range(3000)))
    gone = to_remove(every, NOW)
    assert gone
    assert to_remove(set(every) - set(gone), NOW) == []


def test_f38_a_clock_set_back_removes_nothing() -> None:
    assert to_remove(_aged(*(timedelta(minutes=-number) for number in range(500))), NOW) == []


def test_f38_a_clock_set_far_ahead_leaves_the_last_ten() -> None:
    every = _aged(*(timedelta(minutes=number) for number in range(50)))
    gone = to_remove(every, NOW + timedelta(days=4000))
    assert [snapshot for snapshot in every if snapshot not in gone] == every[:10]


def test_f38_the_log_goes_by_its_numbers_not_by_the_clock(tmp_path: Path) -> None:
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    plan = a_full_plan()
    for at in ("2017-07-24T12:00:00Z", "2017-07-24T11:00:00Z", "2016-01-01T00:00:00Z"):
        changes = retitled(plan, at)
        file.write(entry(changes)._replace(at=at))
        plan = plan.changed(changes)
    assert [written.seq for written in file.log()] == [1, 2, 3]
    assert file.load() == plan
    file.close()


def test_a_file_that_does_not_tell_its_uuid_names_no_folder(tmp_path: Path) -> None:
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    file.close()
    assert plan_uuid_of(file.path) == file.plan_uuid
    with closing(sqlite3.connect(file.path)) as db:
        db.execute("UPDATE meta SET value = '../../elsewhere' WHERE key = 'plan_uuid'")
        db.commit()
    assert plan_uuid_of(file.path) is None
