"""The tables say what the rows say, and any tool that knows SQLite can read them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from delegation_planner.plan.change import put
from delegation_planner.plan.tables import REFERENCES, TABLE_NAMES, TABLES, fields_of
from delegation_planner.planfile.connecting import connect
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.planfile.schema import STORE_TABLES, whole_schema
from tests.builders import an_item
from tests.planfile.plans import HEAD, a_full_plan, entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    PlanFile.create(tmp_path / "visit.visit", a_full_plan()).close()
    return tmp_path / "visit.visit"


def test_another_tool_reads_the_tables_by_their_names(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        tables = {row["name"] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        assert tables == {*TABLES, *STORE_TABLES}
        for table, kind in TABLES.items():
            in_file = db.execute(f"SELECT * FROM {table} ORDER BY row_order")  # noqa: S608
            for row, stored in zip(a_full_plan().rows(kind), in_file, strict=True):
                for field in fields_of(kind):
                    value = stored[field.name]
                    assert (tuple(json.loads(value)) if field.nature == "texts" else value) == getattr(row, field.name)
        who = db.execute(
            "SELECT name_en, roles FROM invitation JOIN participant ON participant.id = participant_id "
            "JOIN programme_item ON programme_item.id = item_id WHERE programme_item.code = '01'"
        ).fetchall()
        assert [tuple(row) for row in who] == [(HEAD.name_en, '["head","speaker"]')]


def test_every_table_is_strict_and_names_what_it_refers_to(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        strict = {name: strict for _, name, kind, _, _, strict in db.execute("PRAGMA table_list") if kind == "table"}
        assert dict.fromkeys((*TABLES, *STORE_TABLES), 1) == {n: s for n, s in strict.items() if "sqlite" not in n}
        for table, kind in TABLES.items():
            single = {field.name for field in fields_of(kind) if field.nature == "text"}
            expected = {(name, TABLE_NAMES[other]) for name, other in REFERENCES[kind].items() if name in single}
            assert {(row[3], row[2]) for row in db.execute(f"PRAGMA foreign_key_list({table})")} == expected


def test_the_file_remembers_the_schema_as_it_is_written_down(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        assert dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) == whole_schema()


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE programme_item SET kind = 'feast'",
        "UPDATE programme_item SET start_day = 'first'",
        "UPDATE programme_item SET id = 'short' WHERE code = '02'",
        "UPDATE participant SET head = 2",
        "UPDATE participant SET speaks = 'az'",
        "UPDATE participant SET name_en = NULL",
        "UPDATE invitation SET group_id = NULL, participant_id = NULL",
        "UPDATE invitation SET group_id = (SELECT id FROM participant_group) WHERE participant_id IS NOT NULL",
        "UPDATE invitation SET participant_id = (SELECT id FROM participant LIMIT 1), group_id = NULL",
        "UPDATE step SET item_id = actor_id",
        "INSERT INTO attachment (sha256, content) VALUES ('short', x'')",
        "UPDATE change_log SET direction = 'sideways'",
    ],
)
def test_the_tables_refuse_what_no_row_may_hold(path: Path, wrong: str) -> None:
    file = PlanFile.open(path)
    file.write(entry([put(an_item("09"))]))
    file.close()
    with closing(connect(path, False)) as db:
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(wrong)
        assert not db.in_transaction


def test_a_connection_trusts_nothing_and_writes_safely(path: Path) -> None:
    wanted = {
        "trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1, "secure_delete": 1,
        "journal_mode": "delete", "synchronous": 2,
    }  # fmt: skip
    with closing(connect(path, False)) as db:
        found = {name: row[0] for name in wanted if (row := db.execute(f"PRAGMA {name}").fetchone())}
    assert found | {"mmap_size": 0} == wanted


def test_removing_rows_finds_what_names_them_without_a_scan(path: Path) -> None:
    """Each single reference has an index that SQLite uses for it."""
    with closing(sqlite3.connect(path)) as db:
        for table, kind in TABLES.items():
            for field in fields_of(kind):
                if field.nature == "text" and field.name in REFERENCES[kind]:
                    asked = f"SELECT 1 FROM {table} WHERE {field.name} = ?"  # noqa: S608
                    (plan,) = db.execute(f"EXPLAIN QUERY PLAN {asked}", ("x",))
                    assert plan[3].startswith("SEARCH"), (table, field.name)
