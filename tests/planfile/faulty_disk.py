"""A disk that fails, for SQLite: a VFS of apsw's under an adapter that looks like sqlite3 to the plan file."""

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import apsw
from typing_extensions import Buffer

from delegation_planner.planfile.connecting import keep_safely

_SECTOR = 512
_NAMES = count()


class Disk:
    """What happens to the writes, syncs, truncations and deletions that SQLite asks for.

    `fail_at` counts them from 1 (0: never); with `for_good` all later ones fail as well. `power_fails_at` counts syncs:
    at that one, a random part of what was never synced reaches the disk, torn at sectors and in any order.
    """

    def __init__(self, error: type[apsw.Error] = apsw.IOError) -> None:
        self.error = error
        self.seen = 0
        self.fail_at = 0
        self.for_good = False
        self.syncs = 0
        self.power_fails_at = 0
        self.chance = random.Random(0)
        self.off = False
        self.unsynced: dict[str, list[tuple[int, bytes]]] = {}

    def step(self) -> None:
        """Fail here if it is time."""
        if self.off:
            raise self.error("no power")
        self.seen += 1
        if self.fail_at and (self.seen == self.fail_at or (self.for_good and self.seen > self.fail_at)):
            raise self.error("the disk fails, as this test wants")

    def sync(self) -> None:
        """Fail here if it is time for the power to fail."""
        self.syncs += 1
        if self.power_fails_at and self.syncs == self.power_fails_at:
            self._lose_power()

    def _lose_power(self) -> None:
        self.off = True
        pieces = [
            (path, offset + start, data[start : start + _SECTOR])
            for path, writes in self.unsynced.items()
            for offset, data in writes
            for start in range(0, len(data), _SECTOR)
        ]
        self.chance.shuffle(pieces)
        for path, offset, data in pieces[: len(pieces) // 2]:
            if Path(path).exists():
                with Path(path).open("r+b") as file:
                    file.seek(offset)
                    file.write(data)
        raise self.error("the power fails, as this test wants")


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], disk: Disk) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        disk.unsynced.setdefault(self._path, [])

    def xWrite(self, data: Buffer, offset: int) -> None:  # noqa: N802
        self._disk.step()
        if self._disk.power_fails_at:
            self._disk.unsynced[self._path].append((offset, bytes(data)))
        else:
            super().xWrite(data, offset)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        seen = bytearray(amount)
        read = super().xRead(amount, offset) if super().xFileSize() > offset else b""
        seen[: len(read)] = read
        end = offset + len(read)
        for start, data in self._disk.unsynced[self._path]:
            first, last = max(start, offset), min(start + len(data), offset + amount)
            if first < last:
                seen[first - offset : last - offset] = data[first - start : last - start]
                end = max(end, last)
        return bytes(seen[: end - offset])

    def xFileSize(self) -> int:  # noqa: N802
        ends = [start + len(data) for start, data in self._disk.unsynced[self._path]]
        return max([super().xFileSize(), *ends])

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.step()
        self._disk.sync()
        for start, data in self._disk.unsynced[self._path]:
            super().xWrite(data, start)
        self._disk.unsynced[self._path].clear()
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.step()
        kept = [(start, data[: max(0, size - start)]) for start, data in self._disk.unsynced[self._path]]
        self._disk.unsynced[self._path] = [(start, data) for start, data in kept if data]
        super().xTruncate(size)


class _Vfs(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self.name = f"faulty-{next(_NAMES)}"
        self._disk = disk
        super().__init__(self.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802
        return _File(name, flags, self._disk)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001, N802
        self._disk.step()
        self._disk.unsynced.pop(filename, None)
        super().xDelete(filename, syncdir)


class ApswDatabase:
    """An apsw connection that behaves as far as the plan file needs like one of sqlite3's."""

    def __init__(self, connection: apsw.Connection, vfs: _Vfs) -> None:
        self.connection = connection
        self._vfs = vfs  # must live as long as the connection

    @property
    def in_transaction(self) -> bool:
        return bool(self.connection.in_transaction)

    def execute(self, sql: str, parameters: Any = (), /) -> "_Rows":
        return _Rows(_as_sqlite3(lambda: self.connection.execute(sql, parameters)))

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> "_Rows":
        return _Rows(_as_sqlite3(lambda: self.connection.executemany(sql, parameters)))

    def blobopen(self, table: str, column: str, row: int, /, *, readonly: bool = False) -> Any:
        return _as_sqlite3(lambda: self.connection.blob_open("main", table, column, row, not readonly))

    def close(self) -> None:
        _as_sqlite3(self.connection.close)


class _Rows:
    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def fetchone(self) -> Any:
        return _as_sqlite3(self._cursor.fetchone)

    def fetchall(self) -> list[Any]:
        return list(_as_sqlite3(self._cursor.fetchall))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.fetchall())


def _as_sqlite3(work: Callable[[], Any]) -> Any:
    """Do the work; an error of apsw's becomes the one that sqlite3 would raise."""
    try:
        return work()
    except apsw.Error as error:
        code = apsw.SQLITE_FULL if isinstance(error, apsw.FullError) else apsw.SQLITE_IOERR
        code = getattr(error, "extendedresult", None) or code
        kinds = {apsw.ConstraintError: sqlite3.IntegrityError, apsw.CorruptError: sqlite3.DatabaseError,
                 apsw.NotADBError: sqlite3.DatabaseError}  # fmt: skip
        raised = kinds.get(type(error), sqlite3.OperationalError)(str(error))
        raised.sqlite_errorcode = code
        raise raised from error


def connect_on(disk: Disk, *settings: str) -> Callable[[Path, bool], ApswDatabase]:
    """A `connect` for PlanFile.open whose files lie on that disk; `settings` are pragmas that overrule ours."""

    def connect(path: Path, read_only: bool) -> ApswDatabase:  # noqa: FBT001
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        vfs = _Vfs(disk)
        database = ApswDatabase(apsw.Connection(str(path), flags=flags, vfs=vfs.name), vfs)
        keep_safely(database)
        for setting in settings:
            database.execute(f"PRAGMA {setting}").fetchall()
        return database

    return connect
