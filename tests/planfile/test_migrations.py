"""Files of earlier versions are brought forward whole, or stay as they were."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.edition import Edition
from delegation_planner.plan.errors import DamagedPlanFile, KnownError, NotAPlanFile, OlderPlanFile
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.tables import TABLE_NAMES, TABLES
from delegation_planner.planfile.connecting import connect
from delegation_planner.planfile.editions import packed, unpacked
from delegation_planner.planfile.examining import schema_fingerprint
from delegation_planner.planfile.migrations import Migration, Migrations, Rows
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.planfile.snapshots import snapshots
from tests.builders import a_person
from tests.golden_files import matches_golden
from tests.old_files.make import CONTENT
from tests.planfile.plans import AIDE, AT, HEAD, a_full_plan, entry

OLD_FILES = Path(__file__).resolve().parents[1] / "old_files"
NEWCOMER = a_person("A9", office_en="Attaché")
EDITS = (
    Changes([put(NEWCOMER)]),
    Changes([replaced(HEAD, HEAD._replace(office_en="Minister", head=False, speaks=("az",)))]),
    Changes([replaced(NEWCOMER, NEWCOMER._replace(pronunciation="ah", office_en="Consul"))]),
    Changes([removed(NEWCOMER._replace(pronunciation="ah", office_en="Consul"))]),
)


def _bring(rows: Rows) -> Rows:
    """From "version 0": the office had one language, nobody's pronunciation was known, places lay elsewhere."""
    brought = {("place" if table == "location" else table): of_table for table, of_table in rows.items()}
    for person in brought.get("participant", []):
        if "office" in person:
            person["office_en"] = person.pop("office")
        person.setdefault("pronunciation", "")
    return brought


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of "version 0"."""
    path = tmp_path / "old.visit"
    file = PlanFile.create(path, a_full_plan())
    for number, changes in enumerate(EDITS):
        file.write(entry(changes, f"edit {number}"))
    file.issue(Edition(1, AT), a_full_plan().changed(EDITS[0]))
    file.issue(Edition(2, AT), a_full_plan())
    file.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE participant RENAME COLUMN office_en TO office")
        db.execute("ALTER TABLE participant DROP COLUMN pronunciation")
        db.execute("ALTER TABLE place RENAME TO location")
        for seq, changes in db.execute("SELECT seq, changes FROM change_log").fetchall():
            db.execute("UPDATE change_log SET changes = ? WHERE seq = ?", (_as_version_0(changes), seq))
        (content,) = db.execute("SELECT content FROM edition WHERE number = 1").fetchone()
        db.execute("UPDATE edition SET content = ? WHERE number = 1", (_edition_as_version_0(content),))
        db.execute("UPDATE edition SET content = x'78' WHERE number = 2")
        db.execute("PRAGMA user_version = 0")
        db.commit()
        db.execute("VACUUM")
    return path


def _as_version_0(changes: str) -> str:
    runs = json.loads(changes)
    for run in runs:
        at = run["fields"].index("pronunciation") if "pronunciation" in run["fields"] else None
        width = len(run["fields"])
        for rows in (run[action] for action in ("put", "removed", "replaced") if action in run):
            for row in rows:
                if at is None:
                    continue
                if "replaced" in run:
                    del row[width + 1 + at]
                del row[at]
        run["fields"] = ["office" if name == "office_en" else name for name in run["fields"] if name != "pronunciation"]
    return json.dumps(runs)


def _edition_as_version_0(content: bytes) -> bytes:
    written = unpacked(content)
    people = written["participant"]
    at = people["fields"].index("pronunciation")
    fields = ["office" if name == "office_en" else name for name in people["fields"] if name != "pronunciation"]
    written["participant"] = {"fields": fields, "rows": [row[:at] + row[at + 1 :] for row in people["rows"]]}
    written["location"] = written.pop("place")
    return packed(written)


def _steps(path: Path, bring: Callable[[Rows], Rows] = _bring, *, log_too: bool = True) -> Migrations:
    with closing(connect(path, True)) as db:
        return {0: Migration(schema_fingerprint(db), bring, log_too)}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _plan_after() -> Any:
    return a_full_plan().changed(EDITS[1])


def test_f24_every_released_version_opens_and_holds_what_it_held(tmp_path: Path) -> None:
    told = {}
    for released in sorted(OLD_FILES.glob("v*.visit")):
        path = tmp_path / released.name
        shutil.copyfile(released, path)
        as_copied = read_plan_file(path)
        file = PlanFile.open(path, snapshot_folder=tmp_path / "snapshots")
        assert file.read_only_reason is None
        plan = file.load()
        assert plan == as_copied
        values = {TABLE_NAMES[kind]: [row._asdict() for row in plan.rows(kind)] for kind in TABLES.values()}
        log = [
            written._replace(changes=tuple((TABLE_NAMES[kind], id, old, new) for kind, id, old, new in written.changes))  # type: ignore[arg-type]
            for written in file.log()
        ]
        for written in reversed(file.log()):
            plan = plan.changed(written.changes.inverse())
        assert plan.visit == a_full_plan().visit
        assert [file.attachment(sha) for sha in [sha256(CONTENT).hexdigest()]] == [CONTENT]
        assert file.edition_plan(1) == a_full_plan()
        content = {
            "rows": values, "log": log, "sent": list(file.sent().values()), "editions": file.editions(),
            "receipts": file.receipts(), "plan uuid": file.plan_uuid,
        }  # fmt: skip
        told[f"{released.stem}.json"] = json.dumps(content, indent=1, ensure_ascii=False).encode() + b"\n"
        file.close()
    assert "v1.json" in told
    matches_golden("old_files", told)


def test_f24_a_file_is_brought_forward_after_a_snapshot_with_its_log(old: Path, tmp_path: Path) -> None:
    before = _digest(old)
    file = PlanFile.open(old, snapshot_folder=tmp_path / "kept", migrations=_steps(old))
    assert file.read_only_reason is None
    assert file.load() == _plan_after()
    assert file.edition_plan(1) == a_full_plan().changed(EDITS[0])
    with pytest.raises(DamagedPlanFile, match="Edition 2"):
        file.edition_plan(2)
    log = file.log()
    assert [written.changes for written in log] == [
        Changes([put(NEWCOMER)]),
        EDITS[1],
        Changes([replaced(NEWCOMER, NEWCOMER._replace(office_en="Consul"))]),
        Changes([removed(NEWCOMER._replace(office_en="Consul"))]),
    ]
    for written in reversed(log):
        file.write(entry(written.changes.inverse(), "undo", "undo"))
    assert file.load() == a_full_plan()
    (kept,) = snapshots(tmp_path / "kept", file.plan_uuid)
    file.close()
    assert kept.path.read_bytes()[60:64] == bytes(4)
    assert _digest(old) != before
    assert read_plan_file(old) == a_full_plan()


def test_f24_without_a_place_for_the_snapshot_a_copy_is_brought_forward_in_memory(old: Path) -> None:
    before = _digest(old)
    file = PlanFile.open(old, migrations=_steps(old))
    assert str(file.read_only_reason) == "old.visit was made by an earlier version: the window brings it forward."
    assert file.load() == _plan_after()
    assert len(file.log()) == len(EDITS)
    file.close()
    assert _digest(old) == before
    assert [path.name for path in old.parent.iterdir()] == ["old.visit"]


def test_where_the_log_cannot_follow_undo_ends_and_goes_on_from_there(old: Path, tmp_path: Path) -> None:
    file = PlanFile.open(old, snapshot_folder=tmp_path / "kept", migrations=_steps(old, log_too=False))
    assert file.log() == []
    assert file.load() == _plan_after()
    edit = Changes([replaced(AIDE, AIDE._replace(office_en="Counsellor"))])
    assert file.write(entry(edit)) == len(EDITS) + 1
    assert [written.changes for written in file.log()] == [edit]
    assert file.counts()["change_log"] == len(EDITS) + 1
    file.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_an_old_file_that_no_step_starts_from_or_that_is_not_as_made_is_refused(
    old: Path, tmp_path: Path, *, read_only: bool
) -> None:
    steps = _steps(old)
    before = _digest(old)
    with pytest.raises(OlderPlanFile):
        PlanFile.open(old, read_only=read_only, snapshot_folder=tmp_path, migrations={})
    assert _digest(old) == before
    with closing(sqlite3.connect(old)) as db:
        db.execute("CREATE TRIGGER t AFTER DELETE ON participant BEGIN DELETE FROM visit; END")
    with pytest.raises(NotAPlanFile):
        PlanFile.open(old, read_only=read_only, snapshot_folder=tmp_path, migrations=steps)


class _FailsAt:
    """A database that fails at the n-th statement, and keeps aside what a kill at that moment would leave on disk."""

    def __init__(self, path: Path, db: sqlite3.Connection, at: int) -> None:
        self._path, self._db, self.at, self.seen = path, db, at, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)

    def _count(self, sql: str) -> None:
        self.seen += not sql.startswith(("ROLLBACK", "PRAGMA foreign_keys"))
        if self.seen == self.at:
            for left in (self._path, Path(f"{self._path}-journal")):
                if left.exists():
                    shutil.copyfile(left, left.with_name(f"killed {left.name}"))
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        self._count(sql)
        return self._db.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> Any:
        self._count(sql)
        return self._db.executemany(sql, parameters)


def test_f25_f26_a_step_that_fails_at_any_statement_leaves_the_old_file(old: Path, tmp_path: Path) -> None:
    steps = _steps(old)
    failures = 0
    for at in range(1, 500):
        path = tmp_path / "tried.visit"
        shutil.copyfile(old, path)
        opened: list[_FailsAt] = []

        def failing(path: Path, read_only: bool, at: int = at, opened: list[_FailsAt] = opened) -> _FailsAt:  # noqa: FBT001
            opened.append(_FailsAt(path, connect(path, read_only), at if not opened else 0))
            return opened[-1]

        try:
            PlanFile.open(path, snapshot_folder=tmp_path / "kept", migrations=steps, connect=failing).close()
        except KnownError:
            failures += 1
            with closing(connect(path, True)) as db:
                assert schema_fingerprint(db) == steps[0].schema
                assert db.execute("PRAGMA user_version").fetchone() == (0,)
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            for left in (path, path.with_name("killed tried.visit")):
                file = PlanFile.open(left, migrations=steps)
                assert file.load() == _plan_after()
                file.close()
        else:
            assert opened[0].seen < at
            break
    assert failures > 60


def test_f26_rows_that_do_not_fit_the_new_tables_leave_the_old_file(old: Path, tmp_path: Path) -> None:
    def bring_wrongly(rows: Rows) -> Rows:
        brought = _bring(rows)
        for person in brought.get("participant", []):
            person["entourage"] = "nobody"
        return brought

    before = _digest(old)
    for folder in (tmp_path / "kept", None):
        with pytest.raises(DamagedPlanFile, match="cannot be brought forward"):
            PlanFile.open(old, snapshot_folder=folder, migrations=_steps(old, bring_wrongly))
    assert _digest(old) == before
    assert not list(old.parent.glob(".~lock*"))


def test_f26_rows_that_no_longer_fit_together_leave_the_old_file(old: Path, tmp_path: Path) -> None:
    def bring_too_little(rows: Rows) -> Rows:
        brought = _bring(rows)
        if "delegation" in brought:
            brought["delegation"] = []
        return brought

    before = _digest(old)
    with pytest.raises(DamagedPlanFile, match="names one of delegation that is not there"):
        PlanFile.open(old, snapshot_folder=tmp_path / "kept", migrations=_steps(old, bring_too_little))
    assert _digest(old) == before
    assert _plan_in(old).rows(Participant) == _plan_after().rows(Participant)


def _plan_in(old: Path) -> Any:
    """The plan in a file of "version 0"."""
    file = PlanFile.open(old, migrations=_steps(old))
    try:
        return file.load()
    finally:
        file.close()
