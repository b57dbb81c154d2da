"""The one place where a database is opened, and how SQLite's errors become sentences."""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from os import fsencode
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import quote

from delegation_planner.plan.errors import (
    DamagedPlanFile,
    KnownError,
    PlanFileBusy,
    PlanFileError,
    PlanFileFull,
    PlanFileReadOnly,
    PlanFileUnreachable,
)

_LOG: Final = logging.getLogger(__name__)
BUSY_SECONDS: Final = 5.0
LARGEST_VALUE: Final = 128 << 20
"""Bytes of one text or blob; an attachment has 25 MB, the log of a whole summit's import some 60 MB."""

_INSTRUCTIONS_BETWEEN_LOOKS: Final = 10_000


class Rows(Protocol):
    """What a statement answers."""

    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...


class Content(Protocol):
    """An open blob."""

    def read(self, length: int = -1, /) -> bytes: ...
    def write(self, data: bytes, /) -> None: ...
    def close(self) -> None: ...


class Database(Protocol):
    """All that this folder asks of an open database, so that another driver can stand in for it."""

    @property
    def in_transaction(self) -> bool: ...
    def execute(self, sql: str, parameters: Any = ..., /) -> Rows: ...
    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Rows: ...
    def blobopen(self, table: str, column: str, row: int, /, *, readonly: bool = ...) -> Content: ...
    def close(self) -> None: ...


Connect = Callable[[Path, bool], Database]
"""(path, read_only) -> an open database; raises sqlite3.Error."""


def connect(path: Path, read_only: bool) -> sqlite3.Connection:  # noqa: FBT001
    """Open an existing database with every guard against a hostile or damaged file; the caller runs transactions.

    One thread may open it and another work with it, but never two at a time.
    """
    mode = "ro" if read_only else "rw"
    db = sqlite3.connect(
        f"{_uri(path)}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False
    )
    try:
        guard(db)
        keep_safely(db)
    except BaseException:
        db.close()
        raise
    return db


def guard(db: sqlite3.Connection) -> None:
    """Distrust the file: nothing that its schema holds may run, nothing in it may be larger than is sensible."""
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    db.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    db.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, 200)
    setconfig = getattr(db, "setconfig", None)  # from Python 3.12
    if setconfig is not None:
        for name, wanted in (("DEFENSIVE", True), ("ENABLE_TRIGGER", False), ("ENABLE_VIEW", False)):
            setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), wanted)
        for name in ("TRUSTED_SCHEMA", "DQS_DML", "DQS_DDL"):
            setconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), False)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        db.execute(f"PRAGMA {setting}")


def keep_safely(db: Database) -> None:
    """Each commit is on disk when it returns, leaves one file, and wipes what it replaces."""
    for setting in ("foreign_keys = ON", "secure_delete = ON", "journal_mode = DELETE", "synchronous = FULL"):
        db.execute(f"PRAGMA {setting}").fetchall()


@contextmanager
def deadline(db: Database, seconds: float) -> Iterator[None]:
    """Stop any statement that is still running after so many seconds (SQLITE_INTERRUPT)."""
    if not isinstance(db, sqlite3.Connection):
        yield
        return
    end = time.monotonic() + seconds
    db.set_progress_handler(lambda: time.monotonic() > end, _INSTRUCTIONS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)


def _uri(path: Path) -> str:
    """The path with `%`, `?`, `#` and the like quoted; a share gets an empty authority before its two slashes."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(fsencode(posix), safe='/:')}"


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn the world's faults into sentences. A broken constraint stays as it is: that is a fault of ours."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DataError, UnicodeDecodeError) as error:
        raise known(error, path) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise known(error, path) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """As `known_errors`; what SQLite hands out but nobody of ours wrote (a list that is no JSON) is damage too."""
    try:
        with known_errors(path):
            yield
    except (ValueError, LookupError, TypeError) as error:
        raise damaged(path, repr(error)) from error


def known(error: Exception, path: Path) -> KnownError:
    """The sentence for an error of SQLite's."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    file = path.name
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return PlanFileFull(
                "The disk that holds {file} is full. Nothing was changed: free space and repeat.", file=file
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return PlanFileBusy(
                "Another program is writing to {file}. Nothing was changed: try again in a moment.", file=file
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return PlanFileReadOnly("{file} may only be read in this place. Nothing was changed.", file=file)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_NOLFS | sqlite3.SQLITE_PROTOCOL:
            _LOG.info("unreachable: %s", error)
            return PlanFileUnreachable("{file} can no longer be reached or written. Save a copy elsewhere.", file=file)
        case sqlite3.SQLITE_INTERRUPT:
            return DamagedPlanFile("{file} takes too long to read. It may be damaged.", file=file)
        case sqlite3.SQLITE_TOOBIG:
            return PlanFileError("{file} holds, or is asked to hold, a text that is far too long.", file=file)
        case _:
            return damaged(path, str(error))


def damaged(path: Path, cause: str) -> DamagedPlanFile:
    """The sentence for a damaged file; what is wrong in it, in words of SQLite's or ours, goes to the log alone."""
    _LOG.info("damaged: %s", cause)
    return DamagedPlanFile("{file} is damaged.", file=path.name)
