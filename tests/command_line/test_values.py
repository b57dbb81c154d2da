"""What is wrong after an option is said in a sentence, and the program ends with 2."""

from pathlib import Path

import pytest

from delegation_planner.cli import main

PLAN = "a.visit"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["shift", PLAN, "--to-date", "25-07-2017"], "25-07-2017 is not a date such as 2017-07-24."),
        (["shift", PLAN, "--to-date", "2017-02-30"], "2017-02-30: there is no such day in the calendar."),
        (["shift", PLAN, "--to-date", "1017-07-25"], "1017-07-25: the year is not between 1990 and 2100."),
        (["copy", PLAN, "b.visit", "--day-one", "soon"], "soon is not a date such as 2017-07-24."),
        (["check", PLAN, "--on", "tomorrow"], "tomorrow is not a date such as 2017-07-24."),
        (
            ["shift", PLAN, "--after", "12", "--minutes", "-30"],
            "-30 is not a number of minutes such as 20. Items are only pushed later.",
        ),
        (["shift", PLAN, "--after", "12", "--minutes", "0"], "0 is not a number of minutes such as 20."),
        (
            ["shift", PLAN, "--item", "12", "--minutes", "-5", "--with-following"],
            "-5 is not a number of minutes such as 20. Items are only pushed later.",
        ),
        (["shift", PLAN, "--item", "12"], "--item goes with --minutes or with --day, one of them"),
        (
            ["shift", PLAN, "--item", "12", "--minutes", "5", "--day", "2"],
            "--item goes with --minutes or with --day, one of them",
        ),
        (["chek", PLAN], "chek is not a command. Perhaps you mean check."),
        (["shift", PLAN, "--item", "12", "--day", "two"], "two is not the number of a day, such as 2."),
        (["changes", PLAN, "--from", "x"], "x is not the number of an edition, such as 2."),
        (["pack", PLAN, "--to", "out", "--edition", "1.5"], "1.5 is not the number of an edition, such as 2."),
    ],
)
def test_a_wrong_value_is_refused_in_a_sentence(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f": {sentence}")
    assert not list(tmp_path.iterdir())
