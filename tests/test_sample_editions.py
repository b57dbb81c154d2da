"""The sample comes with two issued editions, and has moved on since."""

from pathlib import Path

import pytest

from delegation_planner.cli import main
from delegation_planner.editions.compare import Version, whole_difference
from delegation_planner.editions.holders import holders
from delegation_planner.editions.notices import organizer
from delegation_planner.plan import rules
from delegation_planner.plan.participant import Participant
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.resource_files import read_rulebook, read_sample, read_sample_editions

RULES = read_rulebook()


@pytest.mark.parametrize("fixed", [True, False], ids=["fixed", "window"])
def test_two_editions_lead_to_the_sample(*, fixed: bool) -> None:
    sample = read_sample(fixed=fixed)
    first, second = read_sample_editions(fixed=fixed)
    assert [(issued.edition.number, issued.edition.colour) for issued in (first, second)] == [(1, "white"), (2, "blue")]
    assert first.edition.issued_at < second.edition.issued_at < "2017-07-10"
    for issued in (first, second):
        rules.check_whole(issued.plan)
    one, two, now = (Version(plan, RULES) for plan in (first.plan, second.plan, sample))
    between, since = whole_difference(one, two), whole_difference(two, now)
    assert [(change.entry.number, change.headline) for change in between.items] == [
        ("12", "later"), ("20", "earlier"), ("45", "added"),
    ]  # fmt: skip
    assert [(change.entry.number, change.headline) for change in since.items] == [("08", "changed"), ("45", "earlier")]
    assert (between.total, since.total) == (3, 2)


def test_some_still_hold_the_first_one() -> None:
    sample = read_sample(fixed=True)
    codes = {row.id: row.code for row in sample.rows(Participant)}
    receipts = [receipt for one in read_sample_editions(fixed=True) for receipt in one.receipts]
    held = {codes.get(holder.reader, holder.reader): holder for holder in holders(receipts)}
    assert {name for name, holder in held.items() if holder.edition == 1} == {"A6", "I8", "[Hotel]"}
    assert {name for name, holder in held.items() if holder.acknowledged_at} == {"E2", "I6"}


def test_the_sample_can_send_updates() -> None:
    assert organizer(read_sample(fixed=True)) is not None


def test_demo_writes_the_editions_too(tmp_path: Path) -> None:
    path = tmp_path / "a.visit"
    assert main(["demo", str(path)]) == 0
    file = PlanFile.open(path, read_only=True)
    issued = read_sample_editions(fixed=True)
    assert file.editions() == [one.edition for one in issued]
    assert [file.edition_plan(number) for number in (1, 2)] == [one.plan for one in issued]
    assert file.receipts() == [receipt for one in issued for receipt in one.receipts]
    file.close()
