"""A visit begun from a template: its answers, the template's rows, days that fit, and nothing to mend."""

from datetime import date
from uuid import uuid4

import pytest

from delegation_planner.checks.run import run
from delegation_planner.plan import rules
from delegation_planner.plan.change import Changes, put
from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.document import Document
from delegation_planner.plan.new_visit import TEMPLATES, Party, When, begun_from, new_visit
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import TABLES
from delegation_planner.resource_files import read_rulebook, read_template

GUEST = Party("AZ", "Azerbaijan", "Asia/Baku")
HOST = Party("ID", "Indonesia", "Asia/Makassar")
USUAL_DAYS = {"signing": 3, "working": 2}
FILLED = [name for name in TEMPLATES if name != "blank"]


def begun(name: str, days: int) -> Plan:
    made = new_visit("Visit", GUEST, HOST, "[Ministry]", When(date(2027, 3, 1), days), lambda: str(uuid4()))
    return begun_from(read_template(name, str(uuid4())), made)


@pytest.mark.parametrize("name", FILLED)
def test_the_rules_hold_and_no_check_is_worse_than_a_note_at_its_usual_days(name: str) -> None:
    plan = begun(name, USUAL_DAYS[name])
    every = Changes(put(row) for kind in TABLES.values() for row in plan.rows(kind))
    rules.check(Plan({}), every, plan)
    found = run(plan, read_rulebook(), date(2027, 1, 4))
    assert {finding.severity for finding in found} <= {"note"}


@pytest.mark.parametrize("name", FILLED)
def test_answers_take_the_place_of_the_templates(name: str) -> None:
    plan = begun(name, USUAL_DAYS[name])
    visit = plan.visit
    assert (visit.title_en, visit.host_zone, visit.guest_zone, visit.anchor_date) == (
        "Visit", "Asia/Makassar", "Asia/Baku", "2027-03-01",
    )  # fmt: skip
    assert [(row.code, row.name_en, row.side) for row in plan.rows(Delegation)] == [
        ("AZ", "Azerbaijan", "guest"), ("ID", "Indonesia", "host"),
    ]  # fmt: skip
    zones = {row.zone for row in plan.rows(Place)}
    zones |= {zone for row in plan.rows(ProgrammeItem) for zone in (row.start_zone, row.end_zone)}
    assert zones == {"Asia/Makassar"}


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("days", [1, 2, 3, 6])
def test_the_last_day_stays_the_last_and_nothing_leaves_the_visit(name: str, days: int) -> None:
    plan = begun(name, days)
    items = plan.rows(ProgrammeItem)
    assert {row.start_day for row in items} <= set(range(1, days + 1))
    assert [row.start_day for row in items if row.kind == "departure"] == [days]
    assert [row.start_day for row in items if row.kind == "arrival"] == [1]


@pytest.mark.parametrize("name", FILLED)
def test_everything_is_named_in_both_of_the_windows_languages(name: str) -> None:
    plan = begun(name, 3)
    titled: list[ProgrammeItem | Document] = [*plan.rows(ProgrammeItem), *plan.rows(Document)]
    assert [row.code for row in titled if not (row.title_en and row.title_id)] == []


def test_two_visits_share_no_id() -> None:
    first, second = begun("signing", 3), begun("signing", 3)
    for kind in TABLES.values():
        assert not set(first.table(kind)) & set(second.table(kind))
