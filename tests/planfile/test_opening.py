"""What may be opened, what is refused and why, and that a refused file is left as it was."""

import hashlib
import logging
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.errors import (
    DamagedPlanFile,
    KnownError,
    NewerPlanFile,
    NotAPlanFile,
    PlanFileError,
    PlanFileReadOnly,
    PlanFileUnreachable,
)
from delegation_planner.planfile.connecting import LARGEST_VALUE
from delegation_planner.planfile.header import APPLICATION_ID
from delegation_planner.planfile.lock import lock_path
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from tests.planfile.plans import TALKS, a_full_plan, entry, retitled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "visit.visit"


@pytest.fixture
def plan_path(path: Path) -> Path:
    PlanFile.create(path, a_full_plan()).close()
    return path


def _print_of(path: Path) -> tuple[int, str, list[str]]:
    names = sorted(found.name for found in path.parent.iterdir())
    return path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest(), names


def _refused(path: Path, kind: type[KnownError], *, read_only: bool = False) -> str:
    before = _print_of(path)
    with pytest.raises(kind) as refusal:
        PlanFile.open(path, read_only=read_only)
    assert type(refusal.value) is kind
    assert _print_of(path) == before
    return str(refusal.value)


def _sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")


STRANGERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "visit.visit is empty. It may not have been copied to its end."),
    "99 bytes": (
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(83)),
        "visit.visit breaks off after 99 bytes: it is not whole.",
    ),
    "text": (
        lambda path: path.write_text("Görüş — 09:00\n" * 20, "utf-8"),
        "visit.visit is a text file, not a visit plan.",
    ),
    "zip": (_zip, "visit.visit is a zip archive or an Office document, not a visit plan."),
    "noise": (lambda path: path.write_bytes(bytes(range(256)) * 4), "visit.visit is not a visit plan."),
    "other database": (
        lambda path: _sql(path, "CREATE TABLE visit (id TEXT)"),
        "visit.visit is a database of another program, not a visit plan.",
    ),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_f22_a_stranger_is_refused_with_its_reason(path: Path, name: str) -> None:
    make, reason = STRANGERS[name]
    make(path)
    assert _refused(path, NotAPlanFile) == reason


def test_f22_a_folder_and_a_missing_file_are_named(path: Path) -> None:
    with pytest.raises(PlanFileUnreachable, match="There is no file"):
        PlanFile.open(path)
    path.mkdir()
    with pytest.raises(NotAPlanFile, match="is a folder"):
        PlanFile.open(path)


def test_f23_a_newer_file_that_we_can_read_is_open_to_be_read_and_never_written(plan_path: Path) -> None:
    _sql(plan_path, "PRAGMA user_version = 7", "ALTER TABLE place ADD COLUMN what3words TEXT NOT NULL DEFAULT ''")
    before = _print_of(plan_path)
    file = PlanFile.open(plan_path)
    assert str(file.read_only_reason) == "visit.visit was made by a newer version of the planner: it can be read here."
    assert file.load() == a_full_plan()
    with pytest.raises(PlanFileReadOnly):
        file.write(entry(retitled(a_full_plan(), "Talks")))
    file.close()
    assert _print_of(plan_path) == before


@pytest.mark.parametrize(
    "made_by_newer",
    ["UPDATE meta SET value = '2' WHERE key = 'readable_from'", "DELETE FROM meta", "DROP TABLE waiver",
     "CREATE VIEW harmless AS SELECT 1"],
)  # fmt: skip
def test_f23_a_newer_file_that_we_cannot_read_is_refused(plan_path: Path, made_by_newer: str) -> None:
    _sql(plan_path, "PRAGMA user_version = 7", made_by_newer)
    assert _refused(plan_path, NewerPlanFile).startswith("visit.visit was made by a newer version")


@pytest.mark.parametrize(
    "added",
    [
        "CREATE TRIGGER t AFTER UPDATE ON programme_item BEGIN DELETE FROM participant; END",
        "CREATE VIEW v AS SELECT * FROM participant",
        "CREATE TABLE more (id TEXT)",
        "CREATE INDEX i ON participant (name_en)",
        "DROP INDEX step_by_item_id",
        "ALTER TABLE place ADD COLUMN more TEXT",
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_f31_a_schema_that_is_not_exactly_ours_is_refused(plan_path: Path, added: str, *, read_only: bool) -> None:
    _sql(plan_path, added)
    assert "was added, changed or taken out" in _refused(plan_path, NotAPlanFile, read_only=read_only)


def test_f32_a_view_that_never_ends_under_the_name_of_our_table_is_not_run(plan_path: Path) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS key, i AS value FROM n"
    _sql(plan_path, "DROP TABLE meta", f"CREATE VIEW meta AS {endless}")
    assert "meta was added, changed or taken out" in _refused(plan_path, NotAPlanFile)
    _sql(plan_path, "PRAGMA user_version = 7")
    _refused(plan_path, NewerPlanFile)


def test_f33_a_text_beyond_all_measure_is_refused(plan_path: Path) -> None:
    with closing(sqlite3.connect(plan_path)) as db:
        db.execute("UPDATE programme_item SET remarks_internal = ? WHERE code = '01'", ("x" * (LARGEST_VALUE + 1),))
        db.commit()
    before = hashlib.sha256(plan_path.read_bytes()).hexdigest()
    with pytest.raises(PlanFileError, match="far too long"):
        read_plan_file(plan_path)
    assert hashlib.sha256(plan_path.read_bytes()).hexdigest() == before


def test_f33_two_thousand_columns_are_refused(plan_path: Path) -> None:
    columns = ", ".join(f"c{number} TEXT" for number in range(2000))
    _sql(plan_path, "DROP TABLE waiver", f"CREATE TABLE waiver ({columns})")
    with pytest.raises(PlanFileError):
        PlanFile.open(plan_path)


def test_f33_a_million_rows_open(plan_path: Path) -> None:
    million = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) SELECT"
    _sql(plan_path, f"INSERT INTO sent {million} i, 'everyone', i % 9, 0, '', '', 0, 0, '', '', '' FROM n")
    file = PlanFile.open(plan_path)
    assert len(file.sent()) == 9
    file.close()


def test_f34_bytes_that_are_no_text_are_a_known_error(plan_path: Path) -> None:
    _sql(plan_path, "UPDATE programme_item SET title_en = CAST(x'41ff42' AS TEXT) WHERE code = '01'")
    with pytest.raises(DamagedPlanFile):
        read_plan_file(plan_path)


@pytest.mark.parametrize(
    "forged",
    [
        "UPDATE programme_item SET title_en = x'00ff'",
        "UPDATE programme_item SET start_day = 1e308",
        "UPDATE programme_item SET kind = 'feast'",
        "UPDATE programme_item SET id = 'short' WHERE code = '02'",
    ],
)
def test_f35_values_of_the_wrong_sort_are_refused(plan_path: Path, forged: str) -> None:
    _forge(plan_path, "programme_item", forged)
    assert "is damaged" in _refused(plan_path, DamagedPlanFile)


def _forge(path: Path, table: str, statement: str) -> None:
    """Carry out a statement that the table's own rules forbid, and put the rules back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (honest,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = ?", (table,))
        (version,) = db.execute("PRAGMA schema_version").fetchone()
        db.execute(f"PRAGMA schema_version = {version + 1}")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute(statement)
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (honest, table))
        db.execute(f"PRAGMA schema_version = {version + 2}")


@pytest.mark.parametrize(
    ("forged", "cause"),
    [
        ("DELETE FROM place WHERE code = 'MIN'", "a row of place names one of place that is not there"),
        ("DELETE FROM participant WHERE code = 'A3'", "member_ids of a row of participant_group"),
        ("UPDATE document SET parties = '[not json]' WHERE code = 'NV1'", "parties of a row of document"),
        (
            "UPDATE place SET parent_id = (SELECT id FROM place WHERE code = 'ROOM') WHERE code = 'MIN'",
            "a place that lies in itself",
        ),
    ],
)
def test_f36_rows_that_do_not_fit_together_are_damage(
    plan_path: Path, forged: str, cause: str, caplog: pytest.LogCaptureFixture
) -> None:
    _sql(plan_path, forged)
    with caplog.at_level(logging.INFO):
        assert _refused(plan_path, DamagedPlanFile) == "visit.visit is damaged."
    assert f"damaged: {cause}" in caplog.messages


PATHS = [
    "with spaces.visit", "100 %.visit", "a%20b.visit", "what?.visit", "number #1.visit", "o'clock.visit",
    '"quoted".visit', "Görüş Əliyev.visit", "Визит.visit", "زيارة.visit", "visit 🕊.visit", "file:visit.visit",
    "-dash.visit", "a&mode=ro.visit",
]  # fmt: skip


@pytest.mark.parametrize("name", PATHS)
def test_f37_any_name_opens(tmp_path: Path, name: str) -> None:
    path = tmp_path / "fol der %41#?" / name
    path.parent.mkdir()
    file = PlanFile.create(path, a_full_plan())
    file.write(entry(retitled(a_full_plan(), "Talks")))
    copy = path.with_name("copy of " + name)
    file.save_copy(copy)
    file.close()
    assert read_plan_file(path) == read_plan_file(copy) == a_full_plan().changed(retitled(a_full_plan(), "Talks"))
    assert sorted(found.name for found in path.parent.iterdir()) == sorted([path.name, copy.name])


@pytest.mark.parametrize("length", [150, 236, 248, 255, 300])
def test_f37_long_names_open_or_are_refused_in_words(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("n" * (length - 6) + ".visit")
    try:
        file = PlanFile.create(path, a_full_plan())
    except PlanFileError:
        assert length > 200
        return
    # Where the name of the lock file is too long for the medium, the plan is open to be read.
    assert file.read_only == (length > 247)
    assert file.load() == a_full_plan()
    file.close()


def test_f37_a_path_beyond_what_sqlite_takes_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path.joinpath(*["folder" * 20] * 6)
    path.mkdir(parents=True)
    with pytest.raises(PlanFileUnreachable):
        PlanFile.create(path / "visit.visit", a_full_plan())
    assert list(path.iterdir()) == []


def test_f14_f15_a_plan_in_a_place_that_may_only_be_read_opens_to_be_read(
    as_reader: tuple[Path, Callable[[], None]],
) -> None:
    path, become_reader = as_reader
    become_reader()
    file = PlanFile.open(path)
    assert str(file.read_only_reason) == "visit.visit may only be read in this place. Save a copy to change it."
    assert file.load() == a_full_plan()
    with pytest.raises(PlanFileReadOnly):
        file.write(entry(retitled(a_full_plan(), "Talks")))
    file.close()


def test_the_header_is_ours(plan_path: Path) -> None:
    header = plan_path.read_bytes()[:100]
    assert header[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"PROT"
    assert header[60:64] == bytes([0, 0, 0, 1])


def test_a_plan_stays_untouched_while_it_is_only_looked_at(plan_path: Path) -> None:
    before = _print_of(plan_path)
    file = PlanFile.open(plan_path)
    file.load()
    file.log()
    file.examine()
    file.close()
    assert _print_of(plan_path) == before


def test_an_edit_is_whole_for_a_reader_at_any_moment(plan_path: Path) -> None:
    writer = PlanFile.open(plan_path)
    reader = PlanFile.open(plan_path, read_only=True)
    changes = Changes([replaced(TALKS, TALKS._replace(title_en="Talks"))])
    writer.write(entry(changes))
    assert reader.load() == a_full_plan().changed(changes)
    reader.close()
    writer.close()


@pytest.mark.parametrize(
    "forged",
    [
        "DELETE FROM meta",
        "UPDATE meta SET value = '../../elsewhere' WHERE key = 'plan_uuid'",
        "UPDATE meta SET value = 'none' WHERE key = 'undo_floor'",
        "UPDATE change_log SET changes = '[{}]'",
        "UPDATE change_log SET changes = replace(changes, 'title_en', 'tittle')",
        "UPDATE change_log SET label = '{'",
    ],
)
def test_forged_facts_and_log_entries_are_damage(plan_path: Path, forged: str) -> None:
    file = PlanFile.open(plan_path)
    file.write(entry(retitled(a_full_plan(), "Talks")))
    file.close()
    _sql(plan_path, forged)
    with pytest.raises(DamagedPlanFile), closing(PlanFile.open(plan_path)) as file:
        file.log()
    assert not lock_path(plan_path).exists()
