"""What can still be read of a damaged plan is saved, and what is lost is told."""

import random
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from delegation_planner.plan.change import put
from delegation_planner.plan.edition import Edition, Receipt
from delegation_planner.plan.errors import DamagedPlanFile, KnownError
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.sent import Sent
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile.mending import Loss, mended
from delegation_planner.planfile.plan_file import PlanFile, read_plan_file
from delegation_planner.planfile.salvage import salvage
from delegation_planner.planfile.schema import stored
from tests.builders import a_delegation, a_file, a_group, a_person, a_place, a_step, a_visit, an_invitation, an_item
from tests.planfile.plans import AT, HEAD, NOTE, TALKS, a_full_plan, entry, retitled

CONTENT = b"An attached text."
SENT = Sent("everyone", TALKS.uid, 3, "a" * 64, AT, title="Talks", start=AT, end=AT)
EDITION = Edition(1, AT, "[Protocol officer]", "Draft")
RECEIPT = Receipt(1, "[Hotel]", "given", "paper", AT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    sha = sha256(CONTENT).hexdigest()
    file = PlanFile.create(tmp_path / "visit.visit", a_full_plan())
    file.write(entry(retitled(a_full_plan(), "Talks")))
    file.write(entry([put(a_file(NOTE, "b.pdf", sha256=sha))]), {sha: CONTENT})
    file.record_sent([SENT])
    file.issue(EDITION, a_full_plan())
    file.record_receipts([RECEIPT])
    file.close()
    return file.path


def _sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def _pages_of(path: Path, name: str) -> list[int]:
    """The root pages of a table and its indexes."""
    with closing(sqlite3.connect(path)) as db:
        return [page for (page,) in db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))]


def _zero(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))


def test_a_sound_plan_is_saved_whole_with_log_attachments_and_what_went_out(path: Path) -> None:
    before = path.read_bytes()
    target = path.with_name("saved.visit")
    report = salvage(path, target)
    assert report.losses == ()
    assert report.undo_kept
    saved, origin = PlanFile.open(target), PlanFile.open(path, read_only=True)
    assert saved.load() == origin.load()
    assert saved.log() == origin.log()
    assert saved.sent() == {("everyone", TALKS.uid): SENT}
    assert (saved.editions(), saved.receipts(), saved.edition_plan(1)) == ([EDITION], [RECEIPT], a_full_plan())
    assert saved.counts() == origin.counts()
    assert saved.plan_uuid == report.plan_uuid != origin.plan_uuid
    assert report.rows == {table: saved.counts()[table] for table in TABLES}
    saved.close()
    origin.close()
    assert path.read_bytes() == before


def test_f30_a_zeroed_page_costs_only_what_stood_on_it(tmp_path: Path) -> None:
    path = tmp_path / "visit.visit"
    places = [a_place(f"P{number}", address="x" * 200) for number in range(200)]
    items = [an_item(f"{number:03d}", remarks_detailed="y" * 200) for number in range(200)]
    PlanFile.create(path, Plan.of([a_visit(), a_delegation(), *places, *items])).close()
    raw = path.read_bytes()
    page = raw.find(b"Place P100") // 4096 + 1
    lost = [place.id for place in places if raw.find(place.id.encode() + place.code.encode()) // 4096 + 1 == page]
    assert 5 < len(lost) < 50
    _zero(path, page)
    with pytest.raises(DamagedPlanFile):
        PlanFile.open(path)
    target = tmp_path / "saved.visit"
    report = salvage(path, target)
    saved = read_plan_file(target)
    assert saved.rows(ProgrammeItem) == tuple(items)
    assert saved.rows(Place) == tuple(place for place in places if place.id not in lost)
    assert len(report.losses) == len(lost)
    assert {(loss.table, loss.fault) for loss in report.losses} == {("place", "unreadable")}
    assert not report.undo_kept


@pytest.mark.parametrize(
    "table", ["programme_item", "participant", "sqlite_autoindex_participant_1", "step", "invitation"]
)
def test_f30_a_table_whose_root_is_gone_costs_that_table(path: Path, table: str) -> None:
    (page,) = _pages_of(path, table)
    _zero(path, page)
    report = salvage(path, path.with_name("saved.visit"))
    saved = read_plan_file(path.with_name("saved.visit"))
    assert saved.visit == a_full_plan().visit
    assert saved.rows(Place) == a_full_plan().rows(Place)
    if table.startswith("sqlite_autoindex"):
        assert saved == a_full_plan().changed(retitled(a_full_plan(), "Talks")).changed(
            entry([put(saved.rows(type(a_file(NOTE)))[1])]).changes
        )
    else:
        assert saved.rows(TABLES[table]) == ()
    assert all(loss.fault in {"unreadable", "dangling"} for loss in report.losses)


def test_f34_bytes_that_are_no_text_are_replaced(path: Path) -> None:
    _sql(path, "UPDATE programme_item SET title_en = CAST(x'41ff42' AS TEXT) WHERE code = '02'")
    salvage(path, path.with_name("saved.visit"))
    titles = {item.code: item.title_en for item in read_plan_file(path.with_name("saved.visit")).rows(ProgrammeItem)}
    assert titles == {"01": "Talks", "02": "A\N{REPLACEMENT CHARACTER}B"}


def test_nothing_to_save_is_said_and_leaves_no_file(path: Path) -> None:
    (page,) = _pages_of(path, "visit")
    _zero(path, page)
    with pytest.raises(DamagedPlanFile, match="Nothing can be saved"):
        salvage(path, path.with_name("saved.visit"))
    assert [found.name for found in path.parent.iterdir()] == ["visit.visit"]


def _values(*rows: Any) -> dict[str, list[Any]]:
    """Rows as they stand in the tables."""
    by_table: dict[str, list[Any]] = {}
    for table, kind in TABLES.items():
        every = tuple(range(len(kind._fields)))
        by_table[table] = [list(values) for values in stored(kind, every, [row for row in rows if type(row) is kind])]
    return by_table


def test_sound_rows_need_no_mending() -> None:
    rows = [row for kind in TABLES.values() for row in a_full_plan().rows(kind)]
    assert mended(_values(*rows)) == (rows, [])


def test_f35_values_of_the_wrong_sort_go_back_to_their_default_or_take_the_row_along() -> None:
    first, second = an_item("01", kind="meal", travel_minutes=5), an_item("02")
    values = _values(a_visit(), first, second)
    fields = ProgrammeItem._fields
    for name, wrong in [("kind", "feast"), ("travel_minutes", 1e308), ("remarks_internal", b"\0"), ("dress", None)]:
        values["programme_item"][0][fields.index(name)] = wrong
    values["programme_item"][1][fields.index("start_day")] = "first"
    rows, losses = mended(values)
    assert rows == [a_visit(), first._replace(kind="other", travel_minutes=None)]
    assert losses == [
        Loss("programme_item", first.id, "invalid", "kind"),
        Loss("programme_item", first.id, "invalid", "dress"),
        Loss("programme_item", first.id, "invalid", "remarks_internal"),
        Loss("programme_item", first.id, "invalid", "travel_minutes"),
        Loss("programme_item", second.id, "invalid"),
    ]


def test_f36_doubled_rows_circles_and_references_to_nothing_are_mended_and_told() -> None:
    gone, person = a_person("A9"), a_person("A1")
    group = a_group("DEL", (person, gone))
    item = an_item(host_id=gone.id)
    hall, room = a_place("HALL"), a_place("ROOM")
    hall, room = hall._replace(parent_id=room.id), room._replace(parent_id=hall.id)
    values = _values(
        a_visit(), a_delegation(), person, person._replace(name_en="Twin"), group, hall, room, item,
        a_step(an_item("gone")), an_invitation(item, gone), an_invitation(item, group, without=(gone,)),
    )  # fmt: skip
    rows, losses = mended(values)
    assert rows == [
        a_visit(), a_delegation(), person, group._replace(member_ids=(person.id,)), hall,
        room._replace(parent_id=None), item._replace(host_id=None), an_invitation(item, group),
    ]  # fmt: skip
    assert sorted(losses) == sorted([
        Loss("participant", person.id, "doubled"),
        Loss("place", room.id, "cyclic", "parent_id"),
        Loss("participant_group", group.id, "dangling", "member_ids"),
        Loss("programme_item", item.id, "dangling", "host_id"),
        Loss("step", a_step(an_item("gone")).id, "dangling"),
        Loss("invitation", f"{item.id}/{gone.id}", "dangling"),
        Loss("invitation", f"{item.id}/{group.id}", "dangling", "exception_ids"),
    ])  # fmt: skip
    Plan.of(rows)


def test_a_row_that_goes_takes_along_what_cannot_be_without_it() -> None:
    person = a_person(delegation=a_delegation("GONE"))
    item = an_item()
    rows, losses = mended(_values(a_visit(), person, item, an_invitation(item, person)))
    assert rows == [a_visit(), item]
    assert [loss.table for loss in losses] == ["participant", "invitation"]


def test_f27_random_damage_is_a_known_error_or_a_plan_and_never_hangs(path: Path) -> None:
    chance = random.Random(27)
    sound = path.read_bytes()
    refused = 0
    for round_ in range(150):
        raw = bytearray(sound)
        for _ in range(chance.choice([1, 3, 30])):
            start = chance.randrange(len(raw))
            raw[start : start + chance.choice([1, 8, 600])] = chance.randbytes(1)
        damaged = path.with_name(f"damaged {round_}.visit")
        damaged.write_bytes(raw[: chance.choice([len(raw), len(raw), chance.randrange(len(raw))])])
        before, began = damaged.read_bytes(), monotonic()
        try:
            file = PlanFile.open(damaged)
            try:
                file.load()
                file.log()
            finally:
                file.close()
        except KnownError:
            refused += 1
        try:
            salvage(damaged, path.with_name("saved.visit"))
            PlanFile.open(path.with_name("saved.visit")).close()
        except KnownError:
            pass
        path.with_name("saved.visit").unlink(missing_ok=True)
        assert damaged.read_bytes() == before
        assert monotonic() - began < 5
        damaged.unlink()
    assert refused > 50
    assert HEAD.name_en.encode() in sound
