"""What every test stands on: no screen, a profile of its own, and no warning that nobody expects."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.story import Story

# Qt and our own code look these up when they are first used, so they are set before anything is imported.
_PROFILE = Path(tempfile.mkdtemp(prefix="delegation-planner-tests-"))
_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}
_LASTING_FOLDERS = {"XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run"}
for _name, _folder in (_FOLDERS | _LASTING_FOLDERS).items():
    (_PROFILE / _folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_PROFILE / _folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("PYTHONWARNINGS", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="also run what needs LibreOffice, Xvfb and the like")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full"):
        return
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(pytest.mark.skip(reason=f"{item.name} needs `dev.py test --full`"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI a skipped test is a failure."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and terminal is not None and terminal.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report.nodeid for report in terminalreporter.stats.get("skipped", [])]
    if skipped and os.environ.get("CI") == "true":
        terminalreporter.section("under CI nothing may be skipped")
        terminalreporter.write_line("\n".join(skipped))


def pytest_unconfigure() -> None:
    shutil.rmtree(_PROFILE, ignore_errors=True)


@pytest.fixture(autouse=True)
def _own_profile() -> None:
    """Start every test with an empty profile: no settings, no working copy, no logs of the test before."""
    for folder in set(_FOLDERS.values()):
        for entry in (_PROFILE / folder).iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test that logs a warning; one that expects it asserts on caplog and then says caplog.clear()."""
    yield
    for phase in ("setup", "call"):
        worrying = [record for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
        assert [f"{record.name}: {record.getMessage()}" for record in worrying] == []


@pytest.fixture
def story(tmp_path: Path) -> Iterator["Story"]:
    """A visit on a file of its own, and everybody's calendars."""
    from tests.story import Story

    told = Story(tmp_path)
    yield told
    told.file.close()
