"""Papers as PDF from the command line, without a display; and what no form lets out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from delegation_planner.cli import main
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.session.store import Label, LogEntry
from tests.builders import an_id


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The fixed sample as a plan file, told of in English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "jakarta.visit"
    assert main(["demo", str(path)]) == 0
    return path


def test_x2_export_refuses_a_private_number_that_somebody_typed_into_the_programme(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = PlanFile.open(plan)
    loaded = file.load()
    person = next(row for row in loaded.rows(Participant) if row.code == "A1")
    signing = next(row for row in loaded.rows(ProgrammeItem) if row.code == "12")
    typed = signing._replace(remarks_public_en="Bring passport C01234567 along.")
    changes = Changes([replaced(person, person._replace(passport_no="C01234567")), replaced(signing, typed)])
    file.write(LogEntry(0, an_id("leak"), "do", "2017-07-10T02:15:00Z", "", "test", Label("edit"), changes))
    file.close()
    capsys.readouterr()
    for what in ("calendars", "papers"):
        assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--what", what, "--paper", "press"]) == 1
        told = capsys.readouterr().err
        assert "would go out: Inam Karimov." in told
        assert "C01234567" not in told
    assert not (tmp_path / "out").exists()


DRAWS_PAPERS = """
import sys
from delegation_planner.cli import main
raise SystemExit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("form", "endings"), [(["--pdf"], [".pdf"]), (["--form", "both"], [".pdf", ".xlsx"]), ([], [".xlsx"])]
)
def test_export_draws_papers_as_pdf_without_a_display(
    plan: Path, tmp_path: Path, form: list[str], endings: list[str]
) -> None:
    """In a program of its own, as from a terminal on a server: no window, no screen, nothing chosen for Qt."""
    out = tmp_path / "out"
    arguments = ["export", str(plan), "--to", str(out), "--what", "papers", *form]
    chosen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in chosen}
    done = subprocess.run(
        [sys.executable, "-c", DRAWS_PAPERS, *arguments], env=bare, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    names = [f"{name}{ending}" for name in ("Delegations", "Programme") for ending in endings]
    assert sorted(path.name for path in (out / "papers").iterdir()) == names
    for path in (out / "papers").glob("*.pdf"):
        assert len(PdfReader(path).pages) == (1 if path.stem == "Delegations" else 2)
