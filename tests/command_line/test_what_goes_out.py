"""What the command line says of what goes out: as a trial, at a level, under an edition's name."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from delegation_planner.command_line.packing import RECORDED
from delegation_planner.plan.edits import items
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from tests.command_line.plan_edits import edit, run


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_a_trial_pack_is_not_recorded(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("issue", plan) == 0
    assert run("pack", plan, "--to", tmp_path / "trial", "--trial") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "A trial: nothing was recorded as sent."
    with closing(PlanFile.open(plan, read_only=True)) as file:
        assert file.sent() == {}
    assert run("pack", plan, "--to", tmp_path / "out") == 0
    assert RECORDED in capsys.readouterr().out.splitlines()


def test_what_a_level_leaves_out_is_not_said_to_be_dropped(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("issue", plan) == 0
    assert run("pack", plan, "--to", tmp_path / "out") == 0
    capsys.readouterr()
    assert run("export", plan, "--to", tmp_path / "cut", "--what", "calendars", "--level", "public", "--for", "I7") == 0
    said = capsys.readouterr().err.splitlines()
    assert any("is left out at this level: who has it, keeps it." in line for line in said)
    assert not any("Tell the reader" in line for line in said)
    edit(plan, lambda now: items.remove_item(now, next(row.id for row in now.rows(ProgrammeItem) if row.code == "45")))
    assert run("export", plan, "--to", tmp_path / "all", "--what", "calendars", "--for", "I7") == 0
    dropped = "was sent “Cultural programme for the Head of Delegation”, which is no longer in that programme."
    assert [line for line in capsys.readouterr().err.splitlines() if dropped in line] != []


def test_papers_of_an_unchanged_plan_bear_its_edition(plan: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    def edition_on_paper(folder: str) -> set[str]:
        assert run("export", plan, "--to", tmp_path / folder, "--what", "papers") == 0
        header: Any = load_workbook(tmp_path / folder / "papers" / "Programme.xlsx").worksheets[0].oddHeader
        return {word for word in ("Draft", "Edition 1") if word in header.right.text}

    assert edition_on_paper("before") == {"Draft"}
    assert run("issue", plan) == 0
    assert edition_on_paper("issued") == {"Edition 1"}
    edit(
        plan,
        lambda now: items.move_item(
            now, next(row.id for row in now.rows(ProgrammeItem) if row.code == "45"), 5, "10:30"
        ),
    )
    assert edition_on_paper("edited") == {"Draft"}
