"""The Pythons of this computer that the project supports."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
NEWEST = (3, 14)

_PROBE = "import sys; print(*sys.version_info[:2]); print(sys.executable)"


class Python(NamedTuple):
    """An interpreter that answered: (major, minor) and the file that runs it."""

    version: "tuple[int, int]"
    path: str

    @property
    def name(self) -> str:
        return "{}.{}".format(*self.version)


def find_pythons() -> "list[Python]":
    """Return one interpreter for each supported version found, oldest first."""
    found = {}  # type: dict[tuple[int, int], Python]
    for command in _candidates():
        python = _ask(command)
        if python and OLDEST <= python.version <= NEWEST:
            found.setdefault(python.version, python)
    return [found[version] for version in sorted(found)]


def _candidates() -> "list[list[str]]":
    names = [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
    on_path = [shutil.which(name) for name in ["python3", "python", *("python" + name for name in names)]]
    pyenv = Path(os.environ.get("PYENV_ROOT") or str(Path.home() / ".pyenv"))
    in_pyenv = sorted(pyenv.glob("versions/3.*/bin/python"))
    launcher = [["py", "-" + name] for name in names] if shutil.which("py") else []
    return [[path] for path in on_path if path] + [[str(path)] for path in in_pyenv] + launcher


def _ask(command: "list[str]") -> "Python | None":
    # A name on PATH may be a stand-in that cannot start (pyenv, the Windows store), so only an answer counts.
    try:
        out = subprocess.check_output([*command, "-c", _PROBE], stderr=subprocess.DEVNULL, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    version, path = out.decode().splitlines()
    major, minor = version.split()
    return Python((int(major), int(minor)), path)
