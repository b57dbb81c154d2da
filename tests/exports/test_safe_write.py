"""Batches meet missing, read-only, full and busy folders, cancels and kills; real files throughout."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegation_planner.exports.safe_write import OutgoingFile, WriteResult, staged, write_files
from delegation_planner.plan.errors import KnownError


def batch(count: int, content: str = "new") -> list[OutgoingFile]:
    return [OutgoingFile(f"{number:02}.ics", f"{content} {number}".encode()) for number in range(1, count + 1)]


def contents(folder: Path) -> dict[str, str]:
    """All that lies in the folder, hidden or not."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def expected(files: list[OutgoingFile]) -> dict[str, str]:
    return {file.name: file.content.decode() for file in files}


def test_a_batch_is_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "visits" / "out"
    result = write_files(folder, batch(3))
    assert result == WriteResult(folder, ("01.ics", "02.ics", "03.ics"), (), (), ())
    assert contents(folder) == expected(batch(3))


def test_what_is_the_same_already_is_not_touched(tmp_path: Path) -> None:
    write_files(tmp_path, batch(3))
    for path in tmp_path.iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    files = [*batch(2), OutgoingFile("03.ics", b"now otherwise")]
    result = write_files(tmp_path, files)
    assert (result.written, result.unchanged) == (("03.ics",), ("01.ics", "02.ics"))
    assert result.delivered == ("03.ics", "01.ics", "02.ics")
    assert [(tmp_path / name).stat().st_mtime for name in ("01.ics", "02.ics")] == [1_000_000_000] * 2
    assert contents(tmp_path) == expected(files)


def test_the_17th_of_30_is_in_the_way_and_only_it_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "17.ics").mkdir()
    result = write_files(tmp_path, batch(30), pauses=())
    others = tuple(f"{n:02}.ics" for n in range(1, 31) if n != 17)
    assert result.written == others
    assert [(failure.name, str(failure.reason)) for failure in result.failed] == [
        ("17.ics", "17.ics is the name of a folder there. Rename that folder.")
    ]
    (tmp_path / "17.ics").rmdir()
    again = write_files(tmp_path, batch(30))
    assert (again.written, again.unchanged, again.failed) == (("17.ics",), others, ())
    assert contents(tmp_path) == expected(batch(30))


@pytest.fixture
def held_by_another(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Names that Windows would not let go, with how many times it still refuses."""
    held: dict[str, int] = {}
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if held.get(target.name, 0) > 0:
            held[target.name] -= 1
            raise PermissionError(13, "Access is denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return held


def test_a_file_that_a_scanner_holds_for_a_moment_comes_through(
    tmp_path: Path, held_by_another: dict[str, int]
) -> None:
    held_by_another.update({"02.ics": 2, "03.ics": 1})
    result = write_files(tmp_path, batch(3), pauses=(0.0, 0.0))
    assert (result.written, result.failed) == (("01.ics", "03.ics", "02.ics"), ())
    assert contents(tmp_path) == expected(batch(3))


def test_a_file_open_elsewhere_is_named_and_keeps_its_old_content(
    tmp_path: Path, held_by_another: dict[str, int]
) -> None:
    write_files(tmp_path, batch(3, "old"))
    held_by_another["02.ics"] = 99
    result = write_files(tmp_path, batch(3), pauses=(0.0, 0.0))
    assert result.written == ("01.ics", "03.ics")
    assert [str(failure.reason) for failure in result.failed] == [
        "02.ics is open in another program. Close it there and try again."
    ]
    assert held_by_another["02.ics"] == 96
    assert contents(tmp_path) == expected(batch(3)) | {"02.ics": "old 2"}


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A folder that this process may not write to, also where the tests run as root."""
    folder = Path(tempfile.mkdtemp())
    write_files(folder, batch(2, "old"))
    folder.chmod(0o555)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such bits there")
def test_a_folder_without_the_right_to_write_is_a_known_error(unwritable: Path) -> None:
    with pytest.raises(KnownError) as raised:
        write_files(unwritable, batch(3))
    assert str(raised.value) == f"{unwritable} cannot be written to. Choose another folder."
    assert contents(unwritable) == expected(batch(2, "old"))


def test_a_file_in_place_of_the_folder_is_a_known_error(tmp_path: Path) -> None:
    in_the_way = tmp_path / "out"
    in_the_way.write_text("a letter", encoding="utf-8")
    for folder in (in_the_way, in_the_way / "deeper"):
        with pytest.raises(KnownError) as raised:
            write_files(folder, batch(1))
        assert str(raised.value) == f"{folder} is not there, or is not a folder. Choose another one."
    assert in_the_way.read_text(encoding="utf-8") == "a letter"


def test_a_folder_that_vanishes_on_the_way_is_a_known_error(tmp_path: Path) -> None:
    folder = tmp_path / "stick"

    def pull_out(done: int, _steps: int, _name: str = "") -> bool:
        if done == 1:
            folder.rename(tmp_path / "gone")
        return True

    with pytest.raises(KnownError):
        write_files(folder, batch(3), pull_out)
    assert [path.name for path in tmp_path.iterdir()] == ["gone"]


FILLS_THE_DISK = """
import resource, sys
from pathlib import Path
from delegation_planner.exports.safe_write import OutgoingFile, write_files
from delegation_planner.plan.errors import KnownError
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_files(Path(sys.argv[1]), [OutgoingFile("01.ics", b"n" * 900), OutgoingFile("02.ics", b"n" * 2000)])
except KnownError as error:
    print(error, end="")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files, which Windows cannot")
def test_a_full_disk_leaves_the_whole_batch_as_it_was(tmp_path: Path) -> None:
    write_files(tmp_path, batch(2, "old"))
    done = subprocess.run(
        [sys.executable, "-c", FILLS_THE_DISK, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{tmp_path} is full. Nothing was written; free some space there."
    assert contents(tmp_path) == expected(batch(2, "old"))


def test_progress_is_told_and_a_stop_before_the_moves_leaves_everything(tmp_path: Path) -> None:
    write_files(tmp_path, batch(4, "old"))
    told: list[tuple[int, int, str]] = []

    def stop_at_three(done: int, steps: int, name: str = "") -> bool:
        told.append((done, steps, name))
        return done < 3

    files = [*batch(1, "old"), *batch(4)[1:]]
    result = write_files(tmp_path, files, stop_at_three)
    assert told == [(0, 8, "01.ics"), (2, 8, "02.ics"), (3, 8, "03.ics")]
    assert result == WriteResult(tmp_path, (), ("01.ics",), (), ("02.ics", "03.ics", "04.ics"))
    assert contents(tmp_path) == expected(batch(4, "old"))


def test_a_stop_between_the_moves_says_what_was_written(tmp_path: Path) -> None:
    result = write_files(tmp_path, batch(4), lambda done, *_: done < 6)
    assert (result.written, result.cancelled) == (("01.ics", "02.ics"), ("03.ics", "04.ics"))
    assert contents(tmp_path) == expected(batch(2))


def test_folders_are_written_aside_together_before_any_file_is_moved(tmp_path: Path) -> None:
    root = tmp_path / "pack"
    aside = staged(root, {"calendars": batch(2), "": batch(1, "page"), "papers/old": batch(1)})
    assert list(root.rglob("*.ics")) == []
    assert aside.move_in() == (
        WriteResult(root / "calendars", ("01.ics", "02.ics"), (), (), ()),
        WriteResult(root, ("01.ics",), (), (), ()),
        WriteResult(root / "papers/old", ("01.ics",), (), (), ()),
    )
    assert {path.relative_to(root).as_posix() for path in root.rglob("*")} == {
        "calendars", "calendars/01.ics", "calendars/02.ics", "01.ics", "papers", "papers/old", "papers/old/01.ics",
    }  # fmt: skip


@pytest.mark.parametrize("at", [0, 3, 5])
def test_a_batch_stopped_before_its_moves_leaves_no_folder_behind(tmp_path: Path, at: int) -> None:
    root = tmp_path / "visits" / "pack"
    aside = staged(root, {"calendars": batch(3), "papers": batch(3)}, lambda done, *_: done < at)
    assert aside.is_stopped
    assert [result.cancelled for result in aside.move_in()] == [("01.ics", "02.ics", "03.ics")] * 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_wanted_any_more_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "calendars").mkdir()
    aside = staged(tmp_path, {"calendars": batch(3), "papers": batch(3)})
    aside.discard()
    assert [path.name for path in tmp_path.rglob("*")] == ["calendars"]


def test_a_folder_that_cannot_be_used_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("a letter", encoding="utf-8")
    with pytest.raises(KnownError) as raised:
        staged(tmp_path, {"calendars": batch(3), "papers": batch(3)})
    assert str(raised.value) == f"{tmp_path / 'papers'} is not there, or is not a folder. Choose another one."
    assert contents(tmp_path) == {"papers": "a letter"}


WRITES_UNTIL_KILLED = """
import itertools, sys
from pathlib import Path
from delegation_planner.exports.safe_write import OutgoingFile, write_files
for turn in itertools.count():
    text = bytes([65 + turn % 2]) * 200_000
    write_files(Path(sys.argv[1]), [OutgoingFile(f"{n:02}.ics", text) for n in range(20)])
    print(turn, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_kill_leaves_each_file_old_or_new_and_the_leftovers_go_later(tmp_path: Path) -> None:
    for pause in (0.0, 0.004, 0.009):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITES_UNTIL_KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(pause)
        child.send_signal(signal.SIGKILL)
        child.communicate()
        texts = {path.read_bytes() for path in tmp_path.glob("*.ics")}
        assert texts <= {b"A" * 200_000, b"B" * 200_000}
    fresh = tmp_path / ".delegation-planner-00ff.part"
    fresh.mkdir()
    for left_over in tmp_path.glob(".delegation-planner-*"):
        if left_over != fresh:
            os.utime(left_over, (1_000_000_000, 1_000_000_000))
    write_files(tmp_path, batch(1))
    assert [path.name for path in tmp_path.glob(".*")] == [fresh.name]


def test_names_that_leave_the_folder_or_meet_are_our_own_mistake(tmp_path: Path) -> None:
    for name in ("../out.ics", "a/b.ics", "", "/etc/out.ics"):
        with pytest.raises(ValueError, match="not a plain file name"):
            write_files(tmp_path, [OutgoingFile(name, b"")])
    with pytest.raises(ValueError, match="two files of one name"):
        write_files(tmp_path, [OutgoingFile("a.ics", b"1"), OutgoingFile("a.ics", b"2")])
    assert list(tmp_path.iterdir()) == []
