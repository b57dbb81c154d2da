"""Editions freeze the plan for good: outside undo, append-only, read as a plan."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from delegation_planner.plan.edition import Edition, Receipt, colour_of, next_edition
from delegation_planner.plan.errors import DamagedPlanFile, PlanError, PlanFileChanged, PlanFileError, PlanFileReadOnly
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_sample
from tests.planfile.plans import AT, a_full_plan, entry, retitled

FIRST = Edition(1, AT, "[Protocol officer]", "First", "white", "For the embassy.", 3)
SECOND = Edition(2, AT, colour="pink")


@pytest.fixture
def file(tmp_path: Path) -> PlanFile:
    return PlanFile.create(tmp_path / "visit.visit", a_full_plan())


def again(file: PlanFile) -> PlanFile:
    """The same file, closed and opened."""
    file.close()
    return PlanFile.open(file.path)


def test_an_edition_keeps_every_row_as_it_was(file: PlanFile) -> None:
    file.issue(FIRST, file.load())
    file.write(entry(retitled(a_full_plan(), "Later")))
    file.issue(SECOND, file.load())
    file = again(file)
    assert file.editions() == [FIRST, SECOND]
    assert file.edition_plan(1) == a_full_plan()
    assert file.edition_plan(2) == file.load() == a_full_plan().changed(retitled(a_full_plan(), "Later"))
    with pytest.raises(PlanFileError, match="no Edition 3"):
        file.edition_plan(3)
    file.close()


def test_the_sample_is_frozen_whole(file: PlanFile) -> None:
    plan = read_sample(fixed=True)
    file.issue(FIRST, plan)
    frozen = file.edition_plan(1)
    assert frozen == plan
    assert [row.id for row in frozen.rows(type(plan.visit))] == [plan.visit.id]
    file.close()


def test_numbers_have_no_gap(file: PlanFile) -> None:
    with pytest.raises(PlanFileChanged):
        file.issue(SECOND, a_full_plan())
    file.issue(FIRST, a_full_plan())
    with pytest.raises(PlanFileChanged):
        file.issue(FIRST, a_full_plan())
    assert file.editions() == [FIRST]
    file.close()


def test_only_the_writer_issues(file: PlanFile) -> None:
    reader = PlanFile.open(file.path, read_only=True)
    with pytest.raises(PlanFileReadOnly):
        reader.issue(FIRST, a_full_plan())
    with pytest.raises(PlanFileReadOnly):
        reader.record_receipts([Receipt(1, "[Hotel]", "given", "paper", AT)])
    reader.close()
    file.close()


def test_receipts_are_kept_in_order(file: PlanFile) -> None:
    given, acknowledged = Receipt(1, "[Hotel]", "given", "paper", AT), Receipt(1, "[Hotel]", "acknowledged", "mail", AT)
    file.record_receipts([given])
    file.record_receipts([])
    file.record_receipts([acknowledged, given])
    file = again(file)
    assert file.receipts() == [given, acknowledged, given]
    file.close()


@pytest.mark.parametrize(
    "content", [b"x", zlib.compress(b"[]"), zlib.compress(b"{}")[:-1], zlib.compress(b'{"place": {"rows": [1]}}'),
                zlib.compress(b'{"place": {"fields": ["id"], "rows": [["x"]]}}'), zlib.compress(b"{" * 100_000)]
)  # fmt: skip
def test_a_forged_content_is_damage_of_that_edition_alone(file: PlanFile, content: bytes) -> None:
    file.issue(FIRST, a_full_plan())
    file.close()
    with closing(sqlite3.connect(file.path)) as db, db:
        db.execute("UPDATE edition SET content = ?", (content,))
    opened = PlanFile.open(file.path)
    with pytest.raises(DamagedPlanFile, match="The plan itself is sound"):
        opened.edition_plan(1)
    assert opened.load() == a_full_plan()
    opened.close()


def test_personal_data_go_from_editions_too(file: PlanFile) -> None:
    file.issue(FIRST, a_full_plan())
    file.forget_history()
    assert file.editions() == [FIRST._replace(comment="")]
    with pytest.raises(PlanFileError, match="taken out with the personal data"):
        file.edition_plan(1)
    file.issue(SECOND, a_full_plan())
    assert file.edition_plan(2) == a_full_plan()
    file.close()


def test_the_next_edition_has_the_next_number_and_colour() -> None:
    assert [colour_of(number) for number in (1, 2, 3, 4, 5, 6, 7, 9)] == [
        "white", "blue", "pink", "yellow", "green", "orange", "white", "pink",
    ]  # fmt: skip
    edition = next_edition(2, AT, issued_by=" [Protocol\nofficer] ", label=" After  the note ", comment=" one \r\ntwo ")
    assert edition == Edition(3, AT, "[Protocol officer]", "After the note", "pink", "one\ntwo")
    assert next_edition(0, AT, colour="green").colour == "green"


@pytest.mark.parametrize(
    "texts", [{"label": "x" * 61}, {"comment": "x" * 2001}, {"label": "a\x00b"}, {"issued_by": "\u202e"}]
)
def test_texts_of_an_edition_can_be_printed(texts: dict[str, str]) -> None:
    with pytest.raises(PlanError):
        next_edition(0, AT, **texts)  # type: ignore[arg-type]
