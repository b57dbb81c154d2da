"""A paper that would differ from the one in its place by the moment of making alone is left as it is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegation_planner.exports.order import Order
from delegation_planner.exports.safe_write import WriteResult
from delegation_planner.hand_out import deliver, make_hand_out, papers_at
from delegation_planner.plan.edits.items import edit_item
from delegation_planner.plan.kinds import Language
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import catalogue_folder, read_rulebook, read_sample
from delegation_planner.words.words import Catalogues

SAMPLE = read_sample(fixed=True)
AT = datetime(2017, 7, 10, 16, 59, 30, tzinfo=UTC)  # half a minute before midnight in Jakarta


def exported(plan: Plan, folder: Path, at: datetime, language: Language = "en") -> WriteResult:
    """Every paper of the level internal, written into a folder."""
    readers = tuple(plan.table(Participant))[:2]
    order = Order(
        what="papers", participant_ids=readers, everyone=True, language=language, level="internal",
        papers=papers_at("internal"), form="excel",
    )  # fmt: skip
    words_of = Catalogues(catalogue_folder()).words
    made = make_hand_out(plan, read_rulebook(), {}, order, at, words_of)
    (result,) = deliver(made, folder, None).results
    return result


def on_disk(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of each file."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.*")}


@pytest.mark.parametrize("language", ["en", "id", "az"])
def test_two_exports_a_minute_apart_leave_every_file_as_it_was(tmp_path: Path, language: Language) -> None:
    first = exported(SAMPLE, tmp_path, AT, language)
    before = on_disk(tmp_path)
    second = exported(SAMPLE, tmp_path, AT + timedelta(minutes=1), language)
    assert (second.written, sorted(second.unchanged)) == ((), sorted(first.written))
    assert on_disk(tmp_path) == before


def test_only_papers_that_say_something_else_are_written_anew(tmp_path: Path) -> None:
    first = exported(SAMPLE, tmp_path, AT)
    signing = next(row for row in SAMPLE.rows(ProgrammeItem) if row.code == "12")
    renamed = SAMPLE.changed(edit_item(SAMPLE, signing.id, {"remarks_internal": "The folders are green."}))
    second = exported(renamed, tmp_path, AT + timedelta(minutes=1))
    assert "Rundown INTERNAL.xlsx" in second.written
    assert "Programme.xlsx" in second.unchanged
    assert sorted(second.delivered) == sorted(first.written)


@pytest.mark.parametrize("other", [b"", b"Dear colleague", b"PK\x03\x04 broken off"])
def test_what_is_no_workbook_of_ours_is_replaced(tmp_path: Path, other: bytes) -> None:
    exported(SAMPLE, tmp_path, AT)
    (paper,) = tmp_path.rglob("Programme.xlsx")
    paper.write_bytes(other)
    again = exported(SAMPLE, tmp_path, AT + timedelta(minutes=1))
    assert again.written == ("Programme.xlsx",)


def test_a_paper_cut_off_at_its_end_is_replaced(tmp_path: Path) -> None:
    exported(SAMPLE, tmp_path, AT)
    (paper,) = tmp_path.rglob("Programme.xlsx")
    paper.write_bytes(paper.read_bytes()[:-100])
    assert exported(SAMPLE, tmp_path, AT + timedelta(minutes=1)).written == ("Programme.xlsx",)
