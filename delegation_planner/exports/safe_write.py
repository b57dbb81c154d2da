"""Writes a batch of files so that each is whole or untouched, and says which came through."""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from delegation_planner.plan.errors import KnownError

Progress = Callable[[int, int], bool]
"""Told (steps done, steps in all) before each step; a false answer stops the batch there."""

PAUSES: Final = (0.2, 0.5, 1.0)
"""Seconds before each new try at files that another program holds: virus scanners and indexers let go soon."""

_STAGE_PREFIX: Final = ".delegation-planner-"
_STAGE_SUFFIX: Final = ".part"
_LEFT_OVER_AFTER: Final = 600
"""Seconds without a change after which a stage folder is that of a killed export."""

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_MISSING: Final = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST}


class OutgoingFile(NamedTuple):
    """A file to be written: a safe name without folders, and its bytes."""

    name: str
    content: bytes


class Failure(NamedTuple):
    """A file that could not be put in its place, and the sentence that says why."""

    name: str
    reason: KnownError


class WriteResult(NamedTuple):
    """What became of a batch, each name in one of the four.

    To try the failed ones again, write the same batch again: what came through is found unchanged and left alone.
    """

    folder: Path
    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[Failure, ...]
    cancelled: tuple[str, ...]

    @property
    def delivered(self) -> tuple[str, ...]:
        """The names of files that now stand in the folder as they should."""
        return self.written + self.unchanged


def write_files(
    folder: Path, files: Sequence[OutgoingFile], progress: Progress | None = None, pauses: Sequence[float] = PAUSES
) -> WriteResult:
    """Writes the files into the folder, which is made if it is missing.

    First all files that differ from what stands there are written and flushed in a folder of their own beside the
    targets, then they are moved into place one by one. A file that is the same already is not touched, so its time
    stays. Raises KnownError if the folder cannot be used or is full; then no file of the batch was touched.
    """
    _check_names([file.name for file in files])
    watch = _Watch(2 * len(files), progress)
    stage = _make_stage(folder)
    try:
        staged, unchanged = _write_aside(stage, folder, files, watch)
        written, failed = _move_in(folder, staged, len(files) + len(unchanged), watch, pauses)
    except OSError as error:
        raise _folder_trouble(folder, error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    settled = {*written, *unchanged, *(failure.name for failure in failed)}
    cancelled = tuple(file.name for file in files if file.name not in settled)
    return WriteResult(folder, tuple(written), tuple(unchanged), failed, cancelled)


def _check_names(names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError("two files of one name")
    for name in names:
        if not name or PurePath(name).name != name:
            raise ValueError(f"not a plain file name: {name!r}")


class _Watch:
    """Reports progress and remembers that somebody asked to stop."""

    def __init__(self, steps: int, progress: Progress | None) -> None:
        self._steps = steps
        self._progress = progress
        self.stopped = False

    def stops_at(self, done: int) -> bool:
        if self._progress and not self.stopped:
            self.stopped = not self._progress(done, self._steps)
        return self.stopped


def _make_stage(folder: Path) -> Path:
    stage = folder / f"{_STAGE_PREFIX}{secrets.token_hex(8)}{_STAGE_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage.mkdir()
        _clean_up(folder, now=stage.stat().st_mtime)
    except OSError as error:
        raise _folder_trouble(folder, error) from error
    return stage


def _clean_up(folder: Path, now: float) -> None:
    """Removes the stages of killed exports; `now` is by the clock of the folder's own file system."""
    for left_over in folder.glob(f"{_STAGE_PREFIX}*{_STAGE_SUFFIX}"):
        with suppress(OSError):
            if now - left_over.stat().st_mtime > _LEFT_OVER_AFTER:
                shutil.rmtree(left_over, ignore_errors=True)


def _write_aside(
    stage: Path, folder: Path, files: Sequence[OutgoingFile], watch: _Watch
) -> tuple[dict[str, Path], list[str]]:
    """Where each file that differs was written, by name, and the names of those that do not differ."""
    staged: dict[str, Path] = {}
    unchanged: list[str] = []
    for number, file in enumerate(files):
        if watch.stops_at(number):
            break
        if _is_same(folder / file.name, file.content):
            unchanged.append(file.name)
        else:
            staged[file.name] = stage / str(number)
            _write_through(staged[file.name], file.content)
    return staged, unchanged


def _is_same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move_in(
    folder: Path, staged: dict[str, Path], done: int, watch: _Watch, pauses: Sequence[float]
) -> tuple[list[str], tuple[Failure, ...]]:
    """The names moved into place and the failures; files that another program holds are tried again together."""
    written: list[str] = []
    failed: dict[str, Failure] = {}
    held = staged
    for pause in (0.0, *pauses):
        time.sleep(pause if held else 0)
        trying, held = held, {}
        for name, path in trying.items():
            if watch.stopped or watch.stops_at(done + len(written)):
                break
            try:
                path.replace(folder / name)
            except OSError as error:
                failed[name] = Failure(name, _file_trouble(folder / name, error))
                if isinstance(error, PermissionError):
                    held[name] = path
            else:
                failed.pop(name, None)
                written.append(name)
    _flush_names(folder)
    return written, tuple(failed.values())


def _flush_names(folder: Path) -> None:
    """Asks the system to keep the new names through a loss of power, where it can."""
    if os.name == "posix":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _folder_trouble(folder: Path, error: OSError) -> KnownError:
    if error.errno in _FULL:
        return KnownError("{folder} is full. Nothing was written; free some space there.", folder=str(folder))
    if error.errno in _FORBIDDEN:
        return KnownError("{folder} cannot be written to. Choose another folder.", folder=str(folder))
    if error.errno in _MISSING:
        return KnownError("{folder} is not there, or is not a folder. Choose another one.", folder=str(folder))
    return KnownError("{folder} cannot be used: {detail}.", folder=str(folder), detail=error.strerror or str(error))


def _file_trouble(path: Path, error: OSError) -> KnownError:
    if path.is_dir():
        return KnownError("{name} is the name of a folder there. Rename that folder.", name=path.name)
    if isinstance(error, PermissionError):
        return KnownError("{name} is open in another program. Close it there and try again.", name=path.name)
    return KnownError("{name} could not be written: {detail}.", name=path.name, detail=error.strerror or str(error))
