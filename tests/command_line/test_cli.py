"""The command line as a person uses it: what it writes, what it says, how it ends."""

import json
from collections import Counter
from pathlib import Path

import pytest

from delegation_planner.cli import main
from delegation_planner.command_line.speaking import language_of
from delegation_planner.plan.change import Changes, put, replaced
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import Invitation, ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.session.store import Label, LogEntry
from tests.builders import an_id


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The fixed sample as a plan file."""
    path = tmp_path / "jakarta.visit"
    assert main(["demo", str(path)]) == 0
    return path


def change(plan: Path, changes: Changes) -> None:
    """Edit a plan file."""
    file = PlanFile.open(plan)
    file.write(LogEntry(0, an_id("edit"), "do", "2017-07-10T02:00:00Z", "", "test", Label("edit_item"), changes))
    file.close()


def item(plan: Path, code: str) -> ProgrammeItem:
    """The item of that number."""
    file = PlanFile.open(plan, read_only=True)
    try:
        return next(row for row in file.load().rows(ProgrammeItem) if row.code == code)
    finally:
        file.close()


def names(folder: Path) -> list[str]:
    """The files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_demo_writes_the_sample_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.visit"
    assert main(["demo", str(path)]) == 0
    written = path.read_bytes()
    assert capsys.readouterr().out == f"The sample visit is in {path}.\n"
    assert main(["demo", str(path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert path.read_bytes() == written


def test_export_gives_a_calendar_for_everyone_and_each_participant_and_the_public_papers(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan.read_bytes()
    assert main(["export", str(plan), "--to", str(tmp_path / "out")]) == 0
    calendars = names(tmp_path / "out" / "calendars")
    assert len(calendars) == 24
    assert calendars[0] == "A1 Inam Karimov.ics"
    assert names(tmp_path / "out" / "papers") == ["Delegations.xlsx", "Programme.xlsx"]
    told = capsys.readouterr()
    assert "calendars: 24 files written, 0 unchanged." in told.out
    assert "Nothing was recorded as sent" in told.out
    assert told.err == ""
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("level", "papers"),
    [
        ("detailed", ["Contacts.xlsx", "Delegations.xlsx", "Programme.xlsx", "Rundown.xlsx"]),
        (
            "internal",
            ["Contacts.xlsx", "Delegations.xlsx", "Programme.xlsx", "Rundown INTERNAL.xlsx"],
        ),
    ],
)
def test_export_gives_the_papers_of_a_level(plan: Path, tmp_path: Path, level: str, papers: list[str]) -> None:
    arguments = ["export", str(plan), "--to", str(tmp_path / "out"), "--what", "papers", "--level", level]
    assert main(arguments) == 0
    assert names(tmp_path / "out") == ["papers"]
    assert names(tmp_path / "out" / "papers") == papers


def test_export_for_some_makes_their_calendars_and_personal_programmes(plan: Path, tmp_path: Path) -> None:
    arguments = ["export", str(plan), "--to", str(tmp_path / "out"), "--language", "id"]
    assert main([*arguments, "--for", "a1", "--for", "natalisa", "--for", "everyone"]) == 0
    assert len(names(tmp_path / "out" / "calendars")) == 3
    papers = names(tmp_path / "out" / "papers")
    assert len(papers) == 4
    assert sum("Inam Karimov" in name or "Diah Natalisa" in name for name in papers) == 2


@pytest.mark.parametrize(
    ("arguments", "papers"),
    [
        (["--paper", "pocket", "--for", "A1"], ["Pocket programme - Inam Karimov.xlsx"]),
        (["--paper", "press"], ["Press.xlsx"]),
        (
            ["--level", "detailed", "--paper", "manifests", "--paper", "kitchen", "--paper", "signing"],
            ["Kitchen.xlsx", "Signing run sheet - 12.xlsx", "Vehicle manifest - 08.xlsx"],
        ),
        (["--level", "internal", "--paper", "open-points"], ["Open points INTERNAL.xlsx"]),
        (
            ["--paper", "all", "--for", "A1"],
            [
                "Delegations.xlsx", "Personal programme - Inam Karimov.xlsx", "Pocket programme - Inam Karimov.xlsx",
                "Press.xlsx", "Programme.xlsx",
            ],
        ),
    ],
)  # fmt: skip
def test_export_gives_the_papers_that_are_asked_for(
    plan: Path, tmp_path: Path, arguments: list[str], papers: list[str]
) -> None:
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--what", "papers", *arguments]) == 0
    assert names(tmp_path / "out" / "papers") == papers


def test_export_gives_all_papers_of_a_level(plan: Path, tmp_path: Path) -> None:
    arguments = ["--what", "papers", "--level", "internal", "--paper", "all", "--for", "A1"]
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), *arguments]) == 0
    stems = [name.partition(" - ")[0].removesuffix(".xlsx") for name in names(tmp_path / "out" / "papers")]
    assert Counter(stems) == {
        "Contacts": 1, "Day sheet": 6, "Delegations": 1, "Drivers": 1, "Interpreters": 1, "Kitchen": 1,
        "Open points INTERNAL": 1, "Personal programme": 1, "Place sheet": 12, "Pocket programme": 1, "Press": 1,
        "Programme": 1, "Rundown INTERNAL": 1, "Security": 1, "Signing run sheet": 1, "Vehicle manifest": 1,
    }  # fmt: skip


def test_pocket_programmes_are_made_for_each_participant_where_nobody_is_named(plan: Path, tmp_path: Path) -> None:
    arguments = ["--what", "papers", "--paper", "pocket"]
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), *arguments]) == 0
    assert len(names(tmp_path / "out" / "papers")) == 23


def test_a_paper_that_the_level_does_not_allow_is_refused(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--paper", "rundown"]) == 1
    assert capsys.readouterr().err == "The paper “rundown” is made from level detailed on: choose that level.\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        pytest.param("Smith", "No participant is called “Smith”.", id="nobody"),
        pytest.param("mayor", "Give the code.", id="two mayors"),
        pytest.param("Chairman", "A1 Inam Karimov, A2 [Deputy Chairman]", id="an office, and a part of another"),
    ],
)
def test_export_for_nobody_or_for_several_is_refused(
    plan: Path, tmp_path: Path, name: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--for", name]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert sentence in told.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["A1", "inam kərimov", "Minister Asman Abnur", "Menteri Pendayagunaan"])
def test_a_whole_name_a_code_and_an_office_are_found(plan: Path, tmp_path: Path, name: str) -> None:
    arguments = ["export", str(plan), "--to", str(tmp_path / "out"), "--what", "calendars", "--for", name]
    assert main(arguments) == 0
    assert len(names(tmp_path / "out" / "calendars")) == 1


def test_a_word_that_is_no_command_and_no_file_opens_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edition"]) == 1
    assert capsys.readouterr().err == "“edition” is neither a command nor a visit file. --help lists the commands.\n"


def test_without_a_display_the_window_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 1
    assert capsys.readouterr().err.startswith("There is no display")


def test_demo_makes_the_folder_that_is_not_there(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path / "none" / "a.visit")]) == 0
    assert (tmp_path / "none" / "a.visit").exists()


def test_export_again_leaves_unchanged_calendars_alone_once_they_are_recorded(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", str(plan), "--to", str(tmp_path / "out"), "--what", "calendars", "--record"]
    assert main(arguments) == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "out" / "calendars").iterdir()}
    signing = item(plan, "12")
    change(plan, Changes([replaced(signing, signing._replace(start_time="11:05"))]))
    capsys.readouterr()
    assert main(arguments) == 0
    second = {path.name: path.read_bytes() for path in (tmp_path / "out" / "calendars").iterdir()}
    changed = {name for name in first if first[name] != second[name]}
    attending = {
        "A1",
        "A2",
        "A3",
        "A4",
        "A6",
        "A7",
        "E1",
        "E2",
        "I1",
        "I2",
        "I3",
        "I4",
        "I5",
        "I6",
        "I8",
        "I9",
        "I10",
        "I11",
    }
    assert {name.split()[0] for name in changed} == attending | {"Everyone.ics"}
    assert f"{len(changed)} files written, {24 - len(changed)} unchanged." in capsys.readouterr().out
    [signing_event] = [
        event for event in second["A1 Inam Karimov.ics"].decode().split("BEGIN:VEVENT") if signing.uid in event
    ]
    assert "SEQUENCE:1\r\n" in signing_event


def test_an_item_that_ends_before_it_starts_is_named_and_in_no_calendar(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    press = item(plan, "14")
    change(plan, Changes([replaced(press, press._replace(end_time="11:00"))]))
    capsys.readouterr()
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--what", "calendars"]) == 0
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == 1
    assert complaints[0].startswith("Item 14 “Joint statement to the press")
    assert press.uid not in (tmp_path / "out" / "calendars" / "Everyone.ics").read_text(encoding="utf-8")


def test_export_says_which_file_failed_and_writes_the_others(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out" / "papers" / "Programme.xlsx").mkdir(parents=True)
    assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--what", "papers"]) == 4
    assert "Not written: Programme.xlsx." in capsys.readouterr().err
    assert names(tmp_path / "out" / "papers") == ["Delegations.xlsx", "Programme.xlsx"]


def test_record_is_refused_while_a_colleague_has_the_plan(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    colleague = PlanFile.open(plan)
    try:
        assert main(["export", str(plan), "--to", str(tmp_path / "out"), "--record"]) == 1
        assert main(["export", str(plan), "--to", str(tmp_path / "out")]) == 0
    finally:
        colleague.close()
    assert capsys.readouterr().err.count("\n") == 1


def test_check_says_what_is_wrong_and_how_many_checks_there_are(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(plan), "--strict"]) == 0
    clean = capsys.readouterr().out.splitlines()
    assert clean[-1] == "23 checks, judged as on 2017-07-10: 8 findings."
    assert [line.split(":")[0] for line in clean[:-1]] == [
        "Warning C10", "Warning C12", "Warning C10", "Warning C12", "Warning C3", "Warning C5", "Warning X1",
        "Note C20",
    ]  # fmt: skip
    double_book(plan)
    assert main(["check", str(plan)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Error C1: ")
    assert lines[1:] == [*clean[:-1], "23 checks, judged as on 2017-07-10: 9 findings."]
    assert main(["check", str(plan), "--strict"]) == 3
    assert main(["check", str(plan), "--on", "2017-07-20"]) == 0
    assert " C16: " in capsys.readouterr().out


def test_check_for_other_programs(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    double_book(plan)
    capsys.readouterr()
    assert main(["check", str(plan), "--json"]) == 0
    finding, *others = json.loads(capsys.readouterr().out)
    assert list(finding) == ["check", "severity", "sentence", "waived", "subjects", "values"]
    assert (finding["check"], finding["severity"], finding["waived"]) == ("C1", "error", False)
    assert [(one["kind"], one["code"]) for one in finding["subjects"]] == [
        ("programme_item", "44"), ("programme_item", "45"), ("participant", "I2"),
    ]  # fmt: skip
    assert finding["values"] == {"day": 5, "start": "09:30", "end": "11:00", "minutes": 90}
    assert [one["check"] for one in others] == ["C10", "C12", "C10", "C12", "C3", "C5", "X1", "C20"]


def double_book(plan: Path) -> None:
    """The Deputy for Public Service at the cultural programme too, beside the working session."""
    file = PlanFile.open(plan, read_only=True)
    deputy = next(row for row in file.load().rows(Participant) if row.code == "I2")
    file.close()
    change(plan, Changes([put(Invitation(item(plan, "45").id, deputy.id, None))]))


def test_info_counts_what_a_plan_holds(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["info", str(plan), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["programme_item"] == 50
    assert told["counts"]["participant"] == 23
    assert (told["dates"], told["first_date"], told["last_date"]) == ("fixed", "2017-07-23", "2017-07-27")
    assert told["edits"] == 0
    assert main(["info", str(plan)]) == 0
    assert "50" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "info", "export"])
def test_what_is_not_a_plan_is_refused_in_one_sentence(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.visit"
    path.write_bytes(b"Dear colleague, " * 100)
    arguments = [command, str(path), *(["--to", str(tmp_path / "out")] if command == "export" else [])]
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert path.read_bytes() == b"Dear colleague, " * 100
    path.unlink()
    assert main(arguments) == 1


@pytest.mark.parametrize(
    "arguments",
    [["export", "a.visit"], ["check"], ["demo", "a", "b"], ["info", "--nonsense", "a"], ["--nonsense"], ["a", "b"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LC_ALL": "az_AZ", "LANG": "id_ID"}, "az"),
        ({"LC_ALL": "", "LANG": "fr_FR"}, "en"),
        ({}, "en"),
    ],
)
def test_the_terminal_is_spoken_to_in_its_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
