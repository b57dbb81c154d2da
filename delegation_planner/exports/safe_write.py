"""Writes batches of files so that each is whole or untouched, and says which came through."""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import Final, NamedTuple, Protocol

from delegation_planner.plan.errors import KnownError

PAUSES: Final = (0.2, 0.5, 1.0)
"""Seconds before each new try at files that another program holds: virus scanners and indexers let go soon."""

_STAGE_PREFIX: Final = ".delegation-planner-"
_STAGE_SUFFIX: Final = ".part"
_LEFT_OVER_AFTER: Final = 600
"""Seconds without a change after which a stage folder is that of a killed export."""

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_MISSING: Final = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST}


class Progress(Protocol):
    """Told before each step; a false answer stops the work there."""

    def __call__(self, done: int, steps: int, name: str = "", /) -> bool:
        """`done` of so many steps are done, and `name` is what the next one makes or writes."""
        ...


class OutgoingFile(NamedTuple):
    """A file to be written: a safe name without folders, and its bytes.

    `says_the_same` tells whether other bytes in its place need not be replaced; without it, only equal ones.
    """

    name: str
    content: bytes
    says_the_same: Callable[[bytes], bool] | None = None


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
    """Writes the files into the folder, as `staged` and `Staged.move_in` do for several."""
    (result,) = staged(folder, {"": files}, progress).move_in(pauses=pauses)
    return result


def staged(root: Path, folders: Mapping[str, Sequence[OutgoingFile]], progress: Progress | None = None) -> "Staged":
    """Writes what is to go into folders below `root` ("" is itself) aside: all files that differ from what is there.

    Folders that are missing are made. A file that is the same already is not touched, so its time stays. Raises
    KnownError if a folder cannot be used or is full; then, and when it was stopped, nothing is left behind.
    """
    for files in folders.values():
        _check_names([file.name for file in files])
    aside = Staged(root, folders, _Watch(2 * sum(map(len, folders.values())), progress))
    try:
        aside.write_aside()
    except BaseException:
        aside.discard()
        raise
    if aside.is_stopped:
        aside.discard()
    return aside


class Staged:
    """Files written and flushed in a folder of their own beside their targets, to be moved into place one by one."""

    def __init__(self, root: Path, folders: Mapping[str, Sequence[OutgoingFile]], watch: "_Watch") -> None:
        """Made by `staged` alone."""
        self._root = root
        self._folders = {root / name: files for name, files in folders.items()}
        self._watch = watch
        self._stage = root / f"{_STAGE_PREFIX}{secrets.token_hex(8)}{_STAGE_SUFFIX}"
        self._made: list[Path] = []
        self._aside: dict[Path, dict[str, Path]] = {folder: {} for folder in self._folders}
        self._unchanged: dict[Path, list[str]] = {folder: [] for folder in self._folders}

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked to stop."""
        return self._watch.stopped

    def write_aside(self) -> None:
        """The first half, done by `staged`."""
        with _told_of(self._root):
            self._make(self._root)
            self._stage.mkdir()
            _clean_up(self._root, now=self._stage.stat().st_mtime)
        for folder, files in self._folders.items():
            with _told_of(folder):
                self._make(folder)
            for file in files:
                if self._watch.stops_before(file.name):
                    return
                self._write(folder, file)
                self._watch.done += 1

    def move_in(self, progress: Progress | None = None, pauses: Sequence[float] = PAUSES) -> tuple[WriteResult, ...]:
        """Moves every file into its place and says what became of it; where it was stopped, what was not reached.

        Files that another program holds are tried again after each pause. A `progress` takes the place of the one
        that was told of the first half.
        """
        self._watch.progress = progress or self._watch.progress
        results = []
        try:
            for folder, files in self._folders.items():
                written, failed = _move_in(folder, self._aside[folder], self._watch, pauses)
                settled = {*written, *self._unchanged[folder], *(failure.name for failure in failed)}
                cancelled = tuple(file.name for file in files if file.name not in settled)
                results.append(WriteResult(folder, tuple(written), tuple(self._unchanged[folder]), failed, cancelled))
        finally:
            self.discard()
        return tuple(results)

    def discard(self) -> None:
        """Takes away what was not moved, and folders that were made and got nothing."""
        shutil.rmtree(self._stage, ignore_errors=True)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def _make(self, folder: Path) -> None:
        missing = [folder, *folder.parents]
        for each in reversed([each for each in missing if not each.exists()]):
            each.mkdir(exist_ok=True)
            self._made.append(each)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))

    def _write(self, folder: Path, file: OutgoingFile) -> None:
        if _is_same(folder / file.name, file):
            self._unchanged[folder].append(file.name)
            self._watch.done += 1  # it need not be moved
            return
        path = self._stage / str(self._watch.done)
        with _told_of(folder):
            _write_through(path, file.content)
        self._aside[folder][file.name] = path


def _check_names(names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError("two files of one name")
    for name in names:
        if not name or PurePath(name).name != name:
            raise ValueError(f"not a plain file name: {name!r}")


class _Watch:
    """Counts and reports the steps, two for each file, and remembers that somebody asked to stop."""

    def __init__(self, steps: int, progress: Progress | None) -> None:
        self._steps = steps
        self.progress = progress
        self.done = 0
        self.stopped = False

    def stops_before(self, name: str) -> bool:
        if self.progress and not self.stopped:
            self.stopped = not self.progress(self.done, self._steps, name)
        return self.stopped


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """What goes wrong is told as a trouble of the folder."""
    try:
        yield
    except OSError as error:
        raise _folder_trouble(folder, error) from error


def _clean_up(folder: Path, now: float) -> None:
    """Removes the stages of killed exports; `now` is by the clock of the folder's own file system."""
    for left_over in folder.glob(f"{_STAGE_PREFIX}*{_STAGE_SUFFIX}"):
        with suppress(OSError):
            if now - left_over.stat().st_mtime > _LEFT_OVER_AFTER:
                shutil.rmtree(left_over, ignore_errors=True)


def _is_same(path: Path, file: OutgoingFile) -> bool:
    try:
        if file.says_the_same is None:
            return path.stat().st_size == len(file.content) and path.read_bytes() == file.content
        there = path.read_bytes()
    except OSError:
        return False
    return there == file.content or file.says_the_same(there)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move_in(
    folder: Path, aside: dict[str, Path], watch: _Watch, pauses: Sequence[float]
) -> tuple[list[str], tuple[Failure, ...]]:
    """The names moved into place and the failures; files that another program holds are tried again together."""
    written: list[str] = []
    failed: dict[str, Failure] = {}
    held = aside
    for pause in (0.0, *pauses):
        time.sleep(pause if held else 0)
        trying, held = held, {}
        for name, path in trying.items():
            if watch.stops_before(name):
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
                watch.done += 1
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
