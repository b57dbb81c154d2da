"""shift on the command line: told first, done as one edit, taken back by undo."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegation_planner.cli import main
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.lock import Owner
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample
from delegation_planner.session.plan_session import PlanSession
from tests.builders import new_ids

SAMPLE = read_sample(fixed=True)


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The fixed sample as a plan file."""
    path = tmp_path / "jakarta.visit"
    assert main(["demo", str(path)]) == 0
    capsys.readouterr()
    return path


def stored(path: Path) -> Plan:
    """The plan in the file."""
    file = PlanFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()


def undone(path: Path) -> Plan:
    """The plan after one undo by somebody who opens the file now."""
    session = PlanSession(PlanFile.open(path), new_id=new_ids(), now=lambda: datetime(2017, 7, 10, tzinfo=UTC))
    try:
        assert session.undo() is not None
        assert session.undo_label is None
        return session.plan
    finally:
        session.close()


def test_other_dates_are_told_done_and_taken_back(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--to-date", "2017-07-25"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "01: D0 2017-07-22 20:00–D1 2017-07-23 15:10 → D0 2017-07-24 20:00–D1 2017-07-25 15:10"
    assert [line[:10] for line in lines[50:]] == [
        "+ Error C8", "+ Error C8", "+ Error C8", "+ Note C9:", "- Warning ", "50 items a",
    ]  # fmt: skip
    assert lines[-1] == "50 items at another time, 4 findings come, 1 goes."
    assert stored(plan).visit.anchor_date == "2017-07-25"
    assert undone(plan) == SAMPLE


def test_a_rehearsal_changes_nothing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan.read_bytes()
    assert main(["shift", str(plan), "--after", "12", "--minutes", "20", "--dry-run"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("13: D2 2017-07-24 11:20–11:30 → D2 2017-07-24 11:40–11:50\n")
    assert told.err == "Nothing was changed: this was a rehearsal.\n"
    assert plan.read_bytes() == before


def test_what_follows_is_pushed_and_told_to_other_programs(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--after", "12", "--minutes", "20", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["moved"]] == ["13", "14", "15", "16", "17", "18", "19"]
    assert told["moved"][0]["after"]["start_time"] == "11:40"
    assert (told["blocked"], [one["check"] for one in told["come"]], told["gone"]) == ([], ["C4"], [])
    after = {item.code: item.start_time for item in stored(plan).rows(ProgrammeItem)}
    assert (after["12"], after["13"], after["20"]) == ("11:00", "11:40", "19:00")
    assert undone(plan) == SAMPLE


def test_an_item_is_kept_where_it_is_and_stands_in_the_way(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--after", "12", "--minutes", "20", "--keep", "16", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["moved"]] == ["13", "14", "15"]
    assert [(one["code"], one["minutes"]) for one in told["blocked"]] == [("16", 20)]
    assert {row.pinned_date for row in stored(plan).rows(ProgrammeItem)} == {None}
    assert undone(plan) == SAMPLE


def test_with_other_dates_what_is_kept_keeps_its_date(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--to-date", "2017-07-25", "--keep", "12"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("49 items at another time")
    (signing,) = (row for row in stored(plan).rows(ProgrammeItem) if row.code == "12")
    assert (signing.start_day, signing.pinned_date) == (0, None)


def test_an_item_goes_to_another_day(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--item", "12", "--day", "3"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "12: D2 2017-07-24 11:00–11:20 → D3 2017-07-25 11:00–11:20"
    assert undone(plan) == SAMPLE


def test_a_programme_that_ends_later_and_earlier_again_says_so(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--item", "12", "--day", "6"]) == 0
    assert "The programme ends on D6 Fri 28 Jul, a day later." in capsys.readouterr().out.splitlines()
    assert main(["shift", str(plan), "--item", "12", "--day", "2", "--dry-run"]) == 0
    assert "The programme ends on D5 Thu 27 Jul, a day earlier." in capsys.readouterr().out.splitlines()
    assert main(["shift", str(plan), "--item", "12", "--day", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["days"] == {"before": {"first": 0, "last": 6}, "after": {"first": 0, "last": 5}}


def test_an_item_alone_starts_later_or_earlier(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--item", "12", "--minutes", "-20"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "12: D2 2017-07-24 11:00–11:20 → D2 2017-07-24 10:40–11:00"
    assert lines[-1] == "1 item at another time, 1 finding comes, 0 go."
    assert undone(plan) == SAMPLE


def test_an_item_starts_later_and_what_follows_makes_room(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--item", "12", "--minutes", "20", "--with-following", "--keep", "16", "--json"]
    assert main(["shift", str(plan), *arguments, "--dry-run"]) == 0
    rehearsed = json.loads(capsys.readouterr().out)
    assert stored(plan) == SAMPLE
    assert main(["shift", str(plan), *arguments]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == rehearsed
    assert [one["code"] for one in told["moved"]] == ["12", "13", "14", "15"]
    assert [(one["code"], one["minutes"]) for one in told["blocked"]] == [("16", 20)]
    assert undone(plan) == SAMPLE


def test_the_nearest_items_are_named(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--item", "120", "--minutes", "5"]) == 1
    assert capsys.readouterr().err == (
        "There is no item 120 in this plan. Perhaps you mean: 10 Courtesy call in restricted session:…, "
        "12 Signing of the Memorandum of…, 20 Official dinner hosted by the Deputy….\n"
    )


def test_a_visit_in_its_window_becomes_fixed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "late_july.visit"
    assert main(["demo", str(path), "--tentative"]) == 0
    assert main(["shift", str(path), "--to-date", "2017-07-23"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 items at another time, 0 findings come, 0 go."
    assert (stored(path).visit.dates, stored(path).visit.anchor_date) == ("fixed", "2017-07-23")


def test_an_unknown_item_and_a_colleague_are_told_in_one_sentence(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["shift", str(plan), "--after", "99", "--minutes", "5"]) == 1
    assert capsys.readouterr().err == ("There is no item 99 in this plan. The printed programme has the numbers.\n")
    colleague = PlanFile.open(plan)
    try:
        assert main(["shift", str(plan), "--item", "12", "--day", "3"]) == 1
    finally:
        colleague.close()
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert stored(plan) == SAMPLE


@pytest.mark.parametrize(
    "options",
    [
        [], ["--after", "12"], ["--minutes", "5"], ["--item", "12"],
            ["--item", "12", "--minutes", "-5", "--with-following"],
        ["--item", "12", "--day", "3", "--keep", "13"],
        ["--after", "12", "--minutes", "0"], ["--after", "12", "--item", "12"], ["--to-date", "Monday"],
        ["--to-date", "2017-07-25", "--day", "3"],
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(plan: Path, options: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["shift", str(plan), *options])
    assert ended.value.code == 2
    assert stored(plan) == SAMPLE


def test_the_log_and_the_lock_name_the_same_person(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"LOGNAME": "protocol.clerk", "USER": "somebody.else", "USERNAME": "a.third"}.items():
        monkeypatch.setenv(name, value)
    assert main(["shift", str(plan), "--item", "45", "--day", "4"]) == 0
    file = PlanFile.open(plan, read_only=True)
    author = file.log()[-1].author
    file.close()
    assert (author, Owner.this_process().user) == ("protocol.clerk", "protocol.clerk")


def test_a_plan_that_a_colleague_has_open_says_who_has_it(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = PlanFile.open(plan, owner=Owner.this_process("officer"))
    before = stored(plan)
    assert main(["shift", str(plan), "--to-date", "2017-07-25"]) == 1
    file.close()
    assert f"{plan.name} has been open by officer on " in capsys.readouterr().err
    assert stored(plan) == before


def test_one_item_is_not_told_as_many(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shift", str(plan), "--item", "45", "--day", "4"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 item at another time, ")
