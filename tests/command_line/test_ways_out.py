"""What was not found is told with what may be meant, and a damaged plan with what can be done."""

from pathlib import Path

import pytest

from delegation_planner.command_line.nearest import nearest, offer
from delegation_planner.plan.visit import Visit
from delegation_planner.planfile.plan_file import read_plan_file
from tests.command_line.plan_edits import run


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("pockt", ["pocket"]),
        ("PRESS", ["press"]),
        ("Kərimow", ["A1 Inam Karimov"]),
        ("zzz", []),
    ],
)
def test_the_nearest_come_first(asked: str, found: list[str]) -> None:
    assert nearest(asked, ["pocket", "press", "A1 Inam Karimov"]) == found


def test_few_are_all_named_where_none_is_near_and_many_are_not() -> None:
    assert offer("zzz", ["pocket", "press", "pocket"]) == "pocket, press"
    assert offer("zzz", [f"number {each}" for each in range(13)]) == ""


def test_a_participant_who_is_not_there_is_told_with_the_nearest(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", plan, "--to", tmp_path / "out", "--for", "Karimof") == 1
    assert capsys.readouterr().err == ("No participant is called “Karimof”. Perhaps you mean: A1 Inam Karimov.\n")
    assert not (tmp_path / "out").exists()


def test_a_paper_that_is_not_there_is_told_with_the_nearest(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run("export", plan, "--to", tmp_path / "out", "--paper", "pockt")
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("interpreters, all. Perhaps you mean pocket.\n")


@pytest.mark.parametrize("command", ["demo", "copy", "salvage"])
def test_folders_that_are_missing_are_made_for_a_new_plan(plan: Path, command: str) -> None:
    new = plan.parent / "a" / "b" / "new.visit"
    assert run(command, *([] if command == "demo" else [plan]), new) == 0
    assert [path.name for path in new.parent.iterdir()] == ["new.visit"]


def test_where_no_plan_comes_no_folder_stays(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan.parent / "letter.visit").write_bytes(b"Dear colleague")
    assert run("salvage", plan.parent / "letter.visit", plan.parent / "a" / "b" / "new.visit") == 1
    assert not (plan.parent / "a").exists()
    assert run("copy", plan, plan.parent / "letter.visit" / "new.visit") == 1
    assert (
        capsys.readouterr().err.splitlines()[-1].startswith(f"The folder {plan.parent / 'letter.visit'} cannot be made")
    )


def test_a_folder_in_the_place_of_a_plan_is_named(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(plan.parent)
    assert run("check", ".") == 1
    assert capsys.readouterr().err == ". is a folder, not a visit plan.\n"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that takes no files, even from an administrator")
def test_a_folder_that_takes_no_files_says_so(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("copy", plan, "/proc/new.visit") == 1
    assert capsys.readouterr().err.startswith("new.visit cannot be written here: ")


@pytest.mark.parametrize("command", ["check", "info"])
def test_a_plan_that_is_not_there_is_told_with_the_nearest(
    plan: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, plan.with_name("jakata.visit")) == 1
    assert capsys.readouterr().err == (
        "There is no file jakata.visit in this place. Perhaps you mean: jakarta.visit.\n"
    )


def test_a_damaged_plan_is_told_with_what_can_be_done_and_that_works(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = read_plan_file(plan)
    content = bytearray(plan.read_bytes())
    content[-4096 * 3 :] = b"\x55" * 4096 * 3
    plan.write_bytes(content)
    assert run("check", plan) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith(f"save what can be read into a new file: delegation-planner salvage {plan} NEW.visit\n")
    assert told.err.startswith("jakarta.visit is damaged. Open it")
    new = plan.with_name("saved.visit")
    assert run("salvage", plan, new) == 0
    assert capsys.readouterr().out.startswith(f"{new}: ")
    assert read_plan_file(new).rows(Visit) == whole.rows(Visit)
    assert plan.read_bytes() == bytes(content)
    assert run("salvage", plan, new) == 1
