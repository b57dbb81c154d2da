"""What is shipped works by itself: the wheel, outside the checkout, in an environment that knows no checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import delegation_planner

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [*("-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet")]
    subprocess.run([sys.executable, *build, "--wheel-dir", str(folder), str(ROOT)], cwd=folder, check=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare environment with the wheel in it: the folder of its commands.

    Nothing is downloaded: the libraries are those of the environment that runs the tests, named in a .pth file.
    Such a folder's own .pth files are not read, so the checkout, which one of them names, stays unknown.
    """
    folder = tmp_path_factory.mktemp("bare") / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / SCRIPTS / "python"
    install = ["-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--disable-pip-version-check"]
    subprocess.run([str(python), *install, str(wheel)], cwd=folder, check=True)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    libraries = Path(subprocess.check_output([str(python), "-c", ask], text=True).strip())
    (libraries / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / SCRIPTS


def run(command: Path, *words: str, cwd: Path) -> str:
    """Run a command of the bare environment, outside the checkout, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([str(command), *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_wheel_holds_the_package_and_its_resources_alone(wheel: Path) -> None:
    version = delegation_planner.__version__
    assert wheel.name == f"delegation_planner-{version}-py3-none-any.whl"
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = sources("delegation_planner")
    resources = {f"delegation_planner/_{name}" for name in sources("resources")}
    guide = {f"delegation_planner/_resources/{name.removeprefix('docs/')}" for name in sources("docs/guide")}
    assert shipped == package | resources | guide


def sources(folder: str) -> set[str]:
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_installed_package_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    told = run(
        installed / "python", "-c", "import delegation_planner; print(delegation_planner.__file__)", cwd=tmp_path
    )
    assert Path(told.strip()).is_relative_to(installed.parent)


def test_installed_command_writes_the_sample(installed: Path, tmp_path: Path) -> None:
    run(installed / "delegation-planner", "demo", "a.visit", cwd=tmp_path)
    run(installed / "delegation-planner", "export", "a.visit", "--to", "out", cwd=tmp_path)
    calendars = list((tmp_path / "out").rglob("*.ics"))
    papers = list((tmp_path / "out").rglob("*.xlsx"))
    assert (len(calendars), len(papers)) == (24, 2)
