"""The commands of dev.py."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools import debian
from tools.environment import LOCK, ROOT, Environment
from tools.pythons import find_pythons
from tools.trouble import TroubleError

Command = Callable[[argparse.Namespace, list[str]], int]

SOURCES = ("delegation_planner", "tests", "benchmarks", "tools", "dev.py", "main.py")


def main(arguments: list[str]) -> int:
    """Run one command; words that dev.py does not know go on to what it starts."""
    chosen, rest = _parser().parse_known_args(arguments)
    command: Command = chosen.command
    try:
        return command(chosen, rest)
    except TroubleError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        allow_abbrev=False,
        description="Every command a developer needs. The first one makes the environment.",
    )
    place = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    for each, default in ((parser, ROOT / ".venv"), (place, argparse.SUPPRESS)):
        each.add_argument("--env", type=Path, default=default, metavar="DIR", help="folder of the environment (.venv)")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, command: Command, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, parents=[place], allow_abbrev=False)
        added.set_defaults(command=command)
        return added

    add("setup", _setup, "make the environment, or bring it up to date")
    add(
        "run",
        _run,
        "open the planner on the sample; without a display write the sample's calendars and papers",
    )
    test = add("test", _test, "run ruff, mypy and the tests; further words go to pytest")
    test.add_argument("--each", action="store_true", help="on every supported Python of this computer")
    test.add_argument("--full", action="store_true", help="also what needs LibreOffice, Xvfb and the like")
    lint = add("lint", _lint, "run ruff and mypy alone")
    lint.add_argument("--fix", action="store_true", help="first put right what ruff can")
    add("bench", _bench, "measure ours beside yardsticks and print the ratios")
    shots = add("shots", _shots, "write screenshots of the window into DIR")
    shots.add_argument("folder", type=Path, metavar="DIR")
    add("pictures", _pictures, "make the pictures of the guide anew")
    add("words", _words, "collect the sentences and bring the translations up to date")
    lock = add("lock", _lock, "write requirements.lock anew from pyproject.toml (needs uv)")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    return parser


def _setup(chosen: argparse.Namespace, rest: list[str]) -> int:
    _refuse(rest)
    environment = _ready(chosen)
    print(f"{environment.folder} is ready.")
    return 0


def _run(chosen: argparse.Namespace, rest: list[str]) -> int:
    environment = _ready(chosen)
    if _has_display():
        if sys.platform.startswith("linux") and not _needs_no_x():
            environment.require_window()
        return environment.run("main.py", *rest)
    if "--smoke" in rest:  # whether the window opens can be seen without one
        return environment.run("main.py", *rest, extra=_offscreen())
    _refuse(rest)
    return _write_sample(environment)


def _write_sample(environment: Environment) -> int:
    folder = ROOT / "sample_output"
    plan = folder / "sample.visit"
    print(f"There is no display here, so the sample's calendars and papers go into {folder}")
    folder.mkdir(exist_ok=True)
    plan.unlink(missing_ok=True)
    for words in (["demo", str(plan)], ["export", str(plan), "--to", str(folder)]):
        if failed := environment.run("-m", "delegation_planner.cli", *words):
            return failed
    print(f"Done. Please look into {folder}")
    return 0


def _test(chosen: argparse.Namespace, rest: list[str]) -> int:
    if chosen.full and debian.is_debian():
        debian.require(debian.FULL_TESTS + debian.QT_WINDOW, "the full tests")
    environments = [Environment(chosen.env)]
    if chosen.each:
        environments = [Environment(ROOT / f".venv-{python.name}", python.path) for python in find_pythons()]
    results: dict[str, bool] = {}
    for environment in environments:
        environment.prepare()
        if not results:
            results |= _check_source(environment)
        results[f"pytest in {environment.folder.name}"] = _pytest(environment, rest, full=chosen.full)
    print("dev.py test:", ", ".join(f"{name} {'ok' if good else 'FAILED'}" for name, good in results.items()))
    return 0 if all(results.values()) else 1


def _lint(chosen: argparse.Namespace, rest: list[str]) -> int:
    _refuse(rest)
    environment = _ready(chosen)
    if chosen.fix:
        environment.run("-m", "ruff", "check", "--fix", "--quiet", "--exit-zero", *_sources())
        environment.run("-m", "ruff", "format", "--quiet", *_sources())
    return 0 if all(_check_source(environment).values()) else 1


def _check_source(environment: Environment) -> dict[str, bool]:
    checks = {
        "ruff check": ["-m", "ruff", "check", "--quiet", *_sources()],
        "ruff format": ["-m", "ruff", "format", "--check", "--quiet", *_sources()],
        "mypy": ["-m", "mypy", "--no-error-summary", *_sources()],
    }
    return {name: environment.run(*words) == 0 for name, words in checks.items()}


def _sources() -> list[str]:
    return [name for name in SOURCES if (ROOT / name).exists()]


def _pytest(environment: Environment, rest: list[str], *, full: bool) -> bool:
    # Only a run of everything repays the start of worker processes.
    workers = [] if rest else ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]
    return environment.run("-m", "pytest", "-q", *workers, *(["--full"] if full else []), *rest) == 0


def _bench(chosen: argparse.Namespace, rest: list[str]) -> int:
    return _ready(chosen).run("-m", "benchmarks", *rest, extra=_offscreen())


def _shots(chosen: argparse.Namespace, rest: list[str]) -> int:
    folder = str(chosen.folder.absolute())
    return _ready(chosen).run("-m", "tests.shots", folder, *rest, extra=_offscreen())


def _pictures(chosen: argparse.Namespace, rest: list[str]) -> int:
    _refuse(rest)
    return _ready(chosen).run("-m", "tests.guide_pictures", extra={"QT_QPA_PLATFORM": "offscreen"})


def _words(chosen: argparse.Namespace, rest: list[str]) -> int:
    return _ready(chosen).run("-m", "tools.catalogues", *rest)


def _lock(chosen: argparse.Namespace, rest: list[str]) -> int:
    _refuse(rest)
    if not shutil.which("uv"):
        raise TroubleError("`dev.py lock` needs uv; please install it: python3 -m pip install uv")
    command = [
        *(
            "uv",
            "pip",
            "compile",
            "pyproject.toml",
            "--all-extras",
            "--universal",
            "--python-version",
            "3.11",
        ),
        *("--generate-hashes", "--no-header", "--quiet", "--output-file", LOCK.name),
        *(["--upgrade"] if chosen.upgrade else []),
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _ready(chosen: argparse.Namespace) -> Environment:
    environment = Environment(chosen.env)
    environment.prepare()
    return environment


def _refuse(rest: list[str]) -> None:
    if rest:
        raise TroubleError(f"dev.py does not know: {' '.join(rest)} (see dev.py --help)")


def _has_display() -> bool:
    """As the command line asks it: whoever names a platform of Qt's knows where the window goes."""
    is_desktop = sys.platform in {"win32", "darwin"}
    return is_desktop or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _needs_no_x() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(os.environ.get("WAYLAND_DISPLAY")) or (platform != "" and not platform.startswith("xcb"))


def _offscreen() -> dict[str, str]:
    return {} if _has_display() else {"QT_QPA_PLATFORM": "offscreen"}
