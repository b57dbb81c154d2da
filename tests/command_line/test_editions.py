"""Editions from the command line: issued, compared, packed, and who holds which."""

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from delegation_planner.plan.edits import items
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.planfile.plan_file import PlanFile
from tests.command_line.plan_edits import edit, move, run
from tests.exports.calendar.plain_reader import read_calendar


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_issuing_tells_number_colour_and_what_changed(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("issue", plan, "--label", "First", "--comment", "For the embassy.", "--by", "[Protocol officer]") == 0
    assert capsys.readouterr().out == "Edition 1 · WHITE ● is issued.\n"
    move(plan, "45", 5, "10:00")
    move(plan, "12", 2, "11:05")
    assert run("issue", plan, "--colour", "green") == 0
    assert capsys.readouterr().out == "Edition 2 · GREEN ●● is issued.\n2 changes since Edition 1.\n"
    file = PlanFile.open(plan, read_only=True)
    first, second = file.editions()
    assert (first.label, first.comment, first.issued_by) == ("First", "For the embassy.", "[Protocol officer]")
    assert (second.colour, second.issued_by) == ("green", "")
    assert file.edition_plan(2) == file.load() != file.edition_plan(1)
    file.close()


def test_an_edition_without_a_change_is_refused_unless_it_is_wanted_anyway(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("issue", plan) == 0
    capsys.readouterr()
    assert run("issue", plan) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "Nothing has changed since Edition 1, and an edition is for good: nothing was issued. "
        "Give --anyway to issue it all the same.\n"
    )
    assert run("issue", plan, "--anyway") == 0
    assert capsys.readouterr().out == "Edition 2 · BLUE ●● is issued.\n0 changes since Edition 1.\n"


def test_x8_open_errors_are_told_and_counted_but_hold_nobody_up(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    move(plan, "45", 5, "09:00")
    edit(plan, lambda of: items.edit_item(of, next(iter(of.table(ProgrammeItem))), {"end_day": 0, "end_time": "00:00"}))
    assert run("issue", plan) == 0
    told = capsys.readouterr()
    file = PlanFile.open(plan, read_only=True)
    (edition,) = file.editions()
    file.close()
    assert edition.open_errors == 1
    first, second = told.err.splitlines()
    assert first == "1 error is open in this edition:"
    assert second.startswith("  C2: ")
    assert run("pack", plan, "--to", plan.parent / "out") == 0
    told = capsys.readouterr()
    assert "1 error was open when this edition was issued." in told.err.splitlines()


def test_what_differs_in_sentences_and_as_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("issue", plan)
    move(plan, "45", 5, "10:00")
    capsys.readouterr()
    assert run("changes", plan, "--from", 1) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("LATER: 45 ")
    assert line.endswith("Time: Thu 27 Jul 2017, 09:30–11:30 WIB (UTC+07) → Thu 27 Jul 2017, 10:00–12:00 WIB (UTC+07)")
    assert run("changes", plan, "--from", 1, "--for", "I9") == 0
    assert capsys.readouterr().out == "Nothing differs.\n"
    run("issue", plan)
    capsys.readouterr()
    assert run("changes", plan, "--from", 1, "--to", 2, "--for", "Karimov", "--json") == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (found["from"], found["to"], found["total"]) == (1, 2, 1)
    (item,) = found["items"]
    assert (item["what"], item["headline"], item["number"]) == ("moved", "later", "45")
    assert {each["field"]: each["new"] for each in item["fields"]}["start"] == "2017-07-27T10:00:00+07:00"
    assert run("changes", plan, "--from", 1, "--to", 7) == 1
    assert capsys.readouterr().err == "There is no Edition 7. There are Editions 1 to 2.\n"


def files(folder: Path) -> dict[str, list[str]]:
    """The files below a folder, by folder."""
    folders = (each for each in sorted(folder.iterdir()) if each.is_dir())
    return {each.name: sorted(file.name for file in each.iterdir()) for each in folders}


def test_a_pack_holds_whole_calendars_at_first_and_then_only_news(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run("issue", plan)
    assert run("pack", plan, "--to", out) == 0
    first = files(out)
    assert list(first) == [
        "calendars", "calendars one by one", "edition 1 mails", "edition 1 papers", "papers",
        "papers for officers INTERNAL",
    ]  # fmt: skip
    assert [len(names) for names in first.values()] == [26, 24, 21, 23, 2, 28]
    page = (out / "edition 1 overview.txt").read_text("utf-8")
    assert "Edition 1" in page.splitlines()[0]
    assert all(f"{name} ({len(names)} files)" in page for name, names in first.items())
    assert "Papers for officers alone. Do not send them on." in page
    before = {path: path.stat().st_mtime_ns for path in (out / "calendars").iterdir()}
    move(plan, "45", 5, "10:00")
    run("issue", plan)
    capsys.readouterr()
    assert run("pack", plan, "--to", out) == 0
    told = capsys.readouterr()
    assert "Edition 2 · BLUE ●●" in told.out
    assert "6 people have news." in told.out
    second = files(out)
    assert len(second["edition 2 updates"]) == len(second["edition 2 mails"]) == 6
    assert len(second["edition 2 papers"]) == 12
    slips = ("Change slip", "Perubahan acara", "Dəyişiklik vərəqi")
    assert sum(name.startswith(slips) for name in second["edition 2 papers"]) == 6
    assert "Changes since Edition 1.xlsx" in second["papers"]
    assert "Changes since Edition 1 INTERNAL.xlsx" in second["papers for officers INTERNAL"]
    touched = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert len(touched) == 7  # the six and everyone
    calendar = read_calendar((out / "edition 2 updates" / second["edition 2 updates"][0]).read_bytes())
    assert calendar.one("METHOD").value == "REQUEST"
    again = {path: path.stat().st_mtime_ns for path in out.rglob("*.*")}
    assert run("pack", plan, "--to", out) == 0
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.*")} == again


def test_papers_of_an_earlier_edition_are_named_and_left(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    for clock in ("10:00", "10:15", "10:30"):
        move(plan, "45", 5, clock)
        run("issue", plan)
        capsys.readouterr()
        assert run("pack", plan, "--to", out) == 0
    told = capsys.readouterr().err.splitlines()
    older = "Not of this edition, and left where they are in"
    assert told[0] == f"{older} {out / 'papers'}: Changes since Edition 1.xlsx."
    assert (out / "papers" / "Changes since Edition 1.xlsx").exists()


def test_a_mail_tells_the_change_in_the_readers_language(plan: Path, tmp_path: Path) -> None:
    run("issue", plan)
    run("pack", plan, "--to", tmp_path / "out")
    move(plan, "45", 5, "10:00")
    run("issue", plan, "--comment", "The museum opens later.")
    run("pack", plan, "--to", tmp_path / "out")
    (path,) = (tmp_path / "out" / "edition 2 mails").glob("E1 *.eml")
    draft = message_from_bytes(path.read_bytes(), policy=default)
    body = draft.get_body(["plain"])
    assert body is not None
    text = body.get_content()
    assert "- LATER: 45 " in text
    assert "The museum opens later." in text
    assert text.rstrip().endswith("Protocol Office")
    assert draft["Subject"].startswith("Visit of the Chairman of the State Agency: Edition 2")
    types = [part.get_content_subtype() for part in draft.iter_attachments()]
    assert types == ["calendar", "html", *["vnd.openxmlformats-officedocument.spreadsheetml.sheet"] * 2]


def test_packs_need_an_edition_and_never_go_back(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("pack", plan, "--to", tmp_path / "out") == 1
    run("issue", plan)
    run("issue", plan, "--anyway")
    assert run("pack", plan, "--to", tmp_path / "out", "--edition", 3) == 1
    assert run("pack", plan, "--to", tmp_path / "out", "--since", 2) == 1
    assert run("pack", plan, "--to", tmp_path / "out", "--edition", 1) == 0
    assert run("pack", plan, "--to", tmp_path / "out", "--edition", 2, "--since", 0) == 0
    move(plan, "45", 5, "10:00")
    run("issue", plan)
    assert run("pack", plan, "--to", tmp_path / "out") == 0
    capsys.readouterr()
    assert run("pack", plan, "--to", tmp_path / "out", "--edition", 2) == 1
    assert capsys.readouterr().err.startswith("Edition 3 has gone out: ")


def test_an_export_between_two_editions_goes_on_counting(plan: Path, tmp_path: Path) -> None:
    run("issue", plan)
    run("pack", plan, "--to", tmp_path / "out")
    move(plan, "45", 5, "10:00")
    run("export", plan, "--to", tmp_path / "drafts", "--what", "calendars", "--record")
    move(plan, "45", 5, "10:15")
    run("issue", plan)
    run("pack", plan, "--to", tmp_path / "out")
    (update,) = (tmp_path / "out" / "edition 2 updates").glob("E1 *.ics")
    (event,) = read_calendar(update.read_bytes()).all("VEVENT")
    assert event.one("SEQUENCE").value == "2"


def test_who_has_news_is_told_by_the_editions_whatever_was_exported_between_them(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A recorded export has brought the English ones up to date: no update files for them, but mails and slips."""
    out = tmp_path / "out"
    run("issue", plan)
    run("pack", plan, "--to", out)
    move(plan, "45", 5, "10:00")
    run("export", plan, "--to", tmp_path / "drafts", "--what", "calendars", "--record")
    run("issue", plan)
    capsys.readouterr()
    assert run("pack", plan, "--to", out) == 0
    assert capsys.readouterr().out.splitlines()[-3:-1] == [
        "6 people have news.",
        "3 people have no news, but get a mail that brings the calendar up to date.",
    ]
    found = files(out)
    assert {name[0] for name in found["edition 2 updates"]} == {"A"}, "theirs were exported in another language"
    assert (len(found["edition 2 mails"]), len(found["edition 2 papers"])) == (9, 12)
    (path,) = (out / "edition 2 mails").glob("E1 *.eml")
    draft = message_from_bytes(path.read_bytes(), policy=default)
    body = draft.get_body(["plain"])
    assert body is not None
    assert "- LATER: 45 " in body.get_content()
    assert "The calendar that you have needs no update." in body.get_content()
    types = [part.get_content_subtype() for part in draft.iter_attachments()]
    assert types == ["vnd.openxmlformats-officedocument.spreadsheetml.sheet"] * 2


def test_everybody_has_news_of_a_first_edition_that_was_exported_before(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("export", plan, "--to", tmp_path / "drafts", "--what", "calendars", "--record")
    run("issue", plan)
    capsys.readouterr()
    assert run("pack", plan, "--to", tmp_path / "out") == 0
    assert "23 people have news." in capsys.readouterr().out.splitlines()
    assert len(files(tmp_path / "out")["edition 1 papers"]) == 23


def test_where_nobody_has_news_it_is_said_why(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("issue", plan)
    run("pack", plan, "--to", tmp_path / "out")
    run("issue", plan, "--anyway")
    capsys.readouterr()
    assert run("pack", plan, "--to", tmp_path / "out") == 0
    told = "Nobody has news: no person's own programme has changed since Edition 1."
    assert told in capsys.readouterr().out.splitlines()


def test_x1_who_holds_which_edition(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("holders", plan) == 1
    run("issue", plan)
    capsys.readouterr()
    assert run("holders", plan, "--given", "A1", "--given", "I9", "--given", "[Hotel]", "--means", "paper") == 0
    assert capsys.readouterr().err == ""
    move(plan, "45", 5, "10:00")
    run("issue", plan)
    capsys.readouterr()
    assert run("holders", plan, "--acknowledged", "I9") == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "Inam Karimov: Edition 1, on paper",
        "[Treaty officer, Kemlu]: Edition 2, by mail, acknowledged",
        "[Hotel]: Edition 1, on paper",
    ]
    assert told.err == "Still on Edition 1: Inam Karimov and [Hotel]\n"
    assert run("holders", plan, "--given", "Nobody") == 1
    assert run("holders", plan, "--given", "A1", "--edition", 3) == 1


def test_info_says_that_nothing_has_changed(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("issue", plan)
    capsys.readouterr()
    run("info", plan)
    assert "Nothing changed since Edition 1." in capsys.readouterr().out.splitlines()


def test_info_says_how_far_the_draft_has_moved_on(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("info", plan)
    assert "Draft: no edition has been issued" in capsys.readouterr().out.splitlines()
    run("issue", plan)
    move(plan, "45", 5, "10:00")
    capsys.readouterr()
    run("info", plan)
    assert "Draft after Edition 1: 1 change" in capsys.readouterr().out.splitlines()
    run("info", plan, "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["editions"], told["changes_since_edition"]) == (1, 1)
    file = PlanFile.open(plan)
    file.forget_history()
    file.close()
    run("info", plan, "--json")
    assert json.loads(capsys.readouterr().out)["changes_since_edition"] is None


@pytest.mark.parametrize(
    "command",
    [
        ("holders", "--edition", 0), ("holders", "--given", "A1", "--edition", 9),
        ("pack", "--to", "out", "--edition", 9), ("changes", "--from", 9), ("changes", "--from", 1, "--to", 9),
    ],
)  # fmt: skip
def test_an_edition_that_is_not_there_is_refused_with_those_that_are(
    plan: Path,
    command: tuple[object, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    run("issue", plan)
    run("issue", plan, "--anyway")
    capsys.readouterr()
    name, *options = command
    asked = 0 if 0 in command else 9
    assert run(name, plan, *options) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"There is no Edition {asked}. There are Editions 1 to 2.\n")
    assert run("holders", plan) == 0
    assert capsys.readouterr().out == "", "nothing was recorded"


def test_of_one_edition_alone_it_is_said_which_there_is(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("issue", plan)
    capsys.readouterr()
    assert run("changes", plan, "--from", 2) == 1
    assert capsys.readouterr().err == "There is no Edition 2. There is Edition 1 alone.\n"


def test_by_which_means_stays_recorded_unless_another_is_named(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("issue", plan)
    run("holders", plan, "--given", "A1", "--means", "paper")
    capsys.readouterr()
    run("holders", plan, "--given", "A1")
    assert capsys.readouterr().out == "Inam Karimov: Edition 1, on paper\n"
    run("holders", plan, "--given", "A1", "--means", "messenger")
    assert capsys.readouterr().out == "Inam Karimov: Edition 1, by messenger\n"
