"""copy on the command line: a new file that no old calendar knows."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from delegation_planner.cli import main
from delegation_planner.plan.document import Document
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample

SAMPLE = read_sample(fixed=True)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The fixed sample with its two editions, its calendars sent."""
    path = tmp_path / "july.visit"
    assert main(["demo", str(path)]) == 0
    assert main(["export", str(path), "--to", str(tmp_path / "out"), "--what", "calendars", "--record"]) == 0
    capsys.readouterr()
    return path


def stored(path: Path) -> Plan:
    """The plan in the file."""
    file = PlanFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()


def rows_in(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        (count,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    return int(count)


def test_the_next_visit_has_the_programme_and_the_hosts_alone(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = old.with_name("march.visit")
    before = old.read_bytes()
    assert main(["copy", str(old), str(new), "--day-one", "2018-03-04", "--title", "Second visit"]) == 0
    after = stored(new)
    hosts = len(after.rows(Participant))
    assert capsys.readouterr().out == (
        f"{new} is the next visit: 50 items, {hosts} people, {len(SAMPLE.rows(Document))} papers to renew.\n"
    )
    assert 0 < hosts < len(SAMPLE.rows(Participant))
    assert (after.visit.title_en, after.visit.dates, after.visit.anchor_date) == ("Second visit", "fixed", "2018-03-04")
    assert old.read_bytes() == before


def test_nothing_is_remembered_as_sent_or_issued_and_every_calendar_name_is_new(old: Path) -> None:
    new = old.with_name("march.visit")
    assert min(rows_in(old, table) for table in ("sent", "edition", "receipt")) > 0
    assert main(["copy", str(old), str(new), "--people", "all"]) == 0
    assert [rows_in(new, table) for table in ("sent", "edition", "receipt", "change_log", "attachment")] == [0] * 5
    uids = [{row.uid for row in stored(path).rows(ProgrammeItem)} for path in (old, new)]
    assert (uids[0].isdisjoint(uids[1]), len(uids[1])) == (True, 50)


def test_without_a_day_its_dates_are_open_a_year_later(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = old.with_name("next.visit")
    assert main(["copy", str(old), str(new), "--people", "none"]) == 0
    visit = stored(new).visit
    assert (visit.dates, visit.window_start, visit.window_end) == ("window", "2018-07-22", "2018-07-26")
    assert capsys.readouterr().out.splitlines()[-1] == "Its dates are open, from 2018-07-22 on."
    assert stored(new).rows(Participant) == ()


def test_a_paper_remembers_how_far_the_last_one_came(old: Path) -> None:
    new = old.with_name("next.visit")
    assert main(["copy", str(old), str(new)]) == 0
    papers = {row.code: row for row in stored(new).rows(Document)}
    assert {row.state for row in papers.values()} == {"planned"}
    assert papers["DOC2"].remarks.startswith("Last visit: accepted by both sides; guest side: ")
    assert (papers["DOC2"].guest_acceptance_channel, papers["DOC2"].guest_acceptance_date) == ("", None)


def test_a_file_that_is_there_is_not_replaced(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = old.read_bytes()
    assert main(["copy", str(old), str(old)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert old.read_bytes() == before
