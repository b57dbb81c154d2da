"""The environment of the project: made from the lock, repeated only when something it depends on changed."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools import debian
from tools.trouble import TroubleError

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"

_QT_OFFSCREEN = "import PySide6.QtWidgets, PySide6.QtPrintSupport, PySide6.QtSvg"
# Loading the platform plugin names the library of the system that it lacks; starting Qt would abort instead.
_QT_WINDOW = (
    "import ctypes, pathlib, PySide6.QtGui; "
    "ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms/libqxcb.so'))"
)


class Environment:
    """A folder made by `venv`, with the locked packages and this checkout in it."""

    def __init__(self, folder: Path, base: str | None = None) -> None:
        """Name the folder and the Python that makes it: without one, what runs this or, inside a venv, made that."""
        self.folder = folder = folder.absolute()
        self.base = base or str(getattr(sys, "_base_executable", sys.executable))
        bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = bin_folder / ("python.exe" if os.name == "nt" else "python")
        self._stamp = folder / "delegation-planner.json"

    def prepare(self) -> None:
        """Bring the environment in line with the lock, pyproject.toml and the Python; do nothing when it is.

        Raises TroubleError when venv, the packages or a library of the system cannot be had.
        """
        done, wanted = self._read_stamp(), self._wanted_stamp()
        for step, carry_out in self._steps().items():
            if done.get(step) == wanted[step]:
                continue
            if step == "python":
                done.clear()
            carry_out()
            done[step] = wanted[step]
            self._stamp.write_text(json.dumps(done, indent=1) + "\n", encoding="utf-8")

    def run(self, *arguments: str, extra: dict[str, str] | None = None) -> int:
        """Run the environment's Python in the checkout and return its exit code."""
        sys.stdout.flush()
        environment = {**os.environ, **(extra or {})}
        return subprocess.run([str(self.python), *arguments], cwd=ROOT, env=environment, check=False).returncode

    def require_window(self) -> None:
        """Make sure that Qt can open a window under X; raises TroubleError."""
        self._require_qt(_QT_WINDOW, debian.QT_WINDOW, "a window under X")

    def _read_stamp(self) -> dict[str, str]:
        if not self.python.exists():
            return {}
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _wanted_stamp(self) -> dict[str, str]:
        version = [self.base, "-c", "import sys; print(sys.version)"]
        lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
        return {
            "python": subprocess.check_output(version, text=True).strip(),
            "lock": lock,
            "project": hashlib.sha256(PROJECT.read_bytes()).hexdigest(),
            "qt": lock,
        }

    def _steps(self) -> dict[str, Callable[[], None]]:
        return {
            "python": self._make,
            "lock": self._install_lock,
            "project": self._install_project,
            "qt": self._check_qt,
        }

    def _make(self) -> None:
        is_environment = (self.folder / "pyvenv.cfg").exists()
        if self.folder.exists() and any(self.folder.iterdir()) and not is_environment:
            raise TroubleError(f"{self.folder} holds something else than an environment; please name another folder.")
        self._require_venv()
        print(f"Making {self.folder} ...", flush=True)
        made = subprocess.run([self.base, "-m", "venv", "--clear", str(self.folder)], check=False)
        if made.returncode:
            raise TroubleError(f"{self.base} could not make an environment in {self.folder}.")

    def _install_lock(self) -> None:
        print(f"Installing the locked packages into {self.folder} (about 300 MB at the first time) ...", flush=True)
        self._pip("--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK))

    def _install_project(self) -> None:
        self._pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))

    def _pip(self, *arguments: str) -> None:
        pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        if self.run(*pip, *arguments):
            raise TroubleError("pip could not install the locked packages; its words are above.")

    def _check_qt(self) -> None:
        self._require_qt(_QT_OFFSCREEN, debian.QT_OFFSCREEN, "the window toolkit Qt")
        if debian.is_debian() and debian.is_root():
            self.require_window()

    def _require_qt(self, probe: str, packages: tuple[str, ...], purpose: str) -> None:
        if not sys.platform.startswith("linux") or not _complaint(str(self.python), probe):
            return
        if debian.is_debian():
            debian.require(packages, purpose)
        if lack := _complaint(str(self.python), probe):
            raise TroubleError(f"A library of the system that {purpose} needs is missing: {lack}")

    def _require_venv(self) -> None:
        if not _complaint(self.base, "import ensurepip, venv"):
            return
        if debian.is_debian():
            debian.require(debian.VENV, "Python's venv")
        if _complaint(self.base, "import ensurepip, venv"):
            raise TroubleError(f"{self.base} lacks venv and ensurepip; please install them (Debian: python3-venv).")


def _complaint(python: str, probe: str) -> str:
    """Return the last line of what Python says against the probe; empty when it runs."""
    tried = subprocess.run([python, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False)
    if tried.returncode == 0:
        return ""
    return tried.stderr.strip().rpartition("\n")[2] or f"exit code {tried.returncode}"
