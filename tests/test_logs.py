"""The log says what happened and not to whom."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegation_planner.logs import Log, redacted, report


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    log = Log(tmp_path / "logs")
    yield log.file
    log.close()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to inam.k@agency.example.az now", "write to <e-mail> now"),
        ("call +62 21 555-0147 or 0815 5550 1234", "call <number> or <number>"),
        ("passport C1234567 seen", "passport <passport> seen"),
        ("12 items in 4 days, line 204", "12 items in 4 days, line 204"),
    ],
)
def test_private_data_is_taken_out(text: str, expected: str) -> None:
    assert redacted(text) == expected


def fall(why: str) -> None:
    raise ValueError(why)


def test_a_line_is_logged_without_private_data(log_file: Path) -> None:
    logging.getLogger("planner.test").info("mail to %s", "a.b@example.org")
    (line,) = log_file.read_text(encoding="utf-8").splitlines()
    assert line.endswith("INFO planner.test: mail to <e-mail>")


def test_the_trace_of_a_fault_is_logged_without_private_data(log_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    try:
        fall("+62 815 5550 1234")
    except ValueError:
        logging.getLogger("planner.test").exception("not caught")
    caplog.clear()
    text = log_file.read_text(encoding="utf-8")
    assert "ValueError: <number>" in text
    assert "5550" not in text


def test_nothing_is_logged_after_the_end(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.close()
    logging.getLogger("planner.test").info("late")
    assert not log.file.exists()


def test_a_report_names_versions_and_the_fault() -> None:
    with pytest.raises(ValueError, match="of x@") as caught:
        fall("of x@example.org")
    text = report(caught.type, caught.value, caught.tb, "Delegation Planner 1")
    assert text.startswith("Delegation Planner 1\n\nTraceback")
    assert text.rstrip().endswith("ValueError: of <e-mail>")
