"""The plan file that a session works on: `PlanStore` over one SQLite database."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from delegation_planner.plan.collector import collector_paused
from delegation_planner.plan.edition import Edition, Receipt
from delegation_planner.plan.errors import PlanFileChanged, PlanFileError, PlanFileReadOnly
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile import attachments, copies, editions, examining, log, meta, opening
from delegation_planner.planfile.connecting import Connect, Database, connect, known, known_errors, reading
from delegation_planner.planfile.forgetting import forget_history
from delegation_planner.planfile.lock import Owner, take_lock
from delegation_planner.planfile.migrations import MIGRATIONS, Migrations
from delegation_planner.planfile.reading import read_plan
from delegation_planner.planfile.runs import runs
from delegation_planner.planfile.schema import STORE_TABLES
from delegation_planner.planfile.sent_register import append_sent, last_number, read_editions_sent, read_sent
from delegation_planner.planfile.snapshots import Snapshot, snapshots, take_snapshot
from delegation_planner.planfile.whereabouts import Whereabouts
from delegation_planner.planfile.writing import write_runs
from delegation_planner.session.store import LogEntry

_LOG: Final = logging.getLogger(__name__)


class PlanFile:
    """One open visit plan on disk. Every write is one transaction, on disk when it returns."""

    def __init__(self, opened: opening.Opened, connect: Connect = connect) -> None:
        self.path = opened.path
        self.whereabouts = Whereabouts(self.path)
        self._connect = connect
        self._db = opened.db
        self._frozen = editions.Frozen()
        self._lock = opened.lock
        self._read_only_reason = opened.read_only_reason
        try:
            with reading(self.path):
                self.plan_uuid: Id = meta.plan_uuid(self._db)
                self._seq = log.last_seq(self._db)
                self._data_version = self._ask_data_version()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(
        cls, path: Path, plan: Plan, *, plan_uuid: Id | None = None, owner: Owner | None = None, replace: bool = False
    ) -> "PlanFile":
        """A new file that holds this plan and an empty log, open for writing.

        Raises PlanFileError where the path is taken (and not to be replaced) or cannot be written.
        """
        copies.write_new(path, plan, plan_uuid=plan_uuid, replace=replace)
        return cls.open(path, owner=owner)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        owner: Owner | None = None,
        take_over: bool = False,
        snapshot_folder: Path | None = None,
        migrations: Migrations = MIGRATIONS,
        connect: Connect = connect,
    ) -> "PlanFile":
        """Open a plan. Where it cannot be written, it is open to be read and `read_only_reason` says why.

        A file of an earlier version is brought forward after a snapshot where `snapshot_folder` is given, else a copy
        of it in memory. `take_over` takes the lock even of a colleague. Raises NotAPlanFile, NewerPlanFile,
        OlderPlanFile, DamagedPlanFile or PlanFileUnreachable; the file is then untouched.
        """
        way = opening.Way(read_only, owner, take_over, snapshot_folder, migrations, connect)
        return cls(opening.open_plan(path, way), connect)

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        return self._read_only_reason is not None

    @property
    def read_only_reason(self) -> PlanFileError | None:
        """Why writing is refused: PlanFileHeld names the colleague. None where it is not."""
        return self._read_only_reason

    def must_be_writable(self) -> None:
        """Raises the reason why writing is refused, if it is: before work that would be for nothing."""
        if self._read_only_reason is not None:
            raise self._read_only_reason

    @property
    def owner(self) -> Owner | None:
        """Under which name we hold the plan; None where we only read."""
        return self._lock.owner if self._lock else None

    def load(self) -> Plan:
        """The plan as it is stored; also after somebody else has written to it."""
        with reading(self.path):
            self._seq = log.last_seq(self._db)
            self._data_version = self._ask_data_version()
            return read_plan(self._db)

    def write(self, entry: LogEntry, contents: Mapping[str, bytes] | None = None) -> int:
        """Carry out the entry's changes and append it to the log in one transaction; returns the entry's seq.

        Raises PlanFileChanged where the file is no longer as this session knows it (load it again),
        AttachmentError, or another PlanFileError; the stored plan is then as it was.
        """
        with collector_paused():
            return self._write(entry, contents or {})

    def _write(self, entry: LogEntry, contents: Mapping[str, bytes]) -> int:
        seq = self._seq + 1
        parts = list(runs(entry.changes))

        def work() -> None:
            if log.last_seq(self._db) != self._seq:
                raise self._changed()
            attachments.store(self._db, contents)
            if not write_runs(self._db, parts, seq):
                raise self._changed()
            log.append(self._db, entry, parts, seq)

        self._in_one_transaction(work, lambda: log.holds(self._db, seq, entry))
        self._seq = seq
        return seq

    def log(self, *, newest: int | None = None) -> list[LogEntry]:
        """The log, oldest first; with `newest`, only that many last entries. What cannot be undone is left out."""
        with reading(self.path):
            return log.read_log(self._db, newest, int(meta.fact(self._db, meta.UNDO_FLOOR)))

    def attachment(self, sha256: str) -> bytes:
        """The content of an attached file; raises AttachmentError where it is missing or not what was attached."""
        with reading(self.path):
            return attachments.read(self._db, sha256)

    def sent(self) -> SentRegister:
        """What has gone out: the newest record by reader and uid."""
        with reading(self.path):
            return read_sent(self._db)

    def editions_sent(self) -> list[int]:
        """The numbers of the editions whose packs have gone out, the first one first."""
        with reading(self.path):
            return read_editions_sent(self._db)

    def record_sent(self, records: Iterable[Sent]) -> None:
        """Append to what has gone out, in one transaction."""
        every = tuple(records)
        if not every:
            return
        with known_errors(self.path):
            last = last_number(self._db)
        self._in_one_transaction(
            lambda: append_sent(self._db, every), lambda: last_number(self._db) >= last + len(every)
        )

    def editions(self) -> list[Edition]:
        """What has been issued, the first edition first."""
        with reading(self.path):
            return editions.read_editions(self._db)

    def issue(self, edition: Edition, plan: Plan) -> None:
        """Keep an edition and the plan that it freezes; raises PlanFileChanged where another took its number."""
        number = edition.number

        def work() -> None:
            if editions.last_edition(self._db) != number - 1:
                raise self._changed()
            editions.append_edition(self._db, edition, plan)

        self._in_one_transaction(work, lambda: editions.last_edition(self._db) == number)

    def edition_plan(self, number: int) -> Plan:
        """The plan as an edition froze it; raises PlanFileError as editions.read_content and editions.plan_of."""
        with collector_paused():
            return self.edition_content(number)()

    def edition_content(self, number: int) -> Callable[[], Plan]:
        """See PlanStore; raises PlanFileError as editions.read_content, and the answer as editions.plan_of."""
        with reading(self.path):
            content = editions.read_content(self._db, number)
        return lambda: self._frozen.plan_of(content, number)

    def receipts(self) -> list[Receipt]:
        """Who was given which edition and who has said so, in the order in which it was recorded."""
        with reading(self.path):
            return editions.read_receipts(self._db)

    def record_receipts(self, receipts: Iterable[Receipt]) -> None:
        """Append to the receipts, in one transaction."""
        every = tuple(receipts)
        if not every:
            return
        with known_errors(self.path):
            last = editions.last_receipt(self._db)
        self._in_one_transaction(
            lambda: editions.append_receipts(self._db, every),
            lambda: editions.last_receipt(self._db) >= last + len(every),
        )

    def save_copy(self, target: Path, *, replace: bool = False) -> Id:
        """A sound copy of the whole file, a plan of its own; answers its uuid. Raises as copies.save_copy.

        It is of the file that was opened, also where that has since been moved away or replaced.
        """
        return copies.save_copy(self.path, target, replace=replace, db=self._db)

    def snapshot(self, folder: Path, now: datetime | None = None) -> Snapshot | None:
        """Keep the file as it is now among the earlier versions in `folder`; None where the newest is the same plan."""
        kept = snapshots(folder, self.plan_uuid)
        if kept and kept[-1].seq == self._seq:
            return None
        return take_snapshot(self.path, folder, self.plan_uuid, self._seq, now or datetime.now(UTC))

    def counts(self) -> dict[str, int]:
        """How many rows each table has, and the bytes of all attachments as "attachment bytes"."""
        with known_errors(self.path):
            names = (*TABLES, *STORE_TABLES)
            found = {name: self._db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608
            size = self._db.execute("SELECT sum(length(content)) FROM attachment").fetchone()[0]
        return {**found, "attachment bytes": size or 0}

    def examine(self) -> None:
        """Check the whole file, every index and reference; raises DamagedPlanFile."""
        examining.examine(self._db, self.path, thorough=True)

    def forget_history(self) -> None:
        """Take out for good what log and editions hold, and attachments that no document has any more.

        For the removal of personal data, after the edit that removes it from the plan; undo then ends here. Earlier
        versions are files of their own: snapshots.remove_snapshots.
        """
        self._in_one_transaction(lambda: forget_history(self._db), lambda: False)
        with known_errors(self.path):
            self._db.execute("VACUUM").fetchall()

    def changed_by_others(self) -> PlanFileChanged | None:
        """The error where somebody else has written to the file since it was opened or loaded, else None."""
        with known_errors(self.path):
            return self._changed() if self._ask_data_version() != self._data_version else None

    def try_writing(self) -> None:
        """Write nothing new, to see whether the file can be written; raises PlanFileError where it cannot.

        It is then read only until this succeeds, so that a failing medium is not written to again and again.
        """
        if self._lock is None:
            return
        self._read_only_reason = None
        try:
            self._in_one_transaction(
                lambda: meta.set_fact(self._db, meta.UNDO_FLOOR, meta.fact(self._db, meta.UNDO_FLOOR)), lambda: True
            )
        except PlanFileError as error:
            self._read_only_reason = error
            raise

    def resume(self) -> None:
        """Take up again what lies in the place now: a medium that came back, a copy that a program put there.

        Raises PlanFileChanged where it is not this plan in this state, or as `open`; nothing has changed then.
        """
        db = self._connect_again()
        self._db.close()
        self._db = db
        self.whereabouts = Whereabouts(self.path)
        self._data_version = self._ask_data_version()
        if self._lock is not None:
            with suppress(OSError):
                self._lock = take_lock(self.path, self._lock.owner) or self._lock
            self.refresh_lock()

    def _connect_again(self) -> Database:
        with known_errors(self.path):
            db = self._connect(self.path, self._lock is None)
        try:
            examining.examine(db, self.path, thorough=False)
            is_ours = self._is_in_our_state(db)
        except BaseException:
            db.close()
            raise
        if not is_ours:
            db.close()
            raise self._changed()
        return db

    def _is_in_our_state(self, db: Database) -> bool:
        """Whether a file is this plan after our last edit; as far as our own still answers, after the same edit."""
        with reading(self.path):
            if (meta.plan_uuid(db), log.last_seq(db)) != (self.plan_uuid, self._seq):
                return False
            return not self._is_readable() or log.read_log(db, 1, 0) == log.read_log(self._db, 1, 0)

    def _is_readable(self) -> bool:
        """Whether the medium of the file that was opened still answers."""
        try:
            return bool(self._db.execute("SELECT 1 FROM meta").fetchall())
        except sqlite3.Error:
            return False

    def _ask_data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def refresh_lock(self) -> bool:
        """Say, each minute, that we are still here; False once somebody has taken over, and we only read."""
        if self._lock is None or self._lock.refresh():
            return True
        self._lock = None
        self._read_only_reason = opening.held_by(self.path)
        return False

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._db.close()
        if self._lock:
            self._lock.release()
            self._lock = None

    def _in_one_transaction(self, work: Callable[[], None], is_stored: Callable[[], bool]) -> None:
        """Do the work and commit. An error of the commit itself may come after the fact: then the file is asked."""
        if self._read_only_reason is not None:
            raise PlanFileReadOnly(self._read_only_reason.message, **self._read_only_reason.values)
        trouble = self.whereabouts.trouble()
        if trouble is not None:
            raise trouble
        committing = False
        try:
            self._db.execute("BEGIN IMMEDIATE").fetchall()
            work()
            committing = True
            self._db.execute("COMMIT").fetchall()
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            self._roll_back()
            if committing and self._is_true(is_stored):
                _LOG.warning("The commit reported %s, but the file holds the edit.", error)
                return
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise known(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise

    def _is_true(self, is_stored: Callable[[], bool]) -> bool:
        with known_errors(self.path):
            return is_stored()

    def _roll_back(self) -> None:
        try:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK").fetchall()
        except sqlite3.Error:
            _LOG.warning("The rollback failed; SQLite repeats it from the journal.", exc_info=True)

    def _changed(self) -> PlanFileChanged:
        return PlanFileChanged(
            "{file} was changed by somebody else. Nothing was written: load it again.", file=self.path.name
        )


def read_plan_file(path: Path) -> Plan:
    """The plan in a file or a snapshot, brought forward in memory if it is older; the file stays as it is."""
    file = PlanFile.open(path, read_only=True)
    try:
        return file.load()
    finally:
        file.close()
