"""What Debian and its relatives must have installed: known package names, and apt when we may use it."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from tools.trouble import TroubleError

VENV = ("python3-venv",)

# PySide6 draws without a screen with these and a font; the second row is for a window under X.
QT_OFFSCREEN = (
    *("libglib2.0-0", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    "fonts-dejavu-core",
)
QT_WINDOW = ("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")

# Programs and fonts that only the tests marked `full` ask for.
FULL_TESTS = (
    *("xvfb", "libreoffice-calc", "poppler-utils"),
    *("fonts-crosextra-carlito", "fonts-crosextra-caladea", "fonts-dejavu-core", "fonts-liberation"),
)


def is_debian() -> bool:
    """Tell whether apt and dpkg look after this system."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-query"))


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def missing(packages: Sequence[str]) -> list[str]:
    """Return those of the packages that are not installed; a newer name that provides one counts (t64)."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev} ${Package} ${Provides}\n"]
    listed = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    installed = " ".join(line for line in listed if line.startswith("ii")).replace(",", " ").split()
    return sorted(set(packages) - set(installed))


def require(packages: Sequence[str], purpose: str) -> None:
    """Install what is missing of the packages as root; raise TroubleError with the apt line for anybody else."""
    wanted = missing(packages)
    if not wanted:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *wanted]
    if not is_root():
        raise TroubleError(f"System packages are needed for {purpose}. Please run:\n  sudo {' '.join(install)}")
    print(f"Installing for {purpose}: {' '.join(wanted)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        patient = [*command, "--quiet", "--option", "DPkg::Lock::Timeout=600"]
        done = subprocess.run(patient, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise TroubleError(f"`{' '.join(command)}` failed:\n{done.stderr.strip()}")
